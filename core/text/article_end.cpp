#include "text/article_end.hpp"

#include <algorithm>
#include <cstddef>

#include "text/block_phrases.hpp"
#include "text/paragraphs.hpp"

namespace stancegraph {
namespace {

using Blocks = std::vector<JudgedBlock>;

bool is_prose_like(const JudgedBlock& judged) {
    return judged.traits.look == BlockLook::prose || judged.traits.look == BlockLook::truncated;
}

bool is_line_like(const JudgedBlock& judged) {
    return judged.traits.look == BlockLook::line || judged.traits.look == BlockLook::question;
}

std::size_t prose_bytes(const Blocks& blocks, std::size_t begin, std::size_t end) {
    std::size_t bytes = 0;
    for (std::size_t at = begin; at < end; ++at) {
        bytes += is_prose_like(blocks[at]) ? blocks[at].block->span.size() : 0;
    }
    return bytes;
}

void class_as_teasers(Blocks& blocks, std::size_t begin) {
    for (std::size_t at = begin; at < blocks.size(); ++at) {
        if (is_prose_like(blocks[at]) || is_line_like(blocks[at])) {
            blocks[at].block->block_class = BlockClass::teaser;
        }
    }
}

/// True if nothing from `begin` on could be a paragraph of the article.
bool has_no_prose(const Blocks& blocks, std::size_t begin) {
    return std::none_of(
        blocks.begin() + static_cast<std::ptrdiff_t>(begin), blocks.end(), [](const JudgedBlock& judged) {
            return judged.traits.look == BlockLook::prose && !judged.is_about_author && !judged.is_disclaimer;
        });
}

/// Looks for the author's lines among the last paragraphs.
void judge_author_lines(std::string_view text, const BlockLexicons& lexicons, Blocks& blocks) {
    constexpr std::size_t kLastParagraphs = 12;
    std::size_t paragraphs = 0;
    for (std::size_t at = blocks.size(); at-- > 1 && paragraphs < kLastParagraphs;) {
        JudgedBlock& judged = blocks[at];
        if (is_prose_like(judged)) {
            ++paragraphs;
            const std::string_view block = slice(text, judged.block->span);
            judged.is_disclaimer = has_disclaimer(block, lexicons);
            judged.is_about_author = is_about_author(block, lexicons);
        }
    }
}

/// A disclaimer ends the article if most of the prose stands before it, lines about the author if no
/// paragraph follows.
void end_at_author_lines(Blocks& blocks) {
    for (std::size_t at = 1; at < blocks.size(); ++at) {
        const JudgedBlock& judged = blocks[at];
        if (!is_prose_like(judged) || (!judged.is_disclaimer && !judged.is_about_author)) {
            continue;
        }
        const std::size_t before = prose_bytes(blocks, 0, at);
        const std::size_t after = prose_bytes(blocks, at + 1, blocks.size());
        const bool ends = judged.is_disclaimer ? after * 3 <= before * 2 : has_no_prose(blocks, at + 1);
        if (ends && before > 0) {
            class_as_teasers(blocks, at + 1);
            blocks[at].block->block_class = BlockClass::furniture;
            // Of several such blocks in a row all are furniture.
            for (std::size_t next = at + 1;
                 next < blocks.size() && (blocks[next].is_disclaimer || blocks[next].is_about_author);
                 ++next) {
                blocks[next].block->block_class = BlockClass::furniture;
            }
            return;
        }
    }
}

/// Snippets of other articles are cut at a number of characters: from the first block that breaks off, if at
/// least half of the paragraphs from there on do, and at least two.
void end_at_cut_paragraphs(Blocks& blocks) {
    std::size_t cut = 0;
    std::size_t paragraphs = 0;
    std::size_t begin = blocks.size();
    for (std::size_t at = blocks.size(); at-- > 0;) {
        if (!is_prose_like(blocks[at])) {
            continue;
        }
        ++paragraphs;
        if (blocks[at].traits.look != BlockLook::truncated) {
            continue;
        }
        ++cut;
        if (cut >= 2 && cut * 2 >= paragraphs) {
            begin = at;
        }
    }
    if (begin < blocks.size() && prose_bytes(blocks, 0, begin) > 0) {
        class_as_teasers(blocks, begin);
    }
}

/// What a run of blocks at the end of the text consists of.
struct TailRun {
    std::size_t begin = 0;
    std::size_t headlines = 0;  ///< Lines of four words or more that are no list items.
    std::size_t ages = 0;
    std::size_t headings = 0;
    std::size_t cards = 0;  ///< Snippets with a stamp beside them.
};

/// A snippet of another article: a short paragraph with a stamp right behind it, or right before it.
bool is_card(const Blocks& blocks, std::size_t at, bool stamps_follow) {
    constexpr std::uint32_t kCardBytes = 500;
    if (!is_prose_like(blocks[at]) || blocks[at].block->span.size() > kCardBytes) {
        return false;
    }
    if (stamps_follow) {
        return at + 1 < blocks.size() && blocks[at + 1].traits.look == BlockLook::stamp;
    }
    return at > 0 && blocks[at - 1].traits.look == BlockLook::stamp;
}

TailRun find_tail_run(const Blocks& blocks) {
    constexpr std::uint32_t kHeadlineWords = 4;
    TailRun run{.begin = blocks.size()};
    const bool stamps_follow = !blocks.empty() && blocks.back().traits.look == BlockLook::stamp;
    for (std::size_t at = blocks.size(); at-- > 0;) {
        const BlockTraits& traits = blocks[at].traits;
        if (is_prose_like(blocks[at])) {
            if (!is_card(blocks, at, stamps_follow)) {
                break;
            }
            ++run.cards;
        }
        const bool is_headline =
            traits.look == BlockLook::line && traits.words >= kHeadlineWords && !traits.is_list_item;
        run.headlines += is_headline ? 1 : 0;
        run.ages += traits.has_age ? 1 : 0;
        run.headings += traits.look == BlockLook::teaser_heading ? 1 : 0;
        run.begin = at;
    }
    return run;
}

/// Headlines, cards and what belongs to them at the end of the text.
void end_at_tail_run(Blocks& blocks) {
    constexpr std::size_t kHeadlinesAlone = 3;
    const TailRun run = find_tail_run(blocks);
    const bool is_listing = run.headlines >= kHeadlinesAlone ||
                            (run.ages > 0 && run.headlines + run.cards > 0) ||
                            (run.headings > 0 && run.headlines > 0);
    if (!is_listing || prose_bytes(blocks, 0, run.begin) == 0) {
        return;
    }
    // A question at the begin may be the article's last word.
    std::size_t begin = run.begin;
    while (begin < blocks.size() && blocks[begin].traits.look == BlockLook::question) {
        ++begin;
    }
    class_as_teasers(blocks, begin);
}

}  // namespace

void class_article_end(std::string_view text, const BlockLexicons& lexicons,
                       std::vector<JudgedBlock>& blocks) {
    judge_author_lines(text, lexicons, blocks);
    end_at_author_lines(blocks);
    end_at_cut_paragraphs(blocks);
    end_at_tail_run(blocks);
}

}  // namespace stancegraph
