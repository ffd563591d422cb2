#include <filesystem>
#include <fstream>
#include <functional>

#include <fmt/format.h>

#include "cli/atomic_file.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "exporters/format.hpp"
#include "graph/build.hpp"
#include "resolve/claim_file.hpp"

namespace stancegraph::cli {
namespace {

struct ExportChoice {
    std::vector<std::string> targets;
    std::string project = kDefaultProject;
    std::string format;
    std::string view = "stance";
    std::string graphml_dialect = "gephi";
    std::string gexf_version = "1.3";
    std::uint32_t min_documents = 1;
    std::uint32_t top_edges = 0;
    bool no_evidence = false;
};

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const GraphFormat& format : graph_formats()) {
        names.emplace_back(format.name);
    }
    return names;
}

ExportOptions export_options(const ExportChoice& choice) {
    return {.view = choice.view == "net" ? GraphView::net : GraphView::stance,
            .has_evidence = !choice.no_evidence,
            .min_documents = choice.min_documents,
            .top_edges = choice.top_edges,
            .graphml_dialect =
                choice.graphml_dialect == "strict" ? GraphmlDialect::strict : GraphmlDialect::gephi,
            .gexf_version = choice.gexf_version == "1.2" ? GexfVersion::v1_2_draft : GexfVersion::v1_3};
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

ExitCode export_graph(const ExportChoice& choice, const std::string& target, const StanceGraph& graph,
                      Streams& streams) {
    if (target.ends_with(".jsonl") && choice.format.empty()) {
        return write_target(
            target, [&](std::ostream& out) { write_claims(graph.claims(), out); }, streams);
    }
    const GraphFormat* format =
        choice.format.empty() ? format_of_file(target) : find_graph_format(choice.format);
    if (format == nullptr) {
        std::string endings = ".jsonl";
        for (const GraphFormat& known : graph_formats()) {
            endings += fmt::format(", {}", known.ending);
        }
        report(streams, plain_error("SG0011", fmt::format("'{}' has no ending of a known format", target),
                                    fmt::format("use one of {}, or name the format with --format", endings)));
        return ExitCode::usage;
    }
    const ExportOptions options = export_options(choice);
    Diagnostics warnings;
    check_export(graph, *format, options, warnings);
    report(streams, warnings);
    return write_target(
        target, [&](std::ostream& out) { format->write(graph, options, out); }, streams);
}

}  // namespace

ExitCode run_export(const Command& command, Arguments arguments, Streams& streams) {
    ExportChoice choice;
    Options options(command);
    options.inputs("FILE", "Where to write, the ending says what; attributions.jsonl is the attributions",
                   true, choice.targets);
    add_project_option(options, choice.project);
    options.choice("-f,--format", format_names(), "The format, where the file's ending does not say it",
                   choice.format);
    options.choice("--view", {"stance", "net"}, "An edge for each stance, or one for each actor and subject",
                   choice.view);
    options.value("--min-documents", "NUMBER", "Leave out edges with fewer articles", choice.min_documents);
    options.value("--top-edges", "NUMBER", "Keep the edges with most articles; 0 keeps all",
                  choice.top_edges);
    options.flag("--no-evidence", "Leave quotes and claim ids out", choice.no_evidence);
    options.choice("--graphml-dialect", {"gephi", "strict"},
                   "strict leaves out what the schema does not know", choice.graphml_dialect);
    options.choice("--gexf-version", {"1.3", "1.2"}, "1.2 for networkx before 3.6", choice.gexf_version);
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
                auto claims = read_project(choice.project, streams);
                if (!claims.has_value()) {
                    return ExitCode::usage;
                }
                graph = build_graph(std::move(*claims));
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
