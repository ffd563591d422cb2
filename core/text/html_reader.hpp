#pragma once

#include <string>

#include "text/reader.hpp"

namespace stancegraph {

/// One article from a saved web page. Document::text holds every block of text of the page, each with its
/// class, so that people can see what was left out; the title stands in front unless the article has a
/// heading of its own. Reports what exceeded the limits, and a page without an article.
[[nodiscard]] Document read_html(const std::string& name, std::string bytes, const ReadOptions& options,
                                 Diagnostics& diagnostics);

}  // namespace stancegraph
