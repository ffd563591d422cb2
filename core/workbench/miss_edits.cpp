#include "workbench/miss_edits.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "match/slot_filler.hpp"
#include "pattern/overloaded.hpp"
#include "pipeline/result_lines.hpp"
#include "workbench/cue_entries.hpp"
#include "workbench/rule_edits.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostEdits = 4;

/// True if the node is, or holds, the list or kind of that name.
bool holds(const pattern::Node& node, const std::string& part) {
    return std::visit(pattern::Overloaded{
                          [&](const pattern::ListReference& list) { return '@' + list.list == part; },
                          [&](const pattern::Kind& kind) { return pattern::name_of(kind) == part; },
                          [&](const pattern::Capture& capture) { return holds(*capture.inner, part); },
                          [&](const pattern::Repeat& repeat) { return holds(*repeat.inner, part); },
                          [&](const pattern::Sequence& sequence) {
                              return std::ranges::any_of(sequence.items, [&](const pattern::Node& item) {
                                  return holds(item, part);
                              });
                          },
                          [&](const pattern::Choice& choice) {
                              return std::ranges::any_of(choice.options, [&](const pattern::Node& option) {
                                  return holds(option, part);
                              });
                          },
                          [](const auto&) { return false; },
                      },
                      node.form);
}

bool is_cue(const pattern::Node& node) {
    const auto* const capture = std::get_if<pattern::Capture>(&node.form);
    return capture != nullptr && capture->name == "cue";
}

class MissEdits {
public:
    MissEdits(const Trial& trial, const NearMiss& miss, const WantedWords& wanted)
        : trial_(trial), miss_(miss), wanted_(wanted) {}

    [[nodiscard]] std::vector<RuleEdit> run() {
        switch (miss_.form) {
            case NearMiss::Form::slot:
                add_for_slot();
                break;
            case NearMiss::Form::part:
                add_for_part();
                break;
            case NearMiss::Form::word_class:
                add_for_word();
                break;
        }
        return std::move(edits_);
    }

private:
    void add(std::optional<RuleEdit> edit) {
        if (edit && edits_.size() < kMostEdits && std::ranges::find(edits_, *edit) == edits_.end()) {
            edits_.push_back(*std::move(edit));
        }
    }

    void add_choice_to(TokenIndex target) {
        if (const auto path = path_between(trial_.text(), miss_.cue, target)) {
            add(add_choice(trial_.book(), trial_.rules(), miss_.rule, miss_.part, *path));
        }
    }

    void add_for_slot() {
        if (is_person_slot(miss_.part)) {
            constexpr std::size_t kNear = 2;  // further away it is hardly the same thing that is told
            for (const TokenIndex speaker : speakers()) {
                if (wanted_.speaker.is_found() || tree_distance(trial_.text(), miss_.cue, speaker) <= kNear) {
                    add_choice_to(speaker);
                }
            }
            if (!wanted_.speaker.is_found()) {
                add(add_choice(trial_.book(), trial_.rules(), miss_.rule, miss_.part, "AUTHOR"));
            }
        } else if (miss_.part == "subject") {
            for (const TokenIndex subject : subjects()) {
                add_preposition(subject);
                add_choice_to(subject);
            }
            if (!wanted_.subject.is_found()) {
                add(add_choice(trial_.book(), trial_.rules(), miss_.rule, miss_.part, "topic"));
            }
        } else {
            add(make_optional(trial_.book(), trial_.rules(), miss_.rule, miss_.part));
        }
    }

    /// Those of the sentence, nearest in the tree first; or the one that is wanted.
    [[nodiscard]] std::vector<TokenIndex> speakers() const {
        if (wanted_.speaker.is_found()) {
            return {wanted_.speaker.head};
        }
        return nearest([&](TokenIndex token) {
            return trial_.kinds().is_speaker(token) && preposition_of(trial_.text(), token) == kNoToken;
        });
    }

    [[nodiscard]] std::vector<TokenIndex> subjects() const {
        if (wanted_.subject.is_found()) {
            return {wanted_.subject.head};
        }
        return nearest([&](TokenIndex token) {
            const Upos word = trial_.text().upos(token);
            return (word == Upos::noun || word == Upos::propn) &&
                   trial_.text().tree().head(token) == miss_.cue &&
                   preposition_of(trial_.text(), token) != kNoToken;
        });
    }

    template <typename Fits>
    [[nodiscard]] std::vector<TokenIndex> nearest(Fits fits) const {
        constexpr std::size_t kMost = 2;
        std::vector<TokenIndex> found;
        const TokenSpan sentence = trial_.text().sentence_at(miss_.cue).tokens;
        for (TokenIndex token = sentence.begin; token < sentence.end; ++token) {
            if (token != miss_.cue && fits(token)) {
                found.push_back(token);
            }
        }
        std::ranges::stable_sort(
            found, {}, [&](TokenIndex token) { return tree_distance(trial_.text(), miss_.cue, token); });
        found.resize(std::min(kMost, found.size()));
        return found;
    }

    /// `optimistic about/on` and a subject behind "for": the preposition goes into the entry.
    void add_preposition(TokenIndex subject) {
        const TokenIndex preposition = preposition_of(trial_.text(), subject);
        if (miss_.lexicon == kNoId || preposition == kNoToken ||
            trial_.text().tree().head(subject) != miss_.cue) {
            return;
        }
        const LexiconEntry& entry = trial_.rules().lexicons[miss_.lexicon].entries[miss_.entry];
        const std::string word(trial_.text().lower(preposition));
        if (entry.prepositions.empty()) {
            add(add_entry(trial_.book(), trial_.rules(), miss_.lexicon, entry.text + " " + word,
                          entry.stance));
        } else if (entry.stance != kNoId) {
            add(change_entry(trial_.book(), trial_.rules(), entry, entry.text + "/" + word, entry.stance));
        }
    }

    /// A gap between the cue and the part that did not follow at once.
    void add_for_part() {
        const Rule& rule = trial_.rules().rules[miss_.rule];
        const auto* const sequence =
            rule.match == nullptr ? nullptr : std::get_if<pattern::Sequence>(&rule.match->form);
        if (sequence == nullptr || miss_.part.empty()) {
            return;
        }
        bool is_behind_cue = false;
        for (std::size_t at = 0; at < sequence->items.size(); ++at) {
            const pattern::Node& item = sequence->items[at];
            if (!is_cue(item) && holds(item, miss_.part)) {
                const bool has_before = is_behind_cue && at > 0;
                const bool has_behind = !is_behind_cue && at + 1 < sequence->items.size();
                add_room(item, is_behind_cue,
                         has_before   ? &sequence->items[at - 1]
                         : has_behind ? &sequence->items[at + 1]
                                      : nullptr);
            }
            is_behind_cue = is_behind_cue || is_cue(item);
        }
    }

    /// A wider gap where `beside`, towards the cue, is one; else a new one.
    void add_room(const pattern::Node& item, bool is_behind_cue, const pattern::Node* beside) {
        constexpr std::uint32_t kRoom = 4;
        const auto* const gap = beside == nullptr ? nullptr : std::get_if<pattern::Gap>(&beside->form);
        if (gap != nullptr && gap->forbidden == nullptr) {
            add(change_pattern(trial_.book(), trial_.rules(), miss_.rule, beside->span,
                               "..." + std::to_string(gap->most + kRoom)));
        } else if (gap == nullptr && is_behind_cue) {
            add(change_pattern(trial_.book(), trial_.rules(), miss_.rule, {item.span.begin, item.span.begin},
                               "...4(no VERB) "));
        } else if (gap == nullptr) {
            add(change_pattern(trial_.book(), trial_.rules(), miss_.rule, {item.span.end, item.span.end},
                               " ...4(no VERB)"));
        }
    }

    /// The word in a list of the part of speech that it was read as.
    void add_for_word() {
        const LexiconEntry& entry = trial_.rules().lexicons[miss_.lexicon].entries[miss_.entry];
        const Sentence& sentence = trial_.text().sentence_at(miss_.cue);
        Goal goal;
        goal.cue_at = trial_.annotation().span[miss_.cue];
        std::vector<TokenIndex> below = nearest([&](TokenIndex token) {
            return trial_.text().tree().head(token) == miss_.cue &&
                   preposition_of(trial_.text(), token) != kNoToken;
        });
        const TokenIndex subject = below.empty() ? kNoToken : below.front();
        for (const EntryIdea& idea :
             find_entries(trial_, goal, sentence.span, miss_.cue, subject, entry.stance)) {
            add(add_entry(trial_.book(), trial_.rules(), idea.list, idea.entry, idea.stance));
        }
        if (edits_.empty()) {
            add_to_likely_list(entry, subject);
        }
    }

    /// Where no list gives anything here: the one with the most entries of that stance.
    void add_to_likely_list(const LexiconEntry& entry, TokenIndex subject) {
        LexiconId best = kNoId;
        std::ptrdiff_t most = -1;
        for (const LexiconId id : stance_lists(trial_.rules())) {
            const Lexicon& list = trial_.rules().lexicons[id];
            const auto alike = std::ranges::count(list.entries, entry.stance, &LexiconEntry::stance);
            if (list.word_class != WordClass::any && alike > most &&
                is_of_class(trial_.text(), list.word_class, miss_.cue)) {
                best = id;
                most = alike;
            }
        }
        if (best != kNoId) {
            const auto forms =
                entry_forms(trial_, miss_.cue, subject, trial_.rules().lexicons[best].word_class);
            if (!forms.empty()) {
                add(add_entry(trial_.book(), trial_.rules(), best, forms.front(), entry.stance));
            }
        }
    }

    const Trial& trial_;
    const NearMiss& miss_;
    const WantedWords& wanted_;
    std::vector<RuleEdit> edits_;
};

}  // namespace

std::vector<RuleEdit> edits_for(const Trial& trial, const NearMiss& miss, const WantedWords& wanted) {
    return MissEdits(trial, miss, wanted).run();
}

std::vector<std::string> results_in(const Trial& trial, ByteSpan part) {
    const Resolved& resolved = trial.processed().resolved;
    std::vector<std::string> lines;
    for (const Claim& claim : resolved.claims) {
        if (claim.sentence.overlaps(part)) {
            lines.push_back(line_of(claim));
        }
    }
    if (lines.empty()) {
        for (const Attribution& attribution : resolved.attributions) {
            if (attribution.cue.overlaps(part)) {
                lines.push_back(line_of(attribution, trial.document()));
            }
        }
    }
    std::ranges::sort(lines);
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

std::optional<TriedEdit> mend(const Trial& trial, const NearMiss& miss) {
    const ByteSpan sentence = trial.text().sentence_at(miss.cue).span;
    const std::vector<std::string> before = results_in(trial, sentence);
    std::optional<TriedEdit> first;
    for (const RuleEdit& edit : edits_for(trial, miss, {})) {
        const Trial after(trial.book().with(edit), trial.document());
        if (!after.is_sound()) {
            continue;
        }
        TriedEdit tried{edit, {}};
        std::ranges::set_difference(results_in(after, sentence), before, std::back_inserter(tried.gives));
        if (!tried.gives.empty()) {
            return tried;
        }
        first = first ? first : tried;
    }
    return first;
}

}  // namespace stancegraph
