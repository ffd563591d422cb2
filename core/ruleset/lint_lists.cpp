#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "pattern/tree.hpp"
#include "ruleset/lint_parts.hpp"

namespace stancegraph {
namespace {

/// What makes two entries want the same words of a text.
using EntryKey = std::tuple<std::string, std::vector<std::string>, bool, std::vector<std::string>>;

EntryKey key_of(const LexiconEntry& entry) {
    std::vector<std::string> prepositions = entry.prepositions;
    std::ranges::sort(prepositions);
    return {entry.head, entry.particles, entry.has_person, std::move(prepositions)};
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
    ListLinter(const RuleSet& rules, Diagnostics& diagnostics)
        : rules_(rules), diagnostics_(diagnostics), stages_(stages_of_lists(rules)) {}

    void check_entries() {
        for (const Lexicon& lexicon : rules_.lexicons) {
            std::map<EntryKey, const LexiconEntry*> seen;
            for (const LexiconEntry& entry : lexicon.entries) {
                const auto [first, is_new] = seen.emplace(key_of(entry), &entry);
                if (is_new) {
                    check_other_lists({&lexicon, &entry});
                } else if (first->second->text == entry.text) {
                    add_finding(diagnostics_, Severity::warning, "SG1215",
                                fmt::format("'{}' stands twice in @{}", entry.text, lexicon.name),
                                entry.location, "remove one of them",
                                {{.message = "first here", .location = first->second->location}});
                }
            }
        }
    }

    void check_aliases() {
        std::map<std::string, const Actor*> owners;
        for (const Actor& actor : rules_.actors) {
            std::vector<std::string> names = actor.aliases;
            names.push_back(actor.name);
            for (const std::string& name : names) {
                const auto [first, is_new] = owners.emplace(utf8::to_lower(name), &actor);
                if (!is_new && first->second != &actor) {
                    add_finding(
                        diagnostics_, Severity::warning, "SG1214",
                        fmt::format("'{}' is a name of {} and of {}", name, first->second->name, actor.name),
                        actor.location, "the first one gets every mention; leave it to one of them",
                        {{.message = "the first", .location = first->second->location}});
                }
            }
        }
    }

private:
    void check_other_lists(Use use) {
        const auto stages = stages_.find(use.lexicon->name);
        if (use.entry->stance == kNoId || stages == stages_.end()) {
            return;
        }
        std::vector<Use>& others = uses_[key_of(*use.entry)];
        for (const Use& other : others) {
            if (other.entry->stance != use.entry->stance && fit_one_word(*other.lexicon, *use.lexicon) &&
                meet(stages->second, stages_.at(other.lexicon->name))) {
                add_finding(
                    diagnostics_, Severity::warning, "SG1204",
                    fmt::format("'{}' is in @{} ({}) and in @{} ({}): two rules compete for every '{}'",
                                use.entry->text, other.lexicon->name, label(*other.entry), use.lexicon->name,
                                label(*use.entry), use.entry->head),
                    use.entry->location, "leave it in one of the lists, or give both the same stance",
                    {{.message = "the other one", .location = other.entry->location}});
            }
        }
        others.push_back(use);
    }

    [[nodiscard]] const std::string& label(const LexiconEntry& entry) const {
        return rules_.stances[entry.stance].label;
    }

    const RuleSet& rules_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::set<Stage>> stages_;
    std::map<EntryKey, std::vector<Use>> uses_;
};

}  // namespace

void lint_lists(const RuleSet& rules, Diagnostics& diagnostics) {
    ListLinter linter(rules, diagnostics);
    linter.check_entries();
    linter.check_aliases();
}

}  // namespace stancegraph
