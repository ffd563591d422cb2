#include "cli/project_build.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include <fmt/format.h>

#include "cli/progress.hpp"
#include "text/corpus.hpp"
#include "text/file_name.hpp"

namespace stancegraph::cli {
namespace {

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

}  // namespace

void add_build_options(Options& options, BuildChoice& choice) {
    options.inputs("INPUT", "Articles: files, folders, or - for standard input", true, choice.inputs);
    options.value("-o,--output", "FOLDER", "Where to write", choice.project);
    options.value("--file-names", "PATTERN", "What file names tell where the file does not",
                  choice.file_names);
    options.values("--field", "OURS=THEIRS", "The name of a field in JSONL records, such as text=body",
                   choice.fields);
    options.value("--threads", "NUMBER", "Threads; 0 takes all cores, the results are the same",
                  choice.threads);
    options.value("--wait", "SECONDS", "How long to wait for another build of the same project",
                  choice.patience);
    options.flag("--force", "Write into a folder that holds other files", choice.is_forced);
    options.flag("-q,--quiet", "No table, no summary", choice.is_quiet);
}

std::optional<BuildOptions> build_options(const BuildChoice& choice, const Engine& engine, Streams& streams) {
    BuildOptions options{.read = engine.read_options(), .threads = choice.threads};
    options.read.file_name_pattern = choice.file_names;
    Diagnostics mistakes;
    const bool is_pattern_good = check_name_pattern(choice.file_names, mistakes);
    report(streams, mistakes);
    const bool are_fields_good = add_fields(choice.fields, options.read, streams);
    return is_pattern_good && are_fields_good ? std::optional(std::move(options)) : std::nullopt;
}

BuildLock hold_project(const BuildChoice& choice, Streams& streams) {
    return {choice.project, std::chrono::seconds(choice.patience),
            [&streams] { streams.error << "another build of this project is running; waiting for it\n"; }};
}

BuildStats update_project(const BuildChoice& choice, const Engine& engine, const BuildOptions& options,
                          Streams& streams) {
    Diagnostics diagnostics;
    const std::vector<Input> inputs = list_inputs(choice.inputs, streams.in, diagnostics);
    BuildStats stats;
    {
        Progress progress(streams, choice.is_quiet ? 0 : static_cast<std::uint32_t>(inputs.size()));
        const auto step = [&progress](std::uint32_t begun, std::uint32_t documents) {
            progress.step(begun, documents);
        };
        stats = build(engine, inputs, options, std::filesystem::path(choice.project) / Store::kFileName, step,
                      diagnostics);
    }
    report(streams, diagnostics);
    return stats;
}

std::string articles_of(const BuildStats& stats) {
    return fmt::format("read {} articles ({} inputs, {} rejected)", stats.documents, stats.inputs,
                       stats.rejected);
}

std::string changes_of(const BuildStats& stats) {
    return fmt::format(
        "since the build before: {} annotated, {} matched again, {} removed   claims +{} -{}\n",
        stats.annotated, stats.matched, stats.removed, stats.claims_gained, stats.claims_lost);
}

}  // namespace stancegraph::cli
