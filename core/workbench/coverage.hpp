#pragma once

#include <memory>

#include "pipeline/engine.hpp"
#include "pipeline/processor.hpp"
#include "workbench/coverage_report.hpp"

namespace stancegraph {

/// Collects what rules miss in articles: where an author of rules should look next. Only body text and
/// headlines are looked at.
class Coverage {
public:
    /// Both must outlive it; `vocabulary` is the one of the articles' annotations. Keeps at most
    /// `most_occasions` places of each thing.
    Coverage(const Engine& engine, Vocabulary& vocabulary, std::size_t most_occasions);
    ~Coverage();

    /// `trace` is the one of the same run. O(text), but for what the rules themselves cost.
    void add(const Document& document, const Processed& processed, const Trace& trace);

    [[nodiscard]] CoverageReport report() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace stancegraph
