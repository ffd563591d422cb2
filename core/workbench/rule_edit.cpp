#include "workbench/rule_edit.hpp"

#include <fmt/format.h>

namespace stancegraph {
std::string to_text(const RuleEdit& edit) {
    const std::string name = edit.file.substr(edit.file.rfind('/') + 1);
    switch (edit.form) {
        case RuleEdit::Form::add_lines:
            return fmt::format("{}: add below {}:{}\n{}\n", edit.purpose, name, edit.line, edit.text);
        case RuleEdit::Form::change_line:
            return fmt::format("{}: change {}:{} to\n{}\n", edit.purpose, name, edit.line, edit.text);
        case RuleEdit::Form::add_file:
            break;
    }
    return fmt::format("{}: a file in a folder of your own, such as {}\n{}\n", edit.purpose, edit.file,
                       edit.text);
}

}  // namespace stancegraph
