#include "cli/rule_folders.hpp"

#include <algorithm>
#include <array>
#include <system_error>

#include <fmt/format.h>

#include "ruleset/load.hpp"

#ifndef STANCEGRAPH_RULES_DIR
#error "STANCEGRAPH_RULES_DIR comes from cli/CMakeLists.txt"
#endif

namespace stancegraph::cli {
namespace filesystem = std::filesystem;

void add_rule_options(Options& options, RuleChoice& choice) {
    options.values("-r,--rules", "FOLDER", "Rules to add to the shipped ones; may be given several times",
                   choice.folders);
    options.flag("--only-rules", "Use the folders of --rules instead of the shipped rules",
                 choice.only_these);
}

std::optional<filesystem::path> shipped_rules() {
    std::error_code error;
    const filesystem::path program = filesystem::read_symlink("/proc/self/exe", error);
    const std::array<filesystem::path, 2> places{program.parent_path() / "../share/stancegraph/rules",
                                                 STANCEGRAPH_RULES_DIR};
    for (const filesystem::path& place : places) {
        if (filesystem::is_directory(place, error)) {
            return place.lexically_normal();
        }
    }
    return std::nullopt;
}

std::optional<std::vector<filesystem::path>> rule_paths(const RuleChoice& choice, Streams& streams) {
    std::vector<filesystem::path> paths;
    if (!choice.only_these) {
        const auto shipped = shipped_rules();
        if (!shipped.has_value()) {
            report(streams,
                   plain_error("SG0010", "the rules that come with the program are not where they should be",
                               "name a folder: --rules FOLDER --only-rules"));
            return std::nullopt;
        }
        paths.push_back(*shipped);
    }
    for (const std::string& folder : choice.folders) {
        const auto is_same = [&folder](const filesystem::path& path) {
            std::error_code error;
            return filesystem::equivalent(path, folder, error);
        };
        const auto same = std::ranges::find_if(paths, is_same);
        if (same == paths.end()) {
            paths.emplace_back(folder);
        } else {
            *same = folder;
        }
    }
    if (paths.empty()) {
        report(streams, plain_error("SG0004", "--only-rules needs at least one --rules FOLDER"));
        return std::nullopt;
    }
    return paths;
}

bool is_named(const std::string& file, const std::vector<std::string>& names) {
    return std::ranges::any_of(names, [&file](const std::string& name) {
        return file == name || (file.starts_with(name) && (name.ends_with('/') || file[name.size()] == '/'));
    });
}

bool repeats_shipped_rules(const std::string& folder) {
    const auto shipped = shipped_rules();
    std::error_code error;
    if (!shipped.has_value() || filesystem::equivalent(*shipped, folder, error)) {
        return false;
    }
    Diagnostics alone;
    static_cast<void>(load_rules({filesystem::path(folder)}, alone));
    Diagnostics together;
    static_cast<void>(load_rules({*shipped, filesystem::path(folder)}, together));
    return !alone.has_errors() && together.has_errors();
}

std::optional<RuleSet> load_chosen_rules(const RuleChoice& choice, Streams& streams, Drafts drafts) {
    const auto paths = rule_paths(choice, streams);
    if (!paths.has_value()) {
        return std::nullopt;
    }
    Diagnostics diagnostics;
    RuleSet rules = load_rules(*paths, diagnostics);
    if (!diagnostics.has_errors()) {
        for (Rule& rule : rules.rules) {
            if (rule.status == RuleStatus::draft && drafts == Drafts::run) {
                rule.status = RuleStatus::on;
            }
        }
        return rules;
    }
    Diagnostics errors;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        if (diagnostic.severity == Severity::error) {
            errors.add(diagnostic);
        }
    }
    errors.sort();
    report(streams, errors);
    streams.error << "nothing was done, because the rules have errors\n";
    return std::nullopt;
}

}  // namespace stancegraph::cli
