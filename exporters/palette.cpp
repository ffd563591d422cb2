#include "exporters/palette.hpp"

#include <array>

#include "graph/tally.hpp"

namespace stancegraph {
namespace {

constexpr Colour kGrey{.red = 187, .green = 187, .blue = 187};

}  // namespace

Colour colour_of(const Vertex& vertex) {
    if (vertex.kind == VertexKind::actor && !vertex.scope.empty()) {
        return kGrey;
    }
    return colour_of(vertex.kind == VertexKind::actor ? NodeKind::actor : NodeKind::subject);
}

Colour colour_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::actor:
            return {.red = 86, .green = 180, .blue = 233};
        case NodeKind::subject:
            return {.red = 240, .green = 228, .blue = 66};
        case NodeKind::outlet:
            break;
    }
    return {.red = 204, .green = 121, .blue = 167};
}

Colour colour_of_group(std::uint32_t group) {
    constexpr std::array<Colour, 8> kGroups{{{.red = 86, .green = 180, .blue = 233},
                                             {.red = 230, .green = 159, .blue = 0},
                                             {.red = 0, .green = 158, .blue = 115},
                                             {.red = 204, .green = 121, .blue = 167},
                                             {.red = 240, .green = 228, .blue = 66},
                                             {.red = 0, .green = 114, .blue = 178},
                                             {.red = 213, .green = 94, .blue = 0},
                                             {.red = 153, .green = 153, .blue = 255}}};
    return group < kGroups.size() ? kGroups[group] : kGrey;
}

Colour colour_of_polarity(double polarity) {
    switch (sign_of(polarity)) {
        case Sign::positive:
            return {.red = 0, .green = 158, .blue = 115};
        case Sign::negative:
            return {.red = 213, .green = 94, .blue = 0};
        case Sign::neutral:
            break;
    }
    return {.red = 144, .green = 144, .blue = 160};
}

Colour colour_of_dispute() {
    return {.red = 170, .green = 68, .blue = 153};
}

}  // namespace stancegraph
