#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "match/candidate.hpp"

namespace stancegraph {

/// The results of a document while its rules run: at most one attribution and one claim for each cue word.
class Results {
public:
    void open(const RuleSet& rules, TokenIndex tokens, Trace* trace);

    /// Puts the candidates of one step, in any order, into the results; losers go to the trace.
    void add(std::vector<Candidate> candidates);
    /// One candidate, against what is there.
    void add_one(Candidate candidate);

    /// All mentions, also beaten ones; see is_alive.
    [[nodiscard]] const std::vector<Mention>& mentions() const { return mentions_; }

    [[nodiscard]] Mention& at(MentionId id) { return mentions_[id]; }

    /// At most `most` of the living mentions with their cue in the range, nearest to `from` first. O(most *
    /// log n) when all are alive.
    [[nodiscard]] std::vector<MentionId> near(TokenIndex from, TokenSpan range, std::size_t most) const;
    /// The living mentions with their cue on the token.
    [[nodiscard]] std::vector<MentionId> on(TokenIndex cue) const;
    /// The attribution with the shortest statement around the token, but for `except`; or kNoId.
    [[nodiscard]] MentionId statement_around(TokenIndex token, MentionId except = kNoId) const;

    [[nodiscard]] bool is_alive(MentionId id) const { return alive_[id] != 0; }

    /// True if some result stands on the cue.
    [[nodiscard]] bool has_winner(TokenIndex cue) const;
    /// True if a result stands on the cue that leaves no room for one of the rule.
    [[nodiscard]] bool has_rival(RuleId rule, TokenIndex cue) const;

    /// What is left, by stage, then cue; ids in mentions and in the trace are put right.
    [[nodiscard]] std::vector<Mention> take();

private:
    struct Winner {
        Rank rank;
        std::vector<MentionId> mentions;  ///< Empty for `emit: nothing`.
    };

    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    [[nodiscard]] std::uint32_t& winner_at(const Candidate& candidate);
    void keep(Candidate& candidate, std::vector<MentionId>& ids);
    void index(MentionId id);
    void record_loss(const Mention& loser, const Rank& rank, const Winner& winner);

    const RuleSet* rules_ = nullptr;
    Trace* trace_ = nullptr;
    std::vector<Mention> mentions_;
    std::vector<std::uint8_t> alive_;
    std::multimap<TokenIndex, MentionId> by_cue_;
    std::vector<std::uint32_t> statement_sizes_;                 ///< By mention; 0 for no attribution.
    std::vector<std::vector<MentionId>> statements_over_;        ///< By token, the shortest last.
    std::vector<std::pair<MentionId, MentionId>> replacements_;  ///< Replaced and by which.
    std::vector<Winner> winners_;
    std::array<std::vector<std::uint32_t>, 2> winner_of_;  ///< By cue: attributions, claims.
};

}  // namespace stancegraph
