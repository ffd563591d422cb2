#pragma once

#include <optional>
#include <string>

#include "cli/options.hpp"
#include "graph/stance_graph.hpp"
#include "networks/discourse_network.hpp"
#include "networks/filter.hpp"

namespace stancegraph::cli {

/// What commands let people choose of a discourse network and of the claims that it is made of.
struct NetworkChoice {
    std::string network;
    std::string normalisation = "none";
    std::string duplicates = "document";
    std::string classes;
    std::string kernel = "uniform";
    std::string min_weight = "0";
    std::uint32_t window = 0;
    std::uint32_t step = 0;
    std::uint32_t top_nodes = 0;
    std::uint32_t neighbours = 0;
    std::uint32_t backbone = 0;
    bool has_all_edges = false;
    bool has_isolates = false;
    ClaimFilter filter;
};

/// `--normalise`, `--duplicates`, `--classes`, `--window`, `--step`, `--kernel`, `--min-weight`, `--top`.
void add_counting_options(Options& options, NetworkChoice& choice);
/// `--network`, with `stances` before the types where that is what the choice holds; the counting options,
/// `--backbone`, `--neighbours`, `--all-edges`, `--isolates`.
void add_network_options(Options& options, NetworkChoice& choice);

/// `--actor`, `--subject`, `--outlet`, `--from`, `--to`, `--min-documents`, `--min-sources`.
void add_filter_options(Options& options, ClaimFilter& filter);

/// The graph of the claims of a project that fit. Nothing, with a report, where there is no project or the
/// filter is wrong.
[[nodiscard]] std::optional<StanceGraph> read_filtered_graph(const std::string& project,
                                                             const ClaimFilter& filter, bool has_layout,
                                                             Streams& streams);

/// The options that were chosen. Nothing, with a report, where they do not fit each other (SG0021) or a
/// number is none (SG0022). Precondition: the network is one of network_types().
[[nodiscard]] std::optional<NetworkOptions> network_options(const NetworkChoice& choice, Streams& streams);

}  // namespace stancegraph::cli
