#include "ruleset/ruleset.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

template <typename Items, typename Name>
std::uint32_t find_by_name(const Items& items, std::string_view name, Name member) {
    const auto found = std::ranges::find(items, name, member);
    return found == items.end() ? kNoId : static_cast<std::uint32_t>(found - items.begin());
}

}  // namespace

StanceId RuleSet::find_stance(std::string_view label) const {
    return find_by_name(stances, label, &Stance::label);
}

LexiconId RuleSet::find_lexicon(std::string_view name) const {
    return find_by_name(lexicons, name, &Lexicon::name);
}

RuleId RuleSet::find_rule(std::string_view name) const {
    return find_by_name(rules, name, &Rule::name);
}

std::vector<std::string> RuleSet::words_of(std::string_view lexicon) const {
    std::vector<std::string> words;
    const LexiconId id = find_lexicon(lexicon);
    if (id != kNoId) {
        for (const LexiconEntry& entry : lexicons[id].entries) {
            words.push_back(entry.text);
        }
    }
    return words;
}

}  // namespace stancegraph
