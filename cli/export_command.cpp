#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>

#include <fmt/format.h>

#include "cli/atomic_file.hpp"
#include "cli/command.hpp"
#include "cli/network_choice.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "exporters/format.hpp"
#include "exporters/network.hpp"
#include "resolve/claim_file.hpp"

namespace stancegraph::cli {
namespace {

constexpr const char* kStances = "stances";  ///< The graph itself rather than one of network_types().
constexpr std::uint32_t kMonth = 30;         ///< Days: the windows of a timeline that nobody chose.
constexpr std::uint32_t kMostMargin = 3'000'000;
constexpr std::uint32_t kMostEdges = 100'000;         ///< Of a network of pairs: what Gephi opens at ease.
constexpr std::uint64_t kMostPairs = 4'000'000'000U;  ///< Half a minute, where few of them become edges.

struct ExportChoice {
    std::vector<std::string> targets;
    std::string project = kDefaultProject;
    std::string format;
    std::string view = "stance";
    std::string graphml_dialect = "gephi";
    std::string gexf_version = "1.3";
    std::string csv_mode = "spreadsheet";
    NetworkChoice network;
    std::uint32_t top_edges = 0;
    bool no_evidence = false;
    bool is_matrix = false;
    bool is_dynamic = false;
};

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const GraphFormat& format : graph_formats()) {
        names.emplace_back(format.name);
    }
    return names;
}

void add_options(Options& options, ExportChoice& choice) {
    options.inputs("FILE", "Where to write, the ending says what; attributions.jsonl is the attributions",
                   true, choice.targets);
    add_project_option(options, choice.project);
    options.choice("-f,--format", format_names(), "The format, where the file's ending does not say it",
                   choice.format);
    options.choice("--view", {"stance", "net"},
                   "Of the network stances: an edge for each stance, or one for each actor and subject",
                   choice.view);
    add_network_options(options, choice.network);
    add_filter_options(options, choice.network.filter);
    options.flag("--matrix", "Write .csv files as the network's matrix", choice.is_matrix);
    options.flag("--dynamic", "GEXF with a timeline on which edges come and go (see --window)",
                 choice.is_dynamic);
    options.value("--top-edges", "NUMBER", "Keep the heaviest edges; 0 keeps all", choice.top_edges);
    options.flag("--no-evidence", "Leave quotes and claim ids out", choice.no_evidence);
    options.choice("--csv-mode", {"spreadsheet", "raw"},
                   "spreadsheet puts an apostrophe before text that would be computed", choice.csv_mode);
    options.choice("--graphml-dialect", {"gephi", "strict"},
                   "strict leaves out what the schema does not know", choice.graphml_dialect);
    options.choice("--gexf-version", {"1.3", "1.2"}, "1.2 for networkx before 3.6", choice.gexf_version);
}

/// What all files of this call share. Nothing, with a report, where the choice is wrong.
std::optional<ExportOptions> export_options(ExportChoice choice, bool needs_network, Streams& streams) {
    ExportOptions options{
        .view = choice.view == "net" ? GraphView::net : GraphView::stance,
        .has_evidence = !choice.no_evidence,
        .top_edges = choice.top_edges,
        .is_dynamic = choice.is_dynamic,
        .spell_margin = static_cast<std::int32_t>(std::min(choice.network.window, kMostMargin) / 2),
        .csv_mode = choice.csv_mode == "raw" ? CsvMode::raw : CsvMode::spreadsheet,
        .graphml_dialect =
            choice.graphml_dialect == "strict" ? GraphmlDialect::strict : GraphmlDialect::gephi,
        .gexf_version = choice.gexf_version == "1.2" ? GexfVersion::v1_2_draft : GexfVersion::v1_3};
    if (choice.network.network == kStances) {
        if (!needs_network) {
            return options;
        }
        choice.network.network = "affiliation";
    }
    if (choice.is_dynamic && choice.network.window == 0) {
        choice.network.window = kMonth;
    }
    options.network = network_options(choice.network, streams);
    if (!options.network) {
        return std::nullopt;
    }
    options.network->top_edges = choice.top_edges;
    if (!choice.network.has_all_edges) {
        options.network->most_pairs = kMostPairs;
        options.network->most_edges = kMostEdges;
    }
    return options;
}

/// Writes to the file, or to standard output for `-`.
ExitCode write_target(const std::string& target, const std::function<void(std::ostream&)>& write,
                      Streams& streams) {
    if (target == "-") {
        write(streams.out);
        return ExitCode::done;
    }
    Diagnostics faults;
    auto file = AtomicFile::open(target, faults);
    if (file.has_value()) {
        write(file->stream());
    }
    if (!file.has_value() || !file->commit(faults)) {
        report(streams, faults);
        return exit_code_of(faults);
    }
    return ExitCode::done;
}

ExitCode export_attributions(const ExportChoice& choice, const std::string& target, Streams& streams) {
    const auto lines = read_project_attributions(choice.project, streams);
    if (lines == nullptr) {
        return ExitCode::usage;
    }
    return write_target(
        target, [&lines](std::ostream& out) { out << lines->text(); }, streams);
}

const GraphFormat* format_of(const ExportChoice& choice, const std::string& target) {
    const GraphFormat* format =
        choice.format.empty() ? format_of_file(target) : find_graph_format(choice.format);
    const bool is_table = format != nullptr && format->name == "csv";
    return is_table && choice.is_matrix ? find_graph_format("matrix") : format;
}

ExitCode export_graph(const ExportChoice& choice, const std::string& target, const StanceGraph& graph,
                      Streams& streams) {
    if (target.ends_with(".jsonl") && choice.format.empty()) {
        return write_target(
            target, [&](std::ostream& out) { write_claims(graph.claims(), out); }, streams);
    }
    const GraphFormat* format = format_of(choice, target);
    if (format == nullptr) {
        std::string endings = ".jsonl";
        for (const GraphFormat& known : graph_formats()) {
            endings += fmt::format(", {}", known.ending);
        }
        report(streams, plain_error("SG0011", fmt::format("'{}' has no ending of a known format", target),
                                    fmt::format("use one of {}, or name the format with --format", endings)));
        return ExitCode::usage;
    }
    if (format->name == "html" && choice.network.network != kStances) {
        report(streams, plain_error("SG0024",
                                    fmt::format("a report shows stances, not the network '{}'",
                                                choice.network.network),
                                    "leave out --network, or write the network as .gexf, .graphml or .json"));
        return ExitCode::usage;
    }
    const auto options = export_options(choice, format->name == "matrix", streams);
    if (!options) {
        return ExitCode::usage;
    }
    const auto network = make_network(graph, *options);
    Diagnostics warnings;
    check_export(*network, *format, *options, warnings);
    report(streams, warnings);
    return write_target(
        target, [&](std::ostream& out) { format->write(*network, *options, out); }, streams);
}

}  // namespace

ExitCode run_export(const Command& command, Arguments arguments, Streams& streams) {
    ExportChoice choice;
    choice.network.network = kStances;
    Options options(command);
    add_options(options, choice);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    std::optional<StanceGraph> graph;
    for (const std::string& target : choice.targets) {
        ExitCode code = ExitCode::done;
        if (std::filesystem::path(target).filename() == kAttributionsFile) {
            code = export_attributions(choice, target, streams);
        } else {
            if (!graph.has_value()) {
                graph = read_filtered_graph(choice.project, choice.network.filter,
                                            choice.network.network == kStances, streams);
                if (!graph.has_value()) {
                    return ExitCode::usage;
                }
            }
            code = export_graph(choice, target, *graph, streams);
        }
        if (code != ExitCode::done) {
            return code;
        }
    }
    return ExitCode::done;
}

}  // namespace stancegraph::cli
