#pragma once

#include <string>
#include <string_view>

#include "resolve/claim.hpp"

namespace stancegraph {

/// A claim as somebody is asked about it: its sentence with the words of its parts marked, what stands before
/// and behind, and the claim.
///
///       The harbour board met on Monday.
///     > [Mara Quill]{speaker} [opposes]{cue} [the night ferry]{subject}.
///       The vote is in May.
///     Mara Quill -> opposes -> night ferry
///
/// Parts outside of the sentence are told in a line of their own. `text` is that of the claim's document.
[[nodiscard]] std::string claim_card(const Claim& claim, std::string_view text);

/// The words before a place: the rest of its line, or else the line before, as far as people read them.
[[nodiscard]] std::string words_before(std::string_view text, std::uint32_t byte);
/// The same behind a place.
[[nodiscard]] std::string words_behind(std::string_view text, std::uint32_t byte);

}  // namespace stancegraph
