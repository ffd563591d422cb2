#pragma once

#include <cstdint>

#include "graph/stance_graph.hpp"
#include "networks/observations.hpp"

namespace stancegraph {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
};

/// Colours that people with any colour vision can tell apart. **Source:** Okabe and Ito, Color Universal
/// Design, 2008; the greys are ours, bluish where pure grey would be green to those who lack the cones for
/// it.
[[nodiscard]] Colour colour_of(const Vertex& vertex);
[[nodiscard]] Colour colour_of(NodeKind kind);
/// One of eight for the biggest groups, counted from 0; grey for the others.
[[nodiscard]] Colour colour_of_group(std::uint32_t group);
/// Green for it, vermilion against it, grey in between; purple for a pair that is both.
[[nodiscard]] Colour colour_of_polarity(double polarity);
[[nodiscard]] Colour colour_of_dispute();

}  // namespace stancegraph
