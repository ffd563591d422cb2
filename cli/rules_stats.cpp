#include <chrono>
#include <optional>

#include "cli/article_source.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"
#include "cli/stats_table.hpp"
#include "pipeline/processor.hpp"

namespace stancegraph::cli {
namespace {

struct Measured {
    RuleStatistics statistics;
    TryLog tries;
    std::optional<TryLog> times;
};

std::uint64_t nanoseconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
}

/// Runs the articles with a trace, which tells what was beaten and what was nearly found; for times once more
/// without it, as it takes time itself.
Measured measure(const Engine& engine, const std::vector<Document>& articles, bool has_times) {
    Measured measured{
        .statistics = RuleStatistics(engine.rules()), .tries = TryLog(engine.rules()), .times = {}};
    if (has_times) {
        measured.times.emplace(engine.rules(), nanoseconds);
    }
    Processor processor(engine);
    for (const Document& article : articles) {
        Trace trace;
        processor.log_tries(&measured.tries);
        const Processed processed = processor.process(article, &trace);
        measured.statistics.add(article, processed, trace);
        if (has_times) {
            processor.log_tries(&*measured.times);
            (void)processor.process(article);
        }
    }
    return measured;
}

/// The verdicts of review on the project's claims; nothing where it has none.
std::optional<Counts> counted_reviews(const std::string& project, Streams& streams) {
    const JudgedClaims judges = judged_claims(project);
    if (judges.by_id().empty()) {
        return std::nullopt;
    }
    const auto claims = read_project(project, streams);
    if (!claims.has_value()) {
        return std::nullopt;
    }
    const std::vector<Claim> all = claims->sorted();
    return count(judged(all, judges.on(all)));
}

}  // namespace

ExitCode run_rules_stats(const Command& command, Arguments arguments, Streams& streams) {
    std::vector<std::string> inputs;
    RuleChoice choice;
    std::string project = kDefaultProject;
    bool has_entries = false;
    bool has_times = false;
    std::string format = "table";
    Options options(command);
    options.inputs("INPUT",
                   "Articles: files, folders, or - for standard input; without any only what was counted",
                   false, inputs);
    add_project_option(options, project);
    options.flag("--entries", "Also each list entry", has_entries);
    options.flag("--time", "Also microseconds for each try; they differ from run to run", has_times);
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
    std::optional<Measured> measured;
    if (!inputs.empty()) {
        const std::vector<Document> articles = read_articles(inputs, engine.read_options(), streams);
        if (articles.empty()) {
            report(streams,
                   plain_error("SG0013", "no article was read, so nothing was counted",
                               "articles are files that end in .txt, .md, .html, .jsonl or .conllu"));
            return ExitCode::rejected;
        }
        measured.emplace(measure(engine, articles, has_times));
    }
    const std::optional<Counts> reviewed = counted_reviews(project, streams);
    StatsView view{.rules = engine.rules(), .has_entries = has_entries};
    view.reviewed = reviewed.has_value() ? &*reviewed : nullptr;
    if (measured.has_value()) {
        view.statistics = &measured->statistics;
        view.tries = &measured->tries;
        view.times = measured->times.has_value() ? &*measured->times : nullptr;
        view.compiled = engine.compiled().get();
    }
    streams.out << (format == "json" ? stats_json(view) : stats_table(view));
    return ExitCode::done;
}

}  // namespace stancegraph::cli
