#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "cli/atomic_file.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"
#include "ruleset/load.hpp"
#include "ruleset/rule_files.hpp"
#include "workbench/format.hpp"

namespace stancegraph::cli {
namespace {

struct FormatCounts {
    std::size_t changed = 0;
    std::size_t good = 0;
    std::size_t refused = 0;
};

/// The errors of the files, by their names; those without a place in a file under an empty name.
std::map<std::string, Diagnostics> errors_by_file(const std::vector<std::filesystem::path>& paths) {
    Diagnostics all;
    (void)load_rules(paths, all);
    all.sort();
    std::map<std::string, Diagnostics> errors;
    for (const Diagnostic& diagnostic : all.all()) {
        if (diagnostic.severity == Severity::error) {
            errors[diagnostic.location.file == nullptr ? "" : diagnostic.location.file->name()].add(
                diagnostic);
        }
    }
    return errors;
}

/// The errors of the files that load neither alone nor together with the shipped rules: a copy of the shipped
/// ones needs the one, what uses their lists the other.
std::map<std::string, Diagnostics> errors_of(const std::vector<std::filesystem::path>& named,
                                             const std::vector<std::filesystem::path>& all) {
    std::map<std::string, Diagnostics> alone = errors_by_file(named);
    if (alone.empty()) {
        return alone;
    }
    std::map<std::string, Diagnostics> together = errors_by_file(all);
    std::erase_if(together, [&alone](const auto& errors) { return !alone.contains(errors.first); });
    return together;
}

/// True if the file is in its form, or could be written in it. Names the ones that are not.
bool format_file(const std::shared_ptr<const InputFile>& file, bool only_checks, FormatCounts& counts,
                 Diagnostics& faults, Streams& streams) {
    Diagnostics mistakes;
    const auto text = formatted(file, mistakes);
    report(streams, mistakes);
    if (!text.has_value()) {
        ++counts.refused;
        return true;
    }
    if (*text == file->text()) {
        ++counts.good;
        return true;
    }
    ++counts.changed;
    streams.out << file->name() << '\n';
    return only_checks || write_whole(
                              file->name(), [&text](std::ostream& out) { out << *text; }, faults);
}

ExitCode summary(const FormatCounts& counts, bool only_checks, Streams& streams) {
    streams.error << fmt::format(
        "{} {}, {} {} so{}\n", plural(counts.changed, "file"),
        only_checks ? "not in canonical form" : "put into canonical form", counts.good,
        counts.good == 1 ? "is" : "are",
        counts.refused == 0 ? "" : fmt::format(", {} left as they are", counts.refused));
    if (counts.refused > 0) {
        return ExitCode::usage;
    }
    return only_checks && counts.changed > 0 ? ExitCode::negative : ExitCode::done;
}

ExitCode format(const RuleChoice& choice, bool only_checks, Streams& streams) {
    const auto paths = rule_paths(choice, streams);
    if (!paths.has_value()) {
        return ExitCode::usage;
    }
    std::vector<std::string> names = choice.folders;
    if (names.empty()) {
        names.push_back(paths->front().string());
    }
    const std::vector<std::filesystem::path> named(names.begin(), names.end());
    FormatCounts counts;
    const std::map<std::string, Diagnostics> errors = errors_of(named, *paths);
    for (const auto& [name, mistakes] : errors) {
        report(streams, mistakes);
        ++counts.refused;
    }
    Diagnostics reported;  // among the errors
    for (const RuleFile& rule_file : read_rule_files(named, reported)) {
        const std::string& name = rule_file.file->name();
        Diagnostics faults;
        if (!errors.contains(name) && is_named(name, names) &&
            !format_file(rule_file.file, only_checks, counts, faults, streams)) {
            report(streams, faults);
            return exit_code_of(faults);
        }
    }
    return summary(counts, only_checks, streams);
}

}  // namespace

ExitCode run_rules_fmt(const Command& command, Arguments arguments, Streams& streams) {
    RuleChoice choice;
    bool only_checks = false;
    Options options(command);
    options.inputs("FILE", "Rule files and folders of them; without any the shipped rules", false,
                   choice.folders);
    options.flag("--check", "Write nothing: name the files that are not in canonical form", only_checks);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    return format(choice, only_checks, streams);
}

}  // namespace stancegraph::cli
