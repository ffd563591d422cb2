#include "base/yaml_places.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace stancegraph::yaml {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool is_blank(char byte) {
    return kBlanks.find(byte) != std::string_view::npos;
}

std::uint32_t to_offset(std::size_t at) {
    return static_cast<std::uint32_t>(at);
}

/// How many bytes of raw text an escape takes, and how many bytes of text it gives.
struct Escape {
    std::size_t raw = 2;
    std::size_t text = 1;
};

/// The escape of a double-quoted scalar that begins with the backslash at `at` (YAML 1.2, section 5.7).
Escape escape_at(std::string_view raw, std::size_t at) {
    const char name = at + 1 < raw.size() ? raw[at + 1] : '\0';
    const std::size_t digits = name == 'x' ? 2 : name == 'u' ? 4 : name == 'U' ? 8 : 0;
    if (digits > 0) {
        char32_t code = 0;
        for (const char digit : raw.substr(at + 2, digits)) {
            const bool is_letter = digit > '9';
            code = code * 16 + static_cast<char32_t>(is_letter ? (digit | 0x20) - 'a' + 10 : digit - '0');
        }
        std::string encoded;
        utf8::append(encoded, code);
        return {.raw = 2 + digits, .text = encoded.size()};
    }
    if (name == '\n' || name == '\r') {  // an escaped line end joins the lines
        const std::size_t next = raw.find_first_not_of(kBlanks, at + 1);
        return {.raw = std::min(next, raw.size()) - at, .text = 0};
    }
    constexpr std::string_view kTwoBytes = "N_";
    constexpr std::string_view kThreeBytes = "LP";
    const bool is_long = kThreeBytes.find(name) != std::string_view::npos;
    return {.raw = 2, .text = is_long ? 3U : kTwoBytes.find(name) != std::string_view::npos ? 2U : 1U};
}

/// Walks through raw text and the scalar it stands for at the same time. Line folding is undone: a run of
/// blanks with a line end in it stands for one blank or for as many line ends as the text has.
class Walk {
public:
    Walk(std::string_view raw, std::size_t at, Style style) : raw_(raw), at_(at), style_(style) {}

    /// Goes over the raw text of at least one byte of `text` from `from`; the bytes of text it gave.
    std::size_t step(std::string_view text, std::size_t from) {
        if (at_ >= raw_.size()) {
            return text.size() - from;
        }
        if (style_ == Style::double_quoted && raw_[at_] == '\\') {
            const Escape escape = escape_at(raw_, at_);
            at_ += escape.raw;
            return escape.text;
        }
        if (style_ == Style::single_quoted && raw_.substr(at_, 2) == "''") {
            at_ += 2;
            return 1;
        }
        if (text[from] == ' ' || text[from] == '\n') {
            return step_over_blanks(text, from);
        }
        ++at_;
        return 1;
    }

    [[nodiscard]] std::size_t at() const { return at_; }

private:
    std::size_t step_over_blanks(std::string_view text, std::size_t from) {
        if (!is_blank(raw_[at_])) {
            return 1;
        }
        const std::size_t end = std::min(raw_.find_first_not_of(kBlanks, at_), raw_.size());
        if (raw_.substr(at_, end - at_).find('\n') == std::string_view::npos) {
            ++at_;
            return 1;
        }
        at_ = end;
        const std::size_t next = text.find_first_not_of('\n', from);
        return text[from] == ' ' ? 1 : std::min(next, text.size()) - from;
    }

    std::string_view raw_;
    std::size_t at_;
    Style style_;
};

/// Where the text of a scalar begins in the raw text; for blocks the first line below the indicator.
std::size_t begin_of_text(std::string_view raw, const Node& scalar) {
    switch (scalar.style) {
        case Style::plain:
            return scalar.span.begin;
        case Style::single_quoted:
        case Style::double_quoted:
            return scalar.span.begin + 1;
        case Style::literal:
        case Style::folded:
            return std::min(raw.find('\n', scalar.span.begin), raw.size() - 1) + 1;
    }
    return scalar.span.begin;
}

std::size_t end_of_line(std::string_view raw, std::size_t at) {
    const std::size_t end = std::min(raw.find('\n', at), raw.size());
    return end > at && raw[end - 1] == '\r' ? end - 1 : end;
}

std::size_t next_line(std::string_view raw, std::size_t at) {
    return std::min(raw.find('\n', at), raw.size() - 1) + 1;
}

/// The byte of a literal block for an offset in its text. The indentation is what a line of the file has more
/// than the line of the text.
std::size_t byte_of_literal(std::string_view raw, const Node& scalar, std::size_t offset) {
    const std::string_view text = scalar.text;
    std::size_t line = begin_of_text(raw, scalar);
    std::size_t from = 0;
    for (std::size_t end = text.find('\n'); end < offset && end != std::string_view::npos;
         end = text.find('\n', from)) {
        line = next_line(raw, line);
        from = end + 1;
    }
    const std::size_t raw_size = end_of_line(raw, line) - line;
    const std::size_t text_size = std::min(text.find('\n', from), text.size()) - from;
    const std::size_t indentation = raw_size > text_size ? raw_size - text_size : 0;
    return std::min(line + indentation + (offset - from), line + raw_size);
}

std::size_t byte_of(std::string_view raw, const Node& scalar, std::size_t offset) {
    offset = std::min(offset, scalar.text.size());
    if (scalar.style == Style::literal) {
        return byte_of_literal(raw, scalar, offset);
    }
    std::size_t begin = begin_of_text(raw, scalar);
    if (scalar.style == Style::folded) {
        begin = std::min(raw.find_first_not_of(' ', begin), raw.size());
    }
    if (scalar.style == Style::plain && raw.substr(begin, scalar.text.size()) == scalar.text) {
        return begin + offset;
    }
    Walk walk(raw, begin, scalar.style);
    for (std::size_t done = 0; done < offset;) {
        const std::size_t before = walk.at();
        const std::size_t given = walk.step(scalar.text, done);
        if (done + given > offset) {
            return before;
        }
        done += given;
    }
    return walk.at();
}

/// Behind the closing quotation mark, or npos.
std::size_t end_of_quoted(std::string_view raw, const Node& scalar) {
    const bool is_single = scalar.style == Style::single_quoted;
    for (std::size_t at = scalar.span.begin + 1; at < raw.size(); ++at) {
        if (!is_single && raw[at] == '\\') {
            ++at;
        } else if (is_single && raw.substr(at, 2) == "''") {
            ++at;
        } else if (raw[at] == (is_single ? '\'' : '"')) {
            return at + 1;
        }
    }
    return std::string_view::npos;
}

}  // namespace

std::uint32_t end_of_scalar(std::string_view raw, const Node& scalar) {
    if (scalar.style == Style::single_quoted || scalar.style == Style::double_quoted) {
        return to_offset(std::min(end_of_quoted(raw, scalar), raw.size()));
    }
    const std::size_t visible = scalar.text.find_last_not_of(" \n");
    if (visible == std::string::npos) {
        return to_offset(end_of_line(raw, scalar.span.begin));
    }
    return to_offset(std::min(byte_of(raw, scalar, visible) + 1, raw.size()));
}

bool is_closed(std::string_view raw, const Node& scalar) {
    return end_of_quoted(raw, scalar) != std::string_view::npos;
}

std::uint32_t end_of_flow(std::string_view raw, std::uint32_t from) {
    std::size_t at = from;
    while (at < raw.size() && (is_blank(raw[at]) || raw[at] == ',' || raw[at] == '#')) {
        at = raw[at] == '#' ? end_of_line(raw, at) : at + 1;
    }
    return to_offset(std::min(at + 1, raw.size()));
}

std::string_view null_text(std::string_view raw, std::uint32_t at, bool is_key) {
    constexpr std::array<std::string_view, 4> kSpellings{"~", "null", "Null", "NULL"};
    const std::string_view rest = raw.substr(std::min<std::size_t>(at, raw.size()));
    for (const std::string_view spelling : kSpellings) {
        if (rest.starts_with(spelling)) {
            const std::size_t next = std::min(rest.find_first_not_of(" \t", spelling.size()), rest.size());
            const bool is_before_colon = next < rest.size() && rest[next] == ':';
            return is_before_colon == is_key ? rest.substr(0, spelling.size()) : std::string_view();
        }
    }
    return {};
}

ByteSpan place_in_file(const InputFile& file, const Node& scalar, ByteSpan in_text) {
    const std::size_t begin = byte_of(file.text(), scalar, in_text.begin);
    if (in_text.is_empty() || scalar.text.empty()) {
        return {to_offset(begin), to_offset(begin)};
    }
    // The end is taken behind the last byte, not before the next one, which may stand on another line.
    const std::size_t last = byte_of(file.text(), scalar, in_text.end - 1);
    return {to_offset(begin), to_offset(std::max(begin, std::min(last + 1, file.text().size())))};
}

std::optional<ByteSpan> comment_after(const InputFile& file, const Node& scalar) {
    const std::string_view raw = file.text();
    const std::size_t hash = raw.find_first_not_of(" \t", scalar.span.end);
    if (scalar.style != Style::plain || !scalar.is_scalar() || hash >= raw.size() || raw[hash] != '#' ||
        hash == scalar.span.end) {
        return std::nullopt;
    }
    return ByteSpan{to_offset(hash), to_offset(end_of_line(raw, hash))};
}

}  // namespace stancegraph::yaml
