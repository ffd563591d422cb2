#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "text/reader.hpp"

namespace stancegraph::test {

[[nodiscard]] std::string bytes_of(const std::uint8_t* data, std::size_t size);

/// Reads the bytes, renders every diagnostic, and ends the program if a document breaks what `read_documents`
/// promises: valid UTF-8, blocks in order and inside the text, given words in order, none empty, heads
/// without a circle, plain text unchanged.
void check_reader(const std::string& bytes, Format format);

}  // namespace stancegraph::test
