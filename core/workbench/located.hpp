#pragma once

#include <optional>
#include <string>

#include "workbench/trial.hpp"

namespace stancegraph {

/// Words of the text that are meant by a name.
struct Located {
    TokenSpan tokens;
    TokenIndex head = kNoToken;
    bool is_pronoun = false;  ///< Only a pronoun could mean it.

    [[nodiscard]] bool is_found() const { return head != kNoToken; }
};

/// The first words in `part` of the text that name the speaker: an actor of that name, the words themselves,
/// the last of them, else a personal pronoun. Nothing found for AUTHOR.
[[nodiscard]] Located locate_speaker(const Trial& trial, ByteSpan part, const std::string& name);

/// The same for a subject: one of the taxonomy, the words in any form, the last of them.
[[nodiscard]] Located locate_subject(const Trial& trial, ByteSpan part, const std::string& name);

/// The tokens of some bytes of the text.
[[nodiscard]] Located locate(const Trial& trial, ByteSpan bytes);

/// The way through the tree as a slot has it: `cue >prep(about)`, `cue <obj >nsubj`. At most four
/// steps; nothing where the words are further apart, or in different sentences.
[[nodiscard]] std::optional<std::string> path_between(const TextView& text, TokenIndex cue,
                                                      TokenIndex target);

/// How many steps the words are apart in the tree; kFar in different sentences.
inline constexpr std::size_t kFar = 1000;
[[nodiscard]] std::size_t tree_distance(const TextView& text, TokenIndex from, TokenIndex to);

/// The first child that brings the word in: `about` of "about the toll"; kNoToken for none.
[[nodiscard]] TokenIndex preposition_of(const TextView& text, TokenIndex token);

}  // namespace stancegraph
