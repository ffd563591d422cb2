#pragma once

#include <set>
#include <string>
#include <string_view>

namespace stancegraph {

/// The form of a name that equal names share: lower case, blanks joined to one, straight apostrophes.
[[nodiscard]] std::string folded_name(std::string_view name);

/// Visible ASCII with single blanks inside only: what most names are, and what needs no Unicode tables.
[[nodiscard]] bool is_tidy_ascii(std::string_view text);

/// Gives vertices and edges their ids: short ASCII, the same in every run and for every set of claims, so
/// that graphs can be appended to one another.
class Identifiers {
public:
    /// `a_scott_bessent` for the prefix `a_` and the key `scott bessent`. A key that has anything but the
    /// letters a to z, digits and single blanks, or is long, gets part of its hash at the end. Should two
    /// keys of this object ever share an id, the later one gets its whole hash.
    [[nodiscard]] std::string make(std::string_view prefix, std::string_view key);
    /// `e_` and sixteen hexadecimal digits.
    [[nodiscard]] std::string make_hashed(std::string_view prefix, std::string_view key);

private:
    std::string take(std::string id);

    std::set<std::string, std::less<>> taken_;
};

}  // namespace stancegraph
