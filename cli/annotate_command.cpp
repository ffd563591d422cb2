#include "annotate/conllu.hpp"
#include "base/json.hpp"
#include "cli/article_source.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/rule_folders.hpp"
#include "pipeline/processor.hpp"

namespace stancegraph::cli {
namespace {

/// The text that offsets count in, as a line of JSON.
std::string text_line(const Document& document) {
    std::string line;
    json::Writer writer(line);
    writer.begin_object().member("doc", document.name).member("text", document.text).end_object();
    return line + '\n';
}

}  // namespace

ExitCode run_annotate(const Command& command, Arguments arguments, Streams& streams) {
    std::vector<std::string> inputs;
    std::string format = "conllu";
    RuleChoice rule_choice;
    Options options(command);
    options.inputs("INPUT", "Articles: files, folders, or - for standard input", true, inputs);
    options.choice("-f,--format", {"conllu", "text"},
                   "conllu: tokens, tags and trees; text: the text as read, a line of JSON for each article",
                   format);
    add_rule_options(options, rule_choice);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    auto rules = load_chosen_rules(rule_choice, streams);
    if (!rules.has_value()) {
        return ExitCode::usage;
    }
    Diagnostics diagnostics;
    const Engine engine(std::move(*rules), diagnostics);
    const std::vector<Document> articles = read_articles(inputs, engine.read_options(), streams);
    Processor processor(engine);
    for (const Document& document : articles) {
        if (format == "text") {
            streams.out << text_line(document);
        } else {
            const Annotation annotation = processor.annotate(document);
            streams.out << to_conllu(document, annotation, processor.vocabulary());
        }
    }
    return articles.empty() ? ExitCode::rejected : ExitCode::done;
}

}  // namespace stancegraph::cli
