#pragma once

#include <functional>

#include "match/text_view.hpp"

/// What the order of the words of a sentence tells about its parts, where a greedy parser is often wrong.
namespace stancegraph {

/// A question about one word.
using WordTest = std::function<bool(TokenIndex)>;

inline constexpr DeprelSet kSubjects =
    kNominalSubjects | set_of(Deprel::nsubj_pass, Deprel::csubj, Deprel::csubj_pass, Deprel::expl);

/// A comma or a dash.
[[nodiscard]] bool is_pause(const TextView& text, TokenIndex token);

/// A pause or a quotation mark.
[[nodiscard]] bool is_separator(const TextView& text, TokenIndex token);
[[nodiscard]] bool has_separator(const TextView& text, TokenSpan span);

/// True if a verb or an auxiliary is in the span.
[[nodiscard]] bool has_verb(const TextView& text, TokenSpan span);

/// A verb in the present or past tense or a modal, by its tag.
[[nodiscard]] bool is_finite(const TextView& text, TokenIndex token);
[[nodiscard]] bool has_finite_verb(const TextView& text, TokenSpan span);

/// The sentence around the token, or the part of it inside the same quotation or brackets; without the final
/// stop.
[[nodiscard]] TokenSpan region_of(const TextView& text, TokenIndex token);

/// True if nothing above the cue makes its clause part of a noun phrase or puts it before the main clause.
[[nodiscard]] bool is_on_main_line(const Tree& tree, TokenIndex cue);

/// True if what is said is no clause of its own: "to do it", "the plan".
[[nodiscard]] bool is_bare(const TextView& text, TokenIndex head);

/// Where the next part of the sentence begins, at or behind `from`, that the cue does not report: another
/// report
/// (`says_more`), the speaker's next deed, what follows a semicolon; and behind something bare any clause
/// with a subject. `end` for nowhere.
[[nodiscard]] TokenIndex next_part(const TextView& text, TokenIndex cue, TokenIndex from, TokenIndex end,
                                   bool is_bare, const WordTest& says_more);

/// A piece of a statement behind its cue without the report that the speaker goes on to, which the parser may
/// have put inside: "said the ferry is late, | adding that …".
[[nodiscard]] TokenSpan without_next_report(const TextView& text, TokenIndex cue, TokenSpan piece,
                                            const WordTest& says_more);

}  // namespace stancegraph
