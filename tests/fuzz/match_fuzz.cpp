#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "match/matcher.hpp"
#include "ruleset/load.hpp"
#include "support/conllu_text.hpp"

namespace {

using namespace stancegraph;

/// Rules that use each construct once; the text is what varies.
constexpr const char* kRules = R"(stancegraph: 1
stances:
  states: {polarity: 0.0}
  supports: {polarity: 0.9}
actors:
  - {name: Kim, kind: person}
  - {name: experts, match: ADJ* expert, kind: anonymous}
subjects:
  - subject: trade
    match: trade+ (war | deal)?
lexicons:
  say: {pos: verb, stance: states, words: [say, point out]}
  pro: {pos: verb, stance: supports, words: [back, call for, accuse _ of]}
  role_noun: {pos: noun, words: [minister]}
rules:
  - rule: quote
    stage: attribution
    match: statement:QUOTE PUNCT? speaker:SPEAKER ...3(no VERB | QUOTE) cue:@say
  - rule: that
    stage: attribution
    match: cue:@say
    slots: {speaker: cue >who, statement: cue >clause}
  - rule: alone
    stage: attribution
    match: PARAGRAPH_START statement:QUOTE
    given: said:ATTRIBUTION within 1 paragraph before
    slots: {speaker: said.speaker}
    emit: {stance: states, joins: said}
  - rule: chain
    stage: attribution
    given: [outer:ATTRIBUTION, inner:ATTRIBUTION]
    where: contains(outer.statement, inner.cue)
    emit: {replaces: inner, speaker: inner.speaker, statement: inner.statement, via: outer.speaker}
  - rule: verb
    stage: stance
    match: cue:@pro
    slots:
      speaker: cue >who | enclosing
      target?: cue >whom
      subject: cue >what | cue >(obj|obl)* NP | topic
    unless: ["(preceded by not ANY?) cue:@pro"]
  - rule: linear
    stage: stance
    match: (speaker:ACTOR | speaker:PERSON)+? ...4 cue:back (not followed by COMMA) subject:NP{1,2}
  - rule: negation
    stage: modifier
    match: m:(not | never)
    attach: m <advmod cue
    effect: {negate: true}
)";

const RuleSet& rules() {
    static Diagnostics diagnostics;
    static const RuleSet loaded =
        load_rules({std::make_shared<const InputFile>("rules.yaml", kRules)}, diagnostics);
    if (diagnostics.has_errors()) {
        std::fputs(render(diagnostics).c_str(), stderr);
        std::abort();
    }
    return loaded;
}

/// Heads that lead out of the sentence or round in a circle are what a foreign CoNLL-U file may hold.
void spoil(Annotation& annotation, std::uint8_t seed) {
    for (TokenIndex token = 0; token < annotation.token_count(); ++token) {
        if ((token * 7U + seed) % 11 == 0) {
            annotation.head[token] = (token * 13U + seed) % annotation.token_count();
        }
    }
}

void check(const Annotation& annotation, const Matches& matches) {
    for (const Mention& mention : matches.mentions) {
        if (mention.cue.empty() || mention.cue.front() >= annotation.token_count()) {
            std::abort();
        }
        for (const SlotValue& slot : mention.slots) {
            for (const TokenSpan piece : slot.pieces) {
                if (piece.begin >= piece.end || piece.end > annotation.token_count()) {
                    std::abort();
                }
            }
            if (slot.of != kNoId && slot.of >= matches.mentions.size()) {
                std::abort();
            }
        }
    }
}

}  // namespace

/// The input: one token a line as in support/conllu_text.hpp. The first byte says how the trees are spoilt.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Diagnostics diagnostics;
    static const auto compiled = compile(rules(), diagnostics);
    if (size == 0) {
        return 0;
    }
    Vocabulary vocabulary;
    const std::string trees(data + 1, data + size);
    test::AnnotatedText text = test::annotated(trees, vocabulary);
    if (text.annotation.token_count() > 0 && data[0] != 0) {
        spoil(text.annotation, data[0]);
    }
    Matcher matcher(compiled, vocabulary);
    Trace trace;
    check(text.annotation, matcher.find_mentions(text.document, text.annotation));
    check(text.annotation, matcher.find_mentions(text.document, text.annotation, &trace));
    return 0;
}
