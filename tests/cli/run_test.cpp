#include <catch2/catch.hpp>

#include "cli/command.hpp"
#include "run_program.hpp"

using namespace stancegraph::cli;

namespace {

struct Row {
    std::string what;
    std::vector<std::string> arguments;
    int code;
    std::string error;
};

}  // namespace

TEST_CASE("a command line that cannot be understood gets a code, a reason and the next step", "[cli]") {
    const auto row = GENERATE(values<Row>({
        {"unknown command",
         {"hlep"},
         2,
         "error[SG0002]: unknown command 'hlep'\nhelp: did you mean 'help'?   all commands: stancegraph "
         "help\n"},
        {"nothing like it",
         {"zzzzzz"},
         2,
         "error[SG0002]: unknown command 'zzzzzz'\nhelp: all commands: stancegraph help\n"},
        {"control characters are shown, not sent",
         {"he\x1b[31mlp"},
         2,
         "error[SG0002]: unknown command 'he\\u{1b}[31mlp'\nhelp: all commands: stancegraph help\n"},
        {"unknown option",
         {"build", "x", "--thredas", "3"},
         2,
         "error[SG0003]: 'build' has no option '--thredas'\nhelp: did you mean '--threads'?   all options: "
         "stancegraph build --help\n"},
        {"missing input",
         {"build"},
         2,
         "error[SG0004]: INPUT is required\nhelp: all options: stancegraph build --help\n"},
        {"not a number",
         {"build", "x", "--threads", "many"},
         2,
         "error[SG0005]: a number was expected: 'x --threads many'\nhelp: all options: stancegraph build "
         "--help\n"},
        {"not one of the words",
         {"query", "--format", "cvs"},
         2,
         "error[SG0005]: --format: 'cvs' is none of table, json, jsonl, csv; did you mean 'csv'?\nhelp: all "
         "options: "
         "stancegraph query --help\n"},
        {"unknown field",
         {"build", "x", "--field", "txet=body"},
         2,
         "error[SG0005]: --field: 'txet=body' is not OURS=THEIRS\nhelp: did you mean 'text'?\n"},
    }));
    INFO(row.what);
    const Finished finished = run_program(row.arguments);
    CHECK(finished.code == row.code);
    CHECK(finished.out.empty());
    CHECK(finished.error == row.error);
}

TEST_CASE("help lists every command with its summary", "[cli]") {
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"help"}, {"--help"}, {"-h"}}) {
        const Finished finished = run_program(arguments);
        CHECK(finished.code == 0);
        CHECK(finished.error.empty());
        for (const Command& command : commands()) {
            INFO(command.name);
            CHECK(finished.out.find(std::string(command.summary)) != std::string::npos);
        }
    }
}

TEST_CASE("each command prints its own help, by both ways the same", "[cli]") {
    for (const Command& command : commands()) {
        INFO(command.name);
        const Finished by_option = run_program({std::string(command.name), "--help"});
        const Finished by_help = run_program({"help", std::string(command.name)});
        CHECK(by_option.code == 0);
        CHECK(by_option.error.empty());
        CHECK(by_option.out == by_help.out);
        CHECK(by_option.out.find(std::string(command.summary)) != std::string::npos);
    }
}

TEST_CASE("no command at all is a usage error that shows the list", "[cli]") {
    const Finished finished = run_program({});
    CHECK(finished.code == 2);
    CHECK(finished.out.empty());
    CHECK(finished.error.starts_with("stancegraph: who takes which stance"));
}

TEST_CASE("--version prints one line", "[cli]") {
    CHECK(run_program({"--version"}).out.starts_with("stancegraph "));
}
