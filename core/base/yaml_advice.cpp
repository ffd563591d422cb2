#include "base/yaml_advice.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace stancegraph::yaml {
namespace {

/// One line, taken for `key: value` or `- value`.
struct Line {
    std::string_view text;
    std::uint32_t begin = 0;  ///< In the file.
    std::string_view key;     ///< Empty where there is none.
    std::string_view value;
    std::uint32_t value_begin = 0;  ///< In the file.
};

Line split(std::string_view text, std::uint32_t begin) {
    Line line{.text = text, .begin = begin, .key = {}, .value = {}, .value_begin = 0};
    std::size_t at = std::min(text.find_first_not_of(' '), text.size());
    while (text.substr(at, 2) == "- ") {
        at = std::min(text.find_first_not_of(' ', at + 1), text.size());
    }
    const std::size_t key_end =
        text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_?-", at);
    if (key_end < text.size() && key_end > at && text.substr(key_end, 2) == ": ") {
        line.key = text.substr(at, key_end - at);
        at = std::min(text.find_first_not_of(' ', key_end + 1), text.size());
    }
    const std::size_t end = text.find_last_not_of(" \r");
    line.value =
        end == std::string_view::npos || end < at ? std::string_view() : text.substr(at, end + 1 - at);
    line.value_begin = begin + static_cast<std::uint32_t>(at);
    return line;
}

/// Behind the closing mark of the quotation that the value begins with, or npos.
std::size_t end_of_quotation(std::string_view value) {
    const char mark = value.front();
    for (std::size_t at = 1; at < value.size(); ++at) {
        if (mark == '"' && value[at] == '\\') {
            ++at;
        } else if (mark == '\'' && value.substr(at, 2) == "''") {
            ++at;
        } else if (value[at] == mark) {
            return at + 1;
        }
    }
    return std::string_view::npos;
}

bool is_only_comment(std::string_view rest) {
    const std::size_t first = rest.find_first_not_of(' ');
    return first == std::string_view::npos || (first > 0 && rest[first] == '#');
}

struct Advice {
    std::string code;
    std::string message;
    std::string hint;
    ByteSpan span;
};

/// The value written as a block, to stand behind "write"; without quotation marks around the whole of it.
std::string below_a_bar(const Line& line) {
    std::string_view value = line.value;
    const bool is_quoted =
        value.size() > 1 && (value.front() == '\'' || value.front() == '"') && value.back() == value.front();
    if (is_quoted) {
        value = value.substr(1, value.size() - 2);
    }
    return fmt::format("\n        {}: |\n          {}", line.key, value);
}

std::string name_of_value(const Line& line) {
    return line.key == "match" || line.key.empty() ? "pattern" : line.key == "text" ? "text" : "value";
}

Advice cannot_start(const Line& line, std::string_view start, std::string reason) {
    const auto size = static_cast<std::uint32_t>(start.size());
    std::string message = line.key.empty()
                              ? fmt::format("a value that starts with {} needs quotes", start)
                              : fmt::format("a {} that starts with {} cannot stand on the same line as '{}:'",
                                            name_of_value(line), start, line.key);
    std::string hint = line.key.empty() ? fmt::format("{}. Put the value in quotes", reason)
                                        : fmt::format("{}. Write{}", reason, below_a_bar(line));
    return {.code = "SG1010",
            .message = std::move(message),
            .hint = std::move(hint),
            .span = {line.value_begin, line.value_begin + size}};
}

std::optional<Advice> about_quotation(const Line& line) {
    const std::size_t end = end_of_quotation(line.value);
    if (end == std::string_view::npos) {
        return Advice{.code = "SG1011",
                      .message = "this quotation mark is never closed on its line",
                      .hint = "close it, or put the text on its own line after '|'",
                      .span = {line.value_begin, line.value_begin + 1}};
    }
    if (is_only_comment(line.value.substr(end))) {
        return std::nullopt;
    }
    if (line.value.front() == '\'') {
        const auto at = line.value_begin + static_cast<std::uint32_t>(end) - 1;
        return Advice{.code = "SG1016",
                      .message = "a single quote inside '...' ends the text for YAML",
                      .hint = "double it (''), or write" + below_a_bar(line),
                      .span = {at, at + 1}};
    }
    return cannot_start(line, "\"", "YAML takes the text in quotes for the whole value");
}

std::optional<Advice> about_bracket(const Line& line) {
    const char close = line.value.front() == '[' ? ']' : '}';
    const std::size_t end = line.value.rfind(close);
    if (end != std::string_view::npos && is_only_comment(line.value.substr(end + 1))) {
        return std::nullopt;
    }
    if (end == std::string_view::npos && line.key != "match") {
        return Advice{.code = "SG1017",
                      .message = fmt::format("'{}' is not closed on its line", line.value.front()),
                      .hint = fmt::format("close the list with '{}'", close),
                      .span = {line.value_begin, line.value_begin + 1}};
    }
    return cannot_start(line, line.value.substr(0, 1), "YAML takes the brackets for a list of its own");
}

std::optional<Advice> about_inner_colon(const Line& line) {
    const std::size_t comment = std::min(line.value.find(" #"), line.value.size());
    const std::size_t colon = line.value.substr(0, comment).find(": ");
    if (line.key.empty() || colon == std::string_view::npos) {
        return std::nullopt;
    }
    const auto at = line.value_begin + static_cast<std::uint32_t>(colon);
    const std::size_t brace = line.value.substr(0, colon).rfind(":{");
    const std::size_t close = line.value.find('}', colon);
    if (brace != std::string_view::npos && close != std::string_view::npos) {
        const std::string_view part = line.value.substr(0, brace);
        const std::string_view name = line.value.substr(colon + 2, close - colon - 2);
        return Advice{.code = "SG1018",
                      .message = "a colon with a blank behind it starts a new key for YAML",
                      .hint = fmt::format("a list is named with @: {}:@{}",
                                          part.substr(part.find_last_of(' ') + 1), name),
                      .span = {at, at + 1}};
    }
    return Advice{
        .code = "SG1018",
        .message = "a colon with a blank behind it starts a new key for YAML",
        .hint = "in a pattern write 'name:atom' without a blank; otherwise write" + below_a_bar(line),
        .span = {at, at + 1}};
}

/// The trap of one line, if it has any that is known.
std::optional<Advice> about(const Line& line) {
    if (line.value.empty() || line.value.front() == '#') {
        return std::nullopt;
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kReserved{{
        {",", "YAML uses a leading , in lists only"},
        {"@", "YAML reserves a leading @"},
        {"`", "YAML reserves a leading `"},
        {"%", "YAML reserves a leading %"},
        {"*", "YAML reads a leading * as a reference"},
        {"&", "YAML reads a leading & as the name of an anchor"},
        {"- ", "YAML reads a leading '- ' as a list"},
        {"? ", "YAML reads a leading '? ' as a key"},
    }};
    for (const auto& [start, reason] : kReserved) {
        if (line.value.starts_with(start) && !(line.key.empty() && start.size() == 2)) {
            return cannot_start(line, start.substr(0, 1), std::string(reason));
        }
    }
    switch (line.value.front()) {
        case '\'':
        case '"':
            return about_quotation(line);
        case '[':
        case '{':
            return about_bracket(line);
        case '>':
        case '|':
            if (line.value.find_first_not_of("+-0123456789", 1) == std::string_view::npos) {
                return std::nullopt;
            }
            if (line.key == "match") {
                return cannot_start(
                    line, line.value.substr(0, 1),
                    fmt::format("YAML reads a leading {} as the begin of a text on the lines below",
                                line.value.front()));
            }
            return Advice{.code = "SG1010",
                          .message = fmt::format("a value cannot start with '{}' here", line.value.front()),
                          .hint = "a path starts with the part it leads away from, for example 'cue >nsubj'",
                          .span = {line.value_begin, line.value_begin + 1}};
        default:
            return about_inner_colon(line);
    }
}

/// What yaml-cpp says, in words that a rule author knows.
Advice general(std::string_view message, ByteSpan span) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kWords{{
        {"end of map not found", "the indentation of this line fits none of the lines above"},
        {"end of sequence not found",
         "this line is neither a list item ('- ...') nor indented like the list's key"},
        {"illegal map value",
         "a key cannot stand here: the line above has a value already, or the "
         "indentation is off"},
        {"end of map flow not found", "a '{' above is not closed"},
        {"end of sequence flow not found", "a '[' above is not closed"},
        {"illegal flow end", "this bracket closes nothing"},
    }};
    const auto* const found =
        std::ranges::find(kWords, message, &std::pair<std::string_view, std::string_view>::first);
    return {.code = "SG1006",
            .message = found != kWords.end() ? std::string(found->second)
                                             : fmt::format("this is not YAML: {}", message),
            .hint =
                "compare the indentation with the lines above; texts with unusual characters go in quotes or "
                "after '|'",
            .span = span};
}

}  // namespace

FoundMistake advice(const std::shared_ptr<const InputFile>& file, ByteSpan part, std::uint32_t at,
                    std::string_view message) {
    at = std::clamp(at, part.begin, part.end);
    Advice advice = general(message, {at, std::min(at + 1, part.end)});
    ByteSpan value;
    const std::uint32_t faulty = file->place_of(at).line;
    const std::uint32_t first = file->place_of(part.begin).line;
    for (std::uint32_t number = faulty; number >= first; --number) {
        const ByteSpan span = file->line_span(number);
        const Line line = split(file->text().substr(span.begin, span.size()), span.begin);
        auto found = about(line);
        // Only what is open can spoil a line below.
        const bool reaches_down = found && (found->code == "SG1011" || found->code == "SG1017");
        if (found && (number == faulty || reaches_down)) {
            advice = std::move(*found);
            value = {line.value_begin, line.value_begin + static_cast<std::uint32_t>(line.value.size())};
            break;
        }
    }
    return {.diagnostic = {.code = std::move(advice.code),
                           .severity = Severity::error,
                           .message = std::move(advice.message),
                           .location = {.file = file, .span = advice.span},
                           .hint = std::move(advice.hint),
                           .notes = {}},
            .value = value};
}

}  // namespace stancegraph::yaml
