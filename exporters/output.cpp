#include "exporters/output.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <ostream>

namespace stancegraph {
namespace {

constexpr std::size_t kPiece = 1U << 18U;
constexpr std::size_t kRoom = 1U << 14U;

}  // namespace

Output::Output(std::ostream& out) : out_(&out) {
    text_.reserve(kPiece + kRoom);
}

Output::~Output() {
    out_->write(text_.data(), static_cast<std::streamsize>(text_.size()));
}

Output& Output::operator<<(std::uint64_t number) {
    std::array<char, 24> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text_.append(digits.data(), result.ptr);
    return *this;
}

Output& Output::operator<<(double number) {
    constexpr double kPlaces = 10'000.0;
    append_rounded(number, kPlaces);
    return *this;
}

Output& Output::weight(double number) {
    constexpr double kPlaces = 1e9;
    append_rounded(number, kPlaces);
    return *this;
}

void Output::append_rounded(double number, double places) {
    constexpr double kLargestProduct = 1e15;  // beyond, it has no places left
    if (std::abs(number) < kLargestProduct / places) {
        number = std::round(number * places) / places + 0.0;  // + 0.0 makes -0 a plain 0
    }
    std::array<char, 400> digits{};
    const auto result =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
    text_.append(digits.data(), result.ptr);
}

void Output::end_element() {
    if (text_.size() >= kPiece) {
        out_->write(text_.data(), static_cast<std::streamsize>(text_.size()));
        text_.clear();
    }
}

}  // namespace stancegraph
