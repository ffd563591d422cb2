#include "base/bytes.hpp"

namespace stancegraph {
namespace {

constexpr std::uint64_t kMore = 0x80;
constexpr std::uint64_t kDigit = 0x7F;
constexpr unsigned kDigitBits = 7;
constexpr unsigned kNumberBits = 64;

}  // namespace

void ByteWriter::number(std::uint64_t value) {
    while (value > kDigit) {
        byte(static_cast<std::uint8_t>((value & kDigit) | kMore));
        value >>= kDigitBits;
    }
    byte(static_cast<std::uint8_t>(value));
}

void ByteWriter::text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
}

void ByteReader::fail() {
    is_good_ = false;
    rest_ = {};
}

std::uint8_t ByteReader::byte() {
    if (rest_.empty()) {
        fail();
        return 0;
    }
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
}

std::uint64_t ByteReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < kNumberBits; shift += kDigitBits) {
        const std::uint8_t digit = byte();
        value |= (digit & kDigit) << shift;
        if ((digit & kMore) == 0) {
            return is_good_ ? value : 0;
        }
    }
    fail();
    return 0;
}

std::string_view ByteReader::text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) {
        fail();
        return {};
    }
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
}

std::size_t ByteReader::count() {
    const std::uint64_t value = number();
    if (value > rest_.size()) {
        fail();
        return 0;
    }
    return static_cast<std::size_t>(value);
}

}  // namespace stancegraph
