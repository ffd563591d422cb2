#include "text/blocks.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/article_end.hpp"
#include "text/block_traits.hpp"
#include "text/date.hpp"
#include "text/paragraphs.hpp"

namespace stancegraph {
namespace {

bool is_line_like(BlockLook look) {
    return look == BlockLook::line || look == BlockLook::question;
}

bool is_prose_like(BlockLook look) {
    return look == BlockLook::prose || look == BlockLook::truncated;
}

/// What a block is by its own look; lines and prose are body until their place says otherwise.
void class_by_look(JudgedBlock& judged) {
    switch (judged.traits.look) {
        case BlockLook::furniture:
        case BlockLook::caption:
        case BlockLook::stamp:
        case BlockLook::byline:
        case BlockLook::date_line:
            judged.block->block_class = BlockClass::furniture;
            break;
        case BlockLook::teaser_heading:
        case BlockLook::teaser:
            judged.block->block_class = BlockClass::teaser;
            break;
        case BlockLook::prose:
        case BlockLook::line:
        case BlockLook::question:
        case BlockLook::truncated:
            break;
    }
}

std::size_t first_prose(const std::vector<JudgedBlock>& blocks) {
    const auto found = std::ranges::find_if(
        blocks, [](const JudgedBlock& judged) { return is_prose_like(judged.traits.look); });
    return static_cast<std::size_t>(found - blocks.begin());
}

/// A title that ends in a stop all the same: one short sentence, most of its longer words capitalised.
bool is_title_sentence(std::string_view block) {
    constexpr std::size_t kTitleBytes = 130;
    constexpr std::size_t kLongWord = 4;
    if (block.size() > kTitleBytes || block.find(". ") != std::string_view::npos) {
        return false;
    }
    std::size_t longer = 0;
    std::size_t capitals = 0;
    for (const std::string_view word : words_of(block)) {
        if (word.size() >= kLongWord) {
            ++longer;
            capitals += utf8::is_capitalised(word) ? std::size_t{1} : 0;
        }
    }
    return longer >= 4 && capitals * 10 >= longer * 7;
}

/// Menus above the article: many lines of a few words each.
void class_leading_menu(std::vector<JudgedBlock>& blocks, std::size_t prose) {
    constexpr std::uint32_t kMenuWords = 3;
    constexpr std::ptrdiff_t kLeastEntries = 3;
    const auto is_entry = [](const JudgedBlock& judged) {
        return is_line_like(judged.traits.look) && judged.traits.words <= kMenuWords &&
               judged.block->block_class == BlockClass::body;
    };
    const auto end = blocks.begin() + static_cast<std::ptrdiff_t>(prose);
    if (std::count_if(blocks.begin(), end, is_entry) < kLeastEntries) {
        return;
    }
    for (auto judged = blocks.begin(); judged != end; ++judged) {
        if (is_entry(*judged)) {
            judged->block->block_class = BlockClass::furniture;
        }
    }
}

/// True if no other line stands between the block and the first prose.
bool is_last_above(const std::vector<JudgedBlock>& blocks, std::size_t at, std::size_t prose) {
    return std::none_of(blocks.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                        blocks.begin() + static_cast<std::ptrdiff_t>(prose),
                        [](const JudgedBlock& judged) { return is_line_like(judged.traits.look); });
}

/// The lines above the first prose are title and standfirst.
void class_head(std::string_view text, std::vector<JudgedBlock>& blocks) {
    const std::size_t prose = first_prose(blocks);
    if (prose == blocks.size()) {
        return;
    }
    class_leading_menu(blocks, prose);
    bool has_title = false;
    for (std::size_t at = 0; at < prose; ++at) {
        Block& block = *blocks[at].block;
        if (!has_title && blocks[at].traits.look == BlockLook::teaser_heading &&
            is_last_above(blocks, at, prose)) {
            // A title that begins like such a heading: `Latest poll numbers`.
            blocks[at].traits.look = BlockLook::line;
            block.block_class = BlockClass::headline;
        }
        if (block.block_class == BlockClass::body && !blocks[at].traits.is_list_item) {
            block.block_class = BlockClass::headline;
        }
        has_title = has_title || block.block_class == BlockClass::headline;
    }
    if (!has_title && prose + 1 < blocks.size() &&
        is_title_sentence(slice(text, blocks[prose].block->span))) {
        blocks[prose].block->block_class = BlockClass::headline;
    }
}

/// Boxes inside the text: a heading for other articles and the headlines under it.
void class_boxes(std::vector<JudgedBlock>& blocks) {
    bool in_box = false;
    for (JudgedBlock& judged : blocks) {
        const BlockLook look = judged.traits.look;
        if (look == BlockLook::teaser_heading) {
            in_box = true;
        } else if (is_prose_like(look)) {
            in_box = false;
        } else if (in_box && is_line_like(look)) {
            judged.block->block_class = BlockClass::teaser;
        }
    }
}

/// A short line between paragraphs of the body.
void class_subheadings(std::vector<JudgedBlock>& blocks) {
    constexpr std::uint32_t kSubheadingWords = 14;
    for (std::size_t at = 1; at + 1 < blocks.size(); ++at) {
        JudgedBlock& judged = blocks[at];
        const bool is_between =
            is_prose_like(blocks[at - 1].traits.look) && is_prose_like(blocks[at + 1].traits.look);
        if (judged.block->block_class == BlockClass::body && judged.traits.look == BlockLook::line &&
            is_between && !judged.traits.is_list_item && judged.traits.words <= kSubheadingWords) {
            judged.block->block_class = BlockClass::headline;
        }
    }
}

/// An article whose prose was all classed away was judged wrongly.
void keep_some_prose(std::vector<JudgedBlock>& blocks) {
    const auto is_kept = [](const JudgedBlock& judged) {
        return judged.block->block_class == BlockClass::body && is_prose_like(judged.traits.look);
    };
    if (std::ranges::any_of(blocks, is_kept)) {
        return;
    }
    for (JudgedBlock& judged : blocks) {
        if (is_prose_like(judged.traits.look) && judged.block->block_class == BlockClass::teaser) {
            judged.block->block_class = BlockClass::body;
        }
    }
}

/// `By Jane Doe, Staff Writer` gives `Jane Doe`.
std::string author_of(std::string_view byline, const BlockLexicons& lexicons) {
    const std::vector<std::string_view> words = words_of(byline);
    const std::size_t opening = lexicons.match_at_begin(BlockList::byline_opening, normal_phrase(byline));
    std::size_t skipped = 0;
    for (std::size_t bytes = 0; bytes < opening && skipped < words.size(); ++skipped) {
        bytes += words[skipped].size() + 1;
    }
    if (skipped >= words.size()) {
        return {};
    }
    const std::string_view name =
        byline.substr(static_cast<std::size_t>(words[skipped].data() - byline.data()));
    const std::string_view first = name.substr(0, std::min(name.find_first_of(",|(/\n"), name.size()));
    const ByteSpan inner = trimmed(first, {0, static_cast<std::uint32_t>(first.size())});
    return std::string(slice(first, inner));
}

}  // namespace

void classify_blocks(std::string_view text, const BlockLexicons& lexicons, std::vector<Block>& blocks) {
    std::vector<JudgedBlock> judged;
    judged.reserve(blocks.size());
    for (Block& block : blocks) {
        if (block.block_class == BlockClass::body || block.block_class == BlockClass::headline) {
            judged.push_back(
                {.block = &block, .traits = traits_of(slice(text, block.span), judged.size(), lexicons)});
            class_by_look(judged.back());
        }
    }
    if (judged.size() < 2) {
        return;
    }
    class_head(text, judged);
    class_boxes(judged);
    class_article_end(text, lexicons, judged);
    class_subheadings(judged);
    keep_some_prose(judged);
}

void read_article_head(std::string_view text, const std::vector<Block>& blocks, const BlockLexicons& lexicons,
                       Source& source) {
    constexpr std::size_t kHeadBlocks = 10;
    for (std::size_t at = 0; at < std::min(blocks.size(), kHeadBlocks); ++at) {
        const std::string_view block = slice(text, blocks[at].span);
        if (source.title.empty() && blocks[at].block_class == BlockClass::headline) {
            source.title = std::string(block);
        }
        if (blocks[at].block_class != BlockClass::furniture) {
            continue;
        }
        const BlockLook look = traits_of(block, at, lexicons).look;
        if (look == BlockLook::byline && source.author.empty()) {
            source.author = author_of(block, lexicons);
        }
        if (look == BlockLook::date_line && source.date.empty()) {
            source.date = iso_date(block);
        }
    }
}

}  // namespace stancegraph
