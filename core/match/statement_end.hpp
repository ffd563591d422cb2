#pragma once

#include <array>
#include <string>
#include <vector>

#include "match/mention.hpp"
#include "match/text_view.hpp"

/// Where a statement ends, as counted on statements that people marked: "said the ferry is late, | though she
/// owns it". The parser hangs what the writer adds into what is said; words tell better.
namespace stancegraph {

/// A pause inside a statement, and what tells whether the statement ends there, one value for each EndKind.
struct PossibleEnd {
    TokenIndex pause = kNoToken;
    std::array<std::string, kEndKinds> evidence;
};

/// The pauses of the last piece of what a mention tells (Mention::reach or the slot `statement`), in text
/// order; none where the piece stands before the cue. Pauses inside quotations are the speaker's.
[[nodiscard]] std::vector<PossibleEnd> possible_ends(const TextView& text, const Mention& mention);

/// Ends the slot `statement` at the first pause where that is likelier than not, and notes what that leaves
/// out of all that the mention tells (Mention::left_out).
void end_statement(const TextView& text, Mention& mention);

}  // namespace stancegraph
