#include "text/document_names.hpp"

#include <fmt/format.h>

#include "text/text_location.hpp"

namespace stancegraph {

std::string DocumentNames::take(const std::string& name, Diagnostics& diagnostics) {
    if (taken_.insert(name).second) {
        return name;
    }
    std::string other;
    for (std::size_t number = 2; other.empty() || !taken_.insert(other).second; ++number) {
        other = fmt::format("{}#{}", name, number);
    }
    diagnostics.add({.code = "SG2012",
                     .severity = Severity::warning,
                     .message = fmt::format(
                         "there is an article called '{}' already; this one is called '{}'", name, other),
                     .location = whole_file(name),
                     .hint = "give each article its own id or file name",
                     .notes = {}});
    return other;
}

}  // namespace stancegraph
