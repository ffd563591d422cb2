#include "pattern/program.hpp"

#include <array>
#include <string_view>

namespace stancegraph::pattern {
namespace {

constexpr std::array<std::string_view, 9> kOperationNames{"token", "list", "span", "gap",   "position",
                                                          "look",  "mark", "fork", "accept"};

}  // namespace

std::string to_string(const Program& program) {
    std::string text;
    for (std::size_t at = 0; at < program.instructions.size(); ++at) {
        const Instruction& instruction = program.instructions[at];
        text += at == program.start ? '>' : ' ';
        text += std::to_string(at);
        text += ' ';
        text += kOperationNames[static_cast<std::size_t>(instruction.operation)];
        if (instruction.argument != Instruction::kNone) {
            text += ' ' + std::to_string(instruction.argument);
        }
        if (instruction.next != Instruction::kNone) {
            text += " ->" + std::to_string(instruction.next);
        }
        if (instruction.other != Instruction::kNone) {
            text += " |" + std::to_string(instruction.other);
        }
        text += '\n';
    }
    return text;
}

}  // namespace stancegraph::pattern
