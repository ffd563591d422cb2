#pragma once

#include <string>
#include <vector>

#include "text/document.hpp"
#include "text/html_page.hpp"

namespace stancegraph {

/// What the page's head and its JSON-LD (schema.org) tell of the article: Open Graph first, then JSON-LD,
/// then the elements of HTML. The page's `<title>` loses the outlet's name behind a dash or bar.
[[nodiscard]] Source source_of(const Page& page, const std::vector<std::string>& linked_data);

}  // namespace stancegraph
