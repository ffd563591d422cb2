#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "match/entries.hpp"
#include "match/machine.hpp"
#include "match/text_input.hpp"

namespace stancegraph {

/// Where a trigger stands: a token that may start an anchor's programs.
struct Occurrence {
    TokenIndex token = kNoToken;
    AnchorRef anchor;
    std::optional<EntryFit> fit;  ///< For a list.
};

struct NamedSpan {
    std::uint32_t name = 0;  ///< Number in CompiledPattern::names.
    TokenSpan tokens;
};

/// A pattern's best match around one trigger.
struct PatternMatch {
    TokenIndex trigger = kNoToken;
    std::optional<EntryFit> fit;
    TokenSpan extent;
    MatchCost cost;
    std::vector<NamedSpan> parts;
    std::vector<TokenIndex> literals;  ///< Plain words outside of names; the trigger first if it is one.
};

/// How far a pattern came that did not match, for near misses.
struct PatternStop {
    const pattern::Program* program = nullptr;  ///< The first side that did not match.
    FurthestPoint furthest;
    std::uint32_t missing = 0;  ///< Parts of both sides that are not there.
};

/// For each instruction the fewest tokens, entries and spans on the way to the end.
[[nodiscard]] std::vector<std::uint32_t> missing_parts(const pattern::Program& program);

/// Runs an anchor's programs to both sides of a trigger.
class PatternRunner {
public:
    PatternRunner(TextView& text, TextInput& input) : text_(&text), input_(&input) {}

    /// The best match, or nothing. Two runs of the machine, three where a preposition may or may not belong
    /// to the trigger.
    [[nodiscard]] std::optional<PatternMatch> run(const RunnablePattern& pattern,
                                                  const Occurrence& occurrence, PatternStop* stop = nullptr);

    /// A pattern without a trigger, tried at one position.
    [[nodiscard]] std::optional<PatternMatch> run_at(const RunnablePattern& pattern, TokenIndex position);

    /// True if the token can be the anchor's trigger; adds the entries that fit there, for a list.
    [[nodiscard]] bool starts(const pattern::Anchor& anchor, TokenIndex token, std::vector<EntryFit>& fits);

    [[nodiscard]] std::uint64_t steps() const { return machine_.steps(); }

private:
    [[nodiscard]] TokenSpan window(TokenIndex token) const;
    [[nodiscard]] bool run_left(const pattern::Anchor& anchor, TokenIndex token, TokenSpan around,
                                PatternStop* stop);
    [[nodiscard]] bool run_right(const pattern::Anchor& anchor, const Occurrence& occurrence,
                                 TokenSpan around, PatternStop* stop);
    const MachineMatch& run_side(const pattern::Program& program, const Attempt& attempt, PatternStop* stop);
    void add_parts(const std::vector<MarkAt>& left, const std::vector<MarkAt>& right,
                   PatternMatch& match) const;

    TextView* text_;
    TextInput* input_;
    Machine machine_;
    MachineMatch left_;
    MachineMatch right_;
};

}  // namespace stancegraph
