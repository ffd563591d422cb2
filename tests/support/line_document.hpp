#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "text/document.hpp"

namespace stancegraph {

/// The document `test.txt`, with a block of body text for each line that is not empty.
[[nodiscard]] inline Document document_of_lines(std::string text) {
    Document document;
    document.name = "test.txt";
    document.text = std::move(text);
    for (std::size_t begin = 0; begin < document.text.size();) {
        const std::size_t end = std::min(document.text.find('\n', begin), document.text.size());
        if (end > begin) {
            document.blocks.push_back(
                {.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
        }
        begin = end + 1;
    }
    return document;
}

}  // namespace stancegraph
