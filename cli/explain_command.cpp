#include <algorithm>

#include <fmt/format.h>

#include "cli/article_source.hpp"
#include "cli/command.hpp"
#include "cli/explanation.hpp"
#include "cli/options.hpp"
#include "cli/rule_folders.hpp"

namespace stancegraph::cli {
namespace {

/// A document whose text has the line, or null.
const Document* document_with_line(const Passage& passage) {
    for (const Document& document : passage.documents) {
        const auto lines = static_cast<std::uint32_t>(std::ranges::count(document.text, '\n')) + 1;
        if (!passage.line.has_value() || *passage.line <= lines) {
            return &document;
        }
    }
    return nullptr;
}

}  // namespace

ExitCode run_explain(const Command& command, Arguments arguments, Streams& streams) {
    std::vector<std::string> texts;
    RuleChoice rule_choice;
    bool wants_blocks = false;
    Options options(command);
    options.inputs("TEXT", "A sentence, FILE:LINE, FILE, or - for standard input", true, texts);
    options.flag("--blocks", "Show how the paragraphs of FILE are classed, and nothing else", wants_blocks);
    add_rule_options(options, rule_choice);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
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
        const auto passage = find_passage(text, engine, streams);
        const Document* document = passage.has_value() ? document_with_line(*passage) : nullptr;
        if (document == nullptr) {
            if (passage.has_value()) {
                report(streams, plain_error("SG0008", fmt::format("'{}': the text has no such line", text)));
            }
            return ExitCode::usage;
        }
        streams.out << separator;
        separator = "\n";
        if (wants_blocks) {
            streams.out << render_blocks(*document);
            continue;
        }
        Processor processor(engine);
        Trace trace;
        const Processed processed = processor.process(*document, Parsing::everything, &trace);
        streams.out << render_explanation({.engine = engine,
                                           .document = *document,
                                           .vocabulary = processor.vocabulary(),
                                           .processed = processed,
                                           .trace = trace},
                                          passage->line);
    }
    return ExitCode::done;
}

}  // namespace stancegraph::cli
