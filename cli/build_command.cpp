#include <algorithm>
#include <chrono>
#include <filesystem>

#include <fmt/format.h>

#include "cli/atomic_file.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/project.hpp"
#include "cli/project_output.hpp"
#include "cli/rule_folders.hpp"
#include "graph/build.hpp"
#include "pipeline/build.hpp"
#include "store/build_lock.hpp"
#include "text/corpus.hpp"
#include "text/file_name.hpp"

namespace stancegraph::cli {
namespace {

struct BuildChoice {
    std::vector<std::string> inputs;
    std::string project = kDefaultProject;
    RuleChoice rules;
    std::vector<std::string> fields;  ///< `ours=theirs`.
    std::string file_names = "{outlet}_{date}_*";
    std::uint32_t threads = 0;
    std::uint32_t top = 20;
    std::uint32_t patience = 60;  ///< Seconds.
    bool has_no_files = false;
    bool is_forced = false;
    bool is_strict = false;
    bool is_quiet = false;
    bool is_verbose = false;
};

std::optional<ExitCode> parse_choice(const Command& command, Arguments arguments, BuildChoice& choice,
                                     Streams& streams) {
    Options options(command);
    options.inputs("INPUT", "Articles: files, folders, or - for standard input", true, choice.inputs);
    options.value("-o,--output", "FOLDER", "Where to write", choice.project);
    add_rule_options(options, choice.rules);
    options.value("--file-names", "PATTERN", "What file names tell where the file does not",
                  choice.file_names);
    options.values("--field", "OURS=THEIRS", "The name of a field in JSONL records, such as text=body",
                   choice.fields);
    options.value("--threads", "NUMBER", "Threads; 0 takes all cores, the results are the same",
                  choice.threads);
    options.value("--top", "NUMBER", "Rows of the table that is printed", choice.top);
    options.flag("--no-files", "Bring only the project file up to date; export writes the others later",
                 choice.has_no_files);
    options.value("--wait", "SECONDS", "How long to wait for another build of the same project",
                  choice.patience);
    options.flag("--strict", "Exit with 3 when any input is rejected", choice.is_strict);
    options.flag("--force", "Write into a folder that holds other files", choice.is_forced);
    options.flag("-q,--quiet", "No table, no summary", choice.is_quiet);
    options.flag("-v,--verbose", "Also how much was read and matched", choice.is_verbose);
    return options.parse(arguments, streams);
}

/// Adds `ours=theirs` pairs to the options. False, with a report, for anything else.
bool add_fields(const std::vector<std::string>& fields, ReadOptions& options, Streams& streams) {
    const std::vector<std::string> known{"id", "url", "title", "date", "author", "outlet", "text"};
    for (const std::string& field : fields) {
        const std::size_t equals = std::min(field.find('='), field.size());
        const std::string ours = field.substr(0, equals);
        if (equals + 1 >= field.size() || std::ranges::find(known, ours) == known.end()) {
            const std::string guess = did_you_mean(ours, known);
            report(streams,
                   plain_error("SG0005", fmt::format("--field: '{}' is not OURS=THEIRS", field),
                               guess.empty() ? fmt::format("ours are {}", fmt::join(known, ", ")) : guess));
            return false;
        }
        options.jsonl_fields[ours] = field.substr(equals + 1);
    }
    return true;
}

/// What the readers are told by rules and options; nothing, with a report, where an option is wrong.
std::optional<ReadOptions> read_options(const BuildChoice& choice, const Engine& engine, Streams& streams) {
    ReadOptions options = engine.read_options();
    options.file_name_pattern = choice.file_names;
    Diagnostics mistakes;
    const bool is_pattern_good = check_name_pattern(choice.file_names, mistakes);
    report(streams, mistakes);
    const bool are_fields_good = add_fields(choice.fields, options, streams);
    return is_pattern_good && are_fields_good ? std::optional(std::move(options)) : std::nullopt;
}

/// What the build did, where there was one before it.
std::string changes(const BuildStats& stats) {
    return fmt::format(
        "since the build before: {} annotated, {} matched again, {} removed   claims +{} -{}\n",
        stats.annotated, stats.matched, stats.removed, stats.claims_gained, stats.claims_lost);
}

std::string articles_of(const BuildStats& stats) {
    return fmt::format("read {} articles ({} inputs, {} rejected)", stats.documents, stats.inputs,
                       stats.rejected);
}

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

ExitCode verdict(const BuildChoice& choice, const BuildStats& stats) {
    return choice.is_strict && stats.rejected > 0 ? ExitCode::rejected : ExitCode::done;
}

/// Writes the attributions, the claims and the graphs, and prints the table.
ExitCode write_files(const BuildChoice& choice, const BuildStats& stats, Streams& streams) {
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
        print_overview(graph, choice.top, streams);
        streams.error << summary(stats, graph, choice.project);
    }
    return ExitCode::done;
}

ExitCode build_project(const BuildChoice& choice, const Engine& engine, const BuildOptions& options,
                       Streams& streams) {
    const std::filesystem::path folder = choice.project;
    const BuildLock lock(folder, std::chrono::seconds(choice.patience), [&streams] {
        streams.error << "another build of this project is running; waiting for it\n";
    });
    const bool is_first = !std::filesystem::exists(folder / Store::kFileName);
    Diagnostics diagnostics;
    const std::vector<Input> inputs = list_inputs(choice.inputs, streams.in, diagnostics);
    BuildStats stats;
    {
        Progress progress(streams, choice.is_quiet ? 0 : static_cast<std::uint32_t>(inputs.size()));
        const auto step = [&progress](std::uint32_t begun, std::uint32_t documents) {
            progress.step(begun, documents);
        };
        stats = build(engine, inputs, options, folder / Store::kFileName, step, diagnostics);
    }
    report(streams, diagnostics);
    if (stats.documents == 0) {
        report(streams, plain_error("SG0013", "no article was read, so nothing was written",
                                    "articles are files that end in .txt, .md, .html, .jsonl or .conllu"));
        return ExitCode::rejected;
    }
    if (choice.has_no_files && !choice.is_quiet) {
        streams.error << articles_of(stats) << "   -> " << (folder / Store::kFileName).string() << '\n';
    }
    const ExitCode code = choice.has_no_files ? ExitCode::done : write_files(choice, stats, streams);
    if (code == ExitCode::done && !is_first && !choice.is_quiet) {
        streams.error << changes(stats);
    }
    if (choice.is_verbose) {
        streams.error << details(stats);
    }
    return code == ExitCode::done ? verdict(choice, stats) : code;
}

}  // namespace

ExitCode run_build(const Command& command, Arguments arguments, Streams& streams) {
    BuildChoice choice;
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
    auto reading = read_options(choice, engine, streams);
    if (!reading.has_value()) {
        return ExitCode::usage;
    }
    const BuildOptions options{.read = std::move(*reading), .threads = choice.threads};
    if (const auto code = prepare_project(choice.project, choice.is_forced, streams)) {
        return *code;
    }
    return build_project(choice, engine, options, streams);
}

}  // namespace stancegraph::cli
