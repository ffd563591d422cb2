#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "networks/observations.hpp"
#include "networks/projection.hpp"

namespace stancegraph {

/// What the weight of an edge is.
enum class Relation : std::uint8_t {
    count,                      ///< Two-mode, "ignore": w_ij = sum over k of a_ijk.
    balance,                    ///< Two-mode, "subtract": w_ij = sum over k of q_k a_ijk.
    positions,                  ///< Two-mode, "combine": 1 for it, 2 against it, 4 neutral, added up.
    congruence,                 ///< C of projection.hpp.
    conflict,                   ///< F.
    both,                       ///< C + F, "ignore": how often both speak of the same, on whatever side.
    congruence_minus_conflict,  ///< S = C - F, "subtract".
};

/// A network that can be asked for: one row of a table.
struct NetworkType {
    std::string_view name;  ///< `congruence`; for `--network`.
    std::string_view help;  ///< One line, no full stop.
    NodeKind rows = NodeKind::actor;
    bool has_two_modes = false;
    bool is_of_columns = false;  ///< A projection whose nodes are the subjects.
    Relation relation = Relation::count;

    [[nodiscard]] bool is_signed() const {
        return relation == Relation::balance || relation == Relation::congruence_minus_conflict;
    }
};

/// All types, in the order in which help lists them. **Source:** the vocabulary of DNA (see projection.hpp):
/// two-mode or affiliation networks with the qualifier ignored, subtracted or combined; one-mode networks of
/// congruence, conflict and subtract.
[[nodiscard]] std::span<const NetworkType> network_types();
[[nodiscard]] const NetworkType* find_network_type(std::string_view name);

/// The normalisation of that name that a type knows: none, average, jaccard, cosine for one mode; none,
/// activity, prominence for two.
[[nodiscard]] std::optional<Normalisation> find_normalisation(std::string_view name, const NetworkType& type);

}  // namespace stancegraph
