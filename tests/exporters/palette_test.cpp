#include "exporters/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <catch2/catch.hpp>

using namespace stancegraph;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple times(const Matrix& matrix, const Triple& triple) {
    Triple product{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            product[row] += matrix[row][column] * triple[column];
        }
    }
    return product;
}

/// **Source:** IEC 61966-2-1 (sRGB).
Triple linear(Colour colour) {
    const auto of = [](std::uint8_t byte) {
        const double part = byte / 255.0;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return {of(colour.red), of(colour.green), of(colour.blue)};
}

/// How people see colours who lack one kind of cones, in linear sRGB. **Source:** G. Machado, M. Oliveira, L.
/// Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009), severity 1.
struct Vision {
    std::string name;
    Matrix seen;
};

const std::array<Vision, 4> kVisions{{
    {"all cones", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
}};

constexpr Matrix kXyz{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};

/// CIE L*a*b*, white D65.
Triple lab(Colour colour, const Vision& vision) {
    Triple seen = times(vision.seen, linear(colour));
    std::ranges::transform(seen, seen.begin(), [](double part) { return std::clamp(part, 0.0, 1.0); });
    const Triple xyz = times(kXyz, seen);
    const auto root = [](double part) {
        return part > 0.008856 ? std::cbrt(part) : 7.787 * part + 16.0 / 116.0;
    };
    const double x = root(xyz[0] / 0.95047);
    const double y = root(xyz[1]);
    const double z = root(xyz[2] / 1.08883);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

double difference(Colour a, Colour b, const Vision& vision) {
    const Triple first = lab(a, vision);
    const Triple second = lab(b, vision);
    return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

/// **Source:** WCAG 2.1, contrast ratio.
double contrast_with_white(Colour colour) {
    return 1.05 / (times(kXyz, linear(colour))[1] + 0.05);
}

}  // namespace

TEST_CASE("colours of stances differ for people with any colour vision", "[exporters]") {
    const std::array<Colour, 4> colours{colour_of_polarity(1.0), colour_of_polarity(-1.0),
                                        colour_of_polarity(0.0), colour_of_dispute()};
    for (const Vision& vision : kVisions) {
        for (std::size_t a = 0; a < colours.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                INFO(vision.name << ": colours " << b << " and " << a);
                CHECK(difference(colours[a], colours[b], vision) > 15.0);
            }
        }
    }
}

TEST_CASE("colours of stances can be seen on white", "[exporters]") {
    for (const double polarity : {1.0, -1.0, 0.0}) {
        CHECK(contrast_with_white(colour_of_polarity(polarity)) > 3.0);
    }
    CHECK(contrast_with_white(colour_of_dispute()) > 3.0);
}

TEST_CASE("colours of nodes differ for people with any colour vision", "[exporters]") {
    for (const Vision& vision : kVisions) {
        INFO(vision.name);
        CHECK(difference(colour_of(NodeKind::actor), colour_of(NodeKind::subject), vision) > 40.0);
    }
}
