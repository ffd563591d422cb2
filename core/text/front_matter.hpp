#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// Reads the YAML between `---` and `---` at the begin of a text: title, outlet (or source, publication,
/// publisher, site), author (authors, byline), date (published, pubdate), url (link, canonical). Other keys
/// are ignored. Gives the first byte behind it; 0 where there is none. Mistakes in it are reported, and the
/// text is read all the same.
[[nodiscard]] std::size_t read_front_matter(const std::string& name, std::string_view text, Source& source,
                                            Diagnostics& diagnostics);

}  // namespace stancegraph
