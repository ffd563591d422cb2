#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/streams.hpp"
#include "resolve/claim.hpp"
#include "store/verdict_table.hpp"

namespace stancegraph::cli {

/// Shows the claims one after the other and asks for a verdict on each, a line of input at a time: from a
/// terminal or a pipe, whose end ends the session. Each verdict is stored before the next question. Ends with
/// how many were right. `text_of` gives the text of a document.
void review(const std::vector<Claim>& claims,
            const std::function<std::string(const std::string& doc)>& text_of, VerdictTable& verdicts,
            Streams& streams);

}  // namespace stancegraph::cli
