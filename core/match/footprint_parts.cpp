#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "match/footprint.hpp"
#include "pattern/printer.hpp"

namespace stancegraph {
namespace {

/// All members of an item as one text, equal only for equal items. Members are parted by a control character
/// that no rule file may hold.
class Description {
public:
    template <typename Value>
    Description& add(const Value& value) {
        if constexpr (std::is_enum_v<Value>) {
            text_ += fmt::format("{}\x1f", static_cast<int>(value));
        } else {
            text_ += fmt::format("{}\x1f", value);
        }
        return *this;
    }

    Description& add(const pattern::NodePtr& node) {
        return add(node == nullptr ? "" : pattern::print(*node));
    }

    template <typename Value>
    Description& add(const std::optional<Value>& value) {
        return value.has_value() ? add(*value) : add("none");
    }

    Description& add(const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            add(text);
        }
        return add("end");
    }

    Description& add(const std::vector<Slot>& slots) {
        for (const Slot& slot : slots) {
            add(slot.name).add(slot.is_optional).add(pattern::print(slot.filler));
        }
        return add("end");
    }

    [[nodiscard]] std::uint64_t hash() const { return hash_of(text_); }

private:
    std::string text_;
};

std::uint64_t hash_of_rule(const RuleSet& rules, const Rule& rule) {
    Description text;
    text.add(rule.status).add(rule.stage).add(rule.priority).add(rule.also).add(rule.match).add(rule.slots);
    for (const Given& given : rule.given) {
        text.add(given.name).add(given.kind).add(given.within).add(given.unit);
    }
    for (const Predicate& predicate : rule.where) {
        text.add(predicate.form).add(predicate.kind);
        for (const pattern::SlotReference& argument : predicate.arguments) {
            text.add(argument.result).add(argument.slot);
        }
    }
    for (const Unless& unless : rule.unless) {
        text.add(unless.match).add(unless.inside);
    }
    const Emit& emit = rule.emit;
    text.add(emit.is_nothing).add(emit.is_unclaimed).add(emit.stance_of).add(emit.certainty);
    text.add(emit.stance == kNoId ? "" : rules.stances[emit.stance].label);
    text.add(emit.judged_by).add(emit.joins).add(emit.replaces).add(emit.slots);
    for (const pattern::Path& path : rule.attach) {
        text.add(pattern::print(path));
    }
    text.add(rule.attaches_in_sentence);
    text.add(rule.effect.negates).add(rule.effect.modality).add(rule.effect.certainty);
    return text.hash();
}

std::uint64_t hash_of_entry(const RuleSet& rules, const Lexicon& lexicon, const LexiconEntry& entry) {
    Description text;
    text.add(lexicon.word_class).add(entry.text).add(entry.head).add(entry.particles);
    text.add(entry.has_person).add(entry.prepositions).add(entry.certainty);
    text.add(entry.stance == kNoId ? "" : rules.stances[entry.stance].label);
    for (const pattern::Kind kind : entry.what) {
        text.add(kind);
    }
    return text.hash();
}

std::uint64_t hash_of_actor(const Actor& actor) {
    Description text;
    text.add(actor.name).add(actor.aliases).add(actor.kind).add(actor.pronouns);
    for (const Title& title : actor.titles) {
        text.add(title.title).add(title.from).add(title.to);
    }
    return text.add(actor.affiliation).add(actor.only_as_speaker).add(actor.match).add(actor.wikidata).hash();
}

/// With all above it: they decide which of two subjects is the deeper one.
std::uint64_t hash_of_subject(const RuleSet& rules, SubjectId id) {
    Description text;
    text.add(rules.subjects[id].match);
    for (; id != kNoId; id = rules.subjects[id].parent) {
        text.add(rules.subjects[id].name);
    }
    return text.hash();
}

std::uint64_t hash_of_stance(const RuleSet& rules, const Stance& stance) {
    const auto label = [&rules](StanceId id) {
        return id == kNoId ? std::string() : rules.stances[id].label;
    };
    return Description()
        .add(stance.polarity)
        .add(label(stance.parent))
        .add(label(stance.opposite))
        .add(label(stance.negated))
        .add(label(stance.turned))
        .add(stance.makes_claims)
        .hash();
}

std::uint64_t hash_of_settings(const Settings& settings) {
    return Description()
        .add(settings.max_gap)
        .add(settings.max_width)
        .add(settings.keep_unresolved)
        .add(settings.topic_window)
        .add(settings.author)
        .hash();
}

template <typename Evidence>
void add_evidence(const Evidence& evidence, Description& text) {
    for (const auto& values : evidence) {
        for (const auto& [value, measured] : values) {
            text.add(value).add(measured.odds);
        }
        text.add("end");
    }
}

std::uint64_t hash_of_certainty(const CertaintyTable& table) {
    Description text;
    for (const CertaintyModel* const model : {&table.attribution, &table.claim, &table.subject}) {
        text.add(model->odds).add(model->attribution);
        add_evidence(model->evidence, text);
    }
    return text.hash();
}

std::uint64_t hash_of_ends(const StatementEnds& ends) {
    Description text;
    text.add(ends.odds);
    add_evidence(ends.evidence, text);
    return text.hash();
}

/// Names the words of which a document with this name in it must have one: those that begin with a capital
/// letter, or the first where none does.
void add_name(const std::string& name, std::vector<std::string>& words) {
    const std::size_t before = words.size();
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        const std::string word = name.substr(at, end - at);
        if (word != utf8::to_lower(word)) {
            words.push_back(word);
        }
        at = end + 1;
    }
    if (words.size() == before) {
        words.push_back(name.substr(0, name.find(' ')));
    }
}

class PartsOf {
public:
    PartsOf(const CompiledRules& compiled, const std::function<ListUse(std::string_view)>& use_of)
        : compiled_(compiled), rules_(compiled.rules()), use_of_(use_of) {}

    [[nodiscard]] std::vector<FootprintPart> all() {
        add_general("settings", hash_of_settings(rules_.settings));
        add_general("certainty", hash_of_certainty(rules_.certainty));
        add_general("statement_ends", hash_of_ends(rules_.statement_ends));
        for (const Stance& stance : rules_.stances) {
            add_general("stance/" + stance.label, hash_of_stance(rules_, stance));
        }
        find_pattern_words();
        add_rules();
        add_entries();
        add_actors();
        add_subjects();
        return std::move(parts_);
    }

private:
    struct Words {
        bool is_everywhere = false;
        std::vector<std::string> words;
    };

    void add(std::string key, std::uint64_t hash, const Words& words, Reach reach = Reach::matching) {
        while (!keys_.insert(key).second) {
            key += "#";
        }
        FootprintPart part{.key = std::move(key), .hash = hash, .reach = reach};
        part.is_everywhere = words.is_everywhere;
        for (const std::string& word : words.words) {
            part.words.push_back(word_key(utf8::to_lower(word)));
        }
        std::ranges::sort(part.words);
        part.words.erase(std::unique(part.words.begin(), part.words.end()), part.words.end());
        parts_.push_back(std::move(part));
    }

    void add_general(std::string key, std::uint64_t hash) {
        add(std::move(key), hash, {.is_everywhere = true});
    }

    /// The trigger words of the patterns, by owner.
    void find_pattern_words() {
        for (const RunnablePattern& pattern : compiled_.patterns()) {
            if (pattern.owner == PatternOwner::unless) {
                continue;
            }
            Words& words = pattern_words_[{pattern.owner, pattern.id}];
            for (const pattern::Anchor& anchor : pattern.code.anchors) {
                words.is_everywhere = words.is_everywhere || anchor.form == pattern::Anchor::Form::none;
                words.words.insert(words.words.end(), anchor.words.begin(), anchor.words.end());
                if (anchor.form == pattern::Anchor::Form::list) {
                    const std::vector<std::string> heads = compiled_.heads(anchor.argument);
                    words.words.insert(words.words.end(), heads.begin(), heads.end());
                }
            }
        }
    }

    [[nodiscard]] Words words_of(PatternOwner owner, std::uint32_t id) const {
        const auto found = pattern_words_.find({owner, id});
        return found == pattern_words_.end() ? Words() : found->second;
    }

    void add_rules() {
        for (RuleId id = 0; id < rules_.rules.size(); ++id) {
            const Rule& rule = rules_.rules[id];
            Words words = words_of(PatternOwner::rule, id);
            words.is_everywhere =
                words.is_everywhere || (rule.match == nullptr && compiled_.rule(id).is_active);
            add("rule/" + rule.name, hash_of_rule(rules_, rule), words);
        }
    }

    void add_entries() {
        for (const Lexicon& lexicon : rules_.lexicons) {
            const ListUse use = use_of_(lexicon.name);
            for (const LexiconEntry& entry : lexicon.entries) {
                add(fmt::format("entry/{}/{}", lexicon.name, entry.text),
                    hash_of_entry(rules_, lexicon, entry),
                    {.is_everywhere = !use.is_by_word, .words = {entry.head}}, use.reach);
            }
        }
    }

    void add_actors() {
        for (ActorId id = 0; id < rules_.actors.size(); ++id) {
            const Actor& actor = rules_.actors[id];
            Words words = words_of(PatternOwner::actor, id);
            add_name(actor.name, words.words);
            for (const std::string& alias : actor.aliases) {
                add_name(alias, words.words);
            }
            for (const Title& title : actor.titles) {
                const std::string last = title.title.substr(title.title.rfind(' ') + 1);
                words.words.push_back(last);
                add("title/" + last, 0, {.is_everywhere = false, .words = {last}}, Reach::annotation);
            }
            add("actor/" + actor.name, hash_of_actor(actor), words);
        }
    }

    void add_subjects() {
        for (SubjectId id = 0; id < rules_.subjects.size(); ++id) {
            add("subject/" + rules_.subjects[id].name, hash_of_subject(rules_, id),
                words_of(PatternOwner::subject, id));
        }
    }

    const CompiledRules& compiled_;
    const RuleSet& rules_;
    const std::function<ListUse(std::string_view)>& use_of_;
    std::map<std::pair<PatternOwner, std::uint32_t>, Words> pattern_words_;
    std::set<std::string> keys_;
    std::vector<FootprintPart> parts_;
};

}  // namespace

Footprint footprint_of(const CompiledRules& rules,
                       const std::function<ListUse(std::string_view list)>& use_of) {
    return Footprint(PartsOf(rules, use_of).all());
}

}  // namespace stancegraph
