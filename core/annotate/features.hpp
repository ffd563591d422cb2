#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "annotate/lexicon.hpp"

namespace stancegraph {

/// The views of a word from which its first vector is summed up. A template that has not met the word's value
/// in training uses its own row for the unknown.
enum class FeatureTemplate : std::uint8_t {
    word,
    prefix3,
    suffix2,
    suffix3,
    suffix4,
    shape,
    ambiguity,
    frame,
    gazetteer
};
inline constexpr std::size_t kFeatureTemplates = 9;

using FeatureKeys = std::array<std::uint32_t, kFeatureTemplates>;

/// The word as the network sees it: lower case, typographic quotes, dashes and dots made plain.
[[nodiscard]] std::string normalised(std::string_view form);

/// One hash for each template; the same in training and in use. `is_first`: the word opens its sentence, so
/// that a capital tells little. Source: hashed sub-word features as in Botha et al. 2017, "Natural Language
/// Processing with Small Feed-Forward Networks".
[[nodiscard]] FeatureKeys feature_keys(std::string_view form, bool is_first, const FormLexicon& lexicon);

}  // namespace stancegraph
