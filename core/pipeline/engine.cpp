#include "pipeline/engine.hpp"

#include <array>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

/// The lists of words that stand before names.
constexpr std::array<std::string_view, 3> kTitleLists{"he_title", "she_title", "role_noun"};
/// The list of how words end: no whole word of a document says that an entry matters.
constexpr std::string_view kEndingList = "person_ending";

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

Footprint Engine::footprint() const {
    std::map<std::string, ListUse, std::less<>> uses;
    static_cast<void>(make_segmenter_lexicons([&uses](std::string_view list) {
        uses[std::string(list)] = {.reach = Reach::annotation, .is_by_word = false};
        return std::vector<std::string>();
    }));
    for (const std::string_view list : kTitleLists) {
        uses[std::string(list)] = {.reach = Reach::annotation};
    }
    for (const std::string_view list : kBlockListNames) {
        uses[std::string(list)] = {.reach = Reach::reading, .is_by_word = false};
    }
    uses[std::string(kEndingList)] = {.is_by_word = false};
    return footprint_of(*compiled_, [&uses](std::string_view list) {
        const auto found = uses.find(list);
        return found == uses.end() ? ListUse() : found->second;
    });
}

std::vector<std::string> Engine::name_titles() const {
    std::vector<std::string> titles;
    for (const std::string_view list : kTitleLists) {
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
