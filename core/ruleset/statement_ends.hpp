#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "ruleset/certainty_table.hpp"

namespace stancegraph {

/// What is known of a pause inside a statement: where a speaker may have ended and the writer goes on.
enum class EndKind : std::uint8_t {
    rule,      ///< The rule that found the statement.
    cue,       ///< Lemma of its cue.
    clause,    ///< How the cue's clause hangs in the sentence: `root`, `advcl`, ….
    relation,  ///< What the words behind the pause are to those before it: `appos head`, `conj cue`, ….
    opening,   ///< The first of them.
    tag,       ///< Its part of speech.
    subject,   ///< Their first subject: a pronoun, or its part of speech.
    tense,     ///< Tags of the first finite verbs before and behind the pause: `VBD VBZ`.
    words,     ///< So many words before the pause.
    pauses,    ///< So many commas behind it.
    speaker    ///< `again` where the speaker is named behind it.
};
inline constexpr std::array<std::string_view, 11> kEndNames{
    "rule", "cue", "clause", "relation", "opening", "tag", "subject", "tense", "words", "pauses", "speaker"};
inline constexpr std::size_t kEndKinds = kEndNames.size();

/// The odds that a statement ends at a pause inside it: those of any pause times a factor for each value that
/// was counted. The section `statement_ends:` of the rules.
struct StatementEnds {
    double odds = 0.0;  ///< 0 where nothing was counted: then no statement is cut.
    std::array<std::map<std::string, Measured, std::less<>>, kEndKinds> evidence;
    Location location;
};

}  // namespace stancegraph
