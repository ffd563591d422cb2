#include <algorithm>
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

/// Collects what the articles give: the claims in memory, the attributions on disk at once.
class Collector {
public:
    Collector(ClaimSet& claims, std::ostream& attributions, Progress& progress)
        : claims_(claims), attributions_(attributions), progress_(progress) {}

    void operator()(const BuiltDocument& built) {
        progress_.step(built.inputs, ++articles_);
        for (const Claim& claim : built.claims) {
            claims_.add(claim);
        }
        for (const Attribution& attribution : built.attributions) {
            if (attribution.is_outermost) {
                attributions_ << to_json(attribution, built.name) << '\n';
            }
        }
    }

private:
    ClaimSet& claims_;
    std::ostream& attributions_;
    Progress& progress_;
    std::uint32_t articles_ = 0;
};

std::string summary(const BuildStats& stats, const StanceGraph& graph, const std::string& project) {
    std::uint32_t actors = 0;
    for (VertexIndex vertex = 0; vertex < graph.vertex_count(); ++vertex) {
        actors += graph.vertex(vertex).kind == VertexKind::actor ? 1U : 0U;
    }
    return fmt::format(
        "read {} articles ({} inputs, {} rejected)   claims {}   actors {}   subjects {}   -> {}\n",
        stats.documents, stats.inputs, stats.rejected, graph.claims().size(), actors,
        graph.vertex_count() - actors, project);
}

std::string details(const BuildStats& stats) {
    return fmt::format("text {} bytes   tokens {}   sentences {}   mentions {}   attributions {}\n",
                       stats.bytes, stats.tokens, stats.sentences, stats.mentions, stats.attributions);
}

ExitCode verdict(const BuildChoice& choice, const BuildStats& stats) {
    return choice.is_strict && stats.rejected > 0 ? ExitCode::rejected : ExitCode::done;
}

ExitCode build_project(const BuildChoice& choice, const Engine& engine, const BuildOptions& options,
                       Streams& streams) {
    Diagnostics diagnostics;
    const std::vector<Input> inputs = list_inputs(choice.inputs, streams.in, diagnostics);
    Diagnostics faults;
    auto attributions = AtomicFile::open(std::filesystem::path(choice.project) / kAttributionsFile, faults);
    if (!attributions.has_value()) {
        report(streams, faults);
        return exit_code_of(faults);
    }
    ClaimSet claims;
    BuildStats stats;
    {
        Progress progress(streams, choice.is_quiet ? 0 : static_cast<std::uint32_t>(inputs.size()));
        stats =
            build(engine, inputs, options, Collector(claims, attributions->stream(), progress), diagnostics);
    }
    report(streams, diagnostics);
    if (stats.documents == 0) {
        report(streams, plain_error("SG0013", "no article was read, so nothing was written",
                                    "articles are files that end in .txt, .md, .html, .jsonl or .conllu"));
        return ExitCode::rejected;
    }
    const StanceGraph graph = build_graph(std::move(claims));
    if (!attributions->commit(faults) || !write_project(choice.project, graph, faults)) {
        report(streams, faults);
        return exit_code_of(faults);
    }
    if (!choice.is_quiet) {
        print_overview(graph, choice.top, streams);
        streams.error << summary(stats, graph, choice.project);
    }
    if (choice.is_verbose) {
        streams.error << details(stats);
    }
    return verdict(choice, stats);
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
