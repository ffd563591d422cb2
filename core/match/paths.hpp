#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "match/tree.hpp"
#include "pattern/ast.hpp"
#include "pattern/test_table.hpp"

namespace stancegraph {

/// A way to take a step of a path, with its names looked up.
struct PathEdge {
    enum class Form : std::uint8_t { role, preposition, labels };

    Form form = Form::labels;
    pattern::Role role = pattern::Role::who;
    std::vector<std::string> prepositions;  ///< Lower case.
    DeprelSet labels = 0;
};

struct PathStep {
    bool is_test = false;
    pattern::TestId test = 0;
    pattern::Direction direction = pattern::Direction::down;
    std::vector<PathEdge> edges;
    bool is_optional = false;
    bool is_repeated = false;
};

/// A pattern::Path with its names looked up.
struct CompiledPath {
    std::string start;
    std::vector<PathStep> steps;
    std::optional<pattern::Kind> kind;
    std::string end;
    std::string text;  ///< As written, for people.

    /// True if the first step is that role, downwards.
    [[nodiscard]] bool begins_with(pattern::Role role) const;
    /// True for `… <clause`.
    [[nodiscard]] bool leads_up_to_clause() const;
};

[[nodiscard]] CompiledPath compile_path(const pattern::Path& path, pattern::TestTable& tests);

/// The labels that a label of a rule stands for: itself and its subtypes, but for those that mean something
/// else (acl:relcl, nsubj:pass, csubj:pass, nmod:poss, nmod:desc, compound:prt).
[[nodiscard]] DeprelSet labels_of(const std::string& name);

/// The canonical text of a path, for messages.
[[nodiscard]] std::string to_text(const pattern::Path& path);

}  // namespace stancegraph
