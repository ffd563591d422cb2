#include "workbench/id_search.hpp"

#include <algorithm>

#include "base/diagnostics.hpp"
#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kPrefix = 2;  // "c:"
constexpr std::size_t kFewestDigits = 2;
/// So many characters in common with an id are no chance: a project has fewer than 16^4 claims, mostly.
constexpr std::size_t kTellingBeginning = kPrefix + 4;

/// Lower case, without the dots that stand for the rest.
std::string plain_id(std::string_view typed) {
    for (const std::string_view dots : {"…", "..."}) {
        if (typed.ends_with(dots)) {
            typed.remove_suffix(dots.size());
        }
    }
    return utf8::to_lower(typed);
}

bool is_hex_digit(char character) {
    return ('0' <= character && character <= '9') || ('a' <= character && character <= 'f');
}

std::size_t common_beginning(std::string_view left, std::string_view right) {
    return static_cast<std::size_t>(
        std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first - left.begin());
}

/// What was meant, perhaps: ids of the length that was typed, or those that begin alike.
std::string nearest_id(const std::string& typed, std::span<const std::string> ids) {
    std::vector<std::string> beginnings;
    for (const std::string& id : ids) {
        beginnings.push_back(id.substr(0, typed.size()));
    }
    const std::string beginning =
        typed.size() < kTellingBeginning ? std::string() : nearest(typed, beginnings);
    if (!beginning.empty()) {
        return *std::ranges::find_if(ids, [&](const std::string& id) { return id.starts_with(beginning); });
    }
    const auto best = std::ranges::max_element(
        ids, {}, [&typed](const std::string& id) { return common_beginning(typed, id); });
    const bool is_near = best != ids.end() && common_beginning(typed, *best) >= kTellingBeginning;
    return is_near ? *best : std::string();
}

}  // namespace

bool is_record_id(std::string_view typed) {
    const std::string id = plain_id(typed);
    return (id.starts_with("c:") || id.starts_with("a:")) && id.size() >= kPrefix + kFewestDigits &&
           std::all_of(id.begin() + kPrefix, id.end(), is_hex_digit);
}

RecordKind record_kind(std::string_view typed) {
    return plain_id(typed).front() == 'c' ? RecordKind::claim : RecordKind::attribution;
}

FoundIds find_ids(std::string_view typed, std::span<const std::string> ids) {
    const std::string id = plain_id(typed);
    FoundIds found;
    for (std::size_t at = 0; at < ids.size(); ++at) {
        if (ids[at] == id) {
            return {.places = {at}, .nearest = {}};
        }
        if (ids[at].starts_with(id)) {
            found.places.push_back(at);
        }
    }
    if (found.places.empty()) {
        found.nearest = nearest_id(id, ids);
    }
    return found;
}

}  // namespace stancegraph
