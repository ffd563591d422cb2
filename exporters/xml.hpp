#pragma once

#include <string>
#include <string_view>

/// Text for XML 1.0 readers. Characters outside of XML's range (section 2.2, Char) become U+FFFD, as no
/// reader opens a file that holds one, not even as a reference.
namespace stancegraph::xml {

/// For attribute values in double quotes: markup, line ends and tabs as references.
void append_attribute(std::string& out, std::string_view text);

/// For element content: as it is, or in CDATA sections where it has markup, line ends, tabs or outer blanks.
/// Gephi loses blanks between entities.
void append_content(std::string& out, std::string_view text);

}  // namespace stancegraph::xml
