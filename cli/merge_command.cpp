#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/project_output.hpp"
#include "graph/build.hpp"

namespace stancegraph::cli {

ExitCode run_merge(const Command& command, Arguments arguments, Streams& streams) {
    std::vector<std::string> files;
    std::string project = kDefaultProject;
    std::uint32_t top = 20;
    bool is_forced = false;
    bool is_quiet = false;
    Options options(command);
    options.inputs("CLAIMS", "Files of claims, or - for standard input; in any order, repeats count once",
                   true, files);
    options.value("-o,--output", "FOLDER", "Where to write", project);
    options.value("--top", "NUMBER", "Rows of the table that is printed", top);
    options.flag("--force", "Write into a folder that holds other files", is_forced);
    options.flag("-q,--quiet", "No table, no summary", is_quiet);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    ClaimSet all;
    for (const std::string& file : files) {
        auto claims = read_claim_file(file, streams);
        if (!claims.has_value()) {
            return ExitCode::failure;
        }
        all.merge(ClaimSet(std::move(*claims)));
    }
    Diagnostics disputes;
    all.check_disputes(disputes);
    report(streams, disputes);
    if (const auto code = prepare_project(project, is_forced, streams)) {
        return *code;
    }
    const StanceGraph graph = build_graph(std::move(all));
    Diagnostics faults;
    if (!write_project(project, graph, faults)) {
        report(streams, faults);
        return exit_code_of(faults);
    }
    if (!is_quiet) {
        print_overview(graph, top, streams);
        streams.error << fmt::format("merged {} files   claims {}   edges {}   -> {}\n", files.size(),
                                     graph.claims().size(), graph.edge_count(), project);
    }
    return ExitCode::done;
}

}  // namespace stancegraph::cli
