#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace stancegraph {

/// What the word list knows of a lower-case word form.
enum WordFlag : std::uint16_t {
    kNounBase = 1U << 0U,
    kVerbBase = 1U << 1U,
    kAdjectiveBase = 1U << 2U,
    kAdverbBase = 1U << 3U,
    kIrregularNoun = 1U << 4U,       ///< An inflected form such as `children`.
    kIrregularVerb = 1U << 5U,       ///< `went`.
    kIrregularAdjective = 1U << 6U,  ///< `better`.
    kPersonPart = 1U << 7U,          ///< Part of a person's name.
    kPlacePart = 1U << 8U,           ///< Part of a place's name.
    kGroupPart = 1U << 9U,           ///< Part of an organisation's name.
    kCalendarName = 1U << 10U,       ///< `monday`, `january`: capitalised, but no actor.
};

/// A word list, stored as sorted hashes. The data is WordNet 3.0, compiled by `train`.
class FormLexicon {
public:
    static constexpr std::uint32_t kHashSeed = 101;

    FormLexicon() = default;

    /// Precondition: both have one length; `hashes` is sorted.
    FormLexicon(std::span<const std::uint32_t> hashes, std::span<const std::uint16_t> flags)
        : hashes_(hashes), flags_(flags) {}

    /// The WordFlags of a lower-case word, 0 for an unknown one. O(log n).
    [[nodiscard]] std::uint16_t flags_of(std::string_view lower) const;

    [[nodiscard]] bool has(std::string_view lower, std::uint16_t flags) const {
        return (flags_of(lower) & flags) != 0;
    }

private:
    std::span<const std::uint32_t> hashes_;
    std::span<const std::uint16_t> flags_;
};

/// Flags of `lower` itself (bits 0 to 6) and, from bit 8, whether it looks like a regular form of a known
/// word: noun plural, verb in -s, -ed, -ing, adjective in -er, -est, adverb in -ly, negated with un-.
[[nodiscard]] std::uint32_t ambiguity_bits(const FormLexicon& lexicon, std::string_view lower);

}  // namespace stancegraph
