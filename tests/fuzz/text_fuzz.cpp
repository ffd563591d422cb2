#include <cstddef>
#include <cstdint>
#include <string>

#include "text/fuzz_reader.hpp"

/// Any bytes as plain text, Markdown and CoNLL-U.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace stancegraph;
    for (const Format format : {Format::plain, Format::markdown, Format::conllu}) {
        test::check_reader(test::bytes_of(data, size), format);
    }
    return 0;
}
