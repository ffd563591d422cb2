#pragma once

#include <string>

namespace stancegraph::test {

/// One row of a table of texts: what it shows, the text that goes in, and what must come out.
struct Row {
    std::string what;
    std::string text;
    std::string expected;
};

}  // namespace stancegraph::test
