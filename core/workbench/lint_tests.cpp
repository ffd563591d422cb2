#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/utf8.hpp"
#include "match/token_tests.hpp"
#include "pattern/overloaded.hpp"
#include "pattern/tree.hpp"
#include "workbench/lint_parts.hpp"

namespace stancegraph {
namespace {

using pattern::Attribute;

constexpr std::array<std::string_view, 4> kNameKinds{"person", "organisation", "place", "name"};

/// True if the test asks for nothing but tags, parts of speech and what follows from them.
bool asks_for_tags_alone(const pattern::Test& test) {
    bool is_so = true;
    pattern::for_each_test(test, [&is_so](const pattern::Test& part) {
        std::visit(
            pattern::Overloaded{
                [&is_so](const pattern::Comparison& comparison) {
                    is_so = is_so && (comparison.attribute == Attribute::tag ||
                                      comparison.attribute == Attribute::pos ||
                                      comparison.attribute == Attribute::feature);
                },
                [&is_so](const pattern::IsKind& kind) { is_so = is_so && kind.kind <= pattern::Kind::aux; },
                [&is_so](const pattern::InList&) { is_so = false; }, [](const auto&) {}},
            part.form);
    });
    return is_so;
}

/// Answers whether any word could pass a test, by trying all labels.
class Labels {
public:
    explicit Labels(const pattern::Test& test) { tests_.build({test}, RuleSet()); }

    [[nodiscard]] bool pass_with_tags() const {
        for (std::size_t tag = 1; tag < kXposNames.size(); ++tag) {
            for (std::size_t part = 1; part < kUposNames.size(); ++part) {
                TokenFacts facts;
                facts.xpos = static_cast<Xpos>(tag);
                facts.upos = static_cast<Upos>(part);
                if (passes(facts)) {
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] bool pass_with_relation() const {
        for (std::size_t relation = 1; relation < kDeprelNames.size(); ++relation) {
            TokenFacts facts;
            facts.deprel = static_cast<Deprel>(relation);
            if (passes(facts)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool pass_with_name() const {
        return std::ranges::any_of(kNameKinds, [this](std::string_view kind) {
            TokenFacts facts;
            facts.ner = kind;
            return passes(facts);
        });
    }

private:
    [[nodiscard]] bool passes(const TokenFacts& facts) const {
        return tests_.passes(0, facts, [](LexiconId) { return true; });
    }

    TokenTests tests_;
};

/// True for what `shape_of` can give: X, x and d, at most four of a kind in a row, and marks.
bool is_shape(const std::string& shape) {
    std::size_t run = 0;
    for (std::size_t at = 0; at < shape.size(); ++at) {
        const char byte = shape[at];
        const bool is_class = byte == 'X' || byte == 'x' || byte == 'd';
        const bool is_other =
            (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        run = at > 0 && is_class && shape[at - 1] == byte ? run + 1 : 1;
        if ((is_other && !is_class) || run > 4) {
            return false;
        }
    }
    return true;
}

class TestLinter {
public:
    explicit TestLinter(const LintContext& context) : context_(context) {}

    void check(const pattern::Test& test, const Location& location) {
        const std::size_t before = context_.diagnostics.all().size();
        pattern::for_each_test(test, [this, &location](const pattern::Test& part) {
            if (const auto* comparison = std::get_if<pattern::Comparison>(&part.form)) {
                check_comparison(*comparison, part, {.file = location.file, .span = part.span});
            }
        });
        const bool is_single = std::holds_alternative<pattern::Comparison>(test.form);
        if (!is_single && context_.diagnostics.all().size() == before && asks_for_tags_alone(test) &&
            !Labels(test).pass_with_tags()) {
            context_.add(
                Severity::warning, "SG1218", "no word passes this test: its parts exclude each other",
                {.file = location.file, .span = test.span}, "join with '|' what need not hold at once");
        }
    }

private:
    void check_comparison(const pattern::Comparison& comparison, const pattern::Test& test,
                          const Location& place) {
        switch (comparison.attribute) {
            case Attribute::word:
            case Attribute::lemma:
                check_word(comparison, place);
                break;
            case Attribute::tag:
                check_label(comparison, "tag", kXposNames, Labels(test).pass_with_tags(), place);
                break;
            case Attribute::pos:
                check_label(comparison, "part of speech", kUposNames, Labels(test).pass_with_tags(), place);
                break;
            case Attribute::dep:
                check_label(comparison, "relation", kDeprelNames, Labels(test).pass_with_relation(), place);
                break;
            case Attribute::ner:
                check_label(comparison, "kind of name", kNameKinds, Labels(test).pass_with_name(), place);
                break;
            case Attribute::feature:
                if (!Labels(test).pass_with_tags()) {
                    nobody(fmt::format("no word has {}={}", comparison.feature, comparison.value), place,
                           "known: Number (Sing, Plur), Tense (Past, Pres), Person (3), VerbForm (Fin, Inf, "
                           "Ger, Part), "
                           "Degree (Pos, Cmp, Sup)");
                }
                break;
            case Attribute::shape:
                if (!comparison.is_regex && !is_shape(comparison.value)) {
                    nobody(fmt::format("no word has the shape '{}'", comparison.value), place,
                           fmt::format("shapes are written with X, x and d, and runs are cut at four: {}",
                                       shape_of(comparison.value)));
                }
                break;
        }
    }

    void check_label(const pattern::Comparison& comparison, std::string_view what,
                     std::span<const std::string_view> labels, bool passes, const Location& place) {
        if (passes) {
            return;
        }
        const std::vector<std::string> names(labels.begin(), labels.end());
        std::string hint = comparison.is_regex ? "" : did_you_mean(comparison.value, names);
        if (hint.empty() && labels.size() < 10) {
            hint = fmt::format("there are: {}", fmt::join(labels, ", "));
        }
        nobody(comparison.is_regex ? fmt::format("no {} fits /{}/ as a whole", what, comparison.value)
                                   : fmt::format("no word has the {} '{}'", what, comparison.value),
               place,
               hint.empty() ? "see the tags of the Penn Treebank and of Universal Dependencies" : hint);
    }

    void check_word(const pattern::Comparison& comparison, const Location& place) {
        const std::string& value = comparison.value;
        const bool is_lemma = comparison.attribute == Attribute::lemma;
        if (comparison.is_regex) {
            return;
        }
        if (!context_.forms.can_be_word(value)) {
            context_.add(Severity::warning, "SG1206",
                         fmt::format("'{}' is never one word: the text is read as {}", value,
                                     fmt::join(context_.forms.cut(value), " | ")),
                         place, "a test in brackets is about one word; test the words one by one");
            return;
        }
        if (is_lemma && comparison.is_case_sensitive && utf8::to_lower(value) != value) {
            nobody(fmt::format("no word has the lemma '{}': lemmas are in lower case", value), place,
                   fmt::format("write lemma={}, or word=={} where the case counts", utf8::to_lower(value),
                               value));
            return;
        }
        const auto base = is_lemma ? context_.forms.base_of(value) : std::nullopt;
        if (base) {
            nobody(fmt::format("no word has the lemma '{}': that of '{}' is '{}'", value, value, *base),
                   place, fmt::format("write lemma={}, or word={} for this form alone", *base, value));
        }
    }

    void nobody(std::string message, const Location& place, std::string hint) {
        context_.add(Severity::warning, "SG1218", std::move(message), place, std::move(hint));
    }

    const LintContext& context_;
};

void check_pattern(const pattern::NodePtr& tree, const Location& location, TestLinter& linter) {
    if (tree == nullptr) {
        return;
    }
    pattern::for_each_node(*tree, [&](const pattern::Node& node) {
        if (const auto* test = std::get_if<pattern::TokenTest>(&node.form)) {
            linter.check(test->test, location);
        }
    });
}

void check_slots(const std::vector<Slot>& slots, TestLinter& linter) {
    for (const Slot& slot : slots) {
        for (const pattern::FillerChoice& choice : slot.filler.choices) {
            const auto* path = std::get_if<pattern::Path>(&choice.form);
            for (std::size_t at = 0; path != nullptr && at < path->steps.size(); ++at) {
                if (const auto* test = std::get_if<pattern::Test>(&path->steps[at].form)) {
                    linter.check(*test, slot.location);
                }
            }
        }
    }
}

}  // namespace

void lint_tests(const LintContext& context) {
    TestLinter linter(context);
    for (const Actor& actor : context.rules.actors) {
        check_pattern(actor.match, actor.location, linter);
    }
    for (const Subject& subject : context.rules.subjects) {
        check_pattern(subject.match, subject.location, linter);
    }
    for (const Rule& rule : context.rules.rules) {
        check_pattern(rule.match, rule.location, linter);
        for (const Unless& unless : rule.unless) {
            check_pattern(unless.match, unless.location, linter);
        }
        check_slots(rule.slots, linter);
        check_slots(rule.emit.slots, linter);
    }
}

}  // namespace stancegraph
