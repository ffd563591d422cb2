#include "workbench/coverage_view.hpp"

#include <algorithm>
#include <utility>

namespace stancegraph {

bool CoverageView::is_article_text(TokenIndex token) const {
    const BlockClass block = text.paragraph_at(token).block_class;
    return block == BlockClass::body || block == BlockClass::headline;
}

Occasion CoverageView::occasion_at(TokenIndex token, std::string remark) const {
    return {.place = places.place_of(annotation().span[token].begin),
            .sentence = places.sentence_of(token),
            .remark = std::move(remark)};
}

std::vector<EntryFit> CoverageView::cues_at(TokenIndex token) const {
    std::vector<EntryFit> fits;
    add_fits(text, token, kNoId, fits);
    std::erase_if(fits, [this](const EntryFit& fit) { return !cue_lists.contains(fit.entry.lexicon); });
    return fits;
}

std::vector<TokenSpan> statement_tokens(const CoverageView& view) {
    std::vector<TokenSpan> spans;
    for (const Attribution& attribution : view.processed.resolved.attributions) {
        for (const ByteSpan piece : attribution.statement) {
            spans.push_back(view.annotation().tokens_in(piece));
        }
    }
    std::ranges::sort(spans);
    return spans;
}

std::vector<bool> covered_tokens(const std::vector<TokenSpan>& spans, TokenIndex tokens) {
    std::vector<bool> is_covered(tokens, false);
    TokenIndex done = 0;
    for (const TokenSpan span : spans) {
        for (TokenIndex token = std::max(done, span.begin); token < span.end; ++token) {
            is_covered[token] = true;
        }
        done = std::max(done, span.end);
    }
    return is_covered;
}

}  // namespace stancegraph
