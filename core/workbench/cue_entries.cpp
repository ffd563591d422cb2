#include "workbench/cue_entries.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "match/entries.hpp"
#include "pattern/tree.hpp"
#include "ruleset/entry_parser.hpp"

namespace stancegraph {
namespace {

/// The names of the lists in the pattern and the slots of the rule.
void add_lists(const Rule& rule, std::set<std::string>& names) {
    const auto add = [&names](const std::vector<pattern::NameUse>& uses) {
        std::ranges::transform(uses, std::inserter(names, names.end()), &pattern::NameUse::name);
    };
    if (rule.match != nullptr) {
        add(pattern::lists_used(*rule.match));
    }
    for (const Slot& slot : rule.slots) {
        for (const pattern::FillerChoice& choice : slot.filler.choices) {
            if (const auto* path = std::get_if<pattern::Path>(&choice.form)) {
                add(pattern::lists_used(*path));
            }
        }
    }
}

/// The word that the preposition stands with: the child of `cue` under which the subject hangs.
TokenIndex branch_to(const TextView& text, TokenIndex cue, TokenIndex subject) {
    TokenIndex at = subject;
    for (std::uint32_t step = 0; at != kNoToken && step < Tree::kDeepest; ++step) {
        const TokenIndex above = text.tree().head(at);
        if (above == cue) {
            return at;
        }
        at = above;
    }
    return kNoToken;
}

/// The first word that a preposition brings in under the cue.
TokenIndex first_brought_in(const TextView& text, TokenIndex cue) {
    for (const TokenIndex child : text.tree().children(cue)) {
        if (contains(kObliques | kNominalModifiers, text.tree().label(child)) &&
            preposition_of(text, child) != kNoToken) {
            return child;
        }
    }
    return kNoToken;
}

std::string head_word(const TextView& text, TokenIndex cue, WordClass word_class) {
    const bool is_by_form = word_class == WordClass::adjective || word_class == WordClass::adverb;
    return std::string(is_by_form || text.lemma(cue).empty() ? text.lower(cue) : text.lemma(cue));
}

/// The particles that an entry of the rule set may have at its end without being taken for a preposition.
std::vector<std::string> entry_particles(const RuleSet& rules) {
    std::vector<std::string> particles = rules.words_of("particle");
    const std::vector<std::string> prepositions = rules.words_of("preposition");
    std::erase_if(particles, [&](const std::string& word) {
        return std::ranges::find(prepositions, word) != prepositions.end();
    });
    return particles;
}

bool is_in_frame(const LexiconEntry& one, const LexiconEntry& other) {
    const bool shares = std::ranges::any_of(one.prepositions, [&](const std::string& word) {
        return std::ranges::find(other.prepositions, word) != other.prepositions.end();
    });
    return one.has_person == other.has_person &&
           (shares || (one.prepositions.empty() && other.prepositions.empty()));
}

/// The stances that entries of this frame have most, at most two; those of all entries where it has none.
std::vector<StanceId> usual_stances(const Lexicon& list, const LexiconEntry& entry) {
    constexpr std::size_t kMost = 2;
    for (const bool in_frame : {true, false}) {
        std::map<StanceId, std::size_t> counts;
        for (const LexiconEntry& other : list.entries) {
            if (other.stance != kNoId && (!in_frame || is_in_frame(entry, other))) {
                ++counts[other.stance];
            }
        }
        std::vector<StanceId> stances;
        for (const auto& count : counts) {
            stances.push_back(count.first);
        }
        std::ranges::stable_sort(stances, std::greater{}, [&](StanceId stance) { return counts[stance]; });
        stances.resize(std::min(kMost, stances.size()));
        if (!stances.empty()) {
            return stances;
        }
    }
    return {};
}

class EntrySearch {
public:
    EntrySearch(const Trial& base, const Goal& goal, ByteSpan part, TokenIndex cue, TokenIndex subject)
        : base_(base),
          goal_(goal),
          part_(part),
          cue_(cue),
          subject_(subject),
          before_(distance(goal, base.processed().resolved, part)),
          particles_(entry_particles(base.rules())) {}

    void try_list(LexiconId id, StanceId stance) {
        const Lexicon& list = base_.rules().lexicons[id];
        if (!is_of_class(base_.text(), list.word_class, cue_) ||
            (stance != kNoId && !takes_sides(list, stance))) {
            return;
        }
        for (const std::string& form : entry_forms(base_, cue_, subject_, list.word_class)) {
            const ParsedEntry parsed = parse_entry(form, particles_);
            if (!parsed.entry || has_entry(list, form) || !takes_form(list, *parsed.entry)) {
                continue;
            }
            const std::vector<StanceId> stances =
                stance == kNoId ? usual_stances(list, *parsed.entry) : std::vector<StanceId>{stance};
            for (const StanceId one : stances) {
                try_entry(id, *parsed.entry, one);
            }
        }
    }

    [[nodiscard]] std::vector<EntryIdea> take() {
        const auto key = [](const EntryIdea& idea) {
            return std::tuple(idea.distance, -static_cast<std::int64_t>(idea.alike),
                              -static_cast<std::int64_t>(idea.in_frame), idea.list);
        };
        std::ranges::stable_sort(
            ideas_, [&](const EntryIdea& left, const EntryIdea& right) { return key(left) < key(right); });
        if (!ideas_.empty() && ideas_.front().alike > 0) {
            std::erase_if(ideas_, [](const EntryIdea& idea) { return idea.alike == 0; });
        }
        return std::move(ideas_);
    }

private:
    /// Verbs of saying take no stances, and a list of stances no verb of saying: half of the list is of its
    /// kind.
    [[nodiscard]] bool takes_sides(const Lexicon& list, StanceId stance) const {
        const bool is_neutral = base_.rules().stances[stance].polarity == 0;
        std::size_t alike = 0;
        std::size_t all = 0;
        for (const LexiconEntry& entry : list.entries) {
            all += entry.stance == kNoId ? 0U : 1U;
            alike +=
                entry.stance != kNoId && (base_.rules().stances[entry.stance].polarity == 0) == is_neutral;
        }
        return alike > 0 && 2 * alike >= all && (is_neutral || has_sign(list, stance));
    }

    /// The words for what is bad take none for what is good.
    [[nodiscard]] bool has_sign(const Lexicon& list, StanceId stance) const {
        const double wanted = base_.rules().stances[stance].polarity;
        return std::ranges::any_of(list.entries, [&](const LexiconEntry& entry) {
            return entry.stance != kNoId && base_.rules().stances[entry.stance].polarity * wanted > 0;
        });
    }

    /// A large list without any entry of the form is for other words.
    static bool takes_form(const Lexicon& list, const LexiconEntry& entry) {
        constexpr std::size_t kLarge = 8;
        return list.entries.size() < kLarge ||
               std::ranges::any_of(list.entries,
                                   [&](const LexiconEntry& other) { return is_in_frame(entry, other); });
    }

    static bool has_entry(const Lexicon& list, const std::string& text) {
        return std::ranges::find(list.entries, text, &LexiconEntry::text) != list.entries.end();
    }

    void try_entry(LexiconId id, LexiconEntry entry, StanceId stance) {
        entry.stance = stance;
        RuleSet rules = base_.rules();
        rules.lexicons[id].entries.push_back(entry);
        const Trial trial(std::move(rules), base_.document());
        const int left = distance(goal_, trial.processed().resolved, part_);
        if (left >= before_ || is_alike_known(id, stance, left)) {
            return;
        }
        EntryIdea idea{
            .list = id, .entry = entry.text, .stance = stance, .alike = 0, .in_frame = 0, .distance = left};
        for (const LexiconEntry& other : base_.rules().lexicons[id].entries) {
            const bool in_frame = is_in_frame(entry, other);
            idea.in_frame += in_frame ? 1U : 0U;
            idea.alike += in_frame && other.stance == stance ? 1U : 0U;
        }
        ideas_.push_back(std::move(idea));
    }

    /// The fuller form came first: the same list and stance with less is not worth telling.
    [[nodiscard]] bool is_alike_known(LexiconId list, StanceId stance, int left) const {
        return std::ranges::any_of(ideas_, [&](const EntryIdea& idea) {
            return idea.list == list && idea.stance == stance && idea.distance <= left;
        });
    }

    const Trial& base_;
    const Goal& goal_;
    ByteSpan part_;
    TokenIndex cue_;
    TokenIndex subject_;
    int before_;
    std::vector<std::string> particles_;
    std::vector<EntryIdea> ideas_;
};

}  // namespace

std::string reason_of(const EntryIdea& idea, const RuleSet& rules) {
    const std::string& list = rules.lexicons[idea.list].name;
    if (idea.in_frame == 0) {
        return fmt::format("the list {} has no entry of this form yet", list);
    }
    return fmt::format("the list {} has {} {} of this form, {} of them with “{}”", list, idea.in_frame,
                       idea.in_frame == 1 ? "entry" : "entries", idea.alike,
                       rules.stances[idea.stance].label);
}

std::vector<LexiconId> stance_lists(const RuleSet& rules) {
    std::set<std::string> names;
    for (const Rule& rule : rules.rules) {
        if (rule.status != RuleStatus::off && rule.stage != Stage::modifier) {
            add_lists(rule, names);
        }
    }
    std::vector<LexiconId> lists;
    for (LexiconId id = 0; id < rules.lexicons.size(); ++id) {
        const Lexicon& list = rules.lexicons[id];
        const bool has_stance = std::ranges::any_of(
            list.entries, [](const LexiconEntry& entry) { return entry.stance != kNoId; });
        if (has_stance && names.contains(list.name)) {
            lists.push_back(id);
        }
    }
    return lists;
}

std::vector<std::string> entry_forms(const Trial& trial, TokenIndex cue, TokenIndex subject,
                                     WordClass word_class) {
    const TextView& text = trial.text();
    const std::string head = head_word(text, cue, word_class);
    std::string with_particle = head;
    const TokenIndex particle = text.tree().child(cue, set_of(Deprel::compound_prt));
    if (particle != kNoToken) {
        with_particle += " " + std::string(text.lower(particle));
    }
    const TokenIndex branch =
        subject == kNoToken ? first_brought_in(text, cue) : branch_to(text, cue, subject);
    const TokenIndex preposition = branch == kNoToken ? kNoToken : preposition_of(text, branch);
    const TokenIndex object = text.tree().child(cue, set_of(Deprel::obj, Deprel::iobj, Deprel::nsubj_pass));
    std::vector<std::string> forms;
    const bool has_other_object = word_class == WordClass::verb && object != kNoToken && object != branch;
    if (has_other_object && !trial.kinds().is_speaker(object)) {
        return forms;  // "poured scorn on": it is not pouring that tells the stance
    }
    if (preposition != kNoToken) {
        const std::string word(text.lower(preposition));
        if (has_other_object) {
            forms.push_back(with_particle + " _ " + word);
        }
        forms.push_back(with_particle + " " + word);
    }
    forms.push_back(with_particle);
    if (with_particle != head) {
        forms.push_back(head);
    }
    return forms;
}

std::vector<EntryIdea> find_entries(const Trial& base, const Goal& goal, ByteSpan part, TokenIndex cue,
                                    TokenIndex subject, StanceId stance) {
    EntrySearch search(base, goal, part, cue, subject);
    for (const LexiconId list : stance_lists(base.rules())) {
        search.try_list(list, stance);
    }
    return search.take();
}

}  // namespace stancegraph
