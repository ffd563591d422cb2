#pragma once

#include <cstdint>

#include "annotate/analyzer.hpp"
#include "pipeline/engine.hpp"

namespace stancegraph {

/// Which sentences get a tree: those that the rules may need (see choose_sentences), or every one.
enum class Parsing : std::uint8_t { needed, everything };

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

    /// Tokens, sentences, quotations, and tags, trees and names where `parsing` says. The symbols are those
    /// of `vocabulary()` until the next document.
    [[nodiscard]] Annotation annotate(const Document& document, Parsing parsing);
    /// Everything; fills `trace` when given, which costs time.
    [[nodiscard]] Processed process(const Document& document, Parsing parsing = Parsing::needed,
                                    Trace* trace = nullptr);

    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }

private:
    [[nodiscard]] bool is_trigger(Symbol lower);

    const Engine& engine_;
    Vocabulary vocabulary_;
    Analyzer analyzer_;
    Matcher matcher_;
    std::vector<std::uint8_t> trigger_memory_;  ///< By Symbol: 0 unknown, 1 no, 2 yes; for one generation.
    std::uint32_t generation_ = 0;
};

}  // namespace stancegraph
