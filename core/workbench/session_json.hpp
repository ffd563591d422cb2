#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "graph/stance_graph.hpp"
#include "workbench/session.hpp"
#include "workbench/trial.hpp"

/// The parts of the session's answers. Internal to core/workbench.
namespace stancegraph::json {

/// `"file":number of the desk's file or null,"line":…` inside of an object.
void write_place(Writer& writer, std::string_view prefix, const Location& location, const RuleDesk& desk);

/// A list of diagnostics with places as editors count: line and column from 1, column and length in code
/// points of the first line.
void write_diagnostics(Writer& writer, const Diagnostics& diagnostics, const RuleDesk& desk);

/// A finding with the places of its rule and list entry; `status` is same, gained, lost or changed.
void write_finding(Writer& writer, const Finding& finding, std::string_view status, const RuleSet& rules,
                   const RuleDesk& desk);

/// What came close in the sentence, with an edit that could mend it, and what was beaten.
void write_trace(Writer& writer, const Trial& trial, std::uint32_t sentence, const RuleDesk& desk);

/// How far the corpus is, and what changed in it.
void write_corpus_state(Writer& writer, const CorpusState& state);

/// An answer of two sentences: what is wrong, what to do.
[[nodiscard]] Answer refusal(Answer::Outcome outcome, std::string_view error, std::string_view hint);

/// Vertices and edges with their places and evidence. `articles` are the numbers of the documents by name.
void write_graph(Writer& writer, const StanceGraph& graph,
                 const std::map<std::string, std::uint32_t, std::less<>>& articles);

}  // namespace stancegraph::json
