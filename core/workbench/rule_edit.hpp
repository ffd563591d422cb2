#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace stancegraph {

/// One change of the rules as somebody makes it with an editor.
struct RuleEdit {
    enum class Form : std::uint8_t {
        add_lines,    ///< `text` comes below line `line` of `file`.
        change_line,  ///< `text` takes the place of line `line` of `file`.
        add_file      ///< `text` is a rule file of its own; `file` is a name for it.
    };

    Form form = Form::add_lines;
    std::string file;        ///< As the rule files are named.
    std::uint32_t line = 0;  ///< From 1; counted after the edits that were made before this one.
    std::string text;        ///< Whole lines as they stand in the file, without the last line end.
    std::string purpose;     ///< "“gripe about” in the list con".

    friend bool operator==(const RuleEdit&, const RuleEdit&) = default;
};

/// The edit for people: what to do in which file and line, then the lines to paste, which begin in column 1.
[[nodiscard]] std::string to_text(const RuleEdit& edit);

}  // namespace stancegraph
