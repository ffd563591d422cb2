#include "pipeline/rule_examples.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "pipeline/given_text.hpp"
#include "pipeline/result_lines.hpp"

namespace stancegraph {
namespace {

/// Runs of white space count as one blank, so that `gives` may be broken over lines.
std::string normal_line(const std::string& line) {
    std::string normal;
    for (const char character : line) {
        const bool is_blank = character == ' ' || character == '\n' || character == '\t' || character == '\r';
        if (!is_blank) {
            normal += character;
        } else if (!normal.empty() && normal.back() != ' ') {
            normal += ' ';
        }
    }
    normal.erase(normal.find_last_not_of(' ') + 1);
    return normal;
}

std::vector<std::string> as_set(std::vector<std::string> lines) {
    std::ranges::transform(lines, lines.begin(), normal_line);
    std::ranges::sort(lines);
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

/// The example's text, or its frozen parse. Nothing, with a report, where the parse cannot be read.
std::optional<Document> example_document(const Example& example, const Engine& engine,
                                         Diagnostics& diagnostics) {
    if (example.parse.empty()) {
        return document_of("example", example.text);
    }
    std::vector<Document> documents =
        read_documents("example", example.parse, Format::conllu, engine.read_options(), diagnostics);
    if (documents.empty()) {
        diagnostics.add({.code = "SG1403",
                         .severity = Severity::error,
                         .message = "the parse of this example is no CoNLL-U",
                         .location = example.location,
                         .hint = "freeze it with: stancegraph annotate FILE --format conllu"});
        return std::nullopt;
    }
    return std::move(documents.front());
}

std::string list_of(const std::vector<std::string>& lines) {
    if (lines.empty()) {
        return "\n    nothing";
    }
    std::string text;
    for (const std::string& line : lines) {
        text += "\n    " + line;
    }
    return text;
}

Diagnostic difference(const Rule& rule, const Example& example, const std::vector<std::string>& expected,
                      const std::vector<std::string>& got) {
    return {.code = "SG1401",
            .severity = Severity::error,
            .message = fmt::format("rule '{}' gives something else on its example", rule.name),
            .location = example.location,
            .hint = fmt::format("expected{}\n  got{}\nask why: stancegraph explain \"{}\"", list_of(expected),
                                list_of(got), normal_line(example.text))};
}

Diagnostic works_now(const Rule& rule, const Example& example) {
    return {.code = "SG1402",
            .severity = Severity::error,
            .message = fmt::format("this example of rule '{}' is marked todo, but it works", rule.name),
            .location = example.location,
            .hint = "take its `todo` away, so that it is kept working"};
}

void run_example(Processor& processor, const Engine& engine, RuleId id, std::size_t number,
                 ExampleStats& stats, Diagnostics& diagnostics) {
    const Rule& rule = engine.rules().rules[id];
    const Example& example = rule.examples[number];
    ++stats.examples;
    const std::optional<Document> document = example_document(example, engine, diagnostics);
    if (!document.has_value()) {
        ++stats.failed;
        return;
    }
    const std::vector<std::string> expected = as_set(example.gives);
    std::vector<std::string> got = as_set(results_of(id, engine, *document, processor.process(*document)));
    const bool is_equal = expected == got;
    const bool is_todo = !example.todo.empty();
    if (is_equal == is_todo) {
        ++stats.failed;
        diagnostics.add(is_todo ? works_now(rule, example) : difference(rule, example, expected, got));
        stats.differences.push_back(
            {.rule = id, .example = number, .got = std::move(got), .works_now = is_todo});
    } else {
        ++(is_todo ? stats.todo : stats.passed);
    }
}

/// True if `name` is what `wanted` says, in which each `*` stands for any letters. Only for the names that
/// people type: each `*` doubles the work.
bool fits(std::string_view wanted, std::string_view name) {
    if (wanted.empty()) {
        return name.empty();
    }
    if (wanted.front() == '*') {
        return fits(wanted.substr(1), name) || (!name.empty() && fits(wanted, name.substr(1)));
    }
    return !name.empty() && wanted.front() == name.front() && fits(wanted.substr(1), name.substr(1));
}

void report_unknown(const std::string& name, const RuleSet& rules, Diagnostics& diagnostics) {
    std::vector<std::string> names;
    for (const Rule& rule : rules.rules) {
        names.push_back(rule.name);
    }
    diagnostics.add({.code = "SG0020",
                     .severity = Severity::error,
                     .message = fmt::format("there is no rule called '{}'", name),
                     .location = {},
                     .hint = did_you_mean(name, names),
                     .notes = {}});
}

bool has_modifier(const Matches& matches, MentionId mention, RuleId rule) {
    const std::vector<RuleId>& modifiers = matches.mentions[mention].modifiers;
    return std::ranges::find(modifiers, rule) != modifiers.end();
}

}  // namespace

std::vector<std::string> results_of(RuleId rule, const Engine& engine, const Document& document,
                                    const Processed& processed) {
    const Resolved& resolved = processed.resolved;
    const Stage stage = engine.rules().rules[rule].stage;
    std::vector<std::string> lines;
    if (stage == Stage::attribution) {
        for (const Attribution& attribution : resolved.attributions) {
            const bool has_continued =
                std::ranges::find(attribution.continued_by, rule) != attribution.continued_by.end();
            if (attribution.rule == rule || has_continued) {
                lines.push_back(line_of(attribution, document));
            }
        }
    }
    for (std::size_t at = 0; at < resolved.claims.size() && stage != Stage::attribution; ++at) {
        const MentionId mention = resolved.claim_mentions[at];
        const bool is_result = stage == Stage::modifier ? has_modifier(processed.matches, mention, rule)
                                                        : processed.matches.mentions[mention].rule == rule;
        if (is_result) {
            lines.push_back(line_of(resolved.claims[at]));
        }
    }
    return as_set(std::move(lines));
}

std::vector<RuleId> all_rules(const RuleSet& rules) {
    std::vector<RuleId> all(rules.rules.size());
    std::iota(all.begin(), all.end(), RuleId{0});
    return all;
}

std::vector<RuleId> rules_named(const RuleSet& rules, const std::vector<std::string>& names,
                                Diagnostics& diagnostics) {
    std::set<RuleId> found;
    for (const std::string& name : names) {
        bool is_known = false;
        for (RuleId id = 0; id < rules.rules.size(); ++id) {
            if (fits(name, rules.rules[id].name)) {
                is_known = true;
                found.insert(id);
            }
        }
        if (!is_known) {
            report_unknown(name, rules, diagnostics);
        }
    }
    return {found.begin(), found.end()};
}

ExampleStats run_examples(const Engine& engine, const std::vector<RuleId>& chosen, Diagnostics& diagnostics) {
    Processor processor(engine);
    ExampleStats stats;
    for (const RuleId id : chosen) {
        const Rule& rule = engine.rules().rules[id];
        if (rule.status == RuleStatus::off) {
            continue;
        }
        if (rule.examples.empty()) {
            stats.untested.push_back(id);
            continue;
        }
        ++stats.rules;
        for (std::size_t number = 0; number < rule.examples.size(); ++number) {
            run_example(processor, engine, id, number, stats, diagnostics);
        }
    }
    return stats;
}

}  // namespace stancegraph
