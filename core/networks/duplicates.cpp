#include "networks/duplicates.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "graph/date.hpp"

namespace stancegraph {
namespace {

constexpr std::array<std::string_view, 8> kNames{"all",  "document", "story", "day",
                                                 "week", "month",    "year",  "ever"};

/// Days since 1970-01-01, a Thursday, shifted to a Monday long before any date.
constexpr std::int64_t kMondayBefore = 7LL * 200'000 + 3;

/// A number for each group; documents stand apart from those of days.
std::uint64_t group_of(const Observation& observation, std::size_t index, Duplicates duplicates) {
    constexpr std::uint64_t kDocuments = 1ULL << 40U;
    if (duplicates == Duplicates::all) {
        return index;
    }
    if (duplicates == Duplicates::ever) {
        return 0;
    }
    if (duplicates == Duplicates::story) {
        return observation.story;
    }
    if (duplicates == Duplicates::document || !observation.day) {
        return kDocuments + observation.document;
    }
    const std::int64_t days = *observation.day + kMondayBefore;
    const Date date = date_of_day(*observation.day);
    switch (duplicates) {
        case Duplicates::week:
            return static_cast<std::uint64_t>(days / 7);
        case Duplicates::month:
            return static_cast<std::uint64_t>(date.year) * 12 + date.month;
        case Duplicates::year:
            return static_cast<std::uint64_t>(date.year);
        case Duplicates::all:
        case Duplicates::document:
        case Duplicates::story:
        case Duplicates::day:
        case Duplicates::ever:
            break;
    }
    return static_cast<std::uint64_t>(days);
}

struct Keyed {
    std::uint64_t group = 0;
    Counted counted;
};

}  // namespace

std::span<const std::string_view> duplicate_names() {
    return kNames;
}

std::optional<Duplicates> find_duplicates(std::string_view name) {
    const auto* const found = std::ranges::find(kNames, name);
    return found == kNames.end() ? std::nullopt
                                 : std::optional(static_cast<Duplicates>(found - kNames.begin()));
}

std::vector<Counted> without_duplicates(const Observations& observations, Duplicates duplicates,
                                        const std::optional<TimeWindow>& window) {
    std::vector<Keyed> keyed;
    keyed.reserve(observations.all.size());
    for (std::uint32_t index = 0; index < observations.all.size(); ++index) {
        const Observation& observation = observations.all[index];
        double weight = 1.0;
        if (window) {
            weight = observation.day ? window->weight_of(*observation.day) : 0.0;
        }
        if (weight > 0.0) {
            keyed.push_back({.group = group_of(observation, index, duplicates),
                             .counted = {.observation = index, .weight = weight}});
        }
    }
    const auto key_of = [&](const Keyed& entry) {
        const Observation& observation = observations.all[entry.counted.observation];
        return std::tuple(observation.row, observation.column, observation.sign, entry.group);
    };
    std::ranges::sort(keyed, {}, [&](const Keyed& entry) {
        return std::tuple_cat(key_of(entry), std::tuple(-entry.counted.weight, entry.counted.observation));
    });
    std::vector<Counted> counted;
    for (std::size_t index = 0; index < keyed.size(); ++index) {
        if (index == 0 || key_of(keyed[index]) != key_of(keyed[index - 1])) {
            counted.push_back(keyed[index].counted);
        }
    }
    return counted;
}

}  // namespace stancegraph
