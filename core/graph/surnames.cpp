#include "graph/surnames.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/identifier.hpp"

namespace stancegraph {
namespace {

bool is_full_name(const std::string& key, const Sightings& sightings) {
    return key.find(' ') != std::string::npos && sightings.scope.empty() && type_of(sightings) == "person";
}

/// Begins with no small letter: "vice president" and "endorses" are no names, whatever speaks under them.
bool is_capitalised(std::string_view word) {
    return !word.empty() && (word.front() < 'a' || word.front() > 'z');
}

/// The full names that end in a word, and how many begin with it.
struct Bearers {
    std::vector<std::string> by_surname;
    std::uint32_t by_given_name = 0;
};

std::map<std::string, Bearers> bearers_in(const Sighted& sighted) {
    std::map<std::string, Bearers> bearers;
    for (const auto& [key, sightings] : sighted) {
        if (!is_full_name(key, sightings)) {
            continue;
        }
        const std::string name = name_of(sightings);
        ++bearers[key.substr(0, key.find(' '))].by_given_name;
        if (is_capitalised(std::string_view(name).substr(name.rfind(' ') + 1))) {
            bearers[key.substr(key.rfind(' ') + 1)].by_surname.push_back(key);
        }
    }
    for (auto& [word, people] : bearers) {  // "Governor Ada Ek" is no other one than "Ada Ek"
        const std::vector<std::string> all = people.by_surname;
        std::erase_if(people.by_surname, [&](const std::string& name) {
            return std::ranges::any_of(all,
                                       [&](const std::string& other) { return name.ends_with(" " + other); });
        });
    }
    return bearers;
}

/// What is known by a surname alone is seldom known better by it: "Democrats" are no "Reagan Democrats".
bool is_wider_known(const Sightings& shorter, const Sightings& fuller) {
    constexpr std::size_t kMostTimes = 2;
    return shorter.documents.size() > kMostTimes * fuller.documents.size();
}

}  // namespace

Renamed fuller_names(const Sighted& sighted) {
    const auto bearers = bearers_in(sighted);
    Renamed fuller;
    for (const auto& [key, sightings] : sighted) {
        // One document that takes it for a person is enough: guesses at a bare name differ from one to the
        // other.
        const bool is_seen_as_person = sightings.types.contains("person") || type_of(sightings) == "unknown";
        const auto found = bearers.find(key);
        const bool is_surname_of_one = found != bearers.end() && found->second.by_surname.size() == 1 &&
                                       found->second.by_given_name == 0;
        if (is_surname_of_one && is_seen_as_person && sightings.scope.empty() &&
            is_capitalised(name_of(sightings)) &&
            !is_wider_known(sightings, sighted.at(found->second.by_surname.front()))) {
            fuller[key] = found->second.by_surname.front();
        }
    }
    return fuller;
}

std::set<std::string> ambiguous_names(const Sighted& sighted, const IdentityDecisions& decisions) {
    const auto bearers = bearers_in(sighted);
    std::set<std::string> ambiguous;
    for (const auto& [key, sightings] : sighted) {
        const auto found = bearers.find(key);
        if (found != bearers.end() && sightings.scope.empty() && type_of(sightings) == "person" &&
            (found->second.by_given_name > 0 || found->second.by_surname.size() > 1)) {
            ambiguous.insert(key);
        }
    }
    for (const auto& [name, other] : decisions.same) {
        ambiguous.erase(folded_name(name));
        ambiguous.erase(folded_name(other));
    }
    return ambiguous;
}

}  // namespace stancegraph
