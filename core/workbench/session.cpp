#include "workbench/session.hpp"

#include <utility>

#include "workbench/session_json.hpp"

namespace stancegraph {
namespace {

Answer unknown_file() {
    return json::refusal(Answer::Outcome::unknown, "there is no such rule file", "load the page again");
}

Answer refusal(const Diagnostics& diagnostics) {
    const Diagnostic& first = diagnostics.all().front();
    return json::refusal(Answer::Outcome::refused, first.message, first.hint);
}

void write_file(json::Writer& writer, const DeskFile& file, const RuleDesk& desk) {
    const std::string folder = desk.folder_of(file).generic_string();
    writer.begin_object().member("path", file.path).member("folder", folder);
    writer.member("name",
                  file.path.starts_with(folder + '/') ? file.path.substr(folder.size() + 1) : file.path);
    writer.member("editable", file.is_editable).member("edited", file.edited.has_value()).end_object();
}

}  // namespace

Session::Session(SessionOptions options)
    : documents_(std::move(options.documents)),
      desk_(std::move(options.folders), std::move(options.write_file)) {
    for (std::uint32_t index = 0; index < documents_.size(); ++index) {
        document_numbers_.emplace(documents_[index].name, index);
    }
    LoadedRules loaded = desk_.load_saved();
    loads_ = !loaded.diagnostics.has_errors();
    rules_ = {.saved = loaded.engine, .edited = loaded.engine};
    diagnostics_ = std::move(loaded.diagnostics);
    check_examples();
    corpus_ =
        std::make_unique<CorpusRun>(documents_, std::move(options.annotations), rules_, options.threads);
}

void Session::check_examples() {
    Diagnostics found;
    examples_ = run_examples(*rules_.edited, all_rules(rules_.edited->rules()), found);
    diagnostics_.append(found);
    diagnostics_.sort();
}

RulePair Session::rules() const {
    const std::lock_guard lock(mutex_);
    return rules_;
}

void Session::take_edits() {
    LoadedRules loaded = desk_.load_edited();
    loads_ = !loaded.diagnostics.has_errors();
    diagnostics_ = std::move(loaded.diagnostics);
    if (!loads_) {
        return;
    }
    rules_.edited = desk_.has_edits() ? loaded.engine : rules_.saved;
    ++revision_;
    check_examples();
    corpus_->set_rules(rules_);
}

Answer Session::state() const {
    const std::lock_guard lock(mutex_);
    return told_state();
}

Answer Session::told_state() const {
    Answer answer;
    json::Writer writer(answer.json);
    writer.begin_object().member("revision", revision_).member("loads", loads_);
    writer.key("files").begin_array();
    for (const DeskFile& file : desk_.files()) {
        write_file(writer, file, desk_);
    }
    writer.end_array().key("diagnostics");
    json::write_diagnostics(writer, diagnostics_, desk_);
    writer.key("examples").begin_object().member("passed", examples_.passed);
    writer.member("failed", examples_.failed).member("todo", examples_.todo).end_object();
    writer.key("corpus");
    json::write_corpus_state(writer, corpus_->state());
    writer.end_object();
    return answer;
}

Answer Session::rule_file(std::uint32_t file) const {
    const std::lock_guard lock(mutex_);
    if (file >= desk_.files().size()) {
        return unknown_file();
    }
    const DeskFile& wanted = desk_.files()[file];
    Answer answer;
    json::Writer writer(answer.json);
    writer.begin_object().member("file", file).member("path", wanted.path);
    writer.member("editable", wanted.is_editable).member("saved", wanted.saved);
    writer.member("text", wanted.text()).end_object();
    return answer;
}

Answer Session::edit(std::uint32_t file, std::string text) {
    const std::lock_guard lock(mutex_);
    if (file >= desk_.files().size()) {
        return unknown_file();
    }
    desk_.edit(file, std::move(text));
    take_edits();
    return told_state();
}

Answer Session::save(std::uint32_t file, std::string text) {
    const std::lock_guard lock(mutex_);
    if (file >= desk_.files().size()) {
        return unknown_file();
    }
    desk_.edit(file, std::move(text));
    take_edits();
    Diagnostics diagnostics;
    if (!desk_.save(file, diagnostics)) {
        return refusal(diagnostics);
    }
    if (loads_ && !desk_.has_edits()) {
        rules_.saved = rules_.edited;
    } else {
        load_saved();
    }
    corpus_->set_rules(rules_);
    return told_state();
}

Answer Session::reread(std::uint32_t file) {
    const std::lock_guard lock(mutex_);
    if (file >= desk_.files().size()) {
        return unknown_file();
    }
    Diagnostics diagnostics;
    if (!desk_.reread(file, diagnostics)) {
        return refusal(diagnostics);
    }
    load_saved();
    take_edits();
    return told_state();
}

void Session::load_saved() {
    LoadedRules loaded = desk_.load_saved();
    if (!loaded.diagnostics.has_errors()) {
        rules_.saved = std::move(loaded.engine);
    }
}

}  // namespace stancegraph
