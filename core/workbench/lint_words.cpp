#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "match/compiled_rules.hpp"
#include "pattern/tree.hpp"
#include "workbench/lint_parts.hpp"

namespace stancegraph {
namespace {

using Words = std::set<std::string, std::less<>>;

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

std::vector<std::string> words_in(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            words.push_back(text.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

class WordLinter {
public:
    explicit WordLinter(const LintContext& context)
        : context_(context), bases_(heads_of_verbs_and_nouns(context.rules)) {}

    /// `has_verbs`: not in the patterns of names, where `advanced chip` is as it should be.
    void check(const pattern::NodePtr& tree, const Location& location, bool has_verbs) {
        if (tree == nullptr) {
            return;
        }
        pattern::for_each_node(*tree, [this, &location, has_verbs](const pattern::Node& node) {
            const auto* word = std::get_if<pattern::Word>(&node.form);
            if (word != nullptr) {
                check_pattern_word(*word, {.file = location.file, .span = node.span}, has_verbs);
            }
        });
        for (const pattern::NameUse& use : pattern::lists_used(*tree)) {
            used_.insert(use.name);
        }
    }

    /// Of lists that only the program's other stages use, nothing is known.
    void check_used_lists() {
        for (const std::string& name : used_) {
            const Lexicon* const lexicon = context_.list(name);
            for (std::size_t at = 0; lexicon != nullptr && at < lexicon->entries.size(); ++at) {
                const LexiconEntry& entry = lexicon->entries[at];
                if (seen_.emplace(entry.location.file.get(), entry.location.span.begin).second) {
                    check_entry(*lexicon, entry);
                }
            }
        }
    }

    void check_name(const std::string& name, const Actor& actor) const {
        if (first_run(name).empty() || !context_.forms.can_be_name(name)) {
            context_.add(Severity::warning, "SG1217",
                         fmt::format("'{}' is never found as a name of {}: the text is read as {}", name,
                                     actor.name, fmt::join(context_.forms.cut(name), " | ")),
                         actor.location,
                         "a name begins with a letter or figure, and begins and ends with a word");
        }
    }

private:
    void check_pattern_word(const pattern::Word& word, const Location& place, bool has_verbs) const {
        for (const std::string& part : words_in(word.text)) {
            if (!check_cut(part, place, false)) {
                return;
            }
        }
        if (word.is_exact || !has_verbs) {
            return;
        }
        const auto base = context_.forms.base_of(word.text, true);
        if (base && bases_.contains(*base) && !bases_.contains(word.text)) {
            context_.add(Severity::warning, "SG1202",
                         fmt::format("'{}' stands for this one form; '{}' would stand for all of its forms",
                                     word.text, *base),
                         place,
                         fmt::format("write {}, or \"{}\" if only this form is meant", *base, word.text));
        }
    }

    void check_entry(const Lexicon& lexicon, const LexiconEntry& entry) const {
        std::vector<std::string> words{entry.head};
        words.insert(words.end(), entry.particles.begin(), entry.particles.end());
        words.insert(words.end(), entry.prepositions.begin(), entry.prepositions.end());
        for (const std::string& word : words) {
            if (!check_cut(word, entry.location, true)) {
                return;
            }
        }
        const auto base =
            lexicon.word_class == WordClass::verb ? context_.forms.base_of(entry.head) : std::nullopt;
        if (base) {
            context_.add(Severity::warning, "SG1202",
                         fmt::format("'{}' stands for this one form; '{}' would stand for all of its forms",
                                     entry.head, *base),
                         entry.location, fmt::format("write {}", *base));
        }
    }

    /// False, with a report, for what is never one word of a text.
    bool check_cut(const std::string& word, const Location& location, bool is_entry) const {
        if (context_.forms.can_be_word(word)) {
            return true;
        }
        std::vector<std::string> parts = context_.forms.cut(word);
        const std::string read = fmt::format("{}", fmt::join(parts, " | "));
        std::ranges::replace(parts, std::string("-"), std::string("DASH"));
        const std::string pattern = fmt::format("{}", fmt::join(parts, " "));
        context_.add(Severity::warning, "SG1206",
                     fmt::format("'{}' is never one word: the text is read as {}", word, read), location,
                     is_entry ? fmt::format("a list cannot hold it; a pattern or macro can: {}", pattern)
                              : fmt::format("in a pattern write: {}", pattern));
        return false;
    }

    const LintContext& context_;
    Words bases_;
    Words used_;
    std::set<std::pair<const InputFile*, std::uint32_t>>
        seen_;  ///< Entries; lists that extend others share them.
};

}  // namespace

void lint_words(const LintContext& context) {
    WordLinter linter(context);
    for (const Actor& actor : context.rules.actors) {
        linter.check(actor.match, actor.location, false);
        linter.check_name(actor.name, actor);
        for (const std::string& alias : actor.aliases) {
            linter.check_name(alias, actor);
        }
    }
    for (const Subject& subject : context.rules.subjects) {
        linter.check(subject.match, subject.location, false);
    }
    for (const Rule& rule : context.rules.rules) {
        linter.check(rule.match, rule.location, true);
        for (const Unless& unless : rule.unless) {
            linter.check(unless.match, unless.location, true);
        }
    }
    linter.check_used_lists();
}

}  // namespace stancegraph
