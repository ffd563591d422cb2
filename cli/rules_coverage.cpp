#include "cli/article_source.hpp"
#include "cli/coverage_table.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"
#include "workbench/coverage.hpp"

namespace stancegraph::cli {
namespace {

struct CoverageChoice {
    std::vector<std::string> inputs;
    std::string project = kDefaultProject;
    RuleChoice rules;
    std::string list;
    std::uint32_t rows = 0;
    std::uint32_t sentences = 3;
    std::string format = "table";
};

std::optional<ExitCode> parse_choice(const Command& command, Arguments arguments, CoverageChoice& choice,
                                     Streams& streams) {
    Options options(command);
    options.inputs("INPUT",
                   "Articles: files, folders, or - for standard input; without any those of the project",
                   false, choice.inputs);
    add_project_option(options, choice.project);
    options.choice("--list", {"cues", "quotes", "verbs", "statements", "subjects", "speakers"},
                   "One of the parts with its sentences and the lines to paste", choice.list);
    options.value("-n,--rows", "N", "Rows of a part, the most frequent first; 0: 8, or with --list all",
                  choice.rows);
    options.value("--sentences", "N", "Sentences of each row, with --list", choice.sentences);
    options.choice("-f,--format", {"table", "json"}, "How it is printed", choice.format);
    add_rule_options(options, choice.rules);
    return options.parse(arguments, streams);
}

}  // namespace

ExitCode run_rules_coverage(const Command& command, Arguments arguments, Streams& streams) {
    CoverageChoice choice;
    if (const auto code = parse_choice(command, arguments, choice, streams)) {
        return *code;
    }
    auto rules = load_chosen_rules(choice.rules, streams);
    if (!rules.has_value()) {
        return ExitCode::usage;
    }
    Diagnostics diagnostics;
    const Engine engine(std::move(*rules), diagnostics);
    report(streams, diagnostics);
    const auto articles = open_articles(choice.inputs, choice.project, engine.read_options(), streams);
    if (articles == nullptr) {
        return choice.inputs.empty() ? ExitCode::usage : ExitCode::rejected;
    }
    Processor processor(engine);
    Coverage coverage(engine, processor.open_vocabulary(), choice.sentences);
    articles->for_each(engine, processor, {}, [&](const Document& document, Annotation annotation) {
        Trace trace;
        const Processed processed = processor.match(document, std::move(annotation), &trace);
        coverage.add(document, processed, trace);
    });
    const CoverageReport found = coverage.report();
    const CoverageLayout layout{.list = choice.list, .rows = choice.rows};
    streams.out << (choice.format == "json" ? coverage_json(found) : coverage_table(found, layout));
    return ExitCode::done;
}

}  // namespace stancegraph::cli
