#include "text/document_names.hpp"

#include <utility>

#include <fmt/format.h>

#include "text/text_location.hpp"

namespace stancegraph {

void DocumentNames::take(Document& document, Diagnostics& diagnostics) {
    if (taken_.insert(document.name).second) {
        return;
    }
    std::string name;
    for (std::size_t number = 2; name.empty() || !taken_.insert(name).second; ++number) {
        name = fmt::format("{}#{}", document.name, number);
    }
    diagnostics.add(
        {.code = "SG2012",
         .severity = Severity::warning,
         .message = fmt::format("there is an article called '{}' already; this one is called '{}'",
                                document.name, name),
         .location = whole_file(document.name),
         .hint = "give each article its own id or file name",
         .notes = {}});
    document.name = std::move(name);
}

}  // namespace stancegraph
