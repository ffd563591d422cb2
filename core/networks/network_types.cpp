#include "networks/network_types.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace stancegraph {
namespace {

constexpr NetworkType two_mode(std::string_view name, NodeKind rows, Relation relation,
                               std::string_view help) {
    return {.name = name, .help = help, .rows = rows, .has_two_modes = true, .relation = relation};
}

constexpr NetworkType one_mode(std::string_view name, NodeKind nodes, Relation relation,
                               std::string_view help) {
    return {.name = name,
            .help = help,
            .rows = nodes == NodeKind::subject ? NodeKind::actor : nodes,
            .is_of_columns = nodes == NodeKind::subject,
            .relation = relation};
}

constexpr std::array kTypes{
    two_mode("affiliation", NodeKind::actor, Relation::count, "how often who speaks of what"),
    two_mode("affiliation-subtract", NodeKind::actor, Relation::balance, "for minus against"),
    two_mode("affiliation-combine", NodeKind::actor, Relation::positions,
             "which positions were taken: 1 for, 2 against, 3 both (4 neutral)"),
    one_mode("congruence", NodeKind::actor, Relation::congruence, "actors who agree"),
    one_mode("conflict", NodeKind::actor, Relation::conflict, "actors who disagree"),
    one_mode("subtract", NodeKind::actor, Relation::congruence_minus_conflict,
             "actors: agreement minus disagreement"),
    one_mode("co-occurrence", NodeKind::actor, Relation::both,
             "actors who speak of the same subjects, on whatever side"),
    one_mode("subjects", NodeKind::subject, Relation::congruence,
             "subjects on which the same actors take the same side"),
    one_mode("subject-conflict", NodeKind::subject, Relation::conflict,
             "subjects on which the same actors take opposite sides"),
    one_mode("subject-subtract", NodeKind::subject, Relation::congruence_minus_conflict,
             "subjects: the same side minus opposite sides"),
    one_mode("subject-co-occurrence", NodeKind::subject, Relation::both,
             "subjects of which the same actors speak"),
    two_mode("outlet-affiliation", NodeKind::outlet, Relation::count,
             "how often which outlet reports on what"),
    two_mode("outlet-affiliation-subtract", NodeKind::outlet, Relation::balance,
             "reported for minus reported against"),
    one_mode("outlets", NodeKind::outlet, Relation::congruence, "outlets that report the same positions"),
    one_mode("outlet-conflict", NodeKind::outlet, Relation::conflict,
             "outlets that report opposite positions"),
    one_mode("outlet-subtract", NodeKind::outlet, Relation::congruence_minus_conflict,
             "outlets: the same positions minus opposite ones"),
    one_mode("outlet-co-occurrence", NodeKind::outlet, Relation::both,
             "outlets that report on the same subjects"),
};

}  // namespace

std::span<const NetworkType> network_types() {
    return kTypes;
}

const NetworkType* find_network_type(std::string_view name) {
    const auto* const found = std::ranges::find(kTypes, name, &NetworkType::name);
    return found == kTypes.end() ? nullptr : found;
}

std::optional<Normalisation> find_normalisation(std::string_view name, const NetworkType& type) {
    static constexpr std::array<std::pair<std::string_view, Normalisation>, 4> kOneMode{
        {{"none", Normalisation::none},
         {"average", Normalisation::average},
         {"jaccard", Normalisation::jaccard},
         {"cosine", Normalisation::cosine}}};
    static constexpr std::array<std::pair<std::string_view, Normalisation>, 3> kTwoMode{
        {{"none", Normalisation::none},
         {"activity", Normalisation::activity},
         {"prominence", Normalisation::prominence}}};
    const auto look_up = [name](const auto& table) -> std::optional<Normalisation> {
        const auto* const found = std::ranges::find(table, name, [](const auto& row) { return row.first; });
        return found == table.end() ? std::nullopt : std::optional(found->second);
    };
    return type.has_two_modes ? look_up(kTwoMode) : look_up(kOneMode);
}

}  // namespace stancegraph
