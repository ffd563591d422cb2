#include "pipeline/engine.hpp"

#include <string_view>
#include <utility>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

SegmenterLexicons segmenter_lexicons(const RuleSet& rules) {
    return make_segmenter_lexicons([&rules](std::string_view list) { return rules.words_of(list); });
}

}  // namespace

Engine::Engine(RuleSet rules, Diagnostics& diagnostics, const Model& model)
    : rules_(std::move(rules)),
      compiled_(compile(rules_, diagnostics)),
      segmenter_(segmenter_lexicons(rules_)),
      resolver_(rules_),
      model_(model) {}

std::vector<std::string> Engine::name_titles() const {
    std::vector<std::string> titles;
    for (const std::string_view list : {"he_title", "she_title", "role_noun"}) {
        const std::vector<std::string> words = rules_.words_of(list);
        titles.insert(titles.end(), words.begin(), words.end());
    }
    for (const Actor& actor : rules_.actors) {
        for (const Title& title : actor.titles) {
            titles.push_back(utf8::to_lower(title.title.substr(title.title.rfind(' ') + 1)));
        }
    }
    return titles;
}

ReadOptions Engine::read_options() const {
    ReadOptions options;
    for (std::size_t list = 0; list < kBlockListNames.size(); ++list) {
        for (const std::string& phrase : rules_.words_of(kBlockListNames[list])) {
            options.lexicons.add(static_cast<BlockList>(list), phrase);
        }
    }
    return options;
}

}  // namespace stancegraph
