#include <algorithm>

#include <fmt/format.h>

#include "cli/article_source.hpp"
#include "cli/code_page.hpp"
#include "cli/command.hpp"
#include "cli/explanation.hpp"
#include "cli/options.hpp"
#include "cli/rule_folders.hpp"

namespace stancegraph::cli {
namespace {

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

ExitCode explain_text(const std::string& text, const Engine& engine, bool wants_blocks, Streams& streams) {
    const auto passage = find_passage(text, engine, streams);
    const Document* document = passage.has_value() ? document_of(text, *passage, streams) : nullptr;
    if (document == nullptr) {
        return ExitCode::usage;
    }
    if (wants_blocks) {
        streams.out << render_blocks(*document);
        return ExitCode::done;
    }
    Processor processor(engine);
    Trace trace;
    const Processed processed = processor.process(*document, &trace);
    streams.out << render_explanation({.engine = engine,
                                       .document = *document,
                                       .vocabulary = processor.vocabulary(),
                                       .processed = processed,
                                       .trace = trace},
                                      passage->line);
    return ExitCode::done;
}

}  // namespace

ExitCode run_explain(const Command& command, Arguments arguments, Streams& streams) {
    std::vector<std::string> texts;
    RuleChoice rule_choice;
    bool wants_blocks = false;
    Options options(command);
    options.inputs("TEXT", "A sentence, FILE:LINE, FILE, - for standard input, or the code of a message",
                   true, texts);
    options.flag("--blocks", "Show how the paragraphs of FILE are classed, and nothing else", wants_blocks);
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
    std::string_view separator;
    for (const std::string& text : texts) {
        streams.out << separator;
        separator = "\n";
        const ExitCode code = explain_text(text, engine, wants_blocks, streams);
        if (code != ExitCode::done) {
            return code;
        }
    }
    return ExitCode::done;
}

}  // namespace stancegraph::cli
