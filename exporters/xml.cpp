#include "exporters/xml.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace stancegraph::xml {
namespace {

bool is_plain_ascii(char byte) {
    return byte >= ' ' && byte <= '~' && byte != '<' && byte != '>' && byte != '&' && byte != '"' &&
           byte != '\'';
}

bool is_allowed(char32_t code_point) {
    const bool is_control =
        code_point < 0x20 && code_point != '\t' && code_point != '\n' && code_point != '\r';
    return !is_control && code_point != 0xFFFE && code_point != 0xFFFF;
}

/// Appends the text with what XML forbids replaced; `escape` may write a code point itself and say so.
template <typename Escape>
void append_characters(std::string& out, std::string_view text, Escape escape) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = at;
        while (at < text.size() && is_plain_ascii(text[at])) {
            ++at;
        }
        out.append(text.substr(plain, at - plain));
        if (at == text.size()) {
            break;
        }
        const utf8::Decoded decoded = utf8::decode(text.substr(at));
        if (!decoded.is_valid || !is_allowed(decoded.code_point)) {
            utf8::append(out, utf8::kReplacement);
        } else if (!escape(out, decoded.code_point)) {
            out.append(text.substr(at, decoded.size));
        }
        at += decoded.size;
    }
}

bool append_reference(std::string& out, char32_t code_point) {
    switch (code_point) {
        case '<':
            out += "&lt;";
            return true;
        case '>':
            out += "&gt;";
            return true;
        case '&':
            out += "&amp;";
            return true;
        case '"':
            out += "&quot;";
            return true;
        case '\n':
            out += "&#10;";
            return true;
        case '\t':
            out += "&#9;";
            return true;
        case '\r':
            out += "&#13;";
            return true;
        default:
            return false;
    }
}

bool needs_cdata(std::string_view text) {
    const auto is_markup = [](char byte) {
        return byte == '<' || byte == '>' || byte == '&' || byte == '\n' || byte == '\t' || byte == '\r';
    };
    return text.starts_with(' ') || text.ends_with(' ') || std::ranges::any_of(text, is_markup);
}

}  // namespace

void append_attribute(std::string& out, std::string_view text) {
    append_characters(out, text, append_reference);
}

void append_content(std::string& out, std::string_view text) {
    if (!needs_cdata(text)) {
        append_characters(out, text, [](std::string&, char32_t) { return false; });
        return;
    }
    out += "<![CDATA[";
    append_characters(out, text, [](std::string& content, char32_t code_point) {
        // `]]>` would end the section.
        if (code_point == '>' && content.ends_with("]]")) {
            content += "]]><![CDATA[>";
            return true;
        }
        return false;
    });
    out += "]]>";
}

}  // namespace stancegraph::xml
