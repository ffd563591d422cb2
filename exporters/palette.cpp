#include "exporters/palette.hpp"

#include "graph/tally.hpp"

namespace stancegraph {

Colour colour_of(const Vertex& vertex) {
    if (vertex.kind == VertexKind::subject) {
        return {.red = 240, .green = 228, .blue = 66};
    }
    if (!vertex.scope.empty()) {
        return {.red = 187, .green = 187, .blue = 187};
    }
    return {.red = 86, .green = 180, .blue = 233};
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
    return {.red = 130, .green = 130, .blue = 130};
}

Colour colour_of_dispute() {
    return {.red = 170, .green = 68, .blue = 153};
}

}  // namespace stancegraph
