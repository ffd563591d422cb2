#include "query/condition_names.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "query/condition_field.hpp"
#include "query/graph_names.hpp"
#include "query/name_search.hpp"

namespace stancegraph {
namespace {

/// A field whose names the graph knows.
struct KnownField {
    std::string_view name;
    std::vector<Named> (*names)(const StanceGraph& graph);
};

constexpr std::array kKnownFields{
    KnownField{"actor", [](const StanceGraph& graph) { return named_vertices(graph, VertexKind::actor); }},
    KnownField{"subject",
               [](const StanceGraph& graph) { return named_vertices(graph, VertexKind::subject); }},
    KnownField{"stance", [](const StanceGraph& graph) { return named_texts(stances_of(graph)); }},
    KnownField{"outlet", [](const StanceGraph& graph) { return named_texts(outlets_of(graph)); }},
    KnownField{"kind", [](const StanceGraph& graph) { return named_texts(kinds_of(graph)); }},
};

}  // namespace

void check_names(const Condition& condition, const StanceGraph& graph, Diagnostics& diagnostics) {
    for (const Condition::Step& step : condition.steps()) {
        const bool is_whole_name = step.kind == Condition::Step::Kind::compare && step.comparison != "~";
        const auto* const field = is_whole_name
                                      ? std::ranges::find(kKnownFields, step.field->name, &KnownField::name)
                                      : kKnownFields.end();
        if (field == kKnownFields.end()) {
            continue;
        }
        const std::vector<Named> names = field->names(graph);
        const std::string& asked = std::get<std::string>(step.value);
        if (!find_named(names, asked, NameFit::whole).empty()) {
            continue;
        }
        const std::string near = nearest_named(names, asked);
        diagnostics.add({.code = "SG3016",
                         .severity = Severity::warning,
                         .message = fmt::format("no {} is called '{}'", field->name, asked),
                         .location = {},
                         .hint = near.empty()
                                     ? fmt::format("'~' finds parts of names: {} ~ '...'", field->name)
                                     : fmt::format("did you mean '{}'?", near),
                         .notes = {}});
    }
}

}  // namespace stancegraph
