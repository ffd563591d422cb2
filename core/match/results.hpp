#pragma once

#include <array>
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

    [[nodiscard]] bool is_alive(MentionId id) const { return alive_[id] != 0; }

    /// True if a result of the rule stands on the cue.
    [[nodiscard]] bool has_won(RuleId rule, TokenIndex cue) const;

    /// True if some result stands on the cue.
    [[nodiscard]] bool has_winner(TokenIndex cue) const;

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
    void record_loss(const Mention& loser, const Rank& rank, const Winner& winner);

    const RuleSet* rules_ = nullptr;
    Trace* trace_ = nullptr;
    std::vector<Mention> mentions_;
    std::vector<std::uint8_t> alive_;
    std::vector<std::pair<MentionId, MentionId>> replacements_;  ///< Replaced and by which.
    std::vector<Winner> winners_;
    std::array<std::vector<std::uint32_t>, 2> winner_of_;  ///< By cue: attributions, claims.
};

}  // namespace stancegraph
