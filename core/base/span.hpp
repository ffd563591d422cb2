#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace stancegraph {

/// A half-open range of UTF-8 bytes in a text.
struct ByteSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }

    [[nodiscard]] constexpr bool is_empty() const { return begin == end; }

    [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }

    [[nodiscard]] constexpr bool contains(ByteSpan other) const {
        return begin <= other.begin && other.end <= end;
    }

    [[nodiscard]] constexpr bool overlaps(ByteSpan other) const {
        return begin < other.end && other.begin < end;
    }

    friend constexpr auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

/// The index of a token in its document.
using TokenIndex = std::uint32_t;
inline constexpr TokenIndex kNoToken = std::numeric_limits<TokenIndex>::max();

/// A half-open range of tokens in a document.
struct TokenSpan {
    TokenIndex begin = 0;
    TokenIndex end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }

    [[nodiscard]] constexpr bool is_empty() const { return begin == end; }

    [[nodiscard]] constexpr bool contains(TokenIndex at) const { return begin <= at && at < end; }

    [[nodiscard]] constexpr bool contains(TokenSpan other) const {
        return begin <= other.begin && other.end <= end;
    }

    [[nodiscard]] constexpr bool overlaps(TokenSpan other) const {
        return begin < other.end && other.begin < end;
    }

    friend constexpr auto operator<=>(const TokenSpan&, const TokenSpan&) = default;
};

}  // namespace stancegraph
