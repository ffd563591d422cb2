#include "pipeline/rule_statistics.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "pipeline/given_text.hpp"
#include "ruleset/load.hpp"

using namespace stancegraph;

namespace {

constexpr const char* kRules = R"(stancegraph: 1
stances:
  supports: {polarity: 0.7}
  opposes: {polarity: -0.7}
lexicons:
  pro: {pos: verb, stance: supports, words: [support, back]}
rules:
  - rule: backs
    match: cue:@pro
    slots: {speaker: cue >who, subject: cue >what}
  - rule: backs_again
    match: cue:back
    slots: {speaker: cue >who, subject: cue >what}
    emit: {stance: opposes}
    priority: 20
  - rule: perhaps
    stage: modifier
    match: m:perhaps
    attach: m <advmod cue
    effect: {modality: possible}
)";

std::string shown(const HitCounts& counts) {
    return fmt::format("found {} statements {} claims {} beaten {} near {} last {} {}", counts.found,
                       counts.attributions, counts.claims, counts.beaten, counts.near_misses,
                       counts.last_place, counts.last_sentence);
}

}  // namespace

TEST_CASE("rules are counted by what they found, lost and missed") {
    Diagnostics diagnostics;
    const Engine engine(
        load_rules({std::make_shared<const InputFile>("a.yaml", std::string(kRules))}, diagnostics),
        diagnostics);
    REQUIRE(render(diagnostics) == "");
    RuleStatistics statistics(engine.rules());
    Processor processor(engine);
    for (const char* text :
         {"Mara Quill supports\nthe ferry.\n", "First.\n\nPerhaps Mara Quill backs the bridge.\n",
          "The bridge was supported.\n"}) {
        Trace trace;
        const Document document = document_of("article.txt", text);
        statistics.add(document, processor.process(document, &trace), trace);
    }
    CHECK(statistics.documents() == 3);
    const RuleSet& rules = engine.rules();
    CHECK(shown(statistics.by_rule()[rules.find_rule("backs")]) ==
          "found 2 statements 2 claims 2 beaten 0 near 1 last article.txt:3 Perhaps Mara Quill backs the "
          "bridge.");
    CHECK(shown(statistics.by_rule()[rules.find_rule("backs_again")]) ==
          "found 0 statements 0 claims 0 beaten 1 near 0 last  ");
    CHECK(statistics.by_rule()[rules.find_rule("perhaps")].found == 1);
    const auto& entries = statistics.by_entry()[rules.find_lexicon("pro")];
    CHECK(entries[0].claims == 1);
    CHECK(entries[0].last_sentence == "Mara Quill supports the ferry.");
    CHECK(entries[1].claims == 1);
}
