#include "workbench/goal_edits.hpp"

#include <algorithm>
#include <cctype>
#include <tuple>

#include <fmt/format.h>

#include "match/phrases.hpp"
#include "match/slot_filler.hpp"
#include "pipeline/result_lines.hpp"
#include "workbench/cue_entries.hpp"
#include "workbench/places.hpp"
#include "workbench/rule_edits.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostCues = 6;
constexpr int kHighest = 100;

void add(std::optional<RuleEdit> edit, std::string reason, std::vector<EditIdea>& ideas) {
    if (edit) {
        ideas.push_back({*std::move(edit), std::move(reason)});
    }
}

/// The words as a pattern: each in any form; nothing where a word is more than letters and digits.
std::string pattern_of(const Trial& trial, ByteSpan bytes) {
    const TokenSpan tokens = trial.annotation().tokens_in(bytes);
    std::string pattern;
    if (tokens.is_empty() || trial.text().upos(head_of(trial.text(), tokens)) == Upos::verb) {
        return pattern;  // what somebody does is no name of a subject
    }
    for (TokenIndex token = tokens.begin; token < tokens.end; ++token) {
        const Deprel label = trial.text().tree().label(token);
        if (trial.text().upos(token) == Upos::punct) {
            pattern.clear();  // "sought-after processors": what follows is enough
            continue;
        }
        if (label == Deprel::det || label == Deprel::nmod_poss) {
            continue;
        }
        const std::string lemma(trial.text().lemma(token));
        const std::string word = lemma.empty() ? std::string(trial.text().lower(token)) : lemma;
        const bool is_plain = std::ranges::all_of(word, [](char letter) {
            return ('a' <= letter && letter <= 'z') || ('0' <= letter && letter <= '9');
        });
        if (!is_plain) {
            return {};
        }
        pattern += (pattern.empty() ? "" : " ") + word;
    }
    return pattern;
}

/// The words as another name: without determiners before them.
std::string alias_in(const Trial& trial, ByteSpan bytes) {
    TokenSpan tokens = trial.annotation().tokens_in(bytes);
    while (tokens.size() > 1 && (trial.text().tree().label(tokens.begin) == Deprel::det ||
                                 trial.text().xpos(tokens.begin) == Xpos::jj)) {
        ++tokens.begin;
    }
    const ByteSpan named = trial.annotation().bytes_of(tokens);
    return on_one_line(std::string_view(trial.document().text).substr(named.begin, named.size()));
}

/// The kind of actor that a name is, as far as the text tells.
std::string_view kind_of(const Trial& trial, ByteSpan bytes) {
    const TokenSpan tokens = trial.annotation().tokens_in(bytes);
    for (const Name& name : trial.annotation().names) {
        if (name.tokens.overlaps(tokens) && name.kind == NameKind::person) {
            return "person";
        }
    }
    return "organisation";
}

/// True where the words that were found are those that were meant, or those that were meant stand nowhere.
bool is_same_place(const Trial& trial, const Located& wanted, ByteSpan found) {
    return !wanted.is_found() || wanted.tokens.overlaps(trial.annotation().tokens_in(found));
}

bool is_pronoun(const Trial& trial, ByteSpan bytes) {
    const TokenSpan tokens = trial.annotation().tokens_in(bytes);
    return tokens.size() == 1 && trial.text().upos(tokens.begin) == Upos::pron;
}

void add_stance(const Trial& trial, const Goal& goal, const Claim& claim, std::vector<EditIdea>& ideas) {
    const Resolved& resolved = trial.processed().resolved;
    const auto at = static_cast<std::size_t>(&claim - resolved.claims.data());
    const Mention& mention = trial.processed().matches.mentions[resolved.claim_mentions[at]];
    const StanceId stance = trial.rules().find_stance(goal.stance);
    const bool is_of_entry = mention.stage != Stage::attribution && mention.lexicon != kNoId &&
                             trial.rules().rules[mention.rule].emit.stance == kNoId;
    if (is_of_entry && stance != kNoId) {
        const LexiconEntry& entry = trial.rules().lexicons[mention.lexicon].entries[mention.entry];
        add(change_entry(trial.book(), trial.rules(), entry, entry.text, stance),
            fmt::format("only if “{}” always means “{}”: every claim with it changes", entry.text,
                        goal.stance),
            ideas);
    }
}

}  // namespace

std::vector<StanceId> stances_for(const RuleSet& rules, const std::string& label) {
    const StanceId wanted = rules.find_stance(label);
    if (wanted == kNoId) {
        return {};
    }
    std::vector<StanceId> stances{wanted};
    for (StanceId id = 0; id < rules.stances.size(); ++id) {
        const Stance& stance = rules.stances[id];
        if (id != wanted && (stance.turned == wanted || stance.negated == wanted)) {
            stances.push_back(id);  // "clamoured for an end to the toll" opposes the toll
        }
    }
    return stances;
}

std::vector<EditIdea> edits_of_nearest(const Trial& trial, const Goal& goal, ByteSpan part,
                                       const WantedWords& wanted, bool only_names) {
    std::vector<EditIdea> ideas;
    for (const Claim& claim : trial.processed().resolved.claims) {
        const Difference differs = difference(goal, claim);
        const bool is_known_speaker =
            wanted.speaker.is_found() && is_same_place(trial, wanted.speaker, claim.speaker.span);
        if (!claim.sentence.overlaps(part) || differs.count() > 2 ||
            (differs.speaker && differs.subject && !is_known_speaker)) {
            continue;
        }
        const std::string pattern = pattern_of(trial, claim.subject.span);
        const bool is_subject = !only_names || is_same_place(trial, wanted.subject, claim.subject.span);
        if (differs.subject && !pattern.empty() && is_subject) {
            add(add_subject_pattern(trial.book(), trial.rules(), goal.subject, pattern),
                fmt::format("only if “{}” always means {}; its subject is called {} now", pattern,
                            goal.subject, claim.subject.name),
                ideas);
        }
        if (differs.speaker && !claim.speaker.span.is_empty() && !is_pronoun(trial, claim.speaker.span) &&
            is_same_place(trial, wanted.speaker, claim.speaker.span)) {
            add(add_alias(trial.book(), trial.rules(), goal.speaker, alias_in(trial, claim.speaker.span),
                          kind_of(trial, claim.speaker.span)),
                fmt::format("its speaker is called {} now", claim.speaker.name), ideas);
        }
        if (differs.stance && !only_names) {
            add_stance(trial, goal, claim, ideas);
        }
    }
    return ideas;
}

std::vector<TokenIndex> likely_cues(const Trial& trial, ByteSpan part, const WantedWords& wanted) {
    const TextView& text = trial.text();
    const TokenSpan all = trial.annotation().tokens_in(part);
    const auto is_content = [&](TokenIndex token) {
        const Upos word = text.upos(token);
        return word == Upos::verb || word == Upos::noun || word == Upos::adj || word == Upos::adv;
    };
    const auto far = [&](const Located& from, TokenIndex token) {
        return from.is_found() ? tree_distance(text, from.head, token) : std::size_t{0};
    };
    std::vector<TokenIndex> cues;
    for (TokenIndex token = all.begin; token < all.end; ++token) {
        const bool is_part = (wanted.speaker.is_found() && wanted.speaker.tokens.contains(token)) ||
                             (wanted.subject.is_found() && wanted.subject.tokens.contains(token));
        const bool is_beside = far(wanted.subject, token) < kFar &&
                               (wanted.speaker.is_pronoun || far(wanted.speaker, token) < kFar);
        if (is_content(token) && text.has_tree(token) && !is_part && is_beside) {
            cues.push_back(token);
        }
    }
    std::ranges::stable_sort(cues, [&](TokenIndex left, TokenIndex right) {
        const auto key = [&](TokenIndex token) {
            return std::tuple(far(wanted.speaker, token) + far(wanted.subject, token),
                              far(wanted.subject, token));
        };
        return key(left) < key(right);
    });
    cues.resize(std::min(kMostCues, cues.size()));
    return cues;
}

std::vector<EditIdea> edits_of_lists(const Trial& trial, const Goal& goal, ByteSpan part, TokenIndex cue,
                                     const WantedWords& wanted) {
    constexpr std::size_t kMost = 2;
    std::vector<EditIdea> ideas;
    for (const StanceId stance : stances_for(trial.rules(), goal.stance)) {
        const auto entries = stance == kNoId
                                 ? std::vector<EntryIdea>()
                                 : find_entries(trial, goal, part, cue, wanted.subject.head, stance);
        for (const EntryIdea& entry : entries) {
            if (ideas.size() < kMost) {
                add(add_entry(trial.book(), trial.rules(), entry.list, entry.entry, entry.stance),
                    reason_of(entry, trial.rules()), ideas);
            }
        }
        if (!entries.empty() && entries.front().distance == 0) {
            break;
        }
    }
    return ideas;
}

std::vector<EditIdea> edits_of_losers(const Trial& trial, ByteSpan part) {
    std::vector<EditIdea> ideas;
    for (const Beaten& beaten : trial.trace().beaten) {
        const Mention& loser = beaten.loser;
        const bool is_here = !loser.cue.empty() && trial.annotation().span[loser.cue.front()].overlaps(part);
        if (!is_here || beaten.reason.starts_with("unless")) {
            continue;
        }
        const Rule& rule = trial.rules().rules[loser.rule];
        int highest = rule.priority;
        for (const Rule& other : trial.rules().rules) {
            const bool is_winner =
                beaten.winner == kNoId
                    ? beaten.reason.ends_with(": " + other.name)
                    : &other == &trial.rules().rules[trial.processed().matches.mentions[beaten.winner].rule];
            highest = is_winner ? std::max(highest, other.priority) : highest;
        }
        add(set_priority(trial.book(), trial.rules(), loser.rule, std::min(highest + 1, kHighest)),
            "it changes which rule wins in every sentence where both fit", ideas);
    }
    return ideas;
}

std::vector<EditIdea> edits_of_misses(const Trial& trial, const Goal& goal, ByteSpan part,
                                      const WantedWords& wanted) {
    const bool is_nobody = !wanted.speaker.is_found() && goal.speaker != "AUTHOR";
    std::vector<EditIdea> ideas;
    for (const NearMiss& miss : trial.trace().near_misses) {
        const bool wants_person = miss.form == NearMiss::Form::slot && is_person_slot(miss.part);
        if (!trial.annotation().span[miss.cue].overlaps(part) || (is_nobody && wants_person)) {
            continue;
        }
        for (RuleEdit& edit : edits_for(trial, miss, wanted)) {
            ideas.push_back(
                {std::move(edit), fmt::format("{} nearly fits", trial.rules().rules[miss.rule].name)});
        }
    }
    return ideas;
}

}  // namespace stancegraph
