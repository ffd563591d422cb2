#include "text/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "text/text_location.hpp"

namespace stancegraph {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";

bool is_high_surrogate(std::uint32_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(std::uint32_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

/// `mark_size` are the bytes of the file before `bytes`.
void report_faults(const std::string& name, std::string_view bytes, std::size_t mark_size,
                   const utf8::Repaired& repaired, Diagnostics& diagnostics) {
    const std::size_t count = repaired.faults.size();
    const std::size_t first = mark_size + repaired.faults.front();
    diagnostics.add(
        {.code = "SG2004",
         .severity = Severity::warning,
         .message = count == 1
                        ? fmt::format("the byte at offset {} is not valid UTF-8 and was replaced", first)
                        : fmt::format("{} byte sequences are not valid UTF-8 and were replaced, the first at "
                                      "offset {}",
                                      count, first),
         .location = place_in(name, bytes, repaired.faults.front()),
         .hint = "if the file is in another encoding, convert it: iconv -f WINDOWS-1252 -t UTF-8",
         .notes = {}});
}

}  // namespace

std::string from_utf16(std::string_view bytes, bool is_big_endian) {
    const auto unit_at = [&](std::size_t at) {
        const auto first = static_cast<std::uint8_t>(bytes[at]);
        const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
        return is_big_endian ? static_cast<std::uint32_t>(first << 8U | second)
                             : static_cast<std::uint32_t>(second << 8U | first);
    };
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const std::uint32_t unit = unit_at(at);
        if (is_high_surrogate(unit) && at + 3 < bytes.size() && is_low_surrogate(unit_at(at + 2))) {
            utf8::append(
                text, static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10U) + (unit_at(at + 2) - 0xDC00)));
            at += 2;
        } else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
            utf8::append(text, utf8::kReplacement);
        } else {
            utf8::append(text, static_cast<char32_t>(unit));
        }
    }
    return text;
}

std::string utf8_text(const std::string& name, std::string bytes, Diagnostics& diagnostics) {
    const std::size_t mark_size = bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
    bytes.erase(0, mark_size);
    if (bytes.starts_with(kUtf16LittleMark) || bytes.starts_with(kUtf16BigMark)) {
        return from_utf16(std::string_view(bytes).substr(2), bytes.starts_with(kUtf16BigMark));
    }
    if (utf8::is_valid(bytes)) {
        return bytes;
    }
    utf8::Repaired repaired = utf8::repair(bytes);
    report_faults(name, bytes, mark_size, repaired, diagnostics);
    return std::move(repaired.text);
}

std::string_view binary_kind(std::string_view bytes) {
    struct Magic {
        std::string_view begin;
        std::string_view kind;
    };

    static constexpr std::array<Magic, 9> kMagic{{{"%PDF-", "PDF document"},
                                                  {"PK\x03\x04", "ZIP archive or office document"},
                                                  {"\x1F\x8B", "gzip archive"},
                                                  {"\x28\xB5\x2F\xFD", "zstd archive"},
                                                  {"\xFD\x37zXZ", "xz archive"},
                                                  {"{\\rtf", "RTF document"},
                                                  {"\x89PNG", "PNG picture"},
                                                  {"\xFF\xD8\xFF", "JPEG picture"},
                                                  {"\xD0\xCF\x11\xE0", "old office document"}}};
    constexpr std::size_t kLooked = 8192;
    const auto* const found =
        std::ranges::find_if(kMagic, [&](const Magic& magic) { return bytes.starts_with(magic.begin); });
    if (found != kMagic.end()) {
        return found->kind;
    }
    const bool is_utf16 = bytes.starts_with(kUtf16LittleMark) || bytes.starts_with(kUtf16BigMark);
    const bool has_nul = bytes.substr(0, kLooked).find('\0') != std::string_view::npos;
    return has_nul && !is_utf16 ? "binary file" : std::string_view();
}

}  // namespace stancegraph
