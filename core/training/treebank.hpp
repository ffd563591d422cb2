#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/name_finder.hpp"
#include "text/tagset.hpp"

namespace stancegraph {

/// A sentence that people have annotated. `names` is empty where no names are marked; all of upos, xpos,
/// lemma, head and deprel are empty where no tree is given.
struct TreebankSentence {
    static constexpr std::int32_t kRoot = -1;

    std::vector<std::string> forms;
    std::vector<std::string> lemmas;
    std::vector<Upos> upos;
    std::vector<Xpos> xpos;
    std::vector<std::int32_t> heads;  ///< Index in the sentence; kRoot for the root.
    std::vector<Deprel> deprels;
    std::vector<NameTag> names;
    std::vector<std::uint32_t> surface;  ///< For each word the index of its surface token in `surfaces`.
    std::vector<std::string> surfaces;   ///< Tokens as written: `don't` is one token of two words.
    std::vector<bool> space_after;       ///< One for each surface token.
    bool opens_paragraph = false;

    [[nodiscard]] bool has_tree() const { return !heads.empty(); }
};

/// The sentences of a CoNLL-U text, in order. Malformed lines are skipped; a sentence whose heads do not form
/// a tree loses its tree. Source: universaldependencies.org/format.html.
[[nodiscard]] std::vector<TreebankSentence> parse_treebank(std::string_view conllu);

/// The sentences of an IOB2 text: form and tag, tab-separated, blank line between sentences.
[[nodiscard]] std::vector<TreebankSentence> parse_names(std::string_view iob2);

/// Gives the names of `named` to the sentences of `treebank` with the same words and appends those that match
/// none.
void add_names(std::vector<TreebankSentence>& treebank, std::vector<TreebankSentence> named);

}  // namespace stancegraph
