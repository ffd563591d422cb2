#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "pattern/tree.hpp"
#include "ruleset/lint_parts.hpp"

namespace stancegraph {
namespace {

using Words = std::set<std::string, std::less<>>;

/// An inflected ending and what stands in its place in the base form. Words in -ing are left out: most of
/// them in patterns are nouns.
struct Ending {
    std::string_view inflected;
    std::string_view base;
};

constexpr std::array<Ending, 7> kEndings{{
    {"ies", "y"},
    {"ied", "y"},
    {"es", ""},
    {"s", ""},
    {"ed", ""},
    {"ed", "e"},
    {"d", ""},
}};

/// Base forms that the word could be an inflection of, going by its ending alone; also with the last
/// consonant written once: backed -> back, planned -> plan.
std::vector<std::string> possible_bases(const std::string& word) {
    std::vector<std::string> bases;
    for (const Ending& ending : kEndings) {
        if (word.size() < ending.inflected.size() + 2 || !word.ends_with(ending.inflected)) {
            continue;
        }
        const std::string stem = word.substr(0, word.size() - ending.inflected.size());
        bases.push_back(stem + std::string(ending.base));
        if (ending.base.empty() && stem[stem.size() - 1] == stem[stem.size() - 2]) {
            bases.push_back(stem.substr(0, stem.size() - 1));
        }
    }
    return bases;
}

Words heads_of_verbs_and_nouns(const RuleSet& rules) {
    Words heads;
    for (const Lexicon& lexicon : rules.lexicons) {
        if (lexicon.word_class == WordClass::verb || lexicon.word_class == WordClass::noun) {
            for (const LexiconEntry& entry : lexicon.entries) {
                heads.insert(entry.head);
            }
        }
    }
    return heads;
}

class WordLinter {
public:
    WordLinter(const RuleSet& rules, Diagnostics& diagnostics)
        : rules_(rules), diagnostics_(diagnostics), bases_(heads_of_verbs_and_nouns(rules)) {
        for (const std::string& prefix : rules.words_of("hyphen_prefix")) {
            prefixes_.insert(prefix);
        }
    }

    /// `has_verbs`: not in the patterns of names, where `advanced chip` is as it should be.
    void check(const pattern::NodePtr& tree, const Location& location, bool has_verbs) {
        if (tree == nullptr) {
            return;
        }
        pattern::for_each_node(*tree, [this, &location, has_verbs](const pattern::Node& node) {
            const auto* word = std::get_if<pattern::Word>(&node.form);
            if (word != nullptr) {
                const Location place{.file = location.file, .span = node.span};
                check_hyphen(word->text, place);
                if (!word->is_exact && has_verbs) {
                    check_form(word->text, place);
                }
            }
        });
        for (const pattern::NameUse& use : pattern::lists_used(*tree)) {
            used_.insert(use.name);
        }
    }

    /// Of lists that only the program's other stages use, nothing is known.
    void check_used_lists() {
        for (const Lexicon& lexicon : rules_.lexicons) {
            if (!used_.contains(lexicon.name)) {
                continue;
            }
            for (const LexiconEntry& entry : lexicon.entries) {
                check_hyphen(entry.head, entry.location);
            }
        }
    }

private:
    void check_form(const std::string& word, const Location& location) {
        for (const std::string& base : possible_bases(word)) {
            if (bases_.contains(base) && !bases_.contains(word)) {
                add_finding(
                    diagnostics_, Severity::warning, "SG1202",
                    fmt::format("'{}' stands for this one form; '{}' would stand for all of its forms", word,
                                base),
                    location, fmt::format("write {}, or \"{}\" if only this form is meant", base, word));
                return;
            }
        }
    }

    void check_hyphen(const std::string& word, const Location& location) {
        const std::size_t hyphen = word.find('-');
        if (hyphen == std::string::npos || hyphen == 0 || hyphen + 1 == word.size() ||
            prefixes_.contains(word.substr(0, hyphen)) || word.find(' ') != std::string::npos) {
            return;
        }
        add_finding(diagnostics_, Severity::warning, "SG1206",
                    fmt::format("'{}' is never one word: the text is read as {} | - | {}", word,
                                word.substr(0, hyphen), word.substr(hyphen + 1)),
                    location, "in a pattern write the three one after the other, with DASH for the hyphen");
    }

    const RuleSet& rules_;
    Diagnostics& diagnostics_;
    Words bases_;
    Words prefixes_;
    Words used_;
};

}  // namespace

void lint_words(const RuleSet& rules, Diagnostics& diagnostics) {
    WordLinter linter(rules, diagnostics);
    for (const Actor& actor : rules.actors) {
        linter.check(actor.match, actor.location, false);
    }
    for (const Subject& subject : rules.subjects) {
        linter.check(subject.match, subject.location, false);
    }
    for (const Rule& rule : rules.rules) {
        linter.check(rule.match, rule.location, true);
        for (const Unless& unless : rule.unless) {
            linter.check(unless.match, unless.location, true);
        }
    }
    linter.check_used_lists();
}

}  // namespace stancegraph
