#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "networks/incidence.hpp"

namespace stancegraph {

/// How divided the actors are over one subject.
struct SubjectDispute {
    std::uint32_t column = 0;  ///< Into Observations::columns.
    std::uint32_t for_it = 0;  ///< Actors with more claims for it than against it.
    std::uint32_t against_it = 0;
    std::uint32_t undecided = 0;  ///< Actors with as many for it as against it, or none of either.
    double claims = 0.0;          ///< All that count.

    /// 1 - |p - m| / (p + m) for p actors for it and m against it: 0 where all are of one side, 1 where the
    /// sides are even.
    [[nodiscard]] double contestedness() const;
};

/// Every subject that somebody speaks of: the most contested first, of equals the one that most actors take
/// a side on, then in the order of the columns.
[[nodiscard]] std::vector<SubjectDispute> disputes_of(const Incidence& incidence);

/// Where one actor stands on one subject, in all or in one month.
struct Position {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::string month;  ///< `2025-08`; empty for all time.
    double positive = 0.0;
    double negative = 0.0;

    /// (p - m) / (p + m), from -1 to 1.
    [[nodiscard]] double index() const;
};

/// All positions for or against, by row and column; in months by month too, claims without a date left out.
[[nodiscard]] std::vector<Position> positions_of(const Observations& observations, Duplicates duplicates,
                                                 bool in_months);

}  // namespace stancegraph
