#pragma once

#include <string>
#include <vector>

#include "workbench/goal.hpp"
#include "workbench/located.hpp"

namespace stancegraph {

/// A list entry that brings a claim about, or nearer.
struct EntryIdea {
    LexiconId list = kNoId;
    std::string entry;  ///< `gripe about`
    StanceId stance = kNoId;
    std::size_t alike = 0;     ///< Entries of the list with this preposition (or none) and this stance.
    std::size_t in_frame = 0;  ///< Entries of the list with this preposition, or none.
    int distance = 0;          ///< What it leaves to be wished for; see `distance`.
};

/// "the list mood has 33 entries of this form, 6 of them with “optimistic”"
[[nodiscard]] std::string reason_of(const EntryIdea& idea, const RuleSet& rules);

/// The lists that the rules start from or take stances from, in the order of the files. O(size of the rules).
[[nodiscard]] std::vector<LexiconId> stance_lists(const RuleSet& rules);

/// The ways in which the word could be written as an entry, the fullest first: with what belongs to it and
/// the preposition before `subject` (`lash out at`, `saddle _ with` where somebody stands in between),
/// without the preposition, bare. Without a subject: the first preposition behind the word. None for a verb
/// with an object of its own that is nobody.
[[nodiscard]] std::vector<std::string> entry_forms(const Trial& trial, TokenIndex cue, TokenIndex subject,
                                                   WordClass word_class);

/// Tries the word as a new entry of each list of its part of speech and keeps what brings the text nearer to
/// the goal than it is, best first: what reaches it, then the lists with most entries like it. `stance`
/// kNoId: for each list the stances that its entries of that frame have most. Of several with the same effect
/// those are left out that no entry is like. O(lists) runs over the text.
[[nodiscard]] std::vector<EntryIdea> find_entries(const Trial& base, const Goal& goal, ByteSpan part,
                                                  TokenIndex cue, TokenIndex subject, StanceId stance);

}  // namespace stancegraph
