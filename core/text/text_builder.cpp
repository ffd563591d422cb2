#include "text/text_builder.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/utf8.hpp"
#include "text/block_lexicons.hpp"
#include "text/paragraphs.hpp"

namespace stancegraph {

std::string collapsed(std::string_view raw) {
    std::string text;
    text.reserve(raw.size());
    bool pending_space = false;
    for (std::size_t at = 0; at < raw.size();) {
        const utf8::Decoded decoded = utf8::decode(raw.substr(at));
        if (utf8::is_space(decoded.code_point)) {
            pending_space = !text.empty();
        } else {
            if (pending_space) {
                text.push_back(' ');
                pending_space = false;
            }
            text.append(raw.substr(at, decoded.size));
        }
        at += decoded.size;
    }
    return text;
}

void TextBuilder::add(std::string_view raw, BlockClass block_class) {
    const std::string block = collapsed(raw);
    if (block.empty()) {
        return;
    }
    if (text_.size() + block.size() + 2 > most_bytes_) {
        is_cut_ = true;
        return;
    }
    text_ += text_.empty() ? "" : "\n\n";
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += block;
    blocks_.push_back(
        {.span = {begin, static_cast<std::uint32_t>(text_.size())}, .block_class = block_class});
}

void TextBuilder::finish(Document& document) {
    document.text = std::move(text_);
    document.blocks = std::move(blocks_);
}

void put_title_first(Document& document) {
    constexpr std::size_t kLookedAt = 12;
    const std::string title = collapsed(document.source.title);
    const std::string normal = normal_phrase(title);
    if (normal.empty()) {
        return;
    }
    for (std::size_t at = 0; at < std::min(document.blocks.size(), kLookedAt); ++at) {
        Block& block = document.blocks[at];
        const bool is_told =
            block.block_class == BlockClass::body || block.block_class == BlockClass::headline;
        if (is_told && block.span.size() <= 4 * title.size() &&
            normal_phrase(slice(document.text, block.span)) == normal) {
            block.block_class = BlockClass::headline;
            return;
        }
    }
    const auto shift = static_cast<std::uint32_t>(title.size() + 2);
    document.text.insert(0, title + "\n\n");
    for (Block& block : document.blocks) {
        block.span.begin += shift;
        block.span.end += shift;
    }
    document.blocks.insert(document.blocks.begin(), {.span = {0, static_cast<std::uint32_t>(title.size())},
                                                     .block_class = BlockClass::headline});
}

}  // namespace stancegraph
