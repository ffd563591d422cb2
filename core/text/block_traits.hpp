#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/block_lexicons.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// What a block looks like taken by itself.
enum class BlockLook : std::uint8_t {
    prose,           ///< Ends as a sentence does.
    line,            ///< Short, without a final stop: a headline, a subheading, a list item.
    question,        ///< Short, one question or exclamation: a headline or a short paragraph.
    truncated,       ///< Long, and breaks off inside a sentence.
    furniture,       ///< Navigation, share bars, prompts, credits, separators.
    caption,         ///< Under a photo.
    stamp,           ///< `Sports3 weeks ago`, `8 Sources`, a section's name.
    byline,          ///< `By Jane Doe`.
    date_line,       ///< `Published August 20, 2025`.
    teaser_heading,  ///< `Others Also Read`: what follows belongs to other articles.
    teaser           ///< `Read more: …` with its headline.
};

struct BlockTraits {
    BlockLook look = BlockLook::prose;
    std::uint32_t words = 0;
    bool is_list_item = false;  ///< Begins with a bullet or a number.
    bool has_age = false;       ///< A stamp that says how long ago.
};

/// Judges a block by its own words. `index` is its number in the document.
[[nodiscard]] BlockTraits traits_of(std::string_view block, std::size_t index, const BlockLexicons& lexicons);

/// True if the text ends in a sentence's final stop, quotation marks and brackets behind it left out.
[[nodiscard]] bool ends_as_sentence(std::string_view block);

/// Words separated by white space.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view block);

}  // namespace stancegraph
