#pragma once

#include <string_view>
#include <vector>

#include "text/block_lexicons.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// Decides for each block that came as `body` or `headline` whether it is: lines of navigation, prompts,
/// captions and credits become furniture; promotion of other articles (boxes inside the text, runs of
/// headlines and cut-off paragraphs after its end) becomes teaser; a title and subheadings become headline.
/// Blocks that came as teaser or furniture stay so. Some prose always stays body. Uses signs in the text and
/// the word lists.
void classify_blocks(std::string_view text, const BlockLexicons& lexicons, std::vector<Block>& blocks);

/// Fills empty fields of `source` with what the article's head shows: title, byline, date line.
void read_article_head(std::string_view text, const std::vector<Block>& blocks, const BlockLexicons& lexicons,
                       Source& source);

}  // namespace stancegraph
