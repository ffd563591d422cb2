#pragma once

#include <string>
#include <string_view>

/// Texts of claims, made fit for a page.
namespace stancegraph::html_report {

/// The text on one line, without characters that hide or turn others around.
[[nodiscard]] std::string shown(std::string_view text);

/// Two places are what polarity, certainty, belief and scores can bear.
[[nodiscard]] double rounded(double number);

/// JSON for the inside of a <script> element: `<` as \u003c, so that nothing ends the element or begins a
/// comment, and the line ends U+2028 and U+2029 escaped too. **Source:** HTML Standard, 4.12.1.3.
[[nodiscard]] std::string escaped_for_script(std::string_view json);

/// An address that a link may lead to: of the web, without blanks and control characters.
[[nodiscard]] bool is_web_address(std::string_view url);

}  // namespace stancegraph::html_report
