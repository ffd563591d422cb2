#include "text/html_charset.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "text/encoding.hpp"
#include "text/text_location.hpp"

namespace stancegraph {
namespace {

constexpr std::string_view kDefault = "windows-1252";

/// iconv's descriptor, closed at the end.
class Converter {
public:
    explicit Converter(const std::string& charset) : descriptor_(iconv_open("UTF-8", charset.c_str())) {}

    ~Converter() {
        if (is_open()) {
            iconv_close(descriptor_);
        }
    }

    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    // iconv's error value is the pointer -1.
    [[nodiscard]] bool is_open() const { return reinterpret_cast<std::ptrdiff_t>(descriptor_) != -1; }

    /// The text in UTF-8; `faults` is the number of bytes that became U+FFFD.
    [[nodiscard]] std::string convert(std::string bytes, std::size_t& faults) const;

private:
    iconv_t descriptor_;
};

std::string Converter::convert(std::string bytes, std::size_t& faults) const {
    std::string text;
    std::array<char, 16384> buffer{};
    char* from = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t result = iconv(descriptor_, &from, &left, &to, &room);
        const int error = errno;
        text.append(buffer.data(), buffer.size() - room);
        if (result == static_cast<std::size_t>(-1) && error != E2BIG) {
            utf8::append(text, utf8::kReplacement);
            ++faults;
            ++from;
            --left;
        }
    }
    return text;
}

/// `charset=` or `encoding=` inside the tag that begins at `at`.
std::string charset_in_tag(std::string_view lower, std::size_t at, std::string_view key) {
    const std::string_view tag = lower.substr(at, lower.find('>', at) - at);
    const std::size_t found = tag.find(key);
    if (found == std::string_view::npos) {
        return {};
    }
    const std::size_t begin = tag.find_first_not_of(" \t\"'=", found + key.size());
    if (begin == std::string_view::npos) {
        return {};
    }
    return std::string(tag.substr(begin, tag.find_first_of(" \t\"';/>?", begin) - begin));
}

void report_charset(const std::string& name, const std::string& charset, Diagnostics& diagnostics) {
    diagnostics.add(
        {.code = "SG2033",
         .severity = Severity::warning,
         .message = fmt::format("the page declares the charset '{}', which is not known; read as {}", charset,
                                kDefault),
         .location = whole_file(name),
         .hint = "save the page as UTF-8",
         .notes = {}});
}

void report_faults(const std::string& name, std::size_t faults, std::string_view charset,
                   Diagnostics& diagnostics) {
    diagnostics.add({.code = "SG2004",
                     .severity = Severity::warning,
                     .message = fmt::format("{} bytes are not valid {} and were replaced", faults, charset),
                     .location = whole_file(name),
                     .hint = "check the charset that the page declares",
                     .notes = {}});
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
    constexpr std::size_t kLooked = 4096;
    const std::string lower = utf8::to_lower(bytes.substr(0, kLooked));
    if (lower.starts_with("<?xml")) {
        if (std::string charset = charset_in_tag(lower, 0, "encoding"); !charset.empty()) {
            return charset;
        }
    }
    for (std::size_t at = lower.find("<meta"); at != std::string::npos; at = lower.find("<meta", at + 1)) {
        if (std::string charset = charset_in_tag(lower, at, "charset"); !charset.empty()) {
            return charset;
        }
    }
    return {};
}

std::string page_to_utf8(const std::string& name, std::string bytes, Diagnostics& diagnostics) {
    const bool has_mark =
        bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    std::string charset = declared_charset(bytes);
    const bool is_utf8 = charset == "utf-8" || charset == "utf8";
    if (has_mark || is_utf8 || utf8::is_valid(bytes)) {
        return utf8_text(name, std::move(bytes), diagnostics);
    }
    if (charset.empty() || charset == "iso-8859-1" || charset == "latin1" || charset == "us-ascii") {
        charset = kDefault;
    }
    std::size_t faults = 0;
    Converter declared(charset);
    if (!declared.is_open()) {
        report_charset(name, charset, diagnostics);
        return Converter(std::string(kDefault)).convert(std::move(bytes), faults);
    }
    std::string text = declared.convert(std::move(bytes), faults);
    if (faults > 0) {
        report_faults(name, faults, charset, diagnostics);
    }
    return text;
}

}  // namespace stancegraph
