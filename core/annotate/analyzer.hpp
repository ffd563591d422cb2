#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/encoder.hpp"
#include "annotate/name_finder.hpp"
#include "annotate/parser.hpp"
#include "text/annotation.hpp"

namespace stancegraph {

/// Tags, lemmatises and parses sentences and finds the names in them. One for each thread. What depends on a
/// word type alone is computed once and kept until the vocabulary is cleared. Time is linear in the tokens,
/// whatever the length of a sentence: one of more than 400 words is parsed in pieces that are then joined.
class Analyzer {
public:
    /// `titles` are lower-case words (`mr.`, `president`) that stand before names without being part of them.
    /// The model and the vocabulary must outlive the analyzer. `kernels` are for tests; the results do not
    /// depend on them.
    Analyzer(const Model& model, Vocabulary& vocabulary, std::vector<std::string> titles = {},
             const Kernels& kernels = best_kernels());

    /// Fills upos, xpos, lemma, head, deprel and has_tree of the sentences of these numbers and adds their
    /// names to `annotation.names`, which stays sorted. Sentences that have a tree already are left as they
    /// are. Precondition: span, form, lower, sentences and paragraphs are filled; the symbols are of the
    /// vocabulary.
    void analyze(Annotation& annotation, std::span<const std::uint32_t> sentences);
    /// The same for all sentences.
    void analyze_all(Annotation& annotation);

private:
    struct KeptLemma {
        Xpos xpos = Xpos::none;
        Symbol lemma = 0;
        std::uint32_t next = 0;  ///< Number + 1 of another entry of the same form.
    };

    struct KeptWord {
        std::uint16_t flags = 0;
        bool is_known = false;
        bool is_title = false;
    };

    /// A sentence, or a piece of a very long one.
    struct Piece {
        TokenSpan tokens;
        bool opens_sentence = true;
        bool has_tree = false;  ///< Given; only names are wanted.
    };

    void forget_stale_words();
    void add_pieces(const Annotation& annotation, const Sentence& sentence);
    void run_batch(Annotation& annotation);
    void tag(Annotation& annotation, const Piece& piece, std::size_t row);
    void mark_names(const Annotation& annotation, const Piece& piece, std::size_t row);
    void hang(Annotation& annotation, const Piece& piece, const ParserState& state);
    void make_nouns(Annotation& annotation, const Piece& piece);
    static void join_titles(Annotation& annotation, const Piece& piece);
    [[nodiscard]] Symbol lemma(Symbol form, Xpos xpos);
    [[nodiscard]] const KeptWord& word(Symbol lower);

    const Model& model_;
    Vocabulary& vocabulary_;
    const Kernels& kernels_;
    std::vector<std::string> titles_;
    Encoder encoder_;
    Parser parser_;
    std::uint32_t generation_ = 0xFFFFFFFF;
    std::vector<std::uint32_t>
        first_lemma_;  ///< For each form the number + 1 of its first entry in `lemmas_`.
    std::vector<KeptLemma> lemmas_;
    std::vector<KeptWord> words_;  ///< For each lower-case form.
    std::vector<Piece> pieces_;
    TokenIndex sentence_root_ = kNoToken;
    std::vector<EncoderInput> inputs_;
    std::vector<std::int32_t> scores_;
    std::vector<std::int32_t> name_scores_;
    std::vector<SentenceRows> trees_;  ///< The pieces to parse.
    std::vector<NameEvidence> evidence_;
};

}  // namespace stancegraph
