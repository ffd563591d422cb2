#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// UTF-8 as the Unicode Standard, chapter 3.9, defines it. Case and width tables come from utf8proc.
namespace stancegraph::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

/// One decoded code point; `size` is the number of bytes it takes. An ill-formed sequence decodes to
/// kReplacement over its maximal subpart (1 to 3 bytes). Precondition: text is not empty.
struct Decoded {
    char32_t code_point = 0;
    std::uint32_t size = 1;
    bool is_valid = true;
};

[[nodiscard]] Decoded decode(std::string_view text);
void append(std::string& out, char32_t code_point);

/// Code points, counting each ill-formed maximal subpart as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text);
/// Terminal columns: wide characters count two, combining ones none.
[[nodiscard]] std::size_t display_width(std::string_view text);

struct Repaired {
    std::string text;                   ///< Valid UTF-8; each ill-formed maximal subpart became U+FFFD.
    std::vector<std::uint32_t> faults;  ///< Byte offsets of them in the input, ascending.
};

[[nodiscard]] bool is_valid(std::string_view text);
[[nodiscard]] Repaired repair(std::string_view text);

/// Simple lower case of every letter, independent of the locale.
[[nodiscard]] std::string to_lower(std::string_view text);
[[nodiscard]] bool is_upper(char32_t code_point);
[[nodiscard]] bool is_letter(char32_t code_point);
[[nodiscard]] bool is_space(char32_t code_point);
/// True if the text's first letter is an upper-case one.
[[nodiscard]] bool is_capitalised(std::string_view text);

/// `text` fit to be shown on a terminal: control, bidirectional and zero-width characters as \u{…}.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace stancegraph::utf8
