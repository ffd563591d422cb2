#pragma once

#include <array>
#include <string_view>

/// The keys of rule files, by the part that they stand in, in the order in which `rules fmt` writes them:
/// what it is, what it matches, what it gives, what shows that it works. rules.schema.json has the same (a
/// test).
namespace stancegraph::keys {

inline constexpr std::array<std::string_view, 14> kFile{
    "stancegraph", "package",  "imports",  "notes",  "settings", "stage",     "stances",
    "actors",      "subjects", "lexicons", "macros", "rules",    "certainty", "statement_ends"};
inline constexpr std::array<std::string_view, 5> kSettings{"max_gap", "max_width", "keep_unresolved",
                                                           "topic_window", "author"};

inline constexpr std::array<std::string_view, 8> kStance{"polarity", "parent", "opposite", "negated",
                                                         "turned",   "claims", "codes",    "notes"};

inline constexpr std::array<std::string_view, 12> kActor{
    "name",     "aliases", "same_as",     "different_from", "match",    "kind",
    "pronouns", "titles",  "affiliation", "only_as",        "wikidata", "notes"};
inline constexpr std::array<std::string_view, 3> kTitle{"title", "from", "to"};
inline constexpr std::array<std::string_view, 4> kSubject{"subject", "match", "notes", "children"};

inline constexpr std::array<std::string_view, 6> kLexicon{"pos",     "stance", "extends",
                                                          "adds_to", "words",  "notes"};
inline constexpr std::array<std::string_view, 3> kEntry{"stance", "certainty", "what"};

inline constexpr std::array<std::string_view, 17> kRule{
    "rule",   "title", "notes", "tags",   "status", "stage", "match",    "given",   "where",
    "unless", "slots", "emit",  "attach", "effect", "also",  "priority", "examples"};
inline constexpr std::array<std::string_view, 10> kEmit{"stance",   "certainty", "judged_by", "joins",
                                                        "replaces", "speaker",   "subject",   "statement",
                                                        "target",   "via"};
inline constexpr std::array<std::string_view, 3> kEffect{"negate", "modality", "certainty"};
inline constexpr std::array<std::string_view, 5> kExample{"text", "gives", "todo", "parse", "source"};
inline constexpr std::array<std::string_view, 2> kUnless{"match", "inside"};

inline constexpr std::array<std::string_view, 4> kCertainty{"notes", "attribution", "claim", "subject"};
inline constexpr std::array<std::string_view, 11> kOdds{"odds",    "attribution", "rule",   "entry",
                                                        "speaker", "subject",     "form",   "statement",
                                                        "stance",  "modality",    "checked"};
inline constexpr std::array<std::string_view, 13> kStatementEnds{
    "notes", "odds",    "rule",  "cue",   "clause", "relation", "opening",
    "tag",   "subject", "tense", "words", "pauses", "speaker"};
inline constexpr std::array<std::string_view, 3> kMeasured{"odds", "right", "of"};
inline constexpr std::array<std::string_view, 5> kBin{"from", "to", "expected", "right", "of"};

}  // namespace stancegraph::keys
