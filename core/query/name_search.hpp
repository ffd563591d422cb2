#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/stance_graph.hpp"

namespace stancegraph {

/// How a name that somebody typed fits a name of the graph, from best to worst; case, blanks and the shape of
/// apostrophes do not matter.
enum class NameFit : std::uint8_t {
    whole,  ///< The same.
    words,  ///< Some of its words, in order and next to each other: `bessent` in `Scott Bessent`.
    part,   ///< Letters somewhere in it.
    none,
};

[[nodiscard]] NameFit fit_of(std::string_view typed, std::string_view name);

/// Something that has names: the first one is shown, any of them is found.
struct Named {
    std::uint32_t index = 0;
    std::vector<std::string> names;
};

/// The actors or the subjects of a graph, with their aliases.
[[nodiscard]] std::vector<Named> named_vertices(const StanceGraph& graph, VertexKind kind);

/// Every text as something with one name.
[[nodiscard]] std::vector<Named> named_texts(const std::set<std::string>& texts);

/// Indices of those whose best name fits at least as well as `worst`, ascending.
[[nodiscard]] std::vector<std::uint32_t> find_named(std::span<const Named> all, std::string_view typed,
                                                    NameFit worst);

/// The shown name of the one of whom a name, or a word of the shown one, is nearest to what was typed; empty
/// if none is near. Words of aliases do not count: articles say much beside a name.
[[nodiscard]] std::string nearest_named(std::span<const Named> all, std::string_view typed);

}  // namespace stancegraph
