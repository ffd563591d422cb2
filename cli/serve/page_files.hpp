#pragma once

#include <span>
#include <string_view>

namespace stancegraph::cli {

/// A file of cli/serve/page/, built into the program by cmake/embed.cmake.
struct PageFile {
    std::string_view name;  ///< `main.js`
    std::string_view bytes;
};

[[nodiscard]] std::span<const PageFile> page_files();

}  // namespace stancegraph::cli
