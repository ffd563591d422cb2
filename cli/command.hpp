#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/exit_code.hpp"
#include "cli/streams.hpp"

namespace stancegraph::cli {

using Arguments = std::span<const std::string>;

/// One command of the program: a row of the table in command_table.cpp.
struct Command {
    std::string_view name;
    std::string_view summary;   ///< One line, lower case, no stop.
    std::string_view examples;  ///< Shown below the options, one a line.
    ExitCode (*run)(const Command& command, Arguments arguments, Streams& streams);
};

/// All commands in the order in which `help` lists them.
[[nodiscard]] std::span<const Command> commands();

/// Runs the program: `arguments` without the program's name. Everything that the user did wrong is reported
/// on `streams.error`; exceptions are those of the machine.
[[nodiscard]] ExitCode run(Arguments arguments, Streams& streams);

ExitCode run_build(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_query(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_actors(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_networks(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_export(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_explain(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_review(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_rules(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_annotate(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_merge(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_watch(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_serve(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_train(const Command& command, Arguments arguments, Streams& streams);
ExitCode run_help(const Command& command, Arguments arguments, Streams& streams);

}  // namespace stancegraph::cli
