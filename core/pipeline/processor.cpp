#include "pipeline/processor.hpp"

#include "pipeline/sentence_choice.hpp"

namespace stancegraph {
namespace {

/// With more word types than this, the memory that is kept for each of them is given up between documents.
constexpr std::uint32_t kMostWordTypes = 1U << 16U;

/// `trigger_memory_`
enum Answer : std::uint8_t { unknown, no, yes };

}  // namespace

Processor::Processor(const Engine& engine)
    : engine_(engine),
      analyzer_(engine.model(), vocabulary_, engine.name_titles()),
      matcher_(engine.compiled(), vocabulary_),
      generation_(vocabulary_.generation()) {}

bool Processor::is_trigger(Symbol lower) {
    if (generation_ != vocabulary_.generation()) {
        trigger_memory_.clear();
        generation_ = vocabulary_.generation();
    }
    if (lower >= trigger_memory_.size()) {
        trigger_memory_.resize(vocabulary_.size(), Answer::unknown);
    }
    if (trigger_memory_[lower] == Answer::unknown) {
        const auto lemmas = analyzer_.lemmas_of(lower);
        const bool answer = matcher_.is_trigger(lower, {lemmas.begin(), lemmas.end()});
        trigger_memory_[lower] = answer ? Answer::yes : Answer::no;
    }
    return trigger_memory_[lower] == Answer::yes;
}

Annotation Processor::annotate(const Document& document, Parsing parsing) {
    if (vocabulary_.size() > kMostWordTypes) {
        vocabulary_.clear();
    }
    Annotation annotation;
    engine_.segmenter().segment(document, vocabulary_, annotation);
    if (parsing == Parsing::everything) {
        analyzer_.analyze_all(annotation);
    } else {
        analyzer_.analyze(annotation,
                          choose_sentences(annotation, [this](Symbol lower) { return is_trigger(lower); }));
    }
    return annotation;
}

Processed Processor::process(const Document& document, Parsing parsing, Trace* trace) {
    Processed processed{.annotation = annotate(document, parsing), .matches = {}, .resolved = {}};
    processed.matches = matcher_.find_mentions(document, processed.annotation, trace);
    processed.resolved =
        engine_.resolver().resolve(document, processed.annotation, vocabulary_, processed.matches);
    return processed;
}

}  // namespace stancegraph
