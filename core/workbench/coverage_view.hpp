#pragma once

#include <string>
#include <vector>

#include "match/entries.hpp"
#include "match/roles.hpp"
#include "match/span_kinds.hpp"
#include "match/text_view.hpp"
#include "pipeline/processor.hpp"
#include "workbench/article_places.hpp"
#include "workbench/coverage_report.hpp"
#include "workbench/cue_lists.hpp"

/// The parts of Coverage. Internal to core/workbench.
namespace stancegraph {

/// One article with all that was found in it.
struct CoverageView {
    const Document& document;
    const Processed& processed;
    const Trace& trace;
    TextView& text;
    const SpanKinds& kinds;
    const CueLists& cue_lists;
    const ArticlePlaces& places;

    [[nodiscard]] const Annotation& annotation() const { return processed.annotation; }

    [[nodiscard]] bool is_article_text(TokenIndex token) const;
    [[nodiscard]] Occasion occasion_at(TokenIndex token, std::string remark = {}) const;
    /// The entries of lists of cues that stand at the token.
    [[nodiscard]] std::vector<EntryFit> cues_at(TokenIndex token) const;
};

/// For each byte range of a statement the tokens in it; sorted by begin, may overlap.
[[nodiscard]] std::vector<TokenSpan> statement_tokens(const CoverageView& view);
/// For each token whether one of the spans holds it.
[[nodiscard]] std::vector<bool> covered_tokens(const std::vector<TokenSpan>& spans, TokenIndex tokens);

/// Cue words in sentences of which nothing is a claim or statement, or stands in a statement. Not those that
/// a rule passes over on purpose (`unless`, `emit: nothing`).
void add_missed_cues(const CoverageView& view, CoverageTally& tally);
/// Quotations of four words and more that are in no statement with a speaker. Gives how many follow a colon.
[[nodiscard]] std::uint32_t add_missed_quotations(const CoverageView& view, CoverageTally& tally);
/// Verbs with a subject that can speak and a clause or quotation of their own, that are no cue.
void add_missed_verbs(const CoverageView& view, CoverageTally& tally);
/// Statements that no subject was found in, by the word that they are grammatically about.
void add_missed_subjects(const CoverageView& view, CoverageTally& tally);

}  // namespace stancegraph
