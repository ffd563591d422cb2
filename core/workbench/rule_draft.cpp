#include "workbench/rule_draft.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/yaml_text.hpp"
#include "match/roles.hpp"
#include "pipeline/result_lines.hpp"
#include "pipeline/rule_examples.hpp"
#include "workbench/rule_edits.hpp"

namespace stancegraph {
namespace {

/// The rule as text, piece by piece.
struct Draft {
    std::string name;
    std::string cue;
    std::string speaker;
    std::string subject;
    std::string statement;  ///< Empty for none.
    std::string target;     ///< Empty for none.
    std::string stance;
    int priority = 0;  ///< 0: not written.
};

bool is_plain_word(const std::string& word) {
    return !word.empty() &&
           std::ranges::all_of(word, [](char letter) { return 'a' <= letter && letter <= 'z'; });
}

std::string rule_text(const Draft& draft, const std::string& sentence,
                      const std::vector<std::string>& gives) {
    std::string text = "stancegraph: 1\n\nrules:\n";
    text += fmt::format("  - rule: {}\n", draft.name);
    if (!draft.statement.empty()) {
        text += "    stage: attribution\n";
    }
    text += fmt::format("    match: cue:{}\n    slots:\n      speaker: {}\n", draft.cue, draft.speaker);
    if (!draft.statement.empty()) {
        text += fmt::format("      statement: {}\n", draft.statement);
    }
    if (!draft.target.empty()) {
        text += fmt::format("      target: {}\n", draft.target);
    }
    if (!draft.subject.empty()) {
        text += fmt::format("      subject: {}\n", draft.subject);
    }
    text +=
        fmt::format("    emit: {{stance: {}}}\n", yaml::scalar_text(draft.stance, yaml::Surroundings::flow));
    if (draft.priority > 0) {
        text += fmt::format("    priority: {}\n", draft.priority);
    }
    text += fmt::format("    examples:\n      - text: {}\n        gives:",
                        yaml::scalar_text(sentence, yaml::Surroundings::block));
    for (const std::string& line : gives) {
        text += fmt::format("\n          - {}", yaml::scalar_text(line, yaml::Surroundings::block));
    }
    return text + (gives.empty() ? " nothing" : "");
}

class Drafting {
public:
    Drafting(const Trial& base, const Goal& goal, ByteSpan part, const DraftParts& parts)
        : base_(base), goal_(goal), part_(part), parts_(parts) {}

    [[nodiscard]] std::optional<RuleEdit> run() {
        const std::string word(base_.text().lemma(parts_.cue));
        const std::string form(base_.text().lower(parts_.cue));
        Draft draft;
        draft.cue = is_plain_word(word) ? word : is_plain_word(form) ? form : std::string();
        if (draft.cue.empty() || !fill_slots(draft)) {
            return std::nullopt;
        }
        draft.name = free_rule_name(base_.rules(), draft.cue + "_" + name_ending());
        draft.stance = parts_.stance;
        file_ = free_file_name(base_.book(), draft.name);
        const int before = distance(goal_, base_.processed().resolved, part_);
        constexpr std::array<int, 3> kPriorities{0, 60, 95};
        for (const int priority : kPriorities) {
            draft.priority = priority;
            const Trial trial(base_.book().with(edit_of(draft, {})), base_.document());
            if (trial.is_sound() && distance(goal_, trial.processed().resolved, part_) < before) {
                return with_example(draft, trial);
            }
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] bool fill_slots(Draft& draft) const {
        draft.speaker = parts_.speaker.is_found() ? way_to(parts_.speaker.head, true) : "AUTHOR";
        draft.subject = parts_.subject.is_found() ? way_to(parts_.subject.head, false) : "";
        if (parts_.statement.is_found()) {
            draft.statement = way_to(parts_.statement.head, false);
        }
        draft.target = parts_.target.is_found() ? way_to(parts_.target.head, false) : "";
        return !draft.speaker.empty() && (!parts_.subject.is_found() || !draft.subject.empty()) &&
               (!parts_.statement.is_found() || !draft.statement.empty());
    }

    /// A role where one leads there, because it also knows passives and shared subjects; else the way.
    [[nodiscard]] std::string way_to(TokenIndex target, bool is_speaker) const {
        const Roles roles(base_.text());
        std::vector<TokenIndex> found;
        if (is_speaker) {
            roles.add_who(parts_.cue, {}, found);
        } else {
            roles.add_what(parts_.cue, {}, found);
        }
        if (found.size() == 1 && found.front() == target) {
            return is_speaker ? "cue >who" : "cue >what";
        }
        return path_between(base_.text(), parts_.cue, target).value_or("");
    }

    [[nodiscard]] std::string name_ending() const {
        const std::string stance = parts_.stance.empty() ? "stance" : parts_.stance;
        std::string ending;
        for (const char letter : stance) {
            ending += 'a' <= letter && letter <= 'z' ? letter : '_';
        }
        return ending;
    }

    [[nodiscard]] RuleEdit edit_of(const Draft& draft, const std::vector<std::string>& gives) const {
        const ByteSpan sentence = base_.text().sentence_at(parts_.cue).span;
        const std::string text =
            on_one_line(std::string_view(base_.document().text).substr(sentence.begin, sentence.size()));
        return {.form = RuleEdit::Form::add_file,
                .file = file_,
                .line = 0,
                .text = rule_text(draft, text, gives),
                .purpose = fmt::format("a rule of its own for “{}”", base_.text().lower(parts_.cue))};
    }

    [[nodiscard]] RuleEdit with_example(const Draft& draft, const Trial& trial) const {
        const RuleId rule = trial.rules().find_rule(draft.name);
        return edit_of(draft, results_of(rule, trial.engine(), trial.document(), trial.processed()));
    }

    const Trial& base_;
    const Goal& goal_;
    ByteSpan part_;
    const DraftParts& parts_;
    std::string file_;
};

}  // namespace

std::optional<RuleEdit> draft_rule(const Trial& base, const Goal& goal, ByteSpan part,
                                   const DraftParts& parts) {
    const bool has_tree = parts.cue < base.annotation().token_count() && base.text().has_tree(parts.cue);
    return has_tree ? Drafting(base, goal, part, parts).run() : std::nullopt;
}

}  // namespace stancegraph
