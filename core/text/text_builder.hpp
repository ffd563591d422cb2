#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace stancegraph {

/// Puts the text of an article together from the blocks that a reader takes out of marked-up input.
class TextBuilder {
public:
    explicit TextBuilder(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// Adds a block, with runs of white space as one blank; blank blocks are left out. Blocks are separated
    /// by a blank line.
    void add(std::string_view raw, BlockClass block_class);

    /// True if text was left out because there was too much.
    [[nodiscard]] bool is_cut() const { return is_cut_; }

    /// Moves text and blocks into the document.
    void finish(Document& document);

private:
    std::size_t most_bytes_;
    std::string text_;
    std::vector<Block> blocks_;
    bool is_cut_ = false;
};

/// Runs of white space (any of Unicode) become one blank; none at the ends.
[[nodiscard]] std::string collapsed(std::string_view raw);

/// Puts the title of `document.source` as a headline in front of text and blocks, unless one of the first
/// blocks says the same, case and punctuation aside; that block becomes a headline.
void put_title_first(Document& document);

}  // namespace stancegraph
