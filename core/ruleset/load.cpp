#include "ruleset/load.hpp"

#include <array>

#include "ruleset/context.hpp"
#include "ruleset/keys.hpp"
#include "ruleset/rule_files.hpp"

namespace stancegraph {
namespace {

RuleSet load(const std::vector<RuleFile>& files, Diagnostics& diagnostics) {
    RuleSet rules;
    Context context{.rules = rules,
                    .diagnostics = diagnostics,
                    .files = files,
                    .macros = {},
                    .misses_stances = false,
                    .unusable_patterns = 0};
    for (const RuleFile& file : files) {
        NodeReader(file.file, diagnostics).check_keys(file.root, keys::kFile, "a rule file");
    }
    read_settings(context);
    read_stances(context);
    read_lexicons(context);
    read_macros(context);
    read_actors(context);
    check_identities(context);
    read_subjects(context);
    read_rules(context);
    read_certainty(context);
    read_statement_ends(context);
    return rules;
}

}  // namespace

RuleSet load_rules(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics,
                   std::span<const std::shared_ptr<const InputFile>> edited) {
    return load(read_rule_files(paths, diagnostics, edited), diagnostics);
}

RuleSet load_rules(const std::vector<std::shared_ptr<const InputFile>>& files, Diagnostics& diagnostics) {
    return load(read_rule_files(files, diagnostics), diagnostics);
}

std::vector<std::shared_ptr<const InputFile>> find_rule_files(const std::vector<std::filesystem::path>& paths,
                                                              Diagnostics& diagnostics) {
    std::vector<std::shared_ptr<const InputFile>> files;
    for (const RuleFile& file : read_rule_files(paths, diagnostics)) {
        files.push_back(file.file);
    }
    return files;
}

}  // namespace stancegraph
