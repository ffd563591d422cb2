#include "text/file_name.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "text/date.hpp"

namespace stancegraph {
namespace {

constexpr std::array<std::string_view, 4> kParts{"outlet", "date", "author", "title"};

struct Part {
    enum class Kind : std::uint8_t { literal, anything, field, unknown };

    Kind kind = Kind::literal;
    std::string text;  ///< The literal, or the field's name.
};

bool is_field(std::string_view name) {
    return std::ranges::find(kParts, name) != kParts.end();
}

std::vector<Part> parts_of(std::string_view pattern) {
    std::vector<Part> parts;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] == '*') {
            parts.push_back({.kind = Part::Kind::anything, .text = {}});
            ++at;
        } else if (pattern[at] == '{') {
            const std::size_t close = pattern.find('}', at);
            const std::string name(
                pattern.substr(at + 1, close == std::string_view::npos ? close : close - at - 1));
            const bool known = close != std::string_view::npos && is_field(name);
            parts.push_back({.kind = known ? Part::Kind::field : Part::Kind::unknown, .text = name});
            at = close == std::string_view::npos ? pattern.size() : close + 1;
        } else {
            const std::size_t end = std::min(pattern.find_first_of("*{", at), pattern.size());
            parts.push_back({.kind = Part::Kind::literal, .text = std::string(pattern.substr(at, end - at))});
            at = end;
        }
    }
    return parts;
}

std::string& field_of(Source& source, std::string_view name) {
    if (name == "date") {
        return source.date;
    }
    if (name == "author") {
        return source.author;
    }
    return name == "title" ? source.title : source.outlet;
}

/// Fits parts to a name, shortest first. Places that failed are remembered, so that the work is at most
/// parts x length^2.
class NameMatcher {
public:
    NameMatcher(std::string_view name, const std::vector<Part>& parts) : name_(name), parts_(&parts) {}

    [[nodiscard]] std::optional<Source> match() { return fits(0, 0) ? std::optional(source_) : std::nullopt; }

private:
    bool fits(std::size_t part, std::size_t at) {
        if (part == parts_->size()) {
            return at == name_.size();
        }
        if (failed_.contains({part, at})) {
            return false;
        }
        if (fits_here((*parts_)[part], part, at)) {
            return true;
        }
        failed_.emplace(part, at);
        return false;
    }

    bool fits_here(const Part& wanted, std::size_t part, std::size_t at) {
        if (wanted.kind == Part::Kind::unknown) {
            return false;
        }
        if (wanted.kind == Part::Kind::literal) {
            return name_.substr(at).starts_with(wanted.text) && fits(part + 1, at + wanted.text.size());
        }
        const std::size_t least = wanted.kind == Part::Kind::field ? 1 : 0;
        for (std::size_t end = at + least; end <= name_.size(); ++end) {
            if (!splits_number(wanted, end) && fill(wanted, name_.substr(at, end - at)) &&
                fits(part + 1, end)) {
                return true;
            }
        }
        return false;
    }

    /// A date must not end inside a number: `2025-08-2` is no reading of `2025-08-20`.
    [[nodiscard]] bool splits_number(const Part& wanted, std::size_t end) const {
        return wanted.text == "date" && wanted.kind == Part::Kind::field && end < name_.size() &&
               name_[end] >= '0' && name_[end] <= '9';
    }

    bool fill(const Part& wanted, std::string_view value) {
        if (wanted.kind == Part::Kind::anything) {
            return true;
        }
        std::string& field = field_of(source_, wanted.text);
        field = wanted.text == "date" ? iso_date(value) : std::string(value);
        return !field.empty();
    }

    std::string_view name_;
    const std::vector<Part>* parts_;
    Source source_;
    std::set<std::pair<std::size_t, std::size_t>> failed_;
};

std::string_view without_ending(std::string_view name) {
    const std::size_t slash = name.rfind('/');
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot <= begin ? name : name.substr(0, dot);
}

}  // namespace

std::optional<Source> source_from_name(std::string_view name, std::string_view pattern) {
    constexpr std::size_t kLongestName = 1024;
    std::string_view looked_at = without_ending(name);
    if (pattern.find('/') == std::string_view::npos) {
        const std::size_t slash = looked_at.rfind('/');
        looked_at = slash == std::string_view::npos ? looked_at : looked_at.substr(slash + 1);
    }
    if (pattern.empty() || looked_at.size() > kLongestName) {
        return std::nullopt;
    }
    const std::vector<Part> parts = parts_of(pattern);
    return NameMatcher(looked_at, parts).match();
}

bool check_name_pattern(std::string_view pattern, Diagnostics& diagnostics) {
    for (const Part& part : parts_of(pattern)) {
        if (part.kind == Part::Kind::unknown) {
            const std::vector<std::string> known(kParts.begin(), kParts.end());
            const std::string guess = did_you_mean(part.text, known);
            diagnostics.add(
                {.code = "SG2016",
                 .severity = Severity::error,
                 .message =
                     fmt::format("the file name pattern '{}' has no part called '{}'", pattern, part.text),
                 .location = {},
                 .hint = guess.empty() ? "the parts are {outlet}, {date}, {author}, {title} and *" : guess,
                 .notes = {}});
            return false;
        }
    }
    return true;
}

void fill_from_name(Source& source, std::string_view name, std::string_view pattern) {
    std::optional<Source> told = source_from_name(name, pattern);
    if (!told) {
        return;
    }
    for (const std::string_view part : kParts) {
        std::string& field = field_of(source, part);
        if (field.empty()) {
            field = std::move(field_of(*told, part));
        }
    }
}

}  // namespace stancegraph
