#pragma once

#include <string>

#include "cli/command.hpp"

/// The actions of `stancegraph rules`, one file each.
namespace stancegraph::cli {

ExitCode run_rules_lint(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_rules_fmt(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_rules_test(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_rules_schema(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_rules_stats(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_rules_coverage(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_rules_diff(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_rules_suggest(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_rules_measure(const Command& command, Arguments arguments, Streams& streams);

/// "1 rule", "2 rules".
[[nodiscard]] std::string plural(std::size_t count, std::string_view word);

}  // namespace stancegraph::cli
