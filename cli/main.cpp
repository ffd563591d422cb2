#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include <unistd.h>

#include "cli/command.hpp"

namespace {

using stancegraph::cli::ExitCode;
using stancegraph::cli::plain_error;

/// What the machine refuses (memory, files) ends here.
ExitCode run_guarded(const std::vector<std::string>& arguments, stancegraph::cli::Streams& streams) {
    try {
        return stancegraph::cli::run(arguments, streams);
    } catch (const std::bad_alloc&) {
        report(streams, plain_error("SG4001", "out of memory", "build smaller parts and merge their claims"));
        return ExitCode::failure;
    } catch (const std::system_error& error) {
        report(streams, plain_error("SG4002", error.what()));
        return ExitCode::failure;
    } catch (const std::exception& error) {
        report(streams, plain_error("SG0070", std::string("internal error: ") + error.what(),
                                    "this is a fault of the program; please report it with the input"));
        return ExitCode::internal;
    }
}

}  // namespace

int main(int argument_count, char** argument_values) {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(argument_values + 1, argument_values + argument_count);
    stancegraph::cli::Streams streams{.in = std::cin,
                                      .out = std::cout,
                                      .error = std::cerr,
                                      .error_is_terminal = ::isatty(STDERR_FILENO) == 1};
    ExitCode code = run_guarded(arguments, streams);
    std::cout.flush();
    if (!std::cout && code != ExitCode::internal) {
        report(streams, plain_error("SG4003", "cannot write to standard output"));
        code = ExitCode::failure;
    }
    return static_cast<int>(code);
}
