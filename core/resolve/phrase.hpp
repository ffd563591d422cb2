#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/vocabulary.hpp"
#include "resolve/offices.hpp"
#include "resolve/word_lists.hpp"
#include "text/annotation.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// A document with all that has been found of it so far, and the word lists and offices to read it by: what
/// every step of resolving reads.
struct ReadView {
    const Document& document;
    const Annotation& annotation;
    const Vocabulary& vocabulary;
    const WordLists& lists;
    const Offices& offices;

    [[nodiscard]] std::string_view lower(TokenIndex token) const {
        return vocabulary.text(annotation.lower[token]);
    }

    [[nodiscard]] std::string_view form(TokenIndex token) const {
        return vocabulary.text(annotation.form[token]);
    }

    /// The lemma, or the lower-case form in a sentence without a tree.
    [[nodiscard]] std::string_view lemma(TokenIndex token) const {
        const Symbol lemma = annotation.lemma[token];
        return vocabulary.text(lemma == 0 ? annotation.lower[token] : lemma);
    }

    [[nodiscard]] bool is_proper(TokenIndex token) const { return annotation.upos[token] == Upos::propn; }
};

/// The words of the span on one line: white space of any length is one blank.
[[nodiscard]] std::string text_of(const ReadView& view, ByteSpan span);
[[nodiscard]] std::string text_of(const ReadView& view, TokenSpan tokens);
/// The words of the sentence; of one longer than people write those around the cue, with … where it goes on.
[[nodiscard]] std::string text_around(const ReadView& view, ByteSpan sentence, ByteSpan cue);

/// True for the hyphen of "small-yard", not for the dash of "the yard - small".
[[nodiscard]] bool joins_words(const ReadView& view, TokenIndex mark);

/// Which prepositional phrases of a noun tell what it is: those of a name (secretary of state), or all.
enum class Phrases : std::uint8_t { of_name, all };

/// The tokens of the shortest telling form of the noun phrase around `head`: its modifiers, possessor and
/// prepositional phrases; without article, relative clause, apposition and conjuncts. In text order.
[[nodiscard]] std::vector<TokenIndex> telling_tokens(const ReadView& view, TokenIndex head,
                                                     Phrases phrases = Phrases::of_name);

/// The whole noun phrase around `head`, as far as it goes without a pause: restrictive clauses included, what
/// follows a comma or dash left out.
[[nodiscard]] TokenSpan whole_phrase(const ReadView& view, TokenIndex head);

/// Those tokens as a name: blanks as in the text, a first word that is no name in lower case.
[[nodiscard]] std::string name_of_tokens(const ReadView& view, const std::vector<TokenIndex>& tokens);

}  // namespace stancegraph
