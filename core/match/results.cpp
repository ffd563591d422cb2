#include "match/results.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace stancegraph {
namespace {

/// The first difference of the ranks, in words.
std::string reason_of(const Rank& winner, const Rank& loser) {
    if (winner.priority != loser.priority) {
        return "higher priority";
    }
    if (winner.filled_slots != loser.filled_slots) {
        return "more slots filled";
    }
    if (winner.has_preposition != loser.has_preposition) {
        return "the entry's preposition is present";
    }
    if (winner.gap_words != loser.gap_words) {
        return "fewer words in gaps";
    }
    return winner.rule != loser.rule ? "earlier in the rule files" : "earlier in the list";
}

}  // namespace

void Results::open(const RuleSet& rules, TokenIndex tokens, Trace* trace) {
    rules_ = &rules;
    trace_ = trace;
    mentions_.clear();
    alive_.clear();
    replacements_.clear();
    winners_.clear();
    for (auto& winners : winner_of_) {
        winners.assign(tokens, kNone);
    }
}

std::uint32_t& Results::winner_at(const Candidate& candidate) {
    const bool is_attribution = rules_->rules[candidate.rank.rule].stage == Stage::attribution;
    return winner_of_[is_attribution ? 0 : 1][candidate.cue];
}

bool Results::has_winner(TokenIndex cue) const {
    return winner_of_[0][cue] != kNone || winner_of_[1][cue] != kNone;
}

bool Results::has_won(RuleId rule, TokenIndex cue) const {
    return std::ranges::any_of(winner_of_, [&](const std::vector<std::uint32_t>& winners) {
        return winners[cue] != kNone && winners_[winners[cue]].rank.rule == rule;
    });
}

void Results::add(std::vector<Candidate> candidates) {
    std::ranges::stable_sort(candidates, [](const Candidate& left, const Candidate& right) {
        return left.cue != right.cue ? left.cue < right.cue : left.rank.is_before(right.rank);
    });
    for (Candidate& candidate : candidates) {
        add_one(std::move(candidate));
    }
}

void Results::keep(Candidate& candidate, std::vector<MentionId>& ids) {
    for (Mention& mention : candidate.mentions) {
        ids.push_back(static_cast<MentionId>(mentions_.size()));
        mentions_.push_back(std::move(mention));
        alive_.push_back(1);
    }
}

void Results::record_loss(const Mention& loser, const Rank& rank, const Winner& winner) {
    if (trace_ == nullptr) {
        return;
    }
    Beaten beaten;
    beaten.loser = loser;
    beaten.winner = winner.mentions.empty() ? kNoId : winner.mentions.front();
    beaten.reason = reason_of(winner.rank, rank) + ": " + rules_->rules[winner.rank.rule].name;
    trace_->beaten.push_back(std::move(beaten));
}

void Results::add_one(Candidate candidate) {
    if (candidate.replaces != kNoId) {
        alive_[candidate.replaces] = 0;
        replacements_.emplace_back(candidate.replaces, static_cast<MentionId>(mentions_.size()));
    }
    if (candidate.is_exempt) {
        std::vector<MentionId> ids;
        keep(candidate, ids);
        return;
    }
    std::uint32_t& place = winner_at(candidate);
    if (place == kNone) {
        winners_.push_back({candidate.rank, {}});
        keep(candidate, winners_.back().mentions);
        place = static_cast<std::uint32_t>(winners_.size() - 1);
        return;
    }
    Winner& winner = winners_[place];
    if (!candidate.rank.is_before(winner.rank)) {
        for (const Mention& mention : candidate.mentions) {
            record_loss(mention, candidate.rank, winner);
        }
        return;
    }
    const Winner old = std::exchange(winner, Winner{candidate.rank, {}});
    keep(candidate, winner.mentions);
    for (const MentionId id : old.mentions) {
        alive_[id] = 0;
        record_loss(mentions_[id], old.rank, winner);
    }
}

std::vector<Mention> Results::take() {
    std::vector<MentionId> order;
    for (MentionId id = 0; id < mentions_.size(); ++id) {
        if (alive_[id] != 0) {
            order.push_back(id);
        }
    }
    std::ranges::stable_sort(order, [&](MentionId left, MentionId right) {
        const Mention& first = mentions_[left];
        const Mention& second = mentions_[right];
        return first.stage != second.stage ? first.stage < second.stage
                                           : first.cue.front() < second.cue.front();
    });
    std::vector<MentionId> places(mentions_.size(), kNoId);
    for (MentionId place = 0; place < order.size(); ++place) {
        places[order[place]] = place;
    }
    for (auto at = replacements_.rbegin(); at != replacements_.rend(); ++at) {
        places[at->first] = places[at->second];
    }
    const auto put_right = [&](MentionId& id) { id = id == kNoId ? kNoId : places[id]; };
    std::vector<Mention> left;
    left.reserve(order.size());
    for (const MentionId id : order) {
        left.push_back(std::move(mentions_[id]));
        Mention& mention = left.back();
        put_right(mention.joins);
        std::ranges::for_each(mention.given, put_right);
        std::erase(mention.given, kNoId);
        for (SlotValue& slot : mention.slots) {
            put_right(slot.of);
            if (slot.form == SlotValue::Form::enclosing && slot.of == kNoId) {
                slot.form = SlotValue::Form::author;
            }
        }
    }
    if (trace_ != nullptr) {
        for (Beaten& beaten : trace_->beaten) {
            put_right(beaten.winner);
        }
    }
    return left;
}

}  // namespace stancegraph
