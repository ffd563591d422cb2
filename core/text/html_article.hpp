#pragma once

#include <vector>

#include "text/document.hpp"
#include "text/html_page.hpp"

namespace stancegraph {

/// The class of each block of the page. The article is the region marked as its body, else the `<article>`
/// with most text, else `<main>`; where there is none, the blocks with much text and few links (C.
/// Kohlschütter, P. Fankhauser, W. Nejdl, Boilerplate Detection Using Shallow Text Features, WSDM 2010, the
/// tree over word counts and link densities). What lies outside of it, or inside in regions of furniture or
/// teasers, is not the article's text. A class or id that would take away most of the text is not believed.
[[nodiscard]] std::vector<BlockClass> find_article(const Page& page);

}  // namespace stancegraph
