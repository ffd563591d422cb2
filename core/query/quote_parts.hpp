#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "graph/stance_graph.hpp"

namespace stancegraph {

/// What a piece of a quote is to its claim.
enum class QuoteRole : std::uint8_t { none, speaker, cue, subject };

struct QuotePart {
    QuoteRole role = QuoteRole::none;
    std::string_view text;  ///< Of the claim's quote, never empty.
};

/// Where the words `text` at `span` of the document stand in the claim's quote; empty where they do not. The
/// quote is the sentence as the reader shows it, so the offsets into the document help only while both are
/// the same bytes; else the first whole words that read so count.
[[nodiscard]] ByteSpan span_in_quote(const Claim& claim, ByteSpan span, std::string_view text);

/// The quote in pieces that add up to it: speaker, cue and subject where the sentence has them. Where two
/// overlap, the cue counts more than the speaker and the speaker more than the subject.
[[nodiscard]] std::vector<QuotePart> quote_parts(const Claim& claim);

}  // namespace stancegraph
