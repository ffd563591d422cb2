#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "pattern/ast.hpp"
#include "ruleset/certainty_table.hpp"
#include "ruleset/statement_ends.hpp"

/// The checked content of a folder of rule files. Ids are indices into the vectors of RuleSet, in load order.
namespace stancegraph {

using StanceId = std::uint32_t;
using ActorId = std::uint32_t;
using SubjectId = std::uint32_t;
using LexiconId = std::uint32_t;
using RuleId = std::uint32_t;
inline constexpr std::uint32_t kNoId = std::numeric_limits<std::uint32_t>::max();

struct Stance {
    std::string label;
    double polarity = 0.0;  ///< In [-1, 1].
    StanceId parent = kNoId;
    StanceId opposite = kNoId;  ///< For queries; not for negation.
    StanceId negated = kNoId;   ///< What 'does not X' amounts to.
    StanceId turned = kNoId;    ///< What 'X the end of Y' is for Y; kNoId: that is a subject of its own.
    bool makes_claims = true;   ///< False: an attribution only; who knows a thing takes no stance on it.
    std::map<std::string, std::string> codes;
    Location location;
};

enum class ActorKind : std::uint8_t {
    person,
    organisation,
    company,
    institution,
    state,
    media,
    group,
    anonymous
};
inline constexpr std::array<std::string_view, 8> kActorKindNames{
    "person", "organisation", "company", "institution", "state", "media", "group", "anonymous"};

[[nodiscard]] constexpr std::string_view name_of(ActorKind kind) {
    return kActorKindNames[static_cast<std::size_t>(kind)];
}

enum class PronounSet : std::uint8_t { unknown, he, she, they, it };

struct Title {
    std::string title;
    std::string from;  ///< ISO date or empty.
    std::string to;
};

/// Another actor's name, where it is written.
struct NamedActor {
    std::string name;
    Location location;
};

struct Actor {
    std::string name;
    std::vector<std::string> aliases;
    std::vector<NamedActor> same_as;         ///< Names that other articles have for the actor.
    std::vector<NamedActor> different_from;  ///< Names that are never taken for the actor's.
    ActorKind kind = ActorKind::organisation;
    PronounSet pronouns = PronounSet::unknown;
    std::vector<Title> titles;
    std::string affiliation;
    bool only_as_speaker = false;  ///< `Washington` is the government only where it speaks or is accused.
    pattern::NodePtr
        match;  ///< For open classes such as analysts; may be null. Its span refers to `match_location`.
    std::string wikidata;
    Location location;
};

struct Subject {
    std::string name;
    pattern::NodePtr match;  ///< May be null: then the name itself, in any form of its words.
    SubjectId parent = kNoId;
    std::uint32_t depth = 0;  ///< 0 for a root.
    Location location;
};

enum class WordClass : std::uint8_t { any, verb, noun, adjective, adverb };

/// One line of a word list: head [particle] [_] [prep{/prep}], such as `point out`, `object to`, `accuse _
/// of`.
struct LexiconEntry {
    std::string text;                       ///< As written; shown on claims.
    std::string head;                       ///< One word; matches its lemma or form, any case.
    std::vector<std::string> particles;     ///< Words that belong to the cue: `point out`, `make clear`.
    bool has_person = false;                ///< `_`: >whom stands in between.
    std::vector<std::string> prepositions;  ///< Any of them introduces >what.
    StanceId stance = kNoId;                ///< The entry's own or the list's; kNoId where neither says one.
    double certainty = 1.0;                 ///< From the long form `{certainty: 0.4}`.
    std::vector<pattern::Kind> what;        ///< From `{what: SUBJECT | ACTOR}`: >what must be one of these.
    Location location;
};

struct Lexicon {
    std::string name;
    WordClass word_class = WordClass::any;
    std::vector<LexiconEntry>
        entries;  ///< Its own first, then those of lists that it extends or that add to it.
    Location location;
};

enum class Stage : std::uint8_t { attribution, stance, discourse, modifier };
enum class RuleStatus : std::uint8_t { on, draft, off };
enum class Modality : std::uint8_t { asserted, possible, reported, conditional, question, future };
inline constexpr std::array<std::string_view, 6> kModalityNames{"asserted",    "possible", "reported",
                                                                "conditional", "question", "future"};

[[nodiscard]] constexpr std::string_view name_of(Modality modality) {
    return kModalityNames[static_cast<std::size_t>(modality)];
}

struct Slot {
    std::string name;
    bool is_optional = false;
    pattern::Filler filler;
    Location location;
};

/// `said:ATTRIBUTION within 2 sentences before`
struct Given {
    enum class Unit : std::uint8_t { sentences, paragraphs };

    std::string name;
    pattern::Kind kind = pattern::Kind::attribution;  ///< attribution or claim.
    std::optional<std::uint32_t> within;              ///< Absent: anywhere in the same sentence.
    Unit unit = Unit::sentences;
    Location location;
};

/// `open(said.statement)`, `contains(a.x, b.y)`, `headline()`, `same_paragraph(a, b)`, `inside(QUOTE)`.
struct Predicate {
    enum class Form : std::uint8_t { open, contains, headline, same_paragraph, inside };

    Form form = Form::headline;
    std::vector<pattern::SlotReference> arguments;  ///< A bare `a` is {a, ""}.
    std::optional<pattern::Kind> kind;              ///< For inside(KIND).
    Location location;
};

/// `unless:` - a pattern, or a kind that the cue must not stand in.
struct Unless {
    pattern::NodePtr match;
    std::optional<pattern::Kind> inside;
    Location location;
};

/// The constants and references of `emit:`.
struct Emit {
    bool is_nothing = false;  ///< `emit: nothing`: wins like any rule and yields no result.
    bool is_unclaimed =
        false;  ///< `emit: statement`: what is said, and nobody's stance ("declined to comment").
    StanceId stance = kNoId;
    std::string stance_of;    ///< `stance: label.stance`: the stance of the entry that matched slot `label`.
    double certainty = 1.0;   ///< Factor from `certainty: x0.8`.
    std::string judged_by;    ///< `AUTHOR` or empty.
    std::string joins;        ///< Name of the given result whose statement this one continues.
    std::string replaces;     ///< Name of the given result that this one replaces.
    std::vector<Slot> slots;  ///< `speaker: inner.speaker`, `via: outer.speaker`, …
};

struct Effect {
    bool negates = false;
    std::optional<Modality> modality;
    double certainty = 1.0;
};

struct Example {
    std::string text;
    std::vector<std::string> gives;  ///< Empty for `gives: nothing`.
    std::string todo;                ///< Not empty: known to fail, and why.
    std::string parse;               ///< Frozen CoNLL-U or empty.
    Location location;
};

struct Rule {
    std::string name;
    std::string title;
    std::string notes;
    std::vector<std::string> tags;
    RuleStatus status = RuleStatus::on;
    Stage stage = Stage::stance;
    int priority = 50;
    bool also = false;       ///< Exempt from the one-result-per-cue rule.
    pattern::NodePtr match;  ///< Macros inserted; null where only `given` says what to work on.
    std::vector<Slot> slots;
    std::vector<Given> given;
    std::vector<Predicate> where;
    std::vector<Unless> unless;
    Emit emit;
    std::vector<pattern::Path> attach;  ///< Modifiers: any of these paths from `m` to `cue`.
    bool attaches_in_sentence = false;  ///< `attach: same_sentence`.
    Effect effect;
    std::vector<Example> examples;
    Location location;
};

struct Settings {
    std::uint32_t max_gap = 12;
    std::uint32_t max_width = 96;  ///< Tokens.
    bool keep_unresolved = true;
    std::uint32_t topic_window = 2;  ///< Sentences.
    std::string author;              ///< Empty: the outlet.
};

struct RuleSet {
    std::vector<Stance> stances;
    std::vector<Actor> actors;
    std::vector<Subject> subjects;  ///< Parents before their children.
    std::vector<Lexicon> lexicons;
    std::vector<Rule> rules;  ///< In load order: files by import, then name; ties of conflicts end here.
    Settings settings;
    CertaintyTable certainty;      ///< Of the last file that has one.
    StatementEnds statement_ends;  ///< Of the last file that has one.

    [[nodiscard]] StanceId find_stance(std::string_view label) const;   ///< kNoId if there is none. O(n).
    [[nodiscard]] LexiconId find_lexicon(std::string_view name) const;  ///< kNoId if there is none. O(n).
    [[nodiscard]] RuleId find_rule(std::string_view name) const;        ///< kNoId if there is none. O(n).
    /// The texts of a list's entries; empty when there is no such list: the program works without any.
    [[nodiscard]] std::vector<std::string> words_of(std::string_view lexicon) const;
};

}  // namespace stancegraph
