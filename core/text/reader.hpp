#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "text/block_lexicons.hpp"
#include "text/document.hpp"

namespace stancegraph {

enum class Format : std::uint8_t { plain, markdown, html, jsonl, conllu };
inline constexpr std::array<std::string_view, 5> kFormatNames{"text", "markdown", "html", "jsonl", "conllu"};

[[nodiscard]] constexpr std::string_view name_of(Format format) {
    return kFormatNames[static_cast<std::size_t>(format)];
}

/// The format of that name, or nothing.
[[nodiscard]] std::optional<Format> find_format(std::string_view name);

/// What a reader takes at most; what is beyond is reported and left out.
struct ReadLimits {
    std::size_t document_bytes = 32U << 20U;  ///< One article, in any format but JSONL.
    std::size_t line_bytes = 64U << 20U;      ///< One line of JSONL.
    std::size_t text_bytes = 16U << 20U;      ///< The text taken out of a page.
};

struct ReadOptions {
    /// Our field name (id, url, title, date, author, outlet, text) to the name in the JSONL records. Fields
    /// that are not mapped have our names.
    std::map<std::string, std::string> jsonl_fields;
    /// What file names tell: `{outlet}_{date}_*`. The parts are {outlet}, {date}, {author}, {title}; `*` is
    /// anything. Fills only what the file itself does not tell. Empty: nothing.
    std::string file_name_pattern;
    BlockLexicons lexicons;
    ReadLimits limits;
};

/// By the ending of the name (.txt .text .md .markdown .html .htm .xhtml .jsonl .ndjson .conllu .conll, any
/// case), else by the first bytes; plain text where nothing else fits.
[[nodiscard]] Format format_of(std::string_view name, std::string_view bytes);

/// The format that the ending of the name says, or nothing.
[[nodiscard]] std::optional<Format> format_by_ending(std::string_view name);

/// Reads the articles of one file: JSONL may hold several, the other formats one. `name` becomes
/// Document::name; a JSONL record has its id, or `name#line` where it has none. Names are unique within the
/// result. `first_line` is the number of the first line of `bytes` in its file. What cannot be read is
/// reported, and the rest returned.
[[nodiscard]] std::vector<Document> read_documents(const std::string& name, std::string bytes, Format format,
                                                   const ReadOptions& options, Diagnostics& diagnostics,
                                                   std::uint32_t first_line = 1);

}  // namespace stancegraph
