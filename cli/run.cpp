#include <algorithm>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/project.hpp"

#ifndef STANCEGRAPH_VERSION
#error "STANCEGRAPH_VERSION comes from cli/CMakeLists.txt"
#endif

namespace stancegraph::cli {
namespace {

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const Command& command : commands()) {
        names.emplace_back(command.name);
    }
    return names;
}

const Command* find_command(std::string_view name) {
    const auto found = std::ranges::find(commands(), name, &Command::name);
    return found == commands().end() ? nullptr : &*found;
}

ExitCode unknown_command(const std::string& name, Streams& streams) {
    const std::string guess = did_you_mean(name, command_names());
    const std::string all = "all commands: stancegraph help";
    report(streams, plain_error("SG0002", fmt::format("unknown command '{}'", name),
                                guess.empty() ? all : guess + "   " + all));
    return ExitCode::usage;
}

std::string overview() {
    std::string text =
        "stancegraph: who takes which stance on what, and where it says so\n\n"
        "Usage: stancegraph COMMAND [OPTIONS] [INPUT...]\n\nCommands:\n";
    for (const Command& command : commands()) {
        text += fmt::format("  {:<10}{}\n", command.name, command.summary);
    }
    text +=
        "\nResults go to standard output, everything else to standard error; '-' is standard input or "
        "output.\n"
        "Exit codes: 0 done, 1 negative answer, 2 usage or rule error, 3 every input rejected,\n"
        "            4 disk, memory or input/output failure, 5 busy, 6 project file damaged or newer,\n"
        "            70 internal error.\n";
    return text;
}

}  // namespace

ExitCode run_help(const Command& /*command*/, Arguments arguments, Streams& streams) {
    if (arguments.empty() || arguments.front().starts_with('-')) {
        streams.out << overview();
        return ExitCode::done;
    }
    const Command* command = find_command(arguments.front());
    if (command == nullptr) {
        return unknown_command(arguments.front(), streams);
    }
    if (command->run == run_help) {
        streams.out << overview();
        return ExitCode::done;
    }
    const std::vector<std::string> help{"--help"};
    return command->run(*command, help, streams);
}

ExitCode run(Arguments arguments, Streams& streams) {
    if (arguments.empty()) {
        streams.error << overview();
        return ExitCode::usage;
    }
    const std::string& name = arguments.front();
    if (name == "--version" || name == "-V") {
        streams.out << "stancegraph " << STANCEGRAPH_VERSION << '\n';
        return ExitCode::done;
    }
    if (name == "--help" || name == "-h") {
        streams.out << overview();
        return ExitCode::done;
    }
    const Command* command = find_command(name);
    if (command == nullptr) {
        return unknown_command(name, streams);
    }
    try {
        return command->run(*command, arguments.subspan(1), streams);
    } catch (const StoreFault& fault) {
        return report_fault(fault, streams);
    }
}

}  // namespace stancegraph::cli
