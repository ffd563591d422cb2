#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "networks/incidence.hpp"

/// One-mode networks: who is with whom, who against whom. **Source:** Leifeld and Haunss, Political Discourse
/// Networks and the Conflict over Software Patents in Europe, 2012; Leifeld, Discourse Network Analysis:
/// Policy Debates as Dynamic Networks, 2017; Leifeld, Discourse Network Analyzer Manual. With a_ijk the
/// counts of an Incidence, q_k the polarity of class k and R = max q - min q:
///
///     congruence  C_ii' = sum over j, k, l of a_ijk a_i'jl (1 - |q_k - q_l| / R)
///     conflict    F_ii' = sum over j, k, l of a_ijk a_i'jl |q_k - q_l| / R
///
/// For two classes these are the products of equal and of opposite positions; for categories, equal and
/// unequal classes take the place of 1 - |q_k - q_l| / R and |q_k - q_l| / R.
namespace stancegraph {

/// What the sums are divided by, so that loud nodes do not stand out for being loud.
enum class Normalisation : std::uint8_t {
    none,
    average,   ///< (n_i + n_i') / 2, with n_i = sum over j, k of a_ijk. **Source:** DNA, "average activity".
    jaccard,   ///< Sets, not counts: shared (j, k) pairs over all that either has. For conflict, the pairs
               ///< that the other has with the opposite sign. Not DNA's, which divides products.
    cosine,    ///< |a_i| |a_i'|, the lengths of the vectors over (j, k); products of equal classes for
               ///< congruence, of opposite signs for conflict. Not DNA's divisor.
    activity,  ///< Two-mode only: n_i of the row.
    prominence,  ///< Two-mode only: sum over i, k of a_ijk of the column.
};

/// Two rows of an incidence that share a column.
struct PairWeight {
    std::uint32_t a = 0;
    std::uint32_t b = 0;  ///< Greater than a.
    double congruence = 0.0;
    double conflict = 0.0;
    std::uint32_t shared = 0;  ///< Columns that both have.
};

/// Visits all pairs of rows that share a column, by a, then b: for each row the pairs with later ones, at
/// once. The number of multiplications is that of pairs_between(): quadratic in the rows of a column, so keep
/// it within bounds with keep_most_active(). The memory is that of one row.
void project_rows(const Incidence& incidence, Classes classes, Normalisation normalisation,
                  const std::function<void(std::span<const PairWeight>)>& visit);

/// The same pairs as a list.
[[nodiscard]] std::vector<PairWeight> project(const Incidence& incidence, Classes classes,
                                              Normalisation normalisation);

/// How many pairs of rows meet in the columns: an upper bound of the pairs of a projection.
[[nodiscard]] std::uint64_t pairs_between(const Incidence& incidence);

/// Leaves the cells of the most active rows only: as many as give at most `most_pairs` pairs, of equally
/// active ones the first. What is left between them is exact. Gives the number of rows that lost their cells.
std::uint32_t keep_most_active(Incidence& incidence, std::uint64_t most_pairs);

}  // namespace stancegraph
