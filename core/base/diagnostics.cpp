#include "base/diagnostics.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
    }
    return "";
}

std::string place(const Location& location) {
    if (location.file == nullptr) {
        return {};
    }
    if (location.file->text().empty()) {
        return fmt::format("{}: ", location.file->name());
    }
    const LineColumn at = location.file->place_of(location.span.begin);
    return fmt::format("{}:{}:{}: ", location.file->name(), at.line, at.column);
}

constexpr std::size_t kLongLine = 120;   ///< Code points; a shorter line is shown whole.
constexpr std::size_t kMostBefore = 60;  ///< Code points shown before the marked part of a long line.
constexpr std::size_t kMostMarked = 60;
constexpr std::size_t kMostAfter = 30;

/// At most `most` code points from the front.
std::string_view first_part(std::string_view text, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < most; ++count) {
        at += utf8::decode(text.substr(at)).size;
    }
    return text.substr(0, at);
}

/// At most `most` code points from the back.
std::string_view last_part(std::string_view text, std::size_t most) {
    const std::size_t count = utf8::count_code_points(text);
    return count <= most ? text : text.substr(first_part(text, count - most).size());
}

/// The line of the location and a caret line under the part of the span that stands on it; of a long line
/// what stands around that part.
std::string excerpt(const Location& location) {
    if (location.file == nullptr || location.file->text().empty()) {
        return {};
    }
    const std::uint32_t line = location.file->place_of(location.span.begin).line;
    const ByteSpan line_span = location.file->line_span(line);
    const std::string_view text = location.file->text();
    const auto begin = std::clamp(location.span.begin, line_span.begin, line_span.end);
    const auto end = std::clamp(location.span.end, begin, line_span.end);
    const std::string_view all_before = text.substr(line_span.begin, begin - line_span.begin);
    const std::string_view all_marked = text.substr(begin, end - begin);
    const std::string_view all_after = text.substr(end, line_span.end - end);
    const bool is_long = utf8::count_code_points(text.substr(line_span.begin, line_span.size())) > kLongLine;
    const std::string_view shown_before = is_long ? last_part(all_before, kMostBefore) : all_before;
    const std::string_view shown_marked = is_long ? first_part(all_marked, kMostMarked) : all_marked;
    const bool is_cut = shown_marked.size() < all_marked.size();
    const std::string_view after_marked = is_cut ? std::string_view() : all_after;
    const std::string_view shown_after = is_long ? first_part(after_marked, kMostAfter) : after_marked;
    const bool has_more = is_cut || shown_after.size() < all_after.size();
    const std::string before =
        (shown_before.size() < all_before.size() ? "…" : "") + utf8::visible(shown_before);
    const std::string marked = utf8::visible(shown_marked);
    const std::string after = utf8::visible(shown_after) + (has_more ? "…" : "");
    const std::size_t marked_width = std::max<std::size_t>(1, utf8::display_width(marked));
    return fmt::format("{:>5} | {}{}{}\n      | {}^{}\n", line, before, marked, after,
                       std::string(utf8::display_width(before), ' '), std::string(marked_width - 1, '~'));
}

/// Optimal string alignment distance over bytes. O(a b) time, O(b) space.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(std::ranges::count(all_, severity, &Diagnostic::severity));
}

void Diagnostics::sort() {
    const auto key = [](const Diagnostic& diagnostic) {
        const auto& location = diagnostic.location;
        return std::tuple(location.file == nullptr ? std::string() : location.file->name(),
                          location.span.begin);
    };
    std::ranges::stable_sort(all_, {}, key);
}

std::string render(const Diagnostic& diagnostic) {
    std::string text =
        fmt::format("{}{}[{}]: {}\n{}", place(diagnostic.location), name_of(diagnostic.severity),
                    diagnostic.code, utf8::visible(diagnostic.message), excerpt(diagnostic.location));
    if (!diagnostic.hint.empty()) {
        text += fmt::format("help: {}\n", diagnostic.hint);
    }
    for (const Note& note : diagnostic.notes) {
        text += fmt::format("{}note: {}\n{}", place(note.location), note.message, excerpt(note.location));
    }
    return text;
}

std::string render(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        text += render(diagnostic);
    }
    return text;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    std::size_t best = 3;
    std::string found;
    for (const std::string& candidate : candidates) {
        const std::size_t longest = std::max(word.size(), candidate.size());
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best && distance * 3 <= longest) {
            best = distance;
            found = candidate;
        }
    }
    return found;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string found = nearest(word, candidates);
    return found.empty() ? found : fmt::format("did you mean '{}'?", found);
}

}  // namespace stancegraph
