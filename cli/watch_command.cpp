#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/difference_table.hpp"
#include "cli/interruption.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/project_build.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rule_watch.hpp"
#include "pipeline/rule_examples.hpp"
#include "workbench/rule_difference.hpp"

namespace stancegraph::cli {
namespace {

struct WatchChoice {
    BuildChoice build;
    RuleChoice rules;
    std::uint32_t sample = 10;
};

/// The rules as they are now; null, with all mistakes reported, where they do not load.
std::unique_ptr<const Engine> load_engine(const RuleChoice& choice, Streams& streams) {
    auto rules = load_chosen_rules(choice, streams);
    if (!rules.has_value()) {
        return nullptr;
    }
    Diagnostics diagnostics;
    auto engine = std::make_unique<const Engine>(std::move(*rules), diagnostics);
    report(streams, diagnostics);
    return diagnostics.has_errors() ? nullptr : std::move(engine);
}

void run_rule_examples(const Engine& engine, Streams& streams) {
    Diagnostics failures;
    const ExampleStats stats = run_examples(engine, all_rules(engine.rules()), failures);
    streams.out << render(failures);
    streams.out << fmt::format("examples: {} passed, {} failed\n", stats.passed, stats.failed);
}

class Watcher {
public:
    Watcher(const WatchChoice& choice, Streams& streams) : choice_(choice), streams_(streams) {}

    [[nodiscard]] ExitCode run() {
        const auto paths = rule_paths(choice_.rules, streams_);
        good_ = paths.has_value() ? load_engine(choice_.rules, streams_) : nullptr;
        if (good_ == nullptr) {
            return ExitCode::usage;
        }
        if (const auto code = prepare_project(choice_.build.project, choice_.build.is_forced, streams_)) {
            return *code;
        }
        RuleWatch files(*paths);
        if (!update(*good_)) {
            return ExitCode::usage;
        }
        const Interruption interruption;
        streams_.out << "watching the rules; Ctrl-C ends\n" << std::flush;
        while (files.wait_for_change(interruption)) {
            follow();
            streams_.out << std::flush;
        }
        return ExitCode::done;
    }

private:
    /// Runs what was saved; the last good rules stay where it does not load.
    void follow() {
        auto now = load_engine(choice_.rules, streams_);
        if (now == nullptr) {
            streams_.out << "the rules do not load; those from before the last save stay in use\n";
            return;
        }
        run_rule_examples(*now, streams_);
        ProjectArticles articles(project_file());
        streams_.out << difference_table(
            difference_between(*good_, *now, articles, judged_claims(choice_.build.project)), choice_.sample);
        good_ = std::move(now);
        static_cast<void>(update(*good_));
    }

    /// False, with a report, where an option is wrong.
    bool update(const Engine& engine) {
        const auto options = build_options(choice_.build, engine, streams_);
        if (!options.has_value()) {
            return false;
        }
        const BuildLock lock = hold_project(choice_.build, streams_);
        const BuildStats stats = update_project(choice_.build, engine, *options, streams_);
        if (!choice_.build.is_quiet) {
            streams_.out << fmt::format("{}   claims {}   -> {}\n", articles_of(stats), stats.claims,
                                        project_file().string());
        }
        return true;
    }

    [[nodiscard]] std::filesystem::path project_file() const {
        return std::filesystem::path(choice_.build.project) / Store::kFileName;
    }

    const WatchChoice& choice_;
    Streams& streams_;
    std::unique_ptr<const Engine> good_;
};

}  // namespace

ExitCode run_watch(const Command& command, Arguments arguments, Streams& streams) {
    WatchChoice choice;
    Options options(command);
    add_build_options(options, choice.build);
    add_rule_options(options, choice.rules);
    options.value("--sample", "N", "Claims to show of each rule and sign; 0 shows all", choice.sample);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    return Watcher(choice, streams).run();
}

}  // namespace stancegraph::cli
