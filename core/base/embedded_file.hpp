#pragma once

#include <string_view>

namespace stancegraph {

/// A file of the source folder, built into the program (stancegraph_embed, cmake/embedding.cmake).
struct EmbeddedFile {
    std::string_view name;  ///< `main.js`
    std::string_view bytes;
};

}  // namespace stancegraph
