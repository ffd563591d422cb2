#pragma once

#include <cstdint>

#include "graph/stance_graph.hpp"

namespace stancegraph {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
};

/// Colours that people with any colour vision can tell apart. **Source:** Okabe and Ito, Color Universal
/// Design, 2008; the greys are ours.
[[nodiscard]] Colour colour_of(const Vertex& vertex);
/// Green for it, vermilion against it, grey in between; purple for a pair that is both.
[[nodiscard]] Colour colour_of_polarity(double polarity);
[[nodiscard]] Colour colour_of_dispute();

}  // namespace stancegraph
