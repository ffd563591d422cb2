#pragma once

#include <string>
#include <vector>

#include "match/candidate.hpp"
#include "match/pattern_runner.hpp"
#include "match/sentence_matches.hpp"
#include "match/slot_filler.hpp"

namespace stancegraph {

/// Tests `where` and `unless` of a rule on a result that is complete otherwise.
class Conditions {
public:
    Conditions(TextView& text, SpanKinds& kinds, PatternRunner& runner)
        : text_(&text), kinds_(&kinds), beside_(text, runner) {}

    /// Turns to the next document; call it again when actors or subjects have changed.
    void open() { beside_.open(); }

    [[nodiscard]] bool hold(const Rule& rule, const Mention& mention, const Scene& scene);

    /// The number of the `unless` that kills the mention, or -1.
    [[nodiscard]] int killer(const Rule& rule, const CompiledRule& compiled, const Mention& mention,
                             const Results& results);

    /// True if the cue stands in a span of the kind; QMARK asks for a sentence that ends in a question mark.
    [[nodiscard]] bool is_inside(pattern::Kind kind, TokenIndex cue, const Results& results);

private:
    [[nodiscard]] bool holds(const Predicate& predicate, const Mention& mention, const Scene& scene);
    [[nodiscard]] std::vector<TokenSpan> words_of(const pattern::SlotReference& reference,
                                                  const Mention& mention, const Scene& scene) const;

    TextView* text_;
    SpanKinds* kinds_;
    SentenceMatches beside_;
};

}  // namespace stancegraph
