#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "annotate/lexicon.hpp"
#include "text/annotation.hpp"

namespace stancegraph {

/// Where a token stands in a name: outside, or at the begin of or inside a name of a kind.
enum class NameTag : std::uint8_t {
    outside,
    begin_person,
    inside_person,
    begin_place,
    inside_place,
    begin_organisation,
    inside_organisation
};
inline constexpr std::size_t kNameTags = 7;

/// What the name finder knows of a token beside the annotation.
struct NameEvidence {
    NameTag tag = NameTag::outside;  ///< By the model.
    std::uint16_t flags = 0;         ///< WordFlags of the lower-case word.
    bool is_title = false;           ///< `Mr.`, `President`: stands before a name without being part of it.
};

/// The highest-scoring tags that make sense: `inside` only after `begin` or `inside` of the same kind.
[[nodiscard]] NameTag best_name_tag(std::span<const std::int32_t> scores, NameTag before);

/// Appends the names of one tagged and parsed sentence, in text order: what the model marks, drawn out over
/// the rest of a flat name, and every other run of proper nouns but for months and days. Titles, articles,
/// marks and the possessive 's at the ends are cut off. `evidence` has one entry for each token of the
/// sentence.
void find_names(const Annotation& annotation, TokenSpan sentence, std::span<const NameEvidence> evidence,
                std::vector<Name>& names);

/// Makes the kinds of a document's names agree: the same words are of the kind that they have most often, and
/// the last name of a person is a person where nothing speaks against it.
void unify_kinds(Annotation& annotation);

}  // namespace stancegraph
