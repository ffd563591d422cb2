#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/article_source.hpp"
#include "cli/code_page.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/project_record.hpp"
#include "cli/rule_folders.hpp"
#include "pipeline/rule_examples.hpp"
#include "workbench/explanation.hpp"
#include "workbench/id_search.hpp"
#include "workbench/record_text.hpp"
#include "workbench/rule_silence.hpp"
#include "workbench/why_not.hpp"

namespace stancegraph::cli {
namespace {

/// The rules as texts, to try edits on, and as they run.
struct Rules {
    RuleBook book;
    const Engine& engine;
};

struct Choices {
    std::string project = kDefaultProject;
    std::string wanted;
    std::string rule;
    bool wants_blocks = false;
};

/// The document that the passage is about; null, with a report, where none has the line.
const Document* document_of(const std::string& argument, const Passage& passage, Streams& streams) {
    for (const Document& document : passage.documents) {
        const auto lines = static_cast<std::uint32_t>(std::ranges::count(document.text, '\n')) + 1;
        if (!passage.line.has_value() || (0 < *passage.line && *passage.line <= lines)) {
            return &document;
        }
    }
    report(streams, plain_error("SG0008", fmt::format("'{}': the text has no such line", argument),
                                "count in the text as read: stancegraph explain --blocks FILE"));
    return nullptr;
}

ExitCode explain_code(const std::string& code, Streams& streams) {
    const auto section = find_code_section(code);
    if (!section.has_value()) {
        report(streams, plain_error("SG0005", fmt::format("there is no diagnostic '{}'", code),
                                    "all of them are in rules/DIAGNOSTICS.md"));
        return ExitCode::usage;
    }
    streams.out << *section;
    return ExitCode::done;
}

/// Where the article is still there and says the same at that place, the trace of its sentence too.
void show_trace_of_record(const std::string& doc, ByteSpan cue, const std::string& words,
                          const Choices& choices, const Rules& rules, Streams& streams) {
    const auto document = find_document(choices.project, doc);
    const bool is_same = document.has_value() && cue.end <= document->text.size() &&
                         (words.empty() || document->text.substr(cue.begin, cue.size()) == words);
    if (is_same) {
        streams.out << '\n';
        streams.out << render_explanation(Trial(rules.book, *document), cue);
    }
}

ExitCode explain_record(const std::string& id, const Choices& choices, const Rules& rules, Streams& streams) {
    if (record_kind(id) == RecordKind::claim) {
        const auto claim = find_claim(choices.project, id, streams);
        if (!claim.has_value()) {
            return ExitCode::usage;
        }
        streams.out << describe(*claim, rules.engine.rules());
        show_trace_of_record(claim->doc, claim->cue, claim->cue_text, choices, rules, streams);
        return ExitCode::done;
    }
    const auto found = find_attribution(choices.project, id, streams);
    if (!found.has_value()) {
        return ExitCode::usage;
    }
    const auto document = find_document(choices.project, found->doc);
    streams.out << describe(found->attribution, found->doc, rules.engine.rules(),
                            document.has_value() ? &*document : nullptr);
    show_trace_of_record(found->doc, found->attribution.cue, {}, choices, rules, streams);
    return ExitCode::done;
}

/// The answer to --want: 0 where the claim is there, 1 where it is not.
ExitCode answer_want(const Document& document, std::optional<ByteSpan> part, const Choices& choices,
                     const Rules& rules, Streams& streams) {
    Diagnostics diagnostics;
    const auto goal = read_goal(choices.wanted, rules.engine.rules(), diagnostics);
    report(streams, diagnostics);
    if (!goal.has_value()) {
        return ExitCode::usage;
    }
    const ByteSpan everything{0, static_cast<std::uint32_t>(document.text.size())};
    const WhyNot answer = why_not(Trial(rules.book, document), *goal, part.value_or(everything));
    streams.out << to_text(answer, *goal);
    return answer.is_there ? ExitCode::done : ExitCode::negative;
}

/// The answer to --rule: 0 where the rule gives something, 1 where it does not.
ExitCode answer_rule(const Document& document, std::optional<ByteSpan> part, const Choices& choices,
                     const Rules& rules, Streams& streams) {
    Diagnostics diagnostics;
    const std::vector<RuleId> named = rules_named(rules.engine.rules(), {choices.rule}, diagnostics);
    report(streams, diagnostics);
    if (named.empty()) {
        return ExitCode::usage;
    }
    const Trial trial(rules.book, document);
    const ByteSpan everything{0, static_cast<std::uint32_t>(document.text.size())};
    bool gives = false;
    for (const RuleId rule : named) {
        const RuleSilence answer = why_silent(trial, rule, part.value_or(everything));
        streams.out << to_text(answer, trial.rules().rules[rule]);
        gives = gives || !answer.gives.empty();
    }
    return gives ? ExitCode::done : ExitCode::negative;
}

ExitCode explain_text(const std::string& text, const Choices& choices, const Rules& rules, Streams& streams) {
    const auto passage = find_passage(text, choices.project, rules.engine, streams);
    const Document* document = passage.has_value() ? document_of(text, *passage, streams) : nullptr;
    if (document == nullptr) {
        return ExitCode::usage;
    }
    if (choices.wants_blocks) {
        streams.out << render_blocks(*document);
        return ExitCode::done;
    }
    std::optional<ByteSpan> part;
    if (passage->line.has_value()) {
        part = InputFile(document->name, document->text).line_span(*passage->line);
    }
    if (!choices.rule.empty()) {
        return answer_rule(*document, part, choices, rules, streams);
    }
    if (!choices.wanted.empty()) {
        return answer_want(*document, part, choices, rules, streams);
    }
    streams.out << render_explanation(Trial(rules.book, *document), part);
    return ExitCode::done;
}

/// An id, unless there is a file of that name and line.
bool is_meant_as_id(const std::string& text) {
    std::error_code error;
    return is_record_id(text) && !std::filesystem::exists(text.substr(0, 1), error);
}

}  // namespace

ExitCode run_explain(const Command& command, Arguments arguments, Streams& streams) {
    std::vector<std::string> texts;
    RuleChoice rule_choice;
    Choices choices;
    Options options(command);
    options.inputs("TEXT",
                   "A sentence, FILE:LINE, FILE, - for standard input, the id of a claim or attribution (its "
                   "beginning is enough), or the code of a message",
                   true, texts);
    options.flag("--blocks", "Show how the paragraphs of FILE are classed, and nothing else",
                 choices.wants_blocks);
    options.value("--want", "CLAIM",
                  "Why \"SPEAKER -> STANCE -> SUBJECT\" is not found, and the edit with which it is",
                  choices.wanted);
    options.value("--rule", "RULE", "What this rule gives, or why it gives nothing; * stands for any letters",
                  choices.rule);
    add_project_option(options, choices.project);
    add_rule_options(options, rule_choice);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    if (is_code(texts.front())) {
        return explain_code(texts.front(), streams);
    }
    auto rules = load_chosen_rules(rule_choice, streams, Drafts::run);
    if (!rules.has_value()) {
        return ExitCode::usage;
    }
    Diagnostics diagnostics;
    const Engine engine(std::move(*rules), diagnostics);
    report(streams, diagnostics);
    const Rules loaded{RuleBook(*rule_paths(rule_choice, streams), diagnostics), engine};
    ExitCode worst = ExitCode::done;
    std::string_view separator;
    for (const std::string& text : texts) {
        streams.out << separator;
        separator = "\n";
        const ExitCode code = is_meant_as_id(text) ? explain_record(text, choices, loaded, streams)
                                                   : explain_text(text, choices, loaded, streams);
        if (code != ExitCode::done && code != ExitCode::negative) {
            return code;
        }
        worst = code == ExitCode::negative ? code : worst;
    }
    return worst;
}

}  // namespace stancegraph::cli
