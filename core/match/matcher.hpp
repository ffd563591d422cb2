#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "match/mention.hpp"

namespace stancegraph {

/// The rules in the form in which they are run: trigger index, programs, lists. Built once, shared by all
/// threads.
class CompiledRules;
class TryLog;

struct CompileOptions {
    bool with_drafts = false;  ///< Also run rules of status draft: for explain, test and diff.
};

/// Compiles `rules`; what cannot be compiled (too large a program, no trigger) goes to `diagnostics` and is
/// left out. `rules` must outlive the result.
[[nodiscard]] std::shared_ptr<const CompiledRules> compile(const RuleSet& rules, Diagnostics& diagnostics,
                                                           CompileOptions options = {});

/// Runs rules over documents; one for each thread, because what a word type means to the rules is kept per
/// Symbol.
class Matcher {
public:
    Matcher(std::shared_ptr<const CompiledRules> rules, Vocabulary& vocabulary);
    ~Matcher();

    /// All mentions of the document. Rules that need a tree are skipped in sentences without one. Only
    /// paragraphs of class body and headline are searched. Linear in the text for given rules: one attempt a
    /// trigger occurrence, each bounded by max_width times the program's size.
    [[nodiscard]] Matches find_mentions(const Document& document, const Annotation& annotation,
                                        Trace* trace = nullptr);

    /// Counts the tries of all documents from now on; null ends that. `log` must outlive the calls.
    void log_tries(TryLog* log);

    /// Steps of the pattern machine since construction; for the test of the bound.
    [[nodiscard]] std::uint64_t steps() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace stancegraph
