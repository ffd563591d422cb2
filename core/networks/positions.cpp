#include "networks/positions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "graph/date.hpp"

namespace stancegraph {

double SubjectDispute::contestedness() const {
    const double sides = for_it + against_it;
    return sides > 0.0 ? 1.0 - std::abs(static_cast<double>(for_it) - against_it) / sides : 0.0;
}

double Position::index() const {
    return positive + negative > 0.0 ? (positive - negative) / (positive + negative) : 0.0;
}

std::vector<SubjectDispute> disputes_of(const Incidence& incidence) {
    std::vector<SubjectDispute> disputes(incidence.column_count);
    for (std::uint32_t column = 0; column < incidence.column_count; ++column) {
        disputes[column].column = column;
    }
    for (const IncidenceCell& cell : incidence.cells) {
        SubjectDispute& dispute = disputes[cell.column];
        const double balance = cell.count(Sign::positive) - cell.count(Sign::negative);
        dispute.claims += cell.sum();
        dispute.for_it += balance > 0.0 ? 1U : 0U;
        dispute.against_it += balance < 0.0 ? 1U : 0U;
        dispute.undecided += balance == 0.0 ? 1U : 0U;
    }
    std::erase_if(disputes, [](const SubjectDispute& dispute) { return dispute.claims == 0.0; });
    std::ranges::stable_sort(disputes, {}, [](const SubjectDispute& dispute) {
        return std::pair(-dispute.contestedness(), -static_cast<double>(dispute.for_it) - dispute.against_it);
    });
    return disputes;
}

std::vector<Position> positions_of(const Observations& observations, Duplicates duplicates, bool in_months) {
    constexpr std::size_t kMonth = 7;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, Position> found;
    for (const Counted& counted : without_duplicates(observations, duplicates, std::nullopt)) {
        const Observation& observation = observations.all[counted.observation];
        if (observation.sign == Sign::neutral || (in_months && !observation.day)) {
            continue;
        }
        const std::string month =
            in_months ? to_string(date_of_day(*observation.day)).substr(0, kMonth) : std::string();
        Position& position = found[std::tuple(observation.row, observation.column, month)];
        position.row = observation.row;
        position.column = observation.column;
        position.month = month;
        (observation.sign == Sign::positive ? position.positive : position.negative) += counted.weight;
    }
    std::vector<Position> positions;
    for (auto& [key, position] : found) {
        positions.push_back(std::move(position));
    }
    return positions;
}

}  // namespace stancegraph
