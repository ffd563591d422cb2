#include "text/front_matter.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "base/yaml.hpp"
#include "text/date.hpp"
#include "text/text_location.hpp"

namespace stancegraph {
namespace {

struct Key {
    std::string_view name;
    std::string Source::*field;
};

constexpr std::array<Key, 17> kKeys{{{"title", &Source::title},
                                     {"headline", &Source::title},
                                     {"outlet", &Source::outlet},
                                     {"source", &Source::outlet},
                                     {"publication", &Source::outlet},
                                     {"publisher", &Source::outlet},
                                     {"site", &Source::outlet},
                                     {"author", &Source::author},
                                     {"authors", &Source::author},
                                     {"byline", &Source::author},
                                     {"date", &Source::date},
                                     {"published", &Source::date},
                                     {"pubdate", &Source::date},
                                     {"url", &Source::url},
                                     {"link", &Source::url},
                                     {"canonical", &Source::url},
                                     {"canonical_url", &Source::url}}};

/// The end of the line that begins at `at`, its line break not counted.
std::size_t line_end(std::string_view text, std::size_t at) {
    return std::min(text.find('\n', at), text.size());
}

bool is_fence(std::string_view line, bool is_first) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) {
        line.remove_suffix(1);
    }
    return line == "---" || (!is_first && line == "...");
}

/// The bytes between the fences; nothing if the text does not begin with one or it is never closed.
std::optional<ByteSpan> front_matter_span(std::string_view text) {
    std::size_t end = line_end(text, 0);
    if (!is_fence(text.substr(0, end), true)) {
        return std::nullopt;
    }
    const std::size_t begin = std::min(end + 1, text.size());
    for (std::size_t at = begin; at < text.size(); at = end + 1) {
        end = line_end(text, at);
        if (is_fence(text.substr(at, end - at), false)) {
            return ByteSpan{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
        }
    }
    return std::nullopt;
}

/// Scalars as they are, sequences joined by commas.
std::string text_of(const yaml::Node& node) {
    std::string text = node.text;
    for (const yaml::Node& item : node.items) {
        text += (text.empty() ? "" : ", ") + item.text;
    }
    return text;
}

void take_entry(const std::string& name, std::string_view text, const yaml::Entry& entry, Source& source,
                Diagnostics& diagnostics) {
    const std::string key = utf8::to_lower(entry.key.text);
    const auto* const known = std::ranges::find(kKeys, key, &Key::name);
    if (known == kKeys.end() || !(source.*known->field).empty()) {
        return;
    }
    const std::string value = text_of(entry.value);
    const bool is_date = known->field == &Source::date;
    source.*known->field = is_date ? iso_date(value) : value;
    if (is_date && source.date.empty() && !value.empty()) {
        diagnostics.add({.code = "SG2015",
                         .severity = Severity::warning,
                         .message = fmt::format("the date '{}' was not understood", value),
                         .location = place_in(name, text, entry.value.span.begin),
                         .hint = "write dates as 2025-08-20",
                         .notes = {}});
    }
}

void report_faults(const Diagnostics& faults, Diagnostics& diagnostics) {
    const Diagnostic& first = faults.all().front();
    diagnostics.add({.code = "SG2020",
                     .severity = Severity::warning,
                     .message = fmt::format("the front matter has mistakes: {}", first.message),
                     .location = first.location,
                     .hint = first.hint.empty() ? "write it as `title: \"…\"`, one field a line" : first.hint,
                     .notes = {}});
}

}  // namespace

std::size_t read_front_matter(const std::string& name, std::string_view text, Source& source,
                              Diagnostics& diagnostics) {
    const std::optional<ByteSpan> part = front_matter_span(text);
    if (!part) {
        return 0;
    }
    // Only the front matter is kept for diagnostics, not the article.
    const auto file = std::make_shared<const InputFile>(name, std::string(text.substr(0, part->end)));
    Diagnostics faults;
    const std::optional<yaml::Node> root = yaml::parse(file, *part, faults);
    if (!faults.is_empty()) {
        report_faults(faults, diagnostics);
    }
    if (root) {
        for (const yaml::Entry& entry : root->entries) {
            take_entry(name, text, entry, source, diagnostics);
        }
    }
    return std::min(line_end(text, part->end) + 1, text.size());
}

}  // namespace stancegraph
