#include <algorithm>
#include <optional>
#include <string_view>

#include "workbench/coverage_view.hpp"

namespace stancegraph {
namespace {

/// Of fewer words a quotation is a title, or words somebody keeps at a distance, more often than speech.
constexpr std::uint32_t kLeastWords = 4;

/// The tokens of statements that somebody is known to make.
std::vector<bool> spoken_tokens(const CoverageView& view) {
    std::vector<TokenSpan> spans;
    for (const Attribution& attribution : view.processed.resolved.attributions) {
        if (attribution.speaker.name.empty()) {
            continue;
        }
        for (const ByteSpan piece : attribution.statement) {
            spans.push_back(view.annotation().tokens_in(piece));
        }
    }
    std::ranges::sort(spans);
    return covered_tokens(spans, view.annotation().token_count());
}

bool is_colon(const CoverageView& view, TokenIndex token) {
    return view.text.form(token) == ":";
}

/// How the quotation stands in the text: what a rule for it would have to start from.
std::string_view setting_of(const CoverageView& view, const Quotation& quotation) {
    const Annotation& annotation = view.annotation();
    const TokenSpan paragraph = view.text.paragraph_at(quotation.tokens.begin).tokens;
    if (quotation.tokens.begin > 0 && is_colon(view, quotation.tokens.begin - 1)) {
        return "after a colon";
    }
    if (quotation.tokens.begin <= paragraph.begin && paragraph.end <= quotation.tokens.end) {
        return "a paragraph of its own";
    }
    if (quotation.tokens.begin <= paragraph.begin) {
        return "begins a paragraph";
    }
    const std::uint32_t first = annotation.sentence_of(quotation.tokens.begin);
    return annotation.sentences[first].tokens.begin == quotation.tokens.begin ? "begins a sentence"
                                                                              : "inside a sentence";
}

}  // namespace

std::uint32_t add_missed_quotations(const CoverageView& view, CoverageTally& tally) {
    const std::vector<bool> is_spoken = spoken_tokens(view);
    std::uint32_t after_colon = 0;
    for (const Quotation& quotation : view.annotation().quotations) {
        const bool is_looked_at = quotation.depth == 0 && quotation.tokens.size() >= kLeastWords + 2 &&
                                  view.is_article_text(quotation.tokens.begin);
        const auto begin = is_spoken.begin() + static_cast<std::ptrdiff_t>(quotation.tokens.begin);
        const auto end = is_spoken.begin() + static_cast<std::ptrdiff_t>(quotation.tokens.end);
        if (!is_looked_at || std::find(begin, end, true) != end) {
            continue;
        }
        const std::string_view setting = setting_of(view, quotation);
        after_colon += setting == "after a colon" ? 1U : 0U;
        tally.add(std::string(setting), {}, view.occasion_at(quotation.tokens.begin));
    }
    return after_colon;
}

}  // namespace stancegraph
