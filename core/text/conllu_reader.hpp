#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/reader.hpp"

namespace stancegraph {

/// Annotated articles in CoNLL-U v2 (universaldependencies.org/format.html). Each `# newdoc` begins an
/// article; if there is one, it has the file's name, otherwise they are called `name#id`. The text is put
/// together from the forms, `SpaceAfter=No` and `# newpar`; Document::given has the words. `# title =`, `#
/// outlet =`, `# author =`, `# date =` and `# url =` fill the source. Empty nodes and enhanced dependencies
/// are ignored; the words of a contraction share its letters. A sentence with a fault is reported and left
/// out; unknown tags and relations are reported once each.
[[nodiscard]] std::vector<Document> read_conllu(const std::string& name, std::string_view text,
                                                const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace stancegraph
