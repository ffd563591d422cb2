#pragma once

#include <string_view>
#include <vector>

#include "text/annotation.hpp"

namespace stancegraph {

/// Replaces `out` by the quotations of the text, sorted by where they begin, an outer one before those inside
/// it: marked by "…", “…”, ``…'', «…», ‘…’ and '…', of one word or many. A mark that closes nothing is
/// ignored, and so is a single mark that is never closed: an apostrophe. A double one stays open to its
/// paragraph's end, or to the next straight mark that can only open. Linear in the tokens. Precondition:
/// `tokens` are Tokenizer's, `paragraphs` cover them in order.
void find_quotations(std::string_view text, const std::vector<ByteSpan>& tokens,
                     const std::vector<Paragraph>& paragraphs, std::vector<Quotation>& out);

}  // namespace stancegraph
