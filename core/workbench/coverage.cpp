#include "workbench/coverage.hpp"

#include <fmt/format.h>

#include "workbench/coverage_names.hpp"
#include "workbench/places.hpp"

namespace stancegraph {
namespace {

/// Rows of this kind are mended by looking at one of them.
void paste_explain(CoverageReport::Section& section) {
    for (CoverageRow& row : section.rows) {
        row.paste = "stancegraph explain " + row.occasions.front().place + "\n";
    }
}

}  // namespace

struct Coverage::Implementation {
    Implementation(const Engine& used, Vocabulary& vocabulary, std::size_t most_occasions)
        : engine(used),
          cue_lists(used.rules()),
          text(*used.compiled(), vocabulary),
          kinds(text),
          cues(most_occasions),
          quotations(most_occasions),
          verbs(most_occasions),
          statements(most_occasions),
          names(used.rules(), most_occasions) {}

    const Engine& engine;
    CueLists cue_lists;
    TextView text;
    SpanKinds kinds;
    CoverageReport totals;
    CoverageTally cues;
    CoverageTally quotations;
    CoverageTally verbs;
    CoverageTally statements;
    CoverageNames names;
};

Coverage::Coverage(const Engine& engine, Vocabulary& vocabulary, std::size_t most_occasions)
    : implementation_(std::make_unique<Implementation>(engine, vocabulary, most_occasions)) {}

Coverage::~Coverage() = default;

void Coverage::add(const Document& document, const Processed& processed, const Trace& trace) {
    Implementation& run = *implementation_;
    const Annotation& annotation = processed.annotation;
    ++run.totals.articles;
    run.totals.tokens += annotation.token_count();
    run.totals.statements += static_cast<std::uint32_t>(processed.resolved.attributions.size());
    run.totals.claims += static_cast<std::uint32_t>(processed.resolved.claims.size());
    if (annotation.token_count() == 0) {
        return;
    }
    run.text.open(document, annotation);
    run.kinds.open(processed.matches.actors, processed.matches.subjects);
    const ArticlePlaces places(document, annotation);
    const CoverageView view{.document = document,
                            .processed = processed,
                            .trace = trace,
                            .text = run.text,
                            .kinds = run.kinds,
                            .cue_lists = run.cue_lists,
                            .places = places};
    add_missed_cues(view, run.cues);
    run.totals.after_colon += add_missed_quotations(view, run.quotations);
    add_missed_verbs(view, run.verbs);
    add_missed_subjects(view, run.statements);
    run.names.add(view);
}

CoverageReport Coverage::report() const {
    const Implementation& run = *implementation_;
    CoverageReport report = run.totals;
    report.cues = run.cues.section();
    report.quotations = run.quotations.section();
    report.verbs = run.verbs.section();
    report.statements_without_subject = run.statements.section();
    paste_explain(report.cues);
    paste_explain(report.quotations);
    paste_explain(report.statements_without_subject);
    const LexiconId list = run.cue_lists.list_for_verbs(false);
    if (list != kNoId) {
        const Lexicon& lexicon = run.engine.rules().lexicons[list];
        report.verb_list = fmt::format("@{} ({})", lexicon.name, place_of(lexicon.location));
    }
    for (CoverageRow& row : report.verbs.rows) {
        row.paste = "- " + row.what + "\n";
    }
    report.subjects = run.names.subjects();
    report.speakers = run.names.speakers();
    return report;
}

}  // namespace stancegraph
