#include "match/results.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace stancegraph {
namespace {

/// Reports within reports: of more than so many around a word the longest are forgotten.
constexpr std::size_t kMostNested = 16;

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
    by_cue_.clear();
    statement_sizes_.clear();
    statements_over_.clear();
    statements_over_.resize(tokens);
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

bool Results::has_rival(RuleId rule, TokenIndex cue) const {
    const bool is_attribution = rules_->rules[rule].stage == Stage::attribution;
    return winner_of_[is_attribution ? 0 : 1][cue] != kNone;
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
        index(ids.back());
    }
}

void Results::index(MentionId id) {
    const Mention& mention = mentions_[id];
    by_cue_.emplace(mention.cue.front(), id);
    statement_sizes_.push_back(0);
    const SlotValue* const statement = mention.find("statement");
    if (mention.stage != Stage::attribution || statement == nullptr) {
        return;
    }
    std::uint32_t size = 0;
    for (const TokenSpan piece : statement->pieces) {
        size += piece.size();
    }
    statement_sizes_.back() = size;
    for (const TokenSpan piece : statement->pieces) {
        for (TokenIndex token = piece.begin; token < piece.end; ++token) {
            auto& over = statements_over_[token];
            std::erase_if(over, [&](MentionId other) { return alive_[other] == 0; });
            const auto at =
                std::ranges::find_if(over, [&](MentionId other) { return statement_sizes_[other] <= size; });
            over.insert(at, id);
            if (over.size() > kMostNested) {
                over.erase(over.begin());
            }
        }
    }
}

MentionId Results::statement_around(TokenIndex token, MentionId except) const {
    const auto& over = statements_over_[token];
    const auto living = std::find_if(over.rbegin(), over.rend(),
                                     [&](MentionId id) { return alive_[id] != 0 && id != except; });
    return living == over.rend() ? kNoId : *living;
}

std::vector<MentionId> Results::on(TokenIndex cue) const {
    std::vector<MentionId> found;
    const auto [begin, end] = by_cue_.equal_range(cue);
    for (auto at = begin; at != end; ++at) {
        if (alive_[at->second] != 0) {
            found.push_back(at->second);
        }
    }
    return found;
}

std::vector<MentionId> Results::near(TokenIndex from, TokenSpan range, std::size_t most) const {
    std::vector<MentionId> found;
    auto after = by_cue_.lower_bound(from);
    auto before = after;
    const auto has_after = [&] { return after != by_cue_.end() && after->first < range.end; };
    const auto has_before = [&] {
        return before != by_cue_.begin() && std::prev(before)->first >= range.begin;
    };
    while (found.size() < most && (has_after() || has_before())) {
        const bool takes_after =
            has_after() && (!has_before() || after->first - from < from - std::prev(before)->first);
        const MentionId id = takes_after ? (after++)->second : (--before)->second;
        if (range.contains(mentions_[id].cue.front()) && alive_[id] != 0) {
            found.push_back(id);
        }
    }
    return found;
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
