#include <cstddef>
#include <cstdint>
#include <string>

#include "text/fuzz_reader.hpp"

/// Any bytes as JSON Lines.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace stancegraph;
    test::check_reader(test::bytes_of(data, size), Format::jsonl);
    return 0;
}
