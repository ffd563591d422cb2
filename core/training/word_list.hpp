#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "annotate/lexicon.hpp"
#include "training/treebank.hpp"

namespace stancegraph {

/// A word list on its way into the model.
struct ModelWords {
    /// An inflected form that the endings do not explain.
    struct Irregular {
        std::string form;
        std::string lemma;
    };

    std::map<std::string, std::uint16_t> flags;  ///< WordFlags of lower-case words.
    std::vector<Irregular> nouns;
    std::vector<Irregular> verbs;
    std::vector<Irregular> adjectives;
};

/// Reads WordNet's `index.*`, `data.noun` and `*.exc` from `folder`; files that are not there give nothing.
/// Source: wndb(5WN), the WordNet 3.0 database format.
[[nodiscard]] ModelWords read_wordnet(const std::string& folder);

/// The model's form of the word list: two columns sorted by hash.
struct LexiconColumns {
    std::vector<std::uint32_t> hashes;
    std::vector<std::uint16_t> flags;
};

[[nodiscard]] LexiconColumns lexicon_columns(const ModelWords& words);

/// The model's irregular lemmas: hashes, the edit of each, and the distinct edits as text.
struct LemmaColumns {
    std::vector<std::uint32_t> hashes;
    std::vector<std::uint16_t> edits;
    std::string texts;
};

/// All forms whose lemma the regular endings get wrong: from the treebank the commonest lemma of each form
/// and tag, else from the word list.
[[nodiscard]] LemmaColumns lemma_columns(const std::vector<TreebankSentence>& sentences,
                                         const ModelWords& words, const FormLexicon& lexicon);

}  // namespace stancegraph
