#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace stancegraph {

/// Numbers and texts one after another in a compact form: whole numbers in base 128, low digits first, with
/// the high bit of each byte but the last set (LEB128, as in DWARF 5, section 7.6); texts with their length
/// before them.
class ByteWriter {
public:
    void number(std::uint64_t value);

    /// Small numbers of either sign: 0, -1, 1, -2, 2 are written as 0, 1, 2, 3, 4.
    void difference(std::int64_t value) {
        number((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63));
    }

    void byte(std::uint8_t value) { bytes_ += static_cast<char>(value); }

    void text(std::string_view value);

    [[nodiscard]] std::string take() { return std::exchange(bytes_, {}); }

private:
    std::string bytes_;
};

/// Reads what ByteWriter wrote, in the same order. Whatever the bytes are, it stays inside them: after the
/// first thing that is not there, `is_good` is false and everything reads as 0 or empty.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] std::uint64_t number();

    [[nodiscard]] std::int64_t difference() {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
    }

    [[nodiscard]] std::uint8_t byte();
    [[nodiscard]] std::string_view text();
    /// A number of things of at least one byte each that are still to come: never more than the bytes left,
    /// so that room for them may be made.
    [[nodiscard]] std::size_t count();

    [[nodiscard]] bool is_good() const { return is_good_; }

    /// Good, and nothing is left.
    [[nodiscard]] bool is_done() const { return is_good_ && rest_.empty(); }

private:
    void fail();

    std::string_view rest_;
    bool is_good_ = true;
};

}  // namespace stancegraph
