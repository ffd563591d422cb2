#include "workbench/remarks.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr std::uint32_t kNoLine = std::numeric_limits<std::uint32_t>::max();

std::uint32_t to_offset(std::size_t at) {
    return static_cast<std::uint32_t>(at);
}

/// The bytes of a scalar that hold no comments. A block has two parts: behind its `|` a comment may stand.
void add_bytes(std::string_view raw, const yaml::Node& scalar, std::vector<ByteSpan>& spans) {
    if (scalar.style != yaml::Style::literal && scalar.style != yaml::Style::folded) {
        spans.push_back(scalar.span);
        return;
    }
    const std::size_t indicators =
        std::min(raw.find_first_not_of("|>+-0123456789", scalar.span.begin), raw.size());
    spans.push_back({scalar.span.begin, to_offset(indicators)});
    const std::size_t lines = std::min(raw.find('\n', indicators), raw.size());
    std::size_t end = std::max<std::size_t>(scalar.span.end, lines);
    // Blank lines at its end are a part of its text only where it keeps them (`|+`).
    const std::size_t kept = scalar.text.size() - (scalar.text.find_last_not_of('\n') + 1);
    for (std::size_t more = 1; more <= kept && end < raw.size(); ++more) {
        end = std::min(raw.find('\n', end + 1), raw.size());
    }
    spans.push_back(
        {to_offset(lines), to_offset(kept > 1 ? end : std::max<std::size_t>(scalar.span.end, lines))});
}

void add_scalars(std::string_view raw, const yaml::Node& node, std::vector<ByteSpan>& spans) {
    if (node.is_scalar()) {
        add_bytes(raw, node, spans);
    }
    for (const yaml::Node& item : node.items) {
        add_scalars(raw, item, spans);
    }
    for (const yaml::Entry& entry : node.entries) {
        add_scalars(raw, entry.key, spans);
        add_scalars(raw, entry.value, spans);
    }
}

/// The first of the spans that ends behind `at`.
std::vector<ByteSpan>::const_iterator span_behind(const std::vector<ByteSpan>& spans, std::size_t at) {
    return std::ranges::upper_bound(spans, to_offset(at), {}, &ByteSpan::end);
}

/// Where the comment of a line begins, or the line's end.
std::size_t comment_in(std::string_view raw, ByteSpan line, const std::vector<ByteSpan>& scalars) {
    std::size_t at = line.begin;
    while (at < line.end) {
        at = std::min<std::size_t>(raw.find('#', at), line.end);
        const auto around = span_behind(scalars, at);
        if (around != scalars.end() && around->contains(to_offset(at))) {
            at = around->end;
        } else if (at == line.begin || kBlanks.find(raw[at - 1]) != std::string_view::npos) {
            return at;
        } else {
            ++at;
        }
    }
    return line.end;
}

const std::vector<Remark>& in(const std::map<const yaml::Node*, std::vector<Remark>>& map,
                              const yaml::Node& node) {
    static const std::vector<Remark> kNone;
    const auto found = map.find(&node);
    return found == map.end() ? kNone : found->second;
}

}  // namespace

Remarks::Remarks(const InputFile& file, const yaml::Node& root) {
    std::vector<ByteSpan> scalars;
    add_scalars(file.text(), root, scalars);
    read_lines(file, scalars);
    visit(file, root, scalars);
    take_below(root, 0, kNoLine);
}

const std::vector<Remark>& Remarks::above(const yaml::Node& node) const {
    return in(above_, node);
}

const std::vector<Remark>& Remarks::below(const yaml::Node& collection) const {
    return in(below_, collection);
}

const Remark* Remarks::beside(std::uint32_t line) const {
    const auto found = beside_.find(line);
    return found == beside_.end() ? nullptr : &found->second;
}

bool Remarks::are_between(std::uint32_t first, std::uint32_t last) const {
    const auto found = std::ranges::lower_bound(comment_lines_, first);
    return found != comment_lines_.end() && *found < last;
}

void Remarks::read_lines(const InputFile& file, const std::vector<ByteSpan>& scalars) {
    const std::string_view raw = file.text();
    for (std::uint32_t number = 1; number <= file.line_count(); ++number) {
        const ByteSpan line = file.line_span(number);
        const std::size_t comment = comment_in(raw, line, scalars);
        const std::string_view before = raw.substr(line.begin, comment - line.begin);
        const bool has_text = before.find_first_not_of(" -\t\r") != std::string_view::npos;
        if (comment < line.end) {
            std::string text(raw.substr(comment, line.end - comment));
            text.erase(text.find_last_not_of(kBlanks) + 1);
            comments_.push_back(text);
            comment_lines_.push_back(number);
            Remark remark{.text = std::move(text),
                          .line = number,
                          .column = to_offset(utf8::count_code_points(before))};
            if (has_text) {
                beside_.emplace(number, std::move(remark));
            } else {
                lines_.push_back(std::move(remark));
            }
            continue;
        }
        const auto around = span_behind(scalars, line.begin);
        const bool is_in_scalar = around != scalars.end() && around->begin < line.begin;
        if (!is_in_scalar && before.find_first_not_of(kBlanks) == std::string_view::npos) {
            lines_.push_back({.text = {}, .line = number, .column = 0});
        }
    }
}

void Remarks::visit(const InputFile& file, const yaml::Node& node, const std::vector<ByteSpan>& scalars) {
    const auto line_of = [&file](std::uint32_t byte) { return file.place_of(byte).line; };
    const bool is_mapping = node.kind == yaml::Kind::mapping;
    if (!is_mapping && node.kind != yaml::Kind::sequence) {
        return;
    }
    for (const yaml::Node& item : node.items) {
        take_above(item, line_of(item.span.begin));
        visit(file, item, scalars);
    }
    for (const yaml::Entry& entry : node.entries) {
        take_above(entry.key, line_of(entry.key.span.begin));
        visit(file, entry.value, scalars);
    }
    const char first = node.span.begin < file.text().size() ? file.text()[node.span.begin] : '\0';
    if (first == (is_mapping ? '{' : '[')) {
        take_below(node, 0, line_of(node.span.end - 1));
        return;
    }
    const auto next = std::ranges::lower_bound(scalars, node.span.end, {}, &ByteSpan::begin);
    take_below(node, file.place_of(node.span.begin).column - 1,
               next == scalars.end() ? kNoLine : line_of(next->begin));
}

void Remarks::take_above(const yaml::Node& node, std::uint32_t line) {
    while (taken_ < lines_.size() && lines_[taken_].line < line) {
        above_[&node].push_back(lines_[taken_++]);
    }
}

/// Comments at least as far to the right as the collection's items; blank lines only where such a one
/// follows.
void Remarks::take_below(const yaml::Node& collection, std::uint32_t column, std::uint32_t next_line) {
    std::size_t end = taken_;
    for (std::size_t at = taken_; at < lines_.size() && lines_[at].line < next_line; ++at) {
        if (!lines_[at].text.empty()) {
            if (lines_[at].column < column) {
                break;
            }
            end = at + 1;
        }
    }
    for (; taken_ < end; ++taken_) {
        below_[&collection].push_back(lines_[taken_]);
    }
}

}  // namespace stancegraph
