#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "resolve/resolver.hpp"
#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// A claim that somebody wants, by its names or by the places of its parts; what is empty may be anything.
struct Goal {
    std::string speaker;
    std::string stance;
    std::string subject;
    std::string rest;  ///< What stands in brackets behind the subject: `[possible] [via Reuters]`.
    ByteSpan speaker_at;
    ByteSpan cue_at;
    ByteSpan subject_at;
    ByteSpan statement_at;  ///< Not empty: an attribution is wanted, not a claim.
};

/// In which parts a claim differs from the goal.
struct Difference {
    bool speaker = false;
    bool stance = false;
    bool subject = false;
    bool rest = false;
    bool cue = false;

    [[nodiscard]] int count() const {
        return static_cast<int>(speaker) + static_cast<int>(stance) + static_cast<int>(subject) +
               static_cast<int>(rest) + static_cast<int>(cue);
    }
};

/// The worst difference: no claim at all.
inline constexpr int kNoClaim = 4;

/// Reads `Mara Lindqvist -> criticises -> ferry toll [possible]`; also with `→`. Names of actors may be one
/// of their other names. Nothing, with a report, where a part is missing or no stance is called so.
[[nodiscard]] std::optional<Goal> read_goal(const std::string& typed, const RuleSet& rules,
                                            Diagnostics& diagnostics);

/// `Mara Lindqvist -> criticises -> ferry toll [possible]`
[[nodiscard]] std::string to_text(const Goal& goal);

[[nodiscard]] Difference difference(const Goal& goal, const Claim& claim);

/// The claim of the part of the text that comes nearest; the first of equals. Null without any.
[[nodiscard]] const Claim* nearest_claim(const Goal& goal, const Resolved& resolved, ByteSpan part);

/// How far the nearest claim, or attribution, is from the goal: 0 where it is reached, kNoClaim without any.
[[nodiscard]] int distance(const Goal& goal, const Resolved& resolved, ByteSpan part);

/// Lower case, without article, runs of white space as one blank: how names are compared.
[[nodiscard]] std::string plain_name(std::string_view name);

}  // namespace stancegraph
