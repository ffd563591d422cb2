#include "cli/network_choice.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "cli/project.hpp"
#include "graph/build.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::uint32_t kMostDays = 3'000'000;  ///< More than from the year 1 to 9998: int32_t has room.

/// A number that is not negative.
std::optional<double> number_of(const std::string& text) {
    double number = 0.0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = fault == std::errc() && end == text.data() + text.size();
    return is_number && number >= 0.0 && number < 1e300 ? std::optional(number) : std::nullopt;
}

Classes classes_of(const std::string& word, const NetworkType& type) {
    if (word == "categories") {
        return Classes::categories;
    }
    const bool has_three = word.empty() ? type.has_two_modes : word == "three";
    return has_three ? Classes::three : Classes::two;
}

std::optional<TimeWindow> window_of(const NetworkChoice& choice) {
    if (choice.window == 0) {
        return std::nullopt;
    }
    return TimeWindow{.middle = 0,
                      .width = static_cast<std::int32_t>(std::min(choice.window, kMostDays)),
                      .kernel = find_kernel(choice.kernel).value_or(Kernel::uniform)};
}

bool has_filter(const ClaimFilter& filter) {
    const Query& query = filter.query;
    return !query.actor.empty() || !query.subject.empty() || !query.outlet.empty() || !query.since.empty() ||
           !query.until.empty() || filter.min_documents > 1 || filter.min_outlets > 1;
}

}  // namespace

void add_counting_options(Options& options, NetworkChoice& choice) {
    options.choice("--normalise", {"none", "average", "jaccard", "cosine", "activity", "prominence"},
                   "Weights by average activity, shared positions over all (jaccard), angle (cosine); of "
                   "affiliations by the row's (activity) or the column's sum (prominence)",
                   choice.normalisation);
    const auto duplicates = duplicate_names();
    options.choice("--duplicates", {duplicates.begin(), duplicates.end()},
                   "How often one actor's position on one subject counts: once in each of these",
                   choice.duplicates);
    options.choice("--classes", {"two", "three", "categories"},
                   "Positions: for and against; with neutral half way; or three without an order (default: "
                   "three for affiliations, two for others)",
                   choice.classes);
    options.value("--window", "DAYS", "Time windows of so many days, for timelines and matrices",
                  choice.window);
    options.value("--step", "DAYS", "From one window to the next; the window's width if 0", choice.step);
    options.choice("--kernel", {"uniform", "triangular", "epanechnikov", "gaussian"},
                   "How claims count by their distance from the middle of a window", choice.kernel);
    options.value("--min-weight", "NUMBER", "Leave out weaker edges", choice.min_weight);
    options.value("--top", "NUMBER", "Keep the nodes that count most; 0 keeps all", choice.top_nodes);
}

void add_network_options(Options& options, NetworkChoice& choice) {
    std::vector<std::string> names;
    if (choice.network == "stances") {
        names.emplace_back("stances");
    }
    for (const NetworkType& type : network_types()) {
        names.emplace_back(type.name);
    }
    options.choice("--network", names, "Which network; see core/networks/README.md for the formulas",
                   choice.network);
    add_counting_options(options, choice);
    options.value(
        "--backbone", "NUMBER",
        "Only the subjects that carry most of the network, of the 40 that come up most; 0 takes all",
        choice.backbone);
    options.value(
        "--neighbours", "NUMBER",
        "Of a network of pairs: each node keeps so many, its heaviest edges; 0 keeps as many as give "
        "100,000 edges",
        choice.neighbours);
    options.flag("--all-edges", "Keep every edge of a network of pairs", choice.has_all_edges);
    options.flag("--isolates", "Keep nodes without an edge", choice.has_isolates);
}

void add_filter_options(Options& options, ClaimFilter& filter) {
    options.value("-a,--actor", "NAME", "Only claims of this actor: name, alias or part of one",
                  filter.query.actor);
    options.value("-s,--subject", "NAME", "Only claims on this subject, or part of its name",
                  filter.query.subject);
    options.value("--outlet", "NAME", "Only claims that this outlet published", filter.query.outlet);
    options.value("--from,--since", "DATE", "First day: 2025, 2025-08 or 2025-08-20", filter.query.since);
    options.value("--to,--until", "DATE", "Last day", filter.query.until);
    options.value("--min-documents", "NUMBER", "Leave out stances that fewer articles report",
                  filter.min_documents);
    options.value("--min-sources", "NUMBER", "Leave out stances that fewer outlets report",
                  filter.min_outlets);
}

std::optional<StanceGraph> read_filtered_graph(const std::string& project, const ClaimFilter& filter,
                                               bool has_layout, Streams& streams) {
    auto claims = read_project(project, streams);
    if (!claims.has_value()) {
        return std::nullopt;
    }
    const bool is_filtered = has_filter(filter);
    StanceGraph graph = build_graph(std::move(*claims), {.has_layout = has_layout && !is_filtered});
    if (!is_filtered) {
        return graph;
    }
    Diagnostics diagnostics;
    const auto chosen = filter_claims(graph, filter, diagnostics);
    report(streams, diagnostics);
    if (!chosen) {
        return std::nullopt;
    }
    return restrict_graph(graph, *chosen, {.has_layout = has_layout});
}

std::optional<NetworkOptions> network_options(const NetworkChoice& choice, Streams& streams) {
    const NetworkType* type = find_network_type(choice.network);
    const auto normalisation = find_normalisation(choice.normalisation, *type);
    if (!normalisation) {
        report(streams, plain_error("SG0021",
                                    fmt::format("--normalise {} does not fit the network '{}'",
                                                choice.normalisation, choice.network),
                                    type->has_two_modes
                                        ? "networks of two modes know none, activity and prominence"
                                        : "networks of one mode know none, average, jaccard and cosine"));
        return std::nullopt;
    }
    const auto min_weight = number_of(choice.min_weight);
    if (!min_weight) {
        report(streams,
               plain_error("SG0022", fmt::format("--min-weight '{}' is no number", choice.min_weight),
                           "write a number that is not negative, such as 0.5"));
        return std::nullopt;
    }
    const std::uint32_t step = choice.step > 0 ? choice.step : std::max(choice.window, 1U);
    return NetworkOptions{.type = type,
                          .normalisation = *normalisation,
                          .duplicates = find_duplicates(choice.duplicates).value_or(Duplicates::document),
                          .classes = classes_of(choice.classes, *type),
                          .window = window_of(choice),
                          .step = static_cast<std::int32_t>(std::min(step, kMostDays)),
                          .min_weight = *min_weight,
                          .top_nodes = choice.top_nodes,
                          .has_isolates = choice.has_isolates,
                          .backbone = choice.backbone,
                          .neighbours = choice.neighbours};
}

}  // namespace stancegraph::cli
