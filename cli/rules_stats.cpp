#include <optional>

#include "cli/article_source.hpp"
#include "cli/options.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"
#include "cli/stats_table.hpp"
#include "pipeline/processor.hpp"

namespace stancegraph::cli {
namespace {

/// Runs the articles with a trace, which tells what was beaten and what was nearly found.
RuleStatistics statistics_of(const Engine& engine, const std::vector<Document>& articles) {
    RuleStatistics statistics(engine.rules());
    Processor processor(engine);
    for (const Document& article : articles) {
        Trace trace;
        const Processed processed = processor.process(article, &trace);
        statistics.add(article, processed, trace);
    }
    return statistics;
}

}  // namespace

ExitCode run_rules_stats(const Command& command, Arguments arguments, Streams& streams) {
    std::vector<std::string> inputs;
    RuleChoice choice;
    bool has_entries = false;
    std::string format = "table";
    Options options(command);
    options.inputs("INPUT",
                   "Articles: files, folders, or - for standard input; without any only what was counted",
                   false, inputs);
    options.flag("--entries", "Also each list entry", has_entries);
    options.choice("-f,--format", {"table", "json"}, "How it is printed", format);
    add_rule_options(options, choice);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    auto rules = load_chosen_rules(choice, streams);
    if (!rules.has_value()) {
        return ExitCode::usage;
    }
    Diagnostics diagnostics;
    const Engine engine(std::move(*rules), diagnostics);
    report(streams, diagnostics);
    std::optional<RuleStatistics> statistics;
    if (!inputs.empty()) {
        const std::vector<Document> articles = read_articles(inputs, engine.read_options(), streams);
        if (articles.empty()) {
            report(streams,
                   plain_error("SG0013", "no article was read, so nothing was counted",
                               "articles are files that end in .txt, .md, .html, .jsonl or .conllu"));
            return ExitCode::rejected;
        }
        statistics.emplace(statistics_of(engine, articles));
    }
    const StatsView view{.rules = engine.rules(),
                         .statistics = statistics.has_value() ? &*statistics : nullptr,
                         .has_entries = has_entries};
    streams.out << (format == "json" ? stats_json(view) : stats_table(view));
    return ExitCode::done;
}

}  // namespace stancegraph::cli
