#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

/// What has been counted about how often results are right: the section `certainty:` of the rules.
namespace stancegraph {

/// What is known of a result before anybody judges it.
enum class EvidenceKind : std::uint8_t { rule, entry, speaker, subject, form, statement, stance, modality };
inline constexpr std::array<std::string_view, 8> kEvidenceNames{"rule", "entry",     "speaker", "subject",
                                                                "form", "statement", "stance",  "modality"};
inline constexpr std::size_t kEvidenceKinds = kEvidenceNames.size();

/// How a value of one kind (the rule `said_that`) changes the odds that a result is right, and the judged
/// results with that value which this comes from.
struct Measured {
    double odds = 1.0;        ///< Factor on the odds, above 0.
    std::uint32_t right = 0;  ///< So many of `of` were right.
    std::uint32_t of = 0;
};

/// A bin of the calibration table: of so many results with a certainty in [from, to) so many were right.
struct CheckedBin {
    double from = 0.0;
    double to = 1.0;
    double expected = 0.0;  ///< Their mean certainty.
    std::uint32_t right = 0;
    std::uint32_t of = 0;
};

/// The odds that a result is right: those of all results times a factor for each value that was counted.
struct CertaintyModel {
    double odds = 0.0;  ///< Of a result of which nothing counted is known; 0 where nothing was counted.
    double attribution = 0.0;  ///< The power of the odds of the attribution, which are multiplied too.
    std::array<std::map<std::string, Measured, std::less<>>, kEvidenceKinds> evidence;
    std::vector<CheckedBin> checked;  ///< Ascending.
};

/// What is counted is counted apart, because different things make it wrong. A claim is right where it is the
/// speaker's and has the right stance and subject: its certainty is the product of both shares.
struct CertaintyTable {
    CertaintyModel attribution;  ///< Right speaker, right content.
    CertaintyModel claim;        ///< It is a claim, and the speaker's. Its `checked` is that of whole claims.
    CertaintyModel subject;      ///< Right stance and subject, where it is the speaker's claim.
    Location location;
};

}  // namespace stancegraph
