#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "workbench/articles.hpp"
#include "workbench/verdicts.hpp"

namespace stancegraph {

/// One claim that a change of the rules brought, took or changed.
struct ClaimChange {
    enum class Kind : std::uint8_t { gained, lost, changed };

    Kind kind = Kind::gained;
    std::string rule;  ///< The one that finds it now; of a lost claim the one that found it.
    std::string doc;
    std::string place;   ///< `nyt-0312.txt:14`
    std::string cue;     ///< Its words in the text.
    std::string before;  ///< The claim on one line with its polarity; empty for gained.
    std::string now;     ///< Empty for lost.
    std::string sentence;
    std::string reason;  ///< Why the rules without it have none there; of a changed one may be empty.
};

/// How rules do against what somebody said of claims.
struct ReviewedFound {
    std::uint32_t right = 0;  ///< Claims judged right that the rules find.
    std::uint32_t wrong = 0;  ///< Claims judged wrong that they find.
};

/// What becomes of the claims of a corpus when the rules change.
struct RuleDifference {
    std::uint32_t articles = 0;       ///< All there are.
    std::uint32_t compared = 0;       ///< Those that the change can touch; the others have the same claims.
    std::uint32_t claims_before = 0;  ///< In the compared articles.
    std::uint32_t claims_now = 0;
    std::uint32_t other_rule = 0;       ///< Claims that say the same, and are another rule's.
    std::uint32_t other_certainty = 0;  ///< Claims that say the same with another certainty.
    std::uint32_t reviewed_right = 0;   ///< Claims judged right in these articles, found or not.
    ReviewedFound reviewed_before;
    ReviewedFound reviewed_now;
    std::vector<ClaimChange> changes;  ///< By article, then cue.

    [[nodiscard]] bool is_nothing() const {
        return changes.empty() && other_rule == 0 && other_certainty == 0;
    }
};

/// Runs two rule sets over the articles. Each is annotated once, and a second time only where the change
/// touches how text is cut or names are found. Articles with judged claims are compared in any case, so that
/// what was reviewed is complete. Deterministic.
[[nodiscard]] RuleDifference difference_between(const Engine& before, const Engine& now, Articles& articles,
                                                const JudgedClaims& judged);

}  // namespace stancegraph
