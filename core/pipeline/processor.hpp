#pragma once

#include "annotate/analyzer.hpp"
#include "pipeline/engine.hpp"

namespace stancegraph {

/// One document with all that was found in it.
struct Processed {
    Annotation annotation;
    Matches matches;
    Resolved resolved;
};

/// Takes documents through the pipeline, from text to claims; one for each thread. What it gives is a
/// function of the document and the engine alone, whatever it processed before.
class Processor {
public:
    /// `engine` must outlive it.
    explicit Processor(const Engine& engine);

    /// Tokens, sentences, quotations, tags, trees and names. The symbols are those of `vocabulary()` until
    /// the next call of `annotate`, `process` or `open_vocabulary`.
    [[nodiscard]] Annotation annotate(const Document& document);
    /// Everything; fills `trace` when given, which costs time.
    [[nodiscard]] Processed process(const Document& document, Trace* trace = nullptr);
    /// The same for an annotation that is there already, with the symbols of `vocabulary()`.
    [[nodiscard]] Processed match(const Document& document, Annotation annotation, Trace* trace = nullptr);

    /// Counts what rules try in the documents to come (match/try_log.hpp); null ends that.
    void log_tries(TryLog* log) { matcher_.log_tries(log); }

    /// The vocabulary for an annotation that comes from elsewhere; forgets what earlier documents needed
    /// where that has become much.
    [[nodiscard]] Vocabulary& open_vocabulary();

    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }

private:
    const Engine& engine_;
    Vocabulary vocabulary_;
    Analyzer analyzer_;
    Matcher matcher_;
};

}  // namespace stancegraph
