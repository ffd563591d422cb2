#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "workbench/marked_sentence.hpp"
#include "workbench/trial.hpp"

namespace stancegraph {

/// An edit with which the rules find what was marked in a sentence.
struct Suggestion {
    RuleEdit edit;
    std::string reason;
    std::vector<std::string> gives;  ///< All that the sentence gives then.
};

struct Suggestions {
    std::vector<std::string> gives;  ///< What the sentence gives as the rules are.
    bool is_found = false;           ///< The rules find what was marked already.
    std::vector<Suggestion> all;  ///< Best first: entries of lists, then a rule; at most four. Each was run.
};

/// What could be put into the rules so that they find the marked parts. `stance` empty: those that are usual
/// for the lists. `trial` is one of the sentence's text.
[[nodiscard]] Suggestions suggest(const Trial& trial, const MarkedSentence& sentence,
                                  const std::string& stance);

/// What an edit changes in other articles.
struct Elsewhere {
    std::size_t articles = 0;
    std::size_t gained = 0;            ///< Claims that are there with the edit only.
    std::size_t lost = 0;              ///< Claims that are there without it only.
    std::vector<std::string> samples;  ///< The first of them: `+ file:line claim: “sentence”`.
};

/// For each of the sets of rules `after`, what it changes. Each article is annotated once.
[[nodiscard]] std::vector<Elsewhere> changes_elsewhere(const Engine& before,
                                                       std::span<const std::unique_ptr<Engine>> after,
                                                       std::span<const Document> articles,
                                                       std::size_t most_samples);

}  // namespace stancegraph
