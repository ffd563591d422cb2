#pragma once

#include <memory>
#include <vector>

#include "match/span_kinds.hpp"
#include "match/text_view.hpp"
#include "pipeline/engine.hpp"
#include "pipeline/processor.hpp"
#include "workbench/rule_book.hpp"

namespace stancegraph {

/// One text under one set of rules, with all that was found in it and why: what an edit does is seen by
/// making a trial with it.
class Trial {
public:
    /// Reads the book's files. `document` must outlive the trial.
    Trial(RuleBook book, const Document& document);
    /// Rules that no file holds: much faster than a book, to look for edits that are worth a try.
    Trial(RuleSet rules, const Document& document);
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    /// False where the rules have errors: then an edit is no good, whatever it finds.
    [[nodiscard]] bool is_sound() const { return !diagnostics_.has_errors(); }

    [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

    [[nodiscard]] const RuleBook& book() const { return book_; }

    [[nodiscard]] const Engine& engine() const { return engine_; }

    [[nodiscard]] const RuleSet& rules() const { return engine_.rules(); }

    [[nodiscard]] const Document& document() const { return document_; }

    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }

    [[nodiscard]] const Processed& processed() const { return processed_; }

    [[nodiscard]] const Annotation& annotation() const { return processed_.annotation; }

    [[nodiscard]] const Trace& trace() const { return trace_; }

    /// The tokens as the matcher sees them.
    [[nodiscard]] const TextView& text() const { return text_; }

    [[nodiscard]] const SpanKinds& kinds() const { return kinds_; }

private:
    void run();

    RuleBook book_;
    Diagnostics diagnostics_;
    Engine engine_;
    Processor processor_;
    const Document& document_;
    Vocabulary& vocabulary_;
    Processed processed_;
    Trace trace_;
    TextView text_;
    SpanKinds kinds_;
};

}  // namespace stancegraph
