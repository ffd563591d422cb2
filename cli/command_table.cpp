#include <array>

#include "cli/command.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::array kCommands{
    Command{"help", "show this list, or the options of one command", "  stancegraph help build", run_help},
};

}  // namespace

std::span<const Command> commands() {
    return kCommands;
}

}  // namespace stancegraph::cli
