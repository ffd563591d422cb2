#pragma once

#include <optional>
#include <string>

#include "cli/streams.hpp"
#include "resolve/attribution.hpp"
#include "resolve/claim.hpp"
#include "text/document.hpp"

/// Single records of a project, by their id. Where the project's files are read from is known here alone.
namespace stancegraph::cli {

/// An attribution with the name of its document.
struct FoundAttribution {
    Attribution attribution;
    std::string doc;
};

/// The claim whose id is, or begins with, what was typed. Nothing, with a report, where there is none, or
/// several.
[[nodiscard]] std::optional<Claim> find_claim(const std::string& project, const std::string& typed,
                                              Streams& streams);

/// The same of an attribution.
[[nodiscard]] std::optional<FoundAttribution> find_attribution(const std::string& project,
                                                               const std::string& typed, Streams& streams);

/// The article of that name, from the project file. Nothing, without a report, where there is none. Throws
/// StoreFault where the file cannot be used.
[[nodiscard]] std::optional<Document> find_document(const std::string& project, const std::string& name);

}  // namespace stancegraph::cli
