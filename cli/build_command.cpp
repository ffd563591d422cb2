#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/atomic_file.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/project_build.hpp"
#include "cli/project_output.hpp"
#include "cli/rule_folders.hpp"
#include "graph/build.hpp"

namespace stancegraph::cli {
namespace {

/// What is printed and written besides the project file.
struct OutputChoice {
    std::uint32_t top = 20;
    bool has_no_files = false;
    bool is_strict = false;
    bool is_verbose = false;
};

std::string summary(const BuildStats& stats, const StanceGraph& graph, const std::string& project) {
    std::uint32_t actors = 0;
    for (VertexIndex vertex = 0; vertex < graph.vertex_count(); ++vertex) {
        actors += graph.vertex(vertex).kind == VertexKind::actor ? 1U : 0U;
    }
    return fmt::format("{}   claims {}   actors {}   subjects {}   -> {}\n", articles_of(stats),
                       graph.claims().size(), actors, graph.vertex_count() - actors, project);
}

std::string details(const BuildStats& stats) {
    return fmt::format("worked on {} articles   text {} bytes   tokens {}   sentences {}   mentions {}\n",
                       stats.annotated + stats.matched, stats.bytes, stats.tokens, stats.sentences,
                       stats.mentions);
}

/// Writes the attributions, the claims and the graphs, and prints the table.
ExitCode write_files(const BuildChoice& choice, const OutputChoice& output, const BuildStats& stats,
                     Streams& streams) {
    const auto attributions = read_project_attributions(choice.project, streams);
    auto claims = read_project(choice.project, streams);
    if (attributions == nullptr || !claims.has_value()) {
        return ExitCode::failure;
    }
    const StanceGraph graph = build_graph(std::move(*claims));
    Diagnostics faults;
    const auto write_lines = [&attributions](std::ostream& out) { out << attributions->text(); };
    if (!write_whole(std::filesystem::path(choice.project) / kAttributionsFile, write_lines, faults) ||
        !write_project(choice.project, graph, faults)) {
        report(streams, faults);
        return exit_code_of(faults);
    }
    if (!choice.is_quiet) {
        print_overview(graph, output.top, streams);
        streams.error << summary(stats, graph, choice.project);
    }
    return ExitCode::done;
}

ExitCode build_project(const BuildChoice& choice, const OutputChoice& output, const Engine& engine,
                       const BuildOptions& options, Streams& streams) {
    const std::filesystem::path file = std::filesystem::path(choice.project) / Store::kFileName;
    const BuildLock lock = hold_project(choice, streams);
    const bool is_first = !std::filesystem::exists(file);
    const BuildStats stats = update_project(choice, engine, options, streams);
    if (stats.documents == 0) {
        report(streams, plain_error("SG0013", "no article was read, so nothing was written",
                                    "articles are files that end in .txt, .md, .html, .jsonl or .conllu"));
        return ExitCode::rejected;
    }
    if (output.has_no_files && !choice.is_quiet) {
        streams.error << fmt::format("{}   -> {}\n", articles_of(stats), file.string());
    }
    const ExitCode code = output.has_no_files ? ExitCode::done : write_files(choice, output, stats, streams);
    if (code != ExitCode::done) {
        return code;
    }
    if (!is_first && !choice.is_quiet) {
        streams.error << changes_of(stats);
    }
    if (output.is_verbose) {
        streams.error << details(stats);
    }
    return output.is_strict && stats.rejected > 0 ? ExitCode::rejected : ExitCode::done;
}

}  // namespace

ExitCode run_build(const Command& command, Arguments arguments, Streams& streams) {
    BuildChoice choice;
    OutputChoice output;
    RuleChoice rule_choice;
    Options options(command);
    add_build_options(options, choice);
    add_rule_options(options, rule_choice);
    options.value("--top", "NUMBER", "Rows of the table that is printed", output.top);
    options.flag("--no-files", "Bring only the project file up to date; export writes the others later",
                 output.has_no_files);
    options.flag("--strict", "Exit with 3 when any input is rejected", output.is_strict);
    options.flag("-v,--verbose", "Also how much was read and matched", output.is_verbose);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    auto rules = load_chosen_rules(rule_choice, streams);
    if (!rules.has_value()) {
        return ExitCode::usage;
    }
    Diagnostics diagnostics;
    const Engine engine(std::move(*rules), diagnostics);
    report(streams, diagnostics);
    const auto reading = build_options(choice, engine, streams);
    if (!reading.has_value()) {
        return ExitCode::usage;
    }
    if (const auto code = prepare_project(choice.project, choice.is_forced, streams)) {
        return *code;
    }
    return build_project(choice, output, engine, *reading, streams);
}

}  // namespace stancegraph::cli
