#include <catch2/catch.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rule_fixture.hpp"
#include "ruleset/entry_parser.hpp"

using namespace stancegraph;

namespace {

std::string dump(const LexiconEntry& entry) {
    return fmt::format(
        "{}{}{}{}", entry.head,
        entry.particles.empty() ? "" : fmt::format(" +{}", fmt::join(entry.particles, " +")),
        entry.has_person ? " _" : "",
        entry.prepositions.empty() ? "" : fmt::format(" /{}", fmt::join(entry.prepositions, " /")));
}

/// `head stance certainty` of each entry of the list `x`.
std::string list_of(const std::string& lexicons) {
    const Loaded loaded =
        load_texts({"stancegraph: 1\nstances:\n  good: {polarity: 1}\n  bad: {polarity: -1}\n"
                    "lexicons:\n" +
                    lexicons});
    std::string text = render(loaded.diagnostics);
    const LexiconId id = loaded.rules.find_lexicon("x");
    if (id != kNoId) {
        for (const LexiconEntry& entry : loaded.rules.lexicons[id].entries) {
            text += fmt::format("{} {} {} {}\n", dump(entry),
                                entry.stance == kNoId ? "-" : loaded.rules.stances[entry.stance].label,
                                entry.certainty, entry.what.size());
        }
    }
    return text;
}

}  // namespace

TEST_CASE("entries are read the way a dictionary lists them") {
    struct Row {
        const char* text;
        const char* parts;
    };

    const auto row = GENERATE(values<Row>({
        {"say", "say"},
        {"Say", "say"},
        {"point out", "point +out"},
        {"object to", "object /to"},
        {"optimistic about/on/over", "optimistic /about /on /over"},
        {"accuse _ of", "accuse _ /of"},
        {"live up to", "live +up /to"},
        {"put pressure on", "put +pressure /on"},
        {"take _ to task for", "take +to +task _ /for"},
        {"talk _ up", "talk +up _"},
        {"  call   on ", "call /on"},
    }));
    const ParsedEntry parsed = parse_entry(row.text, {"out", "up"});
    INFO(row.text << " " << parsed.mistake);
    REQUIRE(parsed.entry);
    CHECK(dump(*parsed.entry) == row.parts);
    CHECK(parsed.entry->text == row.text);
}

TEST_CASE("entries that make no sense are refused") {
    const char* const text = GENERATE("_ of", "accuse _ _ of", "", "   ", "warn of/");
    INFO(text);
    CHECK_FALSE(parse_entry(text, {}).entry);
    CHECK_FALSE(parse_entry(text, {}).mistake.empty());
}

TEST_CASE("lists give their entries stance and certainty") {
    struct Row {
        const char* what;
        const char* lexicons;
        const char* entries;
    };

    const auto row = GENERATE(values<Row>({
        {"the list's stance and the entry's own", "  x: {stance: good, words: [a, b: bad, \"c: bad\"]}\n",
         "a good 1 0\nb bad 1 0\nc bad 1 0\n"},
        {"no stance", "  x: {words: [a]}\n", "a - 1 0\n"},
        {"the long form",
         "  x:\n    words:\n      - a: {stance: good, certainty: 0.4, what: SUBJECT | ACTOR}\n      - b: "
         "{certainty: x0.5}\n",
         "a good 0.4 2\nb - 0.5 0\n"},
        {"extended lists",
         "  x: {extends: y, stance: good, words: [a]}\n  y: {extends: z, words: [b: bad]}\n  z: {words: "
         "[c]}\n",
         "a good 1 0\nb bad 1 0\nc good 1 0\n"},
        {"extending two", "  x: {extends: [y, z], words: [a]}\n  y: {words: [b]}\n  z: {words: [c]}\n",
         "a - 1 0\nb - 1 0\nc - 1 0\n"},
        {"a base that comes two ways",
         "  x: {extends: [y, z], words: [a]}\n  y: {extends: b}\n  z: {extends: b, words: [d]}\n  b: {words: "
         "[c]}\n",
         "a - 1 0\nc - 1 0\nd - 1 0\n"},
        {"lists that add to it",
         "  x: {stance: good, words: [a]}\n  y: {adds_to: x, words: [b: bad, c]}\n  z: {adds_to: [x, y], "
         "words: [d]}\n",
         "a good 1 0\nb bad 1 0\nc good 1 0\nd good 1 0\n"},
        {"particles that are prepositions too",
         "  x: {words: [chime in, point out]}\n  particle: {words: [out, in]}\n  preposition: {words: "
         "[in]}\n",
         "chime /in - 1 0\npoint +out - 1 0\n"},
    }));
    INFO(row.what);
    CHECK(list_of(row.lexicons) == row.entries);
}

TEST_CASE("the program works without any list") {
    const Loaded loaded = load_texts({"stancegraph: 1\n"});
    CHECK(render(loaded.diagnostics) == "");
    CHECK(loaded.rules.words_of("abbreviation").empty());
}
