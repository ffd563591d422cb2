#include <catch2/catch.hpp>

#include "rule_fixture.hpp"
#include "support/golden.hpp"

using namespace stancegraph;

namespace {

const std::string kLists = R"(stancegraph: 1
stances: {praises: {polarity: 1}}
lexicons:
  praise: {stance: praises, words: [praise]}
)";

struct Trap {
    std::string what;
    std::string text;  ///< Behind the lists above.
};

std::string rule(const std::string& match) {
    return "rules:\n  - rule: praise_rule\n    match: " + match + "\n";
}

std::string example(const std::string& text) {
    return rule("cue:@praise subject:NP") + "    examples:\n      - text: " + text +
           "\n        gives: nothing\n";
}

const std::vector<Trap> kTraps{
    {"a map inside a pattern", rule("speaker:ACTOR cue:{lexicon: praise} subject:NP")},
    {"a comment that was meant as text", rule("cue:@praise subject:NP # cue:@praise PP")},
    {"a comment that is one", rule("cue:@praise subject:NP # why")},
    {"a tag", rule("!NP cue:@praise subject:NP")},
    {"begins with @", rule("@praise subject:NP")},
    {"begins with *", rule("*x cue:@praise subject:NP")},
    {"begins with &", rule("&x cue:@praise subject:NP")},
    {"begins with %", rule("%x cue:@praise subject:NP")},
    {"begins with `", rule("`x` cue:@praise subject:NP")},
    {"begins with -", rule("- x cue:@praise subject:NP")},
    {"begins with ?", rule("? x cue:@praise subject:NP")},
    {"begins with a comma", rule(", x cue:@praise subject:NP")},
    {"begins with [", rule("[word=x] cue:@praise subject:NP")},
    {"begins with {", rule("{x} cue:@praise subject:NP")},
    {"begins with a quotation mark", rule("\"New York\" cue:@praise subject:NP")},
    {"begins with >", rule("> x cue:@praise subject:NP")},
    {"begins with |", rule("| x cue:@praise subject:NP")},
    {"a path without its start", rule("cue:@praise subject:NP") + "    slots:\n      speaker: >nsubj\n"},
    {"a colon with a blank", rule("speaker: SPEAKER cue:@praise subject:NP")},
    {"dots in the first column", rule("|\n... cue:@praise") + "    priority: 3\nsettings: {max_gap: 3}\n"},
    {"a second document", rule("cue:@praise subject:NP") + "---\nstancegraph: 1\n"},
    {"an apostrophe inside single quotes", example("'Bessent's view'")},
    {"a single quote that is never closed", example("'Bessent said")},
    {"a double quote that is never closed", example("\"Bessent said")},
    {"a key twice", rule("cue:@praise subject:NP") + "    slots: {speaker: cue >who}\n    priority: 3\n"
                                                     "    slots: {target: cue >whom}\n"},
    {"rules without a dash",
     "rules:\n  rule: a\n  match: cue:praise subject:NP\n  rule: b\n  match: cue:praise subject:NP\n"},
    {"an anchor, a reference and a merge key",
     "macros:\n  a: &base big\n  b: *base\nactors:\n  - <<: {name: x}\n    name: y\n"},
    {"tabs", "rules:\n\t- rule: x\n\t  match: cue:praise subject:NP\n"},
    {"a tab further down", rule("cue:@praise subject:NP") + "\tpriority: 3\n"},
    {"behind letters of several bytes", rule("é ü cue:@prase subject:NP")},
    {"in a block, behind letters of several bytes",
     rule("|\n      é cue:@praise\n        ü cue:@prase subject:NP")},
    {"a folded pattern", rule(">\n      cue:@praise\n      subject:NP")},
    {"a pattern over two lines", rule("cue:@praise\n      subject:NP")},
    {"escapes in a pattern", rule("\"cue:@praise \\\"a\\\" subject:NP\"")},
    {"another indentation", rule("cue:@praise subject:NP") + "   priority: 3\n"},
    {"a list that is not closed", "actors:\n  - name: A\n    aliases: [B, C\n    kind: person\n"},
    {"a list as a key", "macros:\n  [a, b]: x\n"},
};

}  // namespace

TEST_CASE("every trap of YAML is told with its place and the way out") {
    std::string text;
    for (const Trap& trap : kTraps) {
        const Loaded loaded = load_texts({kLists + trap.text});
        const std::string said = render(loaded.diagnostics);
        text += "=== " + trap.what + "\n" + trap.text + "---\n" + (said.empty() ? "nothing\n" : said) + "\n";
    }
    for (const std::string words : {"[no, yes, on, off]", "[null, ~]", "['no', \"null\"]"}) {
        const Loaded loaded = load_texts({"stancegraph: 1\nlexicons:\n  a: {words: " + words + "}\n"});
        const std::string said = render(loaded.diagnostics);
        text += "=== words: " + words + "\n---\n" + (said.empty() ? "nothing\n" : said) + "\n";
    }
    check_golden("rules/yaml_traps.txt", text);
}

TEST_CASE("a trap does not hide the mistakes behind it") {
    const Loaded loaded = load_texts({kLists + R"(rules:
  - rule: one
    match: @praise subject:NP
    prioirty: 3
  - rule: two
    match: cue:@prase subject:NP
    examples:
      - text: 'Bessent's view'
        gives: nothing
      - text: "Bessent said
        gives: nothing
    slots:
      speaker: >nsubj
    priority: %high
  - rule: three
    match: speaker: SPEAKER cue:@praise
    unless: - x
)"});
    check_golden("rules/yaml_mistakes.txt", render(loaded.diagnostics));
}
