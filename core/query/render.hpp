#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "query/answer.hpp"

namespace stancegraph {

enum class AnswerFormat : std::uint8_t {
    table,  ///< For people: aligned, safe for terminals.
    json,   ///< One array.
    jsonl,  ///< One object a line.
    csv,    ///< RFC 4180 with a header line; cells that a spreadsheet would compute get an apostrophe.
};

/// The format of that name (`table`, `json`, `jsonl`, `csv`).
[[nodiscard]] std::optional<AnswerFormat> find_answer_format(std::string_view name);

/// The rows as text that ends with a line end. `width` limits the lines of a table; 0 does not.
[[nodiscard]] std::string render(std::span<const AnswerRow> rows, AnswerFormat format, std::size_t width = 0);

/// Claims as text: as a table, each stance with its claims below it, the cue in brackets:
///
///     Mara Quill -> opposes -> the night ferry
///       beacon-01.txt:1  Beacon, 2025-03-04  (rule opposes, certainty 0.8)
///         Mayor Mara Quill said she would [fight] the night ferry.
[[nodiscard]] std::string render(std::span<const EvidenceRow> rows, AnswerFormat format);

/// A claim on two lines: who takes which stance, where that stands, and below it the sentence.
[[nodiscard]] std::string brief(const EvidenceRow& row);

}  // namespace stancegraph
