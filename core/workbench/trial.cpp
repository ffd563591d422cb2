#include "workbench/trial.hpp"

#include <utility>

namespace stancegraph {

Trial::Trial(RuleBook book, const Document& document)
    : book_(std::move(book)),
      engine_(book_.load(diagnostics_), diagnostics_),
      processor_(engine_),
      document_(document),
      vocabulary_(processor_.open_vocabulary()),
      text_(*engine_.compiled(), vocabulary_),
      kinds_(text_) {
    run();
}

Trial::Trial(RuleSet rules, const Document& document)
    : book_(std::vector<std::shared_ptr<const InputFile>>()),
      engine_(std::move(rules), diagnostics_),
      processor_(engine_),
      document_(document),
      vocabulary_(processor_.open_vocabulary()),
      text_(*engine_.compiled(), vocabulary_),
      kinds_(text_) {
    run();
}

void Trial::run() {
    processed_ = processor_.process(document_, &trace_);
    text_.open(document_, processed_.annotation);
    kinds_.open(processed_.matches.actors, processed_.matches.subjects);
}

}  // namespace stancegraph
