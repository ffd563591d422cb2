#include "bench_rules.hpp"

#include <memory>

namespace stancegraph::test {
namespace {

constexpr const char* kRules = R"(stancegraph: 1

stances:
  states: {polarity: 0}
  supports: {polarity: 0.7, opposite: opposes}
  opposes: {polarity: -0.7, opposite: supports}
  criticises: {polarity: -0.8}
  calls for: {polarity: 0.6, turned: opposes}
  optimistic: {polarity: 0.6}
  worried: {polarity: -0.6}

actors:
  - name: Mara Lindqvist
    aliases: [Lindqvist]
    kind: person
  - name: Harbour Board
    kind: institution

subjects:
  - subject: ferry toll
    match: (ferry | harbour) toll
  - subject: night ban

lexicons:
  preposition: {words: [about, at, for, of, "on", over, to, with, from]}
  particle: {words: [out, up]}
  effect_noun: {pos: noun, stance: opposes, words: [end to]}
  say: {pos: verb, stance: states, words: [say, tell, warn that]}
  con:
    pos: verb
    stance: opposes
    words:
      - oppose
      - reject       # mostly
      - object to
      - rail about/over: criticises
      - scold: criticises
  pro: {pos: verb, stance: supports, words: [back, support, "clamour for: calls for"]}
  mood:
    pos: adjective
    words:
      - optimistic about/on: optimistic
      - upbeat about: optimistic
      - worried about: worried
  stance_noun:
    pos: noun
    words:
      - support for: supports

rules:
  - rule: said_that
    stage: attribution
    match: cue:@say
    slots:
      speaker: cue >who
      statement: cue >clause
    examples: [{text: "Mara Lindqvist said the toll is high.", gives: "Mara Lindqvist -> states -> the toll is high"}]

  - rule: stance_verb
    match: cue:(@pro | @con)
    slots:
      speaker: cue >who
      subject: cue >what
    priority: 40
    examples:
      - text: Mara Lindqvist opposes the ferry toll.
        gives: Mara Lindqvist -> opposes -> ferry toll

  - rule: mood_about
    match: cue:@mood
    slots: {speaker: cue >who, subject: cue >what}
    examples: []

  - rule: voices
    match: cue:@stance_noun
    slots:
      speaker: cue >poss | cue <obj >who
      subject: cue >what
    examples: []

  - rule: backs_out
    match: cue:back out
    emit: nothing
    priority: 90
    examples: []

  - rule: in_order
    match: speaker:SPEAKER cue:applaud subject:NP
    emit: {stance: supports}
    examples: []
)";

}  // namespace

RuleBook book_of(const std::string& text) {
    return RuleBook({std::make_shared<const InputFile>("bench.yaml", text)});
}

RuleBook bench_book() {
    return book_of(kRules);
}

}  // namespace stancegraph::test
