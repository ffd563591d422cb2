#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/vocabulary.hpp"
#include "match/compiled_rules.hpp"
#include "match/tree.hpp"
#include "text/annotation.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// One document as the matcher sees it: its tokens, tree and quotations, and what is remembered of each word
/// type. Belongs to one thread; `open` turns to the next document.
class TextView {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    TextView(const CompiledRules& rules, Vocabulary& vocabulary) : rules_(&rules), vocabulary_(&vocabulary) {}

    /// O(tokens). Both must outlive the work on them.
    void open(const Document& document, const Annotation& annotation);

    [[nodiscard]] const CompiledRules& compiled() const { return *rules_; }

    [[nodiscard]] const RuleSet& rules() const { return rules_->rules(); }

    [[nodiscard]] const Document& document() const { return *document_; }

    [[nodiscard]] const Annotation& annotation() const { return *annotation_; }

    [[nodiscard]] const Tree& tree() const { return tree_; }

    /// Of the vocabulary: what is kept by Symbol is stale when it differs.
    [[nodiscard]] std::uint32_t generation() const { return vocabulary_->generation(); }

    [[nodiscard]] TokenIndex size() const { return annotation_->token_count(); }

    [[nodiscard]] std::string_view form(TokenIndex token) const {
        return vocabulary_->text(annotation_->form[token]);
    }

    [[nodiscard]] std::string_view lower(TokenIndex token) const {
        return vocabulary_->text(annotation_->lower[token]);
    }

    /// Lower case; empty where there is no tree.
    [[nodiscard]] std::string_view lemma(TokenIndex token) const {
        return vocabulary_->text(vocabulary_->lower(annotation_->lemma[token]));
    }

    [[nodiscard]] Upos upos(TokenIndex token) const { return annotation_->upos[token]; }

    [[nodiscard]] Xpos xpos(TokenIndex token) const { return annotation_->xpos[token]; }

    [[nodiscard]] std::uint32_t sentence_of(TokenIndex token) const { return sentence_of_[token]; }

    [[nodiscard]] const Sentence& sentence_at(TokenIndex token) const {
        return annotation_->sentences[sentence_of_[token]];
    }

    [[nodiscard]] const Paragraph& paragraph_at(TokenIndex token) const {
        return annotation_->paragraphs[sentence_at(token).paragraph];
    }

    [[nodiscard]] bool has_tree(TokenIndex token) const { return sentence_at(token).has_tree; }

    /// The outermost quotation around a token, as an index into Annotation::quotations; or kNone.
    [[nodiscard]] std::uint32_t quotation_of(TokenIndex token) const { return quotation_of_[token]; }

    /// The name that a token belongs to, as an index into Annotation::names; or Name::kNone.
    [[nodiscard]] std::uint32_t name_of_token(TokenIndex token) const { return name_of_[token]; }

    /// True if a sentence begins here, after another one.
    [[nodiscard]] bool is_boundary(TokenIndex position) const {
        return position > 0 && position < size() && sentence_of_[position] != sentence_of_[position - 1];
    }

    [[nodiscard]] bool is_quotation_mark(TokenIndex token) const {
        return xpos(token) == Xpos::open_quote || xpos(token) == Xpos::close_quote || marks_[token] != 0;
    }

    /// The rules' use of the token's form and of its lemma; null for none, the second null when it is the
    /// first again.
    [[nodiscard]] std::pair<const WordUse*, const WordUse*> uses_of(TokenIndex token);
    [[nodiscard]] const WordUse* use_of(Symbol word);

    /// Evaluated once for each kind of token; lists and relations each time.
    [[nodiscard]] bool passes(pattern::TestId test, TokenIndex token);

    /// Whether `token` is the head of an entry of the list.
    [[nodiscard]] bool fits_list(LexiconId list, TokenIndex token);

private:
    /// What decides the tests that do not look around.
    struct Signature {
        Symbol form = 0;
        Symbol lemma = 0;
        std::uint32_t tags = 0;

        friend bool operator==(const Signature&, const Signature&) = default;
    };

    struct SignatureHash {
        std::size_t operator()(const Signature& signature) const {
            const std::uint64_t words = std::uint64_t{signature.form} << 32 | signature.lemma;
            return (words * 0x9E3779B97F4A7C15U) ^ (signature.tags * 0xC2B2AE3D27D4EB4FU);
        }
    };

    void forget_words();
    void index_sentences();
    void index_quotations();
    [[nodiscard]] TokenFacts facts_of(TokenIndex token) const;
    [[nodiscard]] std::uint32_t signature_of(TokenIndex token);
    [[nodiscard]] bool evaluate(pattern::TestId test, TokenIndex token);

    const CompiledRules* rules_;
    Vocabulary* vocabulary_;
    const Document* document_ = nullptr;
    const Annotation* annotation_ = nullptr;
    Tree tree_;
    std::vector<std::uint32_t> sentence_of_;
    std::vector<std::uint32_t> quotation_of_;
    std::vector<std::uint32_t> name_of_;
    std::vector<std::uint8_t> marks_;  ///< The first and last token of a quotation.

    std::uint32_t generation_ = kNone;
    std::vector<const WordUse*> uses_;       ///< By Symbol; meaningful where known_.
    std::vector<std::uint8_t> known_;        ///< By Symbol.
    std::vector<std::uint32_t> signatures_;  ///< By token; kNone until asked.
    std::unordered_map<Signature, std::uint32_t, SignatureHash> signature_numbers_;
    std::vector<std::uint8_t> answers_;  ///< By signature and test: 0 unknown, 1 no, 2 yes.
};

}  // namespace stancegraph
