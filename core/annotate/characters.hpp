#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// What the tokenizer has to know of a character.
namespace stancegraph::annotate {

enum class Kind : std::uint8_t {
    blank,   ///< White space, controls, zero-width spaces and bidirectional marks: belongs to no token.
    letter,  ///< Also combining marks, joiners and whatever else is not named here.
    digit,   ///< ASCII digits.
    dot,
    stop,  ///< ! and ?
    comma,
    hyphen,        ///< - U+2010 U+2011
    dash,          ///< Longer dashes.
    apostrophe,    ///< ' and U+2019, quotation marks too.
    double_quote,  ///< Straight.
    backtick,
    open_mark,   ///< Other opening quotation marks.
    close_mark,  ///< Other closing quotation marks.
    open_bracket,
    close_bracket,
    currency,
    pictograph,
    symbol,  ///< Any other punctuation or symbol.
    high,    ///< Only in the byte table: a byte of a character above ASCII.
};

/// A character at a place of a text.
struct Character {
    Kind kind = Kind::blank;
    std::uint32_t size = 1;  ///< Bytes.
};

/// The kind of each byte as far as a byte tells.
extern const std::array<Kind, 256> kByteKinds;
/// The left single quotation mark; at times it stands where an apostrophe is meant: Party‘s.
inline constexpr std::string_view kLeftSingleMark = "\u2018";

/// The character that starts at `at`. Precondition: at < text.size(), on a character boundary.
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);
/// The character that ends before `at`; a blank of size 0 at the start of the text.
[[nodiscard]] Character character_before(std::string_view text, std::size_t at);

[[nodiscard]] constexpr bool is_ascii_upper(char byte) {
    return byte >= 'A' && byte <= 'Z';
}

[[nodiscard]] constexpr bool is_ascii_lower(char byte) {
    return byte >= 'a' && byte <= 'z';
}

[[nodiscard]] constexpr bool is_ascii_letter(char byte) {
    return is_ascii_upper(byte) || is_ascii_lower(byte);
}

[[nodiscard]] constexpr bool is_ascii_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

[[nodiscard]] constexpr bool is_word_kind(Kind kind) {
    return kind == Kind::letter || kind == Kind::digit;
}

/// True if an opening bracket or quotation mark is of that kind, for sure.
[[nodiscard]] constexpr bool is_opening(Kind kind) {
    return kind == Kind::open_mark || kind == Kind::open_bracket;
}

}  // namespace stancegraph::annotate
