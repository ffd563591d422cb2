#include "workbench/rule_book.hpp"

#include "ruleset/load.hpp"

namespace stancegraph {
namespace {

/// The text with the edit made in it.
std::string edited(const InputFile& file, const RuleEdit& edit) {
    std::string text(file.text());
    const ByteSpan line = file.line_span(edit.line);
    if (edit.form == RuleEdit::Form::change_line) {
        return text.replace(line.begin, line.size(), edit.text);
    }
    const std::size_t line_end = text.find('\n', line.end);
    return line_end == std::string::npos ? text + '\n' + edit.text + '\n'
                                         : text.insert(line_end + 1, edit.text + '\n');
}

}  // namespace

RuleBook::RuleBook(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics)
    : files_(find_rule_files(paths, diagnostics)) {}

RuleBook RuleBook::with(const RuleEdit& edit) const {
    RuleBook book = *this;
    if (edit.form == RuleEdit::Form::add_file) {
        book.files_.push_back(std::make_shared<const InputFile>(edit.file, edit.text + '\n'));
        return book;
    }
    for (auto& file : book.files_) {
        if (file->name() == edit.file && 0 < edit.line && edit.line <= file->line_count()) {
            file = std::make_shared<const InputFile>(edit.file, edited(*file, edit));
            break;
        }
    }
    return book;
}

RuleSet RuleBook::load(Diagnostics& diagnostics) const {
    RuleSet rules = load_rules(files_, diagnostics);
    for (Rule& rule : rules.rules) {
        rule.status = rule.status == RuleStatus::draft ? RuleStatus::on : rule.status;
    }
    return rules;
}

}  // namespace stancegraph
