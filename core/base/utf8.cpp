#include "base/utf8.hpp"

#include <utf8proc.h>

#include <array>

#include <fmt/format.h>

namespace stancegraph::utf8 {
namespace {

/// The least and greatest second byte after a lead byte (Unicode, table 3-7), and the number of bytes in all.
struct LeadByte {
    std::uint8_t size = 0;
    std::uint8_t second_low = 0x80;
    std::uint8_t second_high = 0xBF;
};

constexpr LeadByte lead_byte(std::uint8_t byte) {
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {.size = 2};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return {.size = 3,
                .second_low = static_cast<std::uint8_t>(byte == 0xE0 ? 0xA0 : 0x80),
                .second_high = static_cast<std::uint8_t>(byte == 0xED ? 0x9F : 0xBF)};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return {.size = 4,
                .second_low = static_cast<std::uint8_t>(byte == 0xF0 ? 0x90 : 0x80),
                .second_high = static_cast<std::uint8_t>(byte == 0xF4 ? 0x8F : 0xBF)};
    }
    return {};
}

utf8proc_int32_t signed_code(char32_t code_point) {
    return static_cast<utf8proc_int32_t>(code_point);
}

template <typename Visit>
void for_each_code_point(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text.substr(at));
        visit(decoded, at);
        at += decoded.size;
    }
}

/// Characters that change how the text around them is shown without showing themselves.
bool is_hidden(char32_t code_point) {
    const auto category = utf8proc_category(signed_code(code_point));
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

}  // namespace

Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80) {
        return {.code_point = first};
    }
    const LeadByte lead = lead_byte(first);
    const Decoded broken{.code_point = kReplacement, .size = 1, .is_valid = false};
    if (lead.size == 0 || text.size() < 2 || byte(1) < lead.second_low || byte(1) > lead.second_high) {
        return broken;
    }
    auto code_point = static_cast<char32_t>(first & (0xFFU >> (lead.size + 1U)));
    for (std::uint32_t at = 1; at < lead.size; ++at) {
        if (at >= text.size() || (byte(at) & 0xC0U) != 0x80U) {
            return {.code_point = kReplacement, .size = at, .is_valid = false};
        }
        code_point = (code_point << 6U) | (byte(at) & 0x3FU);
    }
    return {.code_point = code_point, .size = lead.size};
}

void append(std::string& out, char32_t code_point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(signed_code(code_point), bytes.data());
    for (std::size_t at = 0; at < static_cast<std::size_t>(size); ++at) {
        out.push_back(static_cast<char>(bytes[at]));
    }
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for_each_code_point(text, [&](const Decoded&, std::size_t) { ++count; });
    return count;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for_each_code_point(text, [&](const Decoded& decoded, std::size_t) {
        width += static_cast<std::size_t>(utf8proc_charwidth(signed_code(decoded.code_point)));
    });
    return width;
}

bool is_valid(std::string_view text) {
    bool valid = true;
    for_each_code_point(text,
                        [&](const Decoded& decoded, std::size_t) { valid = valid && decoded.is_valid; });
    return valid;
}

Repaired repair(std::string_view text) {
    Repaired repaired;
    repaired.text.reserve(text.size());
    for_each_code_point(text, [&](const Decoded& decoded, std::size_t at) {
        if (decoded.is_valid) {
            repaired.text.append(text.substr(at, decoded.size));
            return;
        }
        repaired.faults.push_back(static_cast<std::uint32_t>(at));
        append(repaired.text, kReplacement);
    });
    return repaired;
}

std::string to_lower(std::string_view text) {
    std::string lower;
    lower.reserve(text.size());
    for_each_code_point(text, [&](const Decoded& decoded, std::size_t) {
        if (decoded.code_point < 0x80) {
            const auto letter = static_cast<char>(decoded.code_point);
            lower.push_back(letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter);
        } else {
            append(lower, static_cast<char32_t>(utf8proc_tolower(signed_code(decoded.code_point))));
        }
    });
    return lower;
}

bool is_upper(char32_t code_point) {
    return utf8proc_category(signed_code(code_point)) == UTF8PROC_CATEGORY_LU;
}

bool is_letter(char32_t code_point) {
    const auto category = utf8proc_category(signed_code(code_point));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_space(char32_t code_point) {
    return utf8proc_category(signed_code(code_point)) == UTF8PROC_CATEGORY_ZS || code_point == '\n' ||
           code_point == '\t' || code_point == '\r' || code_point == '\v' || code_point == '\f' ||
           code_point == 0x85 || code_point == 0x2028 || code_point == 0x2029;
}

bool is_capitalised(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text.substr(at));
        if (is_letter(decoded.code_point)) {
            return is_upper(decoded.code_point);
        }
        at += decoded.size;
    }
    return false;
}

std::string visible(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for_each_code_point(text, [&](const Decoded& decoded, std::size_t at) {
        if (!decoded.is_valid || is_hidden(decoded.code_point)) {
            shown += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(decoded.code_point));
        } else {
            shown.append(text.substr(at, decoded.size));
        }
    });
    return shown;
}

}  // namespace stancegraph::utf8
