#include "cli/command.hpp"
#include "cli/network_choice.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "networks/report_tables.hpp"

namespace stancegraph::cli {
namespace {

struct ReportChoice {
    NetworkChoice network;
    std::string nodes = "actors";
    std::string project = kDefaultProject;
    std::string format = "table";
    std::string table;
    std::uint32_t rows = 15;
};

std::vector<std::string> table_names() {
    const auto names = report_table_names();
    return {names.begin(), names.end()};
}

std::optional<ExitCode> parse_choice(const Command& command, Arguments arguments, ReportChoice& choice,
                                     Streams& streams) {
    Options options(command);
    options.choice("--nodes", {"actors", "subjects", "outlets"}, "Who agrees and disagrees", choice.nodes);
    options.choice("-t,--table", table_names(), "One of the tables rather than the most telling ones",
                   choice.table);
    options.value("--rows", "NUMBER", "Rows of a table for people; 0 shows all", choice.rows);
    add_counting_options(options, choice.network);
    add_filter_options(options, choice.network.filter);
    add_project_option(options, choice.project);
    options.choice("-f,--format", {"table", "json", "jsonl", "csv"},
                   "How tables are printed; jsonl and csv want --table", choice.format);
    if (const auto code = options.parse(arguments, streams)) {
        return code;
    }
    choice.network.network = choice.nodes == "actors"     ? "co-occurrence"
                             : choice.nodes == "subjects" ? "subject-co-occurrence"
                                                          : "outlet-co-occurrence";
    return std::nullopt;
}

/// The tables to print: the one that was asked for, all for JSON, or those that say most.
std::vector<ReportTable> tables_of(const NetworkReport& report, const ReportChoice& choice) {
    const bool is_for_people = choice.format == "table";
    const std::size_t rows = is_for_people ? choice.rows : 0;
    if (!choice.table.empty()) {
        return {report_table(report, choice.table, rows)};
    }
    if (choice.format == "jsonl" || choice.format == "csv") {
        return {report_table(report, "nodes", rows)};
    }
    std::vector<ReportTable> tables;
    for (const std::string_view name : report_table_names()) {
        const bool is_long = name == "positions" || name == "months" || name == "backbone";
        const bool is_empty = name == "phases" && report.phases.empty();
        if (!is_for_people || (!is_long && !is_empty)) {
            tables.push_back(report_table(report, name, rows));
        }
    }
    return tables;
}

}  // namespace

ExitCode run_networks(const Command& command, Arguments arguments, Streams& streams) {
    ReportChoice choice;
    if (const auto code = parse_choice(command, arguments, choice, streams)) {
        return *code;
    }
    const auto options = network_options(choice.network, streams);
    if (!options) {
        return ExitCode::usage;
    }
    const auto graph = read_filtered_graph(choice.project, choice.network.filter, false, streams);
    if (!graph) {
        return ExitCode::usage;
    }
    const bool wants_backbone =
        choice.table == "backbone" || (choice.table.empty() && choice.format == "json");
    const NetworkReport report = make_report(*graph, *options, {.has_backbone = wants_backbone});
    const auto tables = tables_of(report, choice);
    streams.out << render(tables, find_answer_format(choice.format).value_or(AnswerFormat::table),
                          kTableWidth);
    return ExitCode::done;
}

}  // namespace stancegraph::cli
