#include "pipeline/processor.hpp"

#include <utility>

namespace stancegraph {
namespace {

/// With more word types than this, the memory that is kept for each of them is given up between documents.
constexpr std::uint32_t kMostWordTypes = 1U << 16U;

}  // namespace

Processor::Processor(const Engine& engine)
    : engine_(engine),
      analyzer_(engine.model(), vocabulary_, engine.name_titles()),
      matcher_(engine.compiled(), vocabulary_) {}

Vocabulary& Processor::open_vocabulary() {
    if (vocabulary_.size() > kMostWordTypes) {
        vocabulary_.clear();
    }
    return vocabulary_;
}

Annotation Processor::annotate(const Document& document) {
    Annotation annotation;
    engine_.segmenter().segment(document, open_vocabulary(), annotation);
    analyzer_.analyze_all(annotation);
    return annotation;
}

Processed Processor::process(const Document& document, Trace* trace) {
    return match(document, annotate(document), trace);
}

Processed Processor::match(const Document& document, Annotation annotation, Trace* trace) {
    Processed processed{.annotation = std::move(annotation), .matches = {}, .resolved = {}};
    processed.matches = matcher_.find_mentions(document, processed.annotation, trace);
    processed.resolved =
        engine_.resolver().resolve(document, processed.annotation, vocabulary_, processed.matches);
    return processed;
}

}  // namespace stancegraph
