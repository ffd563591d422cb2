#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "text/annotation.hpp"

namespace stancegraph {

/// What is known of an article besides its text; a field is empty where the format or file does not tell.
struct Source {
    std::string outlet;
    std::string title;
    std::string url;
    std::string date;  ///< ISO 8601, `2025-08-20`.
    std::string author;
};

/// A paragraph as the reader found it.
struct Block {
    ByteSpan span;
    BlockClass block_class = BlockClass::body;
};

/// Words, sentences and trees that the input itself brings (CoNLL-U): taken in place of our own.
struct GivenToken {
    ByteSpan span;
    std::string lemma;
    Upos upos = Upos::none;
    Xpos xpos = Xpos::none;
    TokenIndex head = kNoToken;  ///< Index in the document.
    Deprel deprel = Deprel::none;
};

struct GivenAnnotation {
    std::vector<GivenToken> tokens;
    std::vector<TokenSpan> sentences;
};

/// One article as read. `text` is valid UTF-8; all spans are byte offsets into it.
struct Document {
    std::string name;  ///< The claim record's `doc`: path below the corpus folder, or the record's id.
    Source source;
    std::string text;
    std::vector<Block> blocks;  ///< In text order, not overlapping; text outside of them is white space.
    std::shared_ptr<const GivenAnnotation> given;  ///< Null where the pipeline annotates itself.
};

}  // namespace stancegraph
