#include "base/yaml_text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace stancegraph::yaml {
namespace {

constexpr std::string_view kBrackets = ",[]{}";

bool has_line_end_or_control(std::string_view text) {
    return std::ranges::any_of(text, [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return code < 0x20 || code == 0x7F;
    });
}

bool can_start(std::string_view text, Surroundings around) {
    constexpr std::string_view kIndicators = ",[]{}#&*!|>'\"%@`";
    constexpr std::string_view kBeforeText = "-?:";
    if (kIndicators.find(text.front()) != std::string_view::npos) {
        return false;
    }
    if (kBeforeText.find(text.front()) == std::string_view::npos) {
        return true;
    }
    const bool is_alone = text.size() == 1 || text[1] == ' ';
    return !is_alone && (around == Surroundings::block || text.front() == '-');
}

/// A figure, and nothing but figures and the signs of numbers and dates: 12, -0.5, 1e3, 2025-08-20, 10:30.
bool is_like_number(std::string_view text) {
    constexpr std::string_view kSigns = "0123456789+-.:_eExXabcdefABCDEFT";
    const std::size_t first = text.find_first_not_of("+-.");
    return first != std::string_view::npos && text[first] >= '0' && text[first] <= '9' &&
           text.find_first_not_of(kSigns) == std::string_view::npos;
}

}  // namespace

bool can_be_plain(std::string_view text, Surroundings around) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':' ||
        has_line_end_or_control(text) || !can_start(text, around)) {
        return false;
    }
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) {
        return false;
    }
    // yaml-cpp ends a plain scalar between brackets at a question mark too.
    return around == Surroundings::block || (text.find_first_of(kBrackets) == std::string_view::npos &&
                                             text.find('?') == std::string_view::npos);
}

bool has_other_meaning(std::string_view text) {
    constexpr std::array<std::string_view, 11> kWords{"~",  "null", "true", "false", "yes", "no",
                                                      "on", "off",  "y",    "n",     "="};
    const std::string lower = utf8::to_lower(text);
    return std::ranges::find(kWords, lower) != kWords.end() || lower == ".nan" || lower.ends_with(".inf") ||
           is_like_number(text);
}

std::string quoted(std::string_view text) {
    const bool has_control = has_line_end_or_control(text);
    if (!has_control && text.find_first_of("\"\\") == std::string_view::npos) {
        return fmt::format("\"{}\"", text);
    }
    std::string result(1, has_control ? '"' : '\'');
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        if (!has_control) {
            result.append(byte == '\'' ? 2 : 1, byte);
        } else if (byte == '"' || byte == '\\') {
            result += '\\';
            result += byte;
        } else if (byte == '\n') {
            result += "\\n";
        } else if (code < 0x20 || code == 0x7F) {
            result += fmt::format("\\x{:02x}", code);
        } else {
            result += byte;
        }
    }
    return result + result.front();
}

std::string scalar_text(std::string_view text, Surroundings around) {
    return can_be_plain(text, around) && !has_other_meaning(text) ? std::string(text) : quoted(text);
}

}  // namespace stancegraph::yaml
