#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/span.hpp"
#include "base/vocabulary.hpp"
#include "text/tagset.hpp"

namespace stancegraph {

/// What a paragraph is in its article. Only `body` and `headline` yield claims.
enum class BlockClass : std::uint8_t { body, headline, teaser, furniture };

struct Paragraph {
    ByteSpan span;
    TokenSpan tokens;
    BlockClass block_class = BlockClass::body;
    std::uint32_t first_sentence = 0;  ///< Index into Annotation::sentences.
    std::uint32_t sentence_count = 0;
};

/// What people say in one breath: at most kMostTokens tokens, whoever cut the text. What costs the square of
/// a sentence's length, as statements inside of statements do, is linear in the text by that.
struct Sentence {
    static constexpr std::uint32_t kMostTokens = 2000;

    ByteSpan span;  ///< From the first token's first byte to the last token's last.
    TokenSpan tokens;
    std::uint32_t paragraph = 0;  ///< Index into Annotation::paragraphs.
    bool has_tree = false;        ///< Tagged, lemmatised and parsed; without, only forms are known.
};

/// Quoted text with its marks. A speech of several paragraphs, opened again at each and closed once, is
/// several quotations; `continues` links them.
struct Quotation {
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    ByteSpan span;                    ///< With its marks.
    TokenSpan tokens;                 ///< With its marks.
    bool is_open = false;             ///< The paragraph ends before the closing mark.
    std::uint8_t depth = 0;           ///< 0 = outermost, 1 = inside another quotation.
    std::uint32_t continues = kNone;  ///< The quotation of the paragraph before that this one carries on.
};

enum class NameKind : std::uint8_t { unknown, person, organisation, place };

/// A proper name: no title, no possessive 's.
struct Name {
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    TokenSpan tokens;
    NameKind kind = NameKind::unknown;
};

/// Tokens as a structure of arrays, all of one length, in text order; sentences, paragraphs, quotations and
/// names over them, each sorted by where they begin. A token is a syntactic word of Universal Dependencies:
/// "don't" is `do` `n't`, "Bessent's" is `Bessent` `'s`.
struct Annotation {
    std::vector<ByteSpan> span;
    std::vector<Symbol> form;   ///< As written.
    std::vector<Symbol> lower;  ///< Lower-cased, apostrophes made straight.
    std::vector<Symbol>
        lemma;  ///< The empty symbol (0) where the sentence has no tree; lower-case but for names.
    std::vector<Upos> upos;
    std::vector<Xpos> xpos;
    std::vector<TokenIndex> head;  ///< Index in the document; kNoToken for a root and where there is no tree.
    std::vector<Deprel> deprel;

    std::vector<Paragraph> paragraphs;
    std::vector<Sentence> sentences;
    std::vector<Quotation> quotations;
    std::vector<Name> names;

    [[nodiscard]] TokenIndex token_count() const { return static_cast<TokenIndex>(span.size()); }

    /// The bytes from the first token's begin to the last token's end; empty for an empty range.
    [[nodiscard]] ByteSpan bytes_of(TokenSpan tokens) const;
    /// The tokens that overlap `bytes`. O(log n).
    [[nodiscard]] TokenSpan tokens_in(ByteSpan bytes) const;
    /// The index of the sentence that holds `token`. O(log n). Precondition: token < token_count().
    [[nodiscard]] std::uint32_t sentence_of(TokenIndex token) const;
    /// For each token whether it stands in a quotation, marks included. O(n + quoted tokens).
    [[nodiscard]] std::vector<bool> quoted_tokens() const;
    /// For each token the index of the one of `of` (the annotation's names, or others of its tokens) that it
    /// belongs to, or Name::kNone. O(n).
    [[nodiscard]] std::vector<std::uint32_t> names_of_tokens(std::span<const Name> of) const;
};

}  // namespace stancegraph
