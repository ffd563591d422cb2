#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "graph/build.hpp"
#include "query/answer.hpp"
#include "query/query.hpp"
#include "query/render.hpp"

namespace stancegraph::cli {
namespace {

struct QueryChoice {
    Query query;
    std::string project = kDefaultProject;
    std::string format = "table";
    bool wants_evidence = false;
    bool has_exit_status = false;
};

std::optional<ExitCode> parse_choice(const Command& command, Arguments arguments, QueryChoice& choice,
                                     Streams& streams) {
    Options options(command);
    Query& query = choice.query;
    options.value("-a,--actor", "NAME", "An actor: name, alias or part of one", query.actor);
    options.value("-s,--subject", "NAME", "A subject, or part of its name", query.subject);
    options.value("--stance", "LABEL", "A stance, such as opposes", query.stance);
    options.value("--outlet", "NAME", "Who published it", query.outlet);
    options.value("--since", "DATE", "First day: 2025, 2025-08 or 2025-08-20", query.since);
    options.value("--until", "DATE", "Last day", query.until);
    options.flag("--contested", "Only actors who are for and against the same subject", query.only_contested);
    options.flag("-e,--evidence", "Each claim with its place and sentence", choice.wants_evidence);
    options.flag("--exit-status", "Exit with 1 when nothing is found", choice.has_exit_status);
    add_project_option(options, choice.project);
    options.choice("-f,--format", {"table", "json", "jsonl", "csv"}, "How the answer is printed",
                   choice.format);
    return options.parse(arguments, streams);
}

}  // namespace

ExitCode run_query(const Command& command, Arguments arguments, Streams& streams) {
    QueryChoice choice;
    if (const auto code = parse_choice(command, arguments, choice, streams)) {
        return *code;
    }
    auto claims = read_project(choice.project, streams);
    if (!claims.has_value()) {
        return ExitCode::usage;
    }
    const StanceGraph graph = build_graph(std::move(*claims), {.has_layout = false});
    Diagnostics diagnostics;
    const auto selected = select(graph, choice.query, diagnostics);
    report(streams, diagnostics);
    if (!selected.has_value()) {
        return ExitCode::usage;
    }
    const AnswerFormat format = find_answer_format(choice.format).value_or(AnswerFormat::table);
    streams.out << (choice.wants_evidence ? render(evidence(graph, *selected), format)
                                          : render(answer(graph, *selected), format, kTableWidth));
    return choice.has_exit_status && selected->empty() ? ExitCode::negative : ExitCode::done;
}

}  // namespace stancegraph::cli
