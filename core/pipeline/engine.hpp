#pragma once

#include <memory>
#include <string>
#include <vector>

#include "annotate/model.hpp"
#include "annotate/segmenter.hpp"
#include "match/footprint.hpp"
#include "match/matcher.hpp"
#include "resolve/resolver.hpp"
#include "ruleset/ruleset.hpp"
#include "text/reader.hpp"

namespace stancegraph {

/// All that documents are processed with, in the form in which it runs: rules, word lists, model. Made once,
/// then read by all threads.
class Engine {
public:
    /// Takes the rules as they are, even after errors: what is good runs. What cannot be compiled is
    /// reported.
    Engine(RuleSet rules, Diagnostics& diagnostics, const Model& model = Model::built_in());
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    [[nodiscard]] const RuleSet& rules() const { return rules_; }

    [[nodiscard]] const std::shared_ptr<const CompiledRules>& compiled() const { return compiled_; }

    [[nodiscard]] const Segmenter& segmenter() const { return segmenter_; }

    [[nodiscard]] const Resolver& resolver() const { return resolver_; }

    [[nodiscard]] const Model& model() const { return model_; }

    /// Lower-case words that stand before names without being part of them: `mr.`, `president`, `secretary`.
    [[nodiscard]] std::vector<std::string> name_titles() const;
    /// All parts of the rules, with what their change touches.
    [[nodiscard]] Footprint footprint() const;
    /// The word lists that tell articles from furniture; the other fields are defaults.
    [[nodiscard]] ReadOptions read_options() const;

private:
    RuleSet rules_;
    std::shared_ptr<const CompiledRules> compiled_;
    Segmenter segmenter_;
    Resolver resolver_;
    const Model& model_;
};

}  // namespace stancegraph
