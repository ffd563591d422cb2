#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/reader.hpp"

namespace stancegraph {

/// One article a line: id, url, title, date, author, outlet, text, by the names of `options.jsonl_fields`. A
/// field name with dots (`source.name`) looks into nested objects. Unknown fields are ignored; a line that is
/// no record is reported with its number, and the others read. The title stands in front of the text, as a
/// headline, unless the text begins with it.
[[nodiscard]] std::vector<Document> read_jsonl(const std::string& name, std::string_view bytes,
                                               const ReadOptions& options, Diagnostics& diagnostics,
                                               std::uint32_t first_line);

}  // namespace stancegraph
