#pragma once

#include <string>

#include "workbench/trial.hpp"

namespace stancegraph::test {

/// A small set of rules for trials: lists in both YAML forms, a taxonomy, rules that beat each other.
[[nodiscard]] RuleBook bench_book();

/// A book of this text alone.
[[nodiscard]] RuleBook book_of(const std::string& text);

}  // namespace stancegraph::test
