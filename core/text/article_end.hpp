#pragma once

#include <string_view>
#include <vector>

#include "text/block_traits.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// A block under judgement: its class so far and how it looks.
struct JudgedBlock {
    Block* block = nullptr;
    BlockTraits traits;
    bool is_disclaimer = false;    ///< Says whose views the article gives.
    bool is_about_author = false;  ///< `X is a columnist covering …`.
};

/// Finds where the article ends and classes what stands behind as teaser: behind a disclaimer or the lines
/// about the author, a run of headlines, cards (a snippet and a stamp that says how old it is), paragraphs
/// that break off. Such lines about the author become furniture themselves.
void class_article_end(std::string_view text, const BlockLexicons& lexicons,
                       std::vector<JudgedBlock>& blocks);

}  // namespace stancegraph
