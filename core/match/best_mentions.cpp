#include "match/best_mentions.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace stancegraph {

void keep_best_subjects(const RuleSet& rules, std::vector<SubjectMention>& subjects) {
    std::ranges::stable_sort(subjects, [&](const SubjectMention& left, const SubjectMention& right) {
        const std::uint32_t left_depth = rules.subjects[left.subject].depth;
        const std::uint32_t right_depth = rules.subjects[right.subject].depth;
        if (left_depth != right_depth) {
            return left_depth > right_depth;
        }
        return left.tokens.size() != right.tokens.size() ? left.tokens.size() > right.tokens.size()
                                                         : left.tokens < right.tokens;
    });
    std::vector<SubjectMention> kept;
    std::map<TokenIndex, TokenIndex> taken;  // begin and end of what is kept
    for (const SubjectMention& mention : subjects) {
        const auto next = taken.lower_bound(mention.tokens.end);
        const bool overlaps = next != taken.begin() && std::prev(next)->second > mention.tokens.begin;
        if (!overlaps) {
            taken.emplace(mention.tokens.begin, mention.tokens.end);
            kept.push_back(mention);
        }
    }
    std::ranges::sort(kept, {}, [](const SubjectMention& mention) { return mention.tokens.begin; });
    subjects = std::move(kept);
}

void keep_best_actors(std::vector<ActorMention>& actors) {
    std::ranges::stable_sort(actors, [](const ActorMention& left, const ActorMention& right) {
        return left.tokens.begin != right.tokens.begin ? left.tokens.begin < right.tokens.begin
                                                       : left.tokens.size() > right.tokens.size();
    });
    std::vector<ActorMention> kept;
    for (const ActorMention& mention : actors) {
        if (kept.empty() || mention.tokens.begin >= kept.back().tokens.end) {
            kept.push_back(mention);
        } else if (mention.tokens.size() > kept.back().tokens.size()) {
            kept.back() = mention;
        }
    }
    actors = std::move(kept);
}

}  // namespace stancegraph
