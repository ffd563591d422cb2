#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stancegraph::test {

/// One case of tests/golden/sentences/*.txt: a text and what it must give.
struct SentenceCase {
    std::string title;
    std::string text;
    std::vector<std::string> claims;  ///< As `rules test` shows them.
    /// The outermost attributions; only checked where the file has the part.
    std::vector<std::string> attributions;
    bool has_attributions = false;
};

/// The cases of a file in its order:
///
///     ====================
///     a title on one line
///     ====================
///
///     The text. Blank lines part paragraphs.
///
///     ---
///
///     Kim -> supports -> night ferry
///
/// A second `---` begins the expected attributions. Blank lines around parts mean nothing.
[[nodiscard]] std::vector<SentenceCase> parse_cases(std::string_view file);

/// The file of those cases; parse_cases gives them back.
[[nodiscard]] std::string print_cases(const std::vector<SentenceCase>& cases);

/// What is missing ("- line") and what is too much ("+ line"), each on a line; empty where both hold the same
/// lines in any order.
[[nodiscard]] std::string difference_of(std::vector<std::string> expected, std::vector<std::string> got);

}  // namespace stancegraph::test
