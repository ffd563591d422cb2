#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "pattern/tree.hpp"
#include "workbench/lint_parts.hpp"

namespace stancegraph {
namespace {

/// Entries with the same key want the same words of a text, where they have a preposition in common or none.
using EntryKey = std::tuple<std::string, std::vector<std::string>, bool>;

EntryKey key_of(const LexiconEntry& entry) {
    return {entry.head, entry.particles, entry.has_person};
}

bool is_within(const std::vector<std::string>& some, const std::vector<std::string>& all) {
    return std::ranges::all_of(
        some, [&all](const std::string& word) { return std::ranges::find(all, word) != all.end(); });
}

bool share_prepositions(const LexiconEntry& a, const LexiconEntry& b) {
    const auto is_of_b = [&b](const std::string& word) {
        return std::ranges::find(b.prepositions, word) != b.prepositions.end();
    };
    return (a.prepositions.empty() && b.prepositions.empty()) || std::ranges::any_of(a.prepositions, is_of_b);
}

bool is_same_place(const LexiconEntry& a, const LexiconEntry& b) {
    return a.location.file == b.location.file && a.location.span == b.location.span;
}

/// The stages in whose rules each list gives the cue.
std::map<std::string, std::set<Stage>> stages_of_lists(const RuleSet& rules) {
    std::map<std::string, std::set<Stage>> stages;
    for (const Rule& rule : rules.rules) {
        if (rule.match == nullptr || rule.stage == Stage::modifier || rule.emit.stance != kNoId) {
            continue;
        }
        for (const pattern::NameUse& use : pattern::lists_in_capture(*rule.match, "cue")) {
            stages[use.name].insert(rule.stage);
        }
    }
    return stages;
}

bool meet(const std::set<Stage>& a, const std::set<Stage>& b) {
    return std::ranges::any_of(a, [&b](Stage stage) { return b.contains(stage); });
}

bool fit_one_word(const Lexicon& a, const Lexicon& b) {
    return a.word_class == b.word_class || a.word_class == WordClass::any || b.word_class == WordClass::any;
}

struct Use {
    const Lexicon* lexicon = nullptr;
    const LexiconEntry* entry = nullptr;
};

class ListLinter {
public:
    explicit ListLinter(const LintContext& context)
        : context_(context), stages_(stages_of_lists(context.rules)) {}

    void check_entries() {
        for (const Lexicon& lexicon : context_.rules.lexicons) {
            std::map<EntryKey, std::vector<const LexiconEntry*>> seen;
            for (const LexiconEntry& entry : lexicon.entries) {
                std::vector<const LexiconEntry*>& alike = seen[key_of(entry)];
                const bool is_told = std::ranges::any_of(
                    alike, [&](const LexiconEntry* first) { return check_pair(lexicon, *first, entry); });
                alike.push_back(&entry);
                if (!is_told) {
                    check_other_lists({&lexicon, &entry});
                }
            }
        }
    }

private:
    /// True, with a report, if the second entry of a list is of no use beside the first, or contradicts it.
    bool check_pair(const Lexicon& lexicon, const LexiconEntry& first, const LexiconEntry& second) const {
        if (is_same_place(first, second) || !share_prepositions(first, second)) {
            return false;
        }
        const std::vector<Note> notes{{.message = "first here", .location = first.location}};
        if (first.stance != second.stance) {
            context_.add(Severity::warning, "SG1204",
                         fmt::format("'{}' ({}) and '{}' ({}) in @{} fit the same words", first.text,
                                     label(first), second.text, label(second), lexicon.name),
                         second.location, "leave one of them, or give both the same stance", notes);
            return true;
        }
        const bool is_written_alike = first.text == second.text;
        if (!is_written_alike && !is_within(second.prepositions, first.prepositions) &&
            !is_within(first.prepositions, second.prepositions)) {
            return false;
        }
        context_.add(Severity::warning, "SG1215",
                     is_written_alike ? fmt::format("'{}' stands twice in @{}", second.text, lexicon.name)
                                      : fmt::format("'{}' and '{}' in @{} fit the same words", first.text,
                                                    second.text, lexicon.name),
                     second.location, "remove one of them", notes);
        return true;
    }

    void check_other_lists(Use use) {
        const auto stages = stages_.find(use.lexicon->name);
        if (use.entry->stance == kNoId || stages == stages_.end()) {
            return;
        }
        std::vector<Use>& others = uses_[key_of(*use.entry)];
        for (const Use& other : others) {
            if (other.lexicon != use.lexicon && other.entry->stance != use.entry->stance &&
                share_prepositions(*other.entry, *use.entry) && fit_one_word(*other.lexicon, *use.lexicon) &&
                meet(stages->second, stages_.at(other.lexicon->name))) {
                context_.add(
                    Severity::warning, "SG1204",
                    fmt::format("'{}' is in @{} ({}) and in @{} ({}): two rules compete for every '{}'",
                                use.entry->text, other.lexicon->name, label(*other.entry), use.lexicon->name,
                                label(*use.entry), use.entry->head),
                    use.entry->location, "leave it in one of the lists, or give both the same stance",
                    {{.message = "the other one", .location = other.entry->location}});
            }
        }
        others.push_back(use);
    }

    [[nodiscard]] std::string_view label(const LexiconEntry& entry) const {
        return entry.stance == kNoId ? std::string_view("no stance")
                                     : context_.rules.stances[entry.stance].label;
    }

    const LintContext& context_;
    std::map<std::string, std::set<Stage>> stages_;
    std::map<EntryKey, std::vector<Use>> uses_;
};

}  // namespace

void lint_lists(const LintContext& context) {
    ListLinter linter(context);
    linter.check_entries();
}

}  // namespace stancegraph
