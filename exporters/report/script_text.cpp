#include "exporters/report/script_text.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"

namespace stancegraph::html_report {

std::string shown(std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(
        line, [](char byte) { return byte == '\n' || byte == '\r' || byte == '\t'; }, ' ');
    return utf8::visible(line);
}

double rounded(double number) {
    return std::round(number * 100.0) / 100.0 + 0.0;
}

std::string escaped_for_script(std::string_view json) {
    constexpr std::string_view kLineSeparators = "\xE2\x80";  // and A8 or A9
    std::string escaped;
    escaped.reserve(json.size() + json.size() / 64);
    for (std::size_t at = 0; at < json.size(); ++at) {
        const std::string_view rest = json.substr(at);
        if (rest.front() == '<') {
            escaped += "\\u003c";
        } else if (rest.size() > 2 && rest.starts_with(kLineSeparators) &&
                   (rest[2] == '\xA8' || rest[2] == '\xA9')) {
            escaped += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
            at += 2;
        } else {
            escaped += rest.front();
        }
    }
    return escaped;
}

bool is_web_address(std::string_view url) {
    const std::string lower = utf8::to_lower(url);
    const auto is_fit = [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return code > 0x20 && code != 0x7F;
    };
    return (lower.starts_with("https://") || lower.starts_with("http://")) &&
           std::ranges::all_of(url, is_fit) && utf8::visible(url) == url;
}

}  // namespace stancegraph::html_report
