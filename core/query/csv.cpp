#include "query/csv.hpp"

#include "base/utf8.hpp"

namespace stancegraph::csv {

void append_cell(std::string& out, std::string_view text, Guard guard) {
    if (!utf8::is_valid(text)) {
        append_cell(out, utf8::repair(text).text, guard);
        return;
    }
    constexpr std::string_view kStartsFormula = "=+-@\t\r";
    constexpr std::string_view kNeedsQuotes("\",\r\n", 4);
    const bool is_formula = guard == Guard::formulas && !text.empty() &&
                            kStartsFormula.find(text.front()) != std::string_view::npos;
    const bool has_outer_blank = text.starts_with(' ') || text.ends_with(' ');
    const bool is_quoted = has_outer_blank || text.find_first_of(kNeedsQuotes) != std::string_view::npos;
    out.append(is_quoted ? "\"" : "").append(is_formula ? "'" : "");
    for (const char byte : text) {
        if (byte == '"') {
            out += '"';
        }
        if (byte != '\0') {
            out += byte;
        }
    }
    out.append(is_quoted ? "\"" : "");
}

}  // namespace stancegraph::csv
