#include <fstream>

#include "cli/options.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"

namespace stancegraph::cli {

/// The file stands beside the shipped rules, which name it on their first line: editors and this command read
/// the same one.
ExitCode run_rules_schema(const Command& command, Arguments arguments, Streams& streams) {
    Options options(command);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    const auto folder = shipped_rules();
    std::ifstream file(folder.value_or("") / "rules.schema.json", std::ios::binary);
    if (!folder.has_value() || !file) {
        report(streams,
               plain_error("SG0010", "the schema that comes with the rules is not where it should be",
                           "it stands beside the shipped rules: share/stancegraph/rules"));
        return ExitCode::failure;
    }
    streams.out << file.rdbuf();
    return ExitCode::done;
}

}  // namespace stancegraph::cli
