#include "networks/report_tables.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

#include <fmt/format.h>

#include "graph/date.hpp"

namespace stancegraph {
namespace {

constexpr std::array<std::string_view, 8> kNames{"overview",  "coalitions", "nodes",  "subjects",
                                                 "positions", "months",     "phases", "backbone"};

std::string joined(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, "; "));
}

const std::string& name_of_node(const NetworkReport& report, std::uint32_t node) {
    return report.network.nodes[node].name;
}

ReportTable overview(const NetworkReport& report) {
    ReportTable table{.name = kNames[0],
                      .title = "overview",
                      .columns = {"measure", "value", "what_it_is"},
                      .rows = {},
                      .hidden = {},
                      .note = {}};
    const auto add = [&](std::string_view measure, double value, std::string what) {
        table.rows.push_back({std::string(measure), value, std::move(what)});
    };
    const auto communities = std::ranges::count_if(
        report.coalitions, [](const Coalition& coalition) { return coalition.members.size() > 1; });
    double congruence = 0.0;
    double conflict = 0.0;
    for (const NetworkEdge& edge : report.network.edges) {
        congruence += edge.congruence;
        conflict += edge.conflict;
    }
    add("nodes", static_cast<double>(report.network.nodes.size()),
        "who speak of something that others speak of");
    add("pairs", static_cast<double>(report.network.edges.size()), "of them that share something");
    add("congruence", congruence, "agreement, summed over pairs");
    add("conflict", conflict, "disagreement, summed over pairs");
    add("coalitions", static_cast<double>(communities), "communities of agreement with two or more members");
    add("modularity", report.modularity, "of these coalitions: 0 as by chance, above 0.3 distinct");
    add("ei_index", report.agreement.ei_index(), "agreement across minus inside coalitions: -1 all inside");
    add("polarization", report.polarization.degree,
        fmt::format("two camps that agree inside and disagree across: 1; of the {} most active nodes",
                    report.polarized_nodes));
    add("frustration", report.split.share(),
        report.split.is_exact ? "weight that no two camps can please; exact"
                              : "weight that no two camps can please; at most");
    if (report.network.left_out > 0) {
        add("left_out", report.network.left_out, "nodes that were too many for a network of pairs");
    }
    return table;
}

ReportTable coalitions(const NetworkReport& report, std::size_t most_rows) {
    constexpr std::size_t kMembers = 12;
    ReportTable table{.name = kNames[1],
                      .title = "coalitions: who agrees with whom",
                      .columns = {"coalition", "size", "ei_index", "agree_in", "agree_out", "conflict_in",
                                  "conflict_out", "members"},
                      .rows = {},
                      .hidden = {},
                      .note = {}};
    for (std::size_t index = 0; index < report.coalitions.size(); ++index) {
        const Coalition& coalition = report.coalitions[index];
        if (coalition.members.size() < 2 || (most_rows > 0 && table.rows.size() == most_rows)) {
            break;
        }
        std::vector<std::string> names;
        for (const std::uint32_t member : coalition.members) {
            if (most_rows > 0 && names.size() == kMembers) {
                names.push_back(fmt::format("{} more", coalition.members.size() - kMembers));
                break;
            }
            names.push_back(name_of_node(report, member));
        }
        table.rows.push_back({static_cast<double>(index + 1), static_cast<double>(coalition.members.size()),
                              coalition.agreement.ei_index(), coalition.agreement.internal,
                              coalition.agreement.external, coalition.conflict.internal,
                              coalition.conflict.external, joined(names)});
    }
    return table;
}

std::string note_on_paths(const NetworkReport& report) {
    const std::size_t count = report.network.nodes.size();
    return report.centralities.pivots == count
               ? std::string()
               : fmt::format("betweenness and closeness are estimates, from the paths of {} of {} nodes",
                             report.centralities.pivots, count);
}

ReportTable nodes(const NetworkReport& report, std::size_t most_rows) {
    ReportTable table{.name = kNames[2],
                      .title = "nodes: who is central to agreement, and who is disagreed with",
                      .columns = {"name", "id", "coalition", "camp", "claims", "degree", "agreement",
                                  "conflict", "ei_index", "betweenness", "closeness", "page_rank"},
                      .rows = {},
                      .hidden = {"id"},
                      .note = note_on_paths(report)};
    const std::vector<double> activity = report.network.profiles.activity();
    std::vector<std::uint32_t> order(report.network.nodes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::greater(), [&](std::uint32_t node) {
        return report.centralities.strength[node] + report.node_conflict[node].internal +
               report.node_conflict[node].external;
    });
    for (const std::uint32_t node : order) {
        if (most_rows > 0 && table.rows.size() == most_rows) {
            break;
        }
        const Ties& conflict = report.node_conflict[node];
        table.rows.push_back({name_of_node(report, node), report.network.nodes[node].id,
                              static_cast<double>(report.coalition_of[node] + 1),
                              report.split.side_of[node] == 0 ? std::string("A") : std::string("B"),
                              activity[report.network.profile_of[node]],
                              static_cast<double>(report.centralities.degree[node]),
                              report.centralities.strength[node], conflict.internal + conflict.external,
                              report.node_agreement[node].ei_index(), report.centralities.betweenness[node],
                              report.centralities.closeness[node], report.centralities.page_rank[node]});
    }
    return table;
}

ReportTable subjects(const NetworkReport& report, std::size_t most_rows) {
    ReportTable table{.name = kNames[3],
                      .title = "subjects: what divides",
                      .columns = {"subject", "contested", "for", "against", "undecided", "claims"},
                      .rows = {},
                      .hidden = {},
                      .note = {}};
    for (const SubjectDispute& dispute : report.disputes) {
        if (most_rows > 0 && table.rows.size() == most_rows) {
            break;
        }
        table.rows.push_back({report.network.observations.columns[dispute.column].name,
                              dispute.contestedness(), static_cast<double>(dispute.for_it),
                              static_cast<double>(dispute.against_it), static_cast<double>(dispute.undecided),
                              dispute.claims});
    }
    return table;
}

ReportTable positions(const NetworkReport& report, std::size_t most_rows, bool in_months) {
    ReportTable table{.name = in_months ? kNames[5] : kNames[4],
                      .title = in_months ? "positions month by month" : "positions: who stands where",
                      .columns = {"name", "subject"},
                      .rows = {},
                      .hidden = {},
                      .note = {}};
    if (in_months) {
        table.columns.emplace_back("month");
    }
    table.columns.insert(table.columns.end(), {"for", "against", "index"});
    const Observations& observations = report.network.observations;
    for (const Position& position : in_months ? report.monthly_positions : report.positions) {
        if (most_rows > 0 && table.rows.size() == most_rows) {
            break;
        }
        std::vector<ReportCell> row{observations.rows[position.row].name,
                                    observations.columns[position.column].name};
        if (in_months) {
            row.emplace_back(position.month);
        }
        row.insert(row.end(), {position.positive, position.negative, position.index()});
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable phases(const NetworkReport& report) {
    ReportTable table{.name = kNames[6],
                      .title = "phases: the network in each window, and its distance from the one before",
                      .columns = {"first", "last", "nodes", "pairs", "congruence", "conflict", "modularity",
                                  "polarization", "distance"},
                      .rows = {},
                      .hidden = {},
                      .note = report.phases.empty() ? "choose windows with --window and --step" : ""};
    for (const Phase& phase : report.phases) {
        const TimeWindow& window = phase.window;
        table.rows.push_back({to_string(date_of_day(window.middle - window.width / 2)),
                              to_string(date_of_day(window.middle + window.width / 2)),
                              static_cast<double>(phase.nodes), static_cast<double>(phase.edges),
                              phase.congruence, phase.conflict, phase.modularity, phase.polarization,
                              phase.distance});
    }
    return table;
}

ReportTable backbone(const NetworkReport& report) {
    ReportTable table{.name = kNames[7],
                      .title = "backbone: subjects that carry the network, the strongest first",
                      .columns = {"rank", "subject", "loss"},
                      .rows = {},
                      .hidden = {},
                      .note = fmt::format("of the {} most active nodes and the {} most frequent subjects",
                                          report.backbone.rows, report.backbone.columns)};
    for (const BackboneStep& step : report.backbone.steps) {
        table.rows.push_back({static_cast<double>(table.rows.size() + 1),
                              report.network.observations.columns[step.column].name, step.loss});
    }
    return table;
}

}  // namespace

std::span<const std::string_view> report_table_names() {
    return kNames;
}

ReportTable report_table(const NetworkReport& report, std::string_view name, std::size_t most_rows) {
    switch (std::ranges::find(kNames, name) - kNames.begin()) {
        case 1:
            return coalitions(report, most_rows);
        case 2:
            return nodes(report, most_rows);
        case 3:
            return subjects(report, most_rows);
        case 4:
            return positions(report, most_rows, false);
        case 5:
            return positions(report, most_rows, true);
        case 6:
            return phases(report);
        case 7:
            return backbone(report);
        default:
            return overview(report);
    }
}

}  // namespace stancegraph
