#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/span.hpp"

/// The trees of patterns, token tests and slot fillers, as written: names are not resolved yet, macros not
/// inserted. Grammar: rules/README.md, "Pattern grammar". Every span is a range of bytes in the file that the
/// text stands in; what comes from a macro has the place of its `$name`.
namespace stancegraph::pattern {

/// The words in capitals.
enum class Kind : std::uint8_t {
    // one token
    noun,
    verb,
    adj,
    adv,
    adp,
    pron,
    propn,
    num,
    det,
    aux,
    punct,
    any,
    comma,
    colon,
    dash,
    qmark,
    // a span of tokens
    np,
    speaker,
    actor,
    subject,
    quote,
    clause,
    rest,
    person,
    org,
    place,
    date,
    // a position between tokens
    sentence_start,
    sentence_end,
    paragraph_start,
    paragraph_end,
    // a result of an earlier stage
    attribution,
    claim
};

inline constexpr std::uint8_t kKindCount = static_cast<std::uint8_t>(Kind::claim) + 1;

/// `NOUN` for Kind::noun and so on.
[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] std::optional<Kind> find_kind(std::string_view name);

[[nodiscard]] constexpr bool is_token_kind(Kind kind) {
    return kind <= Kind::qmark;
}

[[nodiscard]] constexpr bool is_span_kind(Kind kind) {
    return kind >= Kind::np && kind <= Kind::date;
}

[[nodiscard]] constexpr bool is_position_kind(Kind kind) {
    return kind >= Kind::sentence_start && kind <= Kind::paragraph_end;
}

// --- Tests of one token: [lemma=say & pos=VERB & !@hedge] ---

enum class Attribute : std::uint8_t { word, lemma, tag, pos, dep, ner, feature, shape };

struct Test;

struct Comparison {
    Attribute attribute = Attribute::word;
    std::string feature;  ///< For Attribute::feature: the name after `feat.`.
    std::string value;    ///< The text, or the regular expression without its slashes.
    bool is_regex = false;
    bool is_case_sensitive = false;
};

struct InList {
    std::string list;
};

struct IsKind {
    Kind kind = Kind::any;
};

struct All {
    std::vector<Test> tests;
};

struct Any {
    std::vector<Test> tests;
};

struct Not {
    std::shared_ptr<const Test> test;
};

struct Test {
    std::variant<Comparison, InList, IsKind, All, Any, Not> form;
    ByteSpan span;
};

// --- Patterns in word order ---

struct Node;
using NodePtr = std::shared_ptr<const Node>;

/// One word: in any form and case, or (exact) just so. An exact one may hold several words, separated by
/// blanks.
struct Word {
    std::string text;
    bool is_exact = false;
};

/// `@list`
struct ListReference {
    std::string list;
};

/// `[...]`
struct TokenTest {
    Test test;
};

/// `...6(no VERB)`: up to `most` tokens, as few as possible, none of which begins a match of `forbidden`.
struct Gap {
    std::uint32_t most = 6;
    NodePtr forbidden;  ///< May be null.
};

/// `name:atom`
struct Capture {
    std::string name;
    NodePtr inner;
};

struct Sequence {
    std::vector<Node> items;
};

struct Choice {
    std::vector<Node> options;
};

struct Repeat {
    static constexpr std::uint32_t kUnbounded = 0xFFFFFFFF;

    NodePtr inner;
    std::uint32_t least = 0;
    std::uint32_t most = kUnbounded;
    bool is_lazy = false;
};

/// `$name`
struct MacroReference {
    std::string macro;
};

/// `(not followed by …)` and the other three.
struct Look {
    NodePtr inner;
    bool is_ahead = true;
    bool is_negative = false;
};

struct Node {
    std::variant<Word, ListReference, Kind, TokenTest, Gap, Capture, Sequence, Choice, Repeat, MacroReference,
                 Look>
        form;
    ByteSpan span;
};

// --- Slot fillers: where a part stands in the tree ---

/// The named roles of rules/README.md, "Roles".
enum class Role : std::uint8_t { who, what, whom, clause, poss };

/// One way to take a step: a role, a preposition, or a relation's name as in the tree.
struct Edge {
    struct Preposition {
        std::vector<std::string> words;
    };

    struct Label {
        std::string name;  ///< Checked by the loader to be a known relation.
    };

    std::variant<Role, Preposition, Label> form;
    ByteSpan span;
};

enum class Direction : std::uint8_t { down, up };

/// `>edge`, `<edge`, with `?` or `*`; or `[test]` of the token reached so far.
struct Step {
    struct Move {
        Direction direction = Direction::down;
        std::vector<Edge> edges;  ///< Any of them.
        bool is_optional = false;
        bool is_repeated = false;  ///< `*`: none, one or more.
    };

    std::variant<Move, Test> form;
    ByteSpan span;
};

/// From a named part of the match through the tree; with no steps the part itself.
struct Path {
    std::string start;
    std::vector<Step> steps;
    std::optional<Kind> kind;  ///< What must be found there, such as SPEAKER.
    std::string end;           ///< For `attach`: the part that must be reached; otherwise empty.
};

/// `said.speaker`: a slot of a result named in `given`, or of this match.
struct SlotReference {
    std::string result;
    std::string slot;
};

/// `AUTHOR`: the outlet or author of the article.
struct Author {};

/// `enclosing`: the speaker of the innermost statement around the cue, else the author.
struct Enclosing {};

/// `topic` or `topic(said)`: what a statement (or the text so far) is about.
struct Topic {
    std::string result;  ///< Empty: the text around the cue.
};

struct FillerChoice {
    std::variant<Path, SlotReference, Author, Enclosing, Topic> form;
    ByteSpan span;
};

/// The first choice that finds something.
struct Filler {
    std::vector<FillerChoice> choices;
};

}  // namespace stancegraph::pattern
