#include "workbench/scalar_writer.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

using yaml::Style;
using yaml::Surroundings;

std::string_view raw_text(const InputFile& file, const yaml::Node& scalar) {
    return file.text().substr(scalar.span.begin, scalar.span.size());
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line(text.substr(at, end - at));
        line.erase(line.find_last_not_of(" \r") + 1);
        lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

void indent(std::vector<std::string>& lines, std::size_t first, std::size_t blanks) {
    for (std::size_t at = first; at < lines.size(); ++at) {
        if (!lines[at].empty()) {
            lines[at].insert(0, blanks, ' ');
        }
    }
}

/// `|`: the text as it is, with what tells YAML how it begins and ends where that is not as usual.
std::vector<std::string> literal(std::string_view text, std::size_t indentation) {
    const std::size_t body = text.find_last_not_of('\n') + 1;
    const std::size_t ends = text.size() - body;
    std::vector<std::string> lines{"|"};
    if (text.starts_with(' ') || text.starts_with('\n')) {
        lines.front() += '2';
    }
    lines.front() += ends == 0 ? "-" : ends == 1 ? "" : "+";
    for (std::size_t at = 0; at < body;) {
        const std::size_t end = std::min(text.find('\n', at), body);
        lines.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    lines.insert(lines.end(), ends > 1 ? ends - 1 : 0, std::string());
    indent(lines, 1, indentation);
    return lines;
}

/// The lines as they are, moved to another column.
std::vector<std::string> moved(std::string_view raw, std::size_t indentation) {
    std::vector<std::string> lines = lines_of(raw);
    std::size_t least = std::string::npos;
    for (std::size_t at = 1; at < lines.size(); ++at) {
        least = std::min(least, lines[at].find_first_not_of(' '));
    }
    for (std::size_t at = 1; at < lines.size() && least != std::string::npos; ++at) {
        lines[at].erase(0, std::min(least, lines[at].size()));
    }
    indent(lines, 1, indentation);
    return lines;
}

/// Breaks the text at single blanks, so that lines fit where words do.
std::vector<std::string> filled(std::string_view text, std::size_t column, std::size_t indentation) {
    std::vector<std::string> lines{""};
    std::size_t left = kRuleFileWidth - std::min(column, kRuleFileWidth);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find(' ', at);
        while (end != std::string_view::npos &&
               text[end + 1] == ' ') {  // a run of blanks is not to be broken
            end = text.find(' ', text.find_first_not_of(' ', end));
        }
        end = std::min(end, text.size());
        const std::string_view word = text.substr(at, end - at);
        const std::size_t width = utf8::count_code_points(word) + 1;
        if (!lines.back().empty() && utf8::count_code_points(lines.back()) + width > left) {
            lines.emplace_back();
            left = kRuleFileWidth - indentation;
        }
        lines.back() += (lines.back().empty() ? "" : " ") + std::string(word);
        at = end + 1;
    }
    indent(lines, 1, indentation);
    return lines;
}

std::string one_line(const yaml::Node& scalar, std::string_view text, Surroundings around) {
    // What an author wrote without quotes is read as a text here, also `1e3` and 2025-08-20.
    const bool stays = scalar.style == Style::plain && yaml::can_be_plain(text, around);
    return stays ? std::string(text) : yaml::scalar_text(text, around);
}

}  // namespace

std::string_view pattern_text(std::string_view text) {
    return text.substr(0, text.find_last_not_of("\n ") + 1);
}

std::string flow_scalar(const InputFile& file, const yaml::Node& scalar) {
    return scalar.kind == yaml::Kind::null ? std::string(raw_text(file, scalar))
                                           : one_line(scalar, scalar.text, Surroundings::flow);
}

std::string key_text(const yaml::Node& key, Surroundings around) {
    return one_line(key, key.text, around);
}

std::vector<std::string> block_scalar(const InputFile& file, const yaml::Node& scalar, FilePart part,
                                      std::size_t column, std::size_t indentation) {
    const std::string_view raw = raw_text(file, scalar);
    if (scalar.kind == yaml::Kind::null) {
        return {std::string(raw)};
    }
    if (part == FilePart::pattern) {
        const std::string_view text = pattern_text(scalar.text);
        const bool is_one_line = text.find('\n') == std::string_view::npos;
        const bool is_plain = is_one_line && yaml::can_be_plain(text, Surroundings::block) &&
                              (scalar.style == Style::plain || !yaml::has_other_meaning(text));
        return is_plain ? std::vector{std::string(text)} : literal(std::string(text) + '\n', indentation);
    }
    if (scalar.style == Style::literal) {
        return literal(scalar.text, indentation);
    }
    const bool is_over_lines = raw.find('\n') != std::string_view::npos;
    if (scalar.style == Style::folded || (is_over_lines && scalar.text.find('\n') != std::string::npos)) {
        return moved(raw, indentation);
    }
    const std::string text = one_line(scalar, scalar.text, Surroundings::block);
    return is_over_lines ? filled(text, column, indentation) : std::vector{text};
}

}  // namespace stancegraph
