#include "match/matcher.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "match/match_fixture.hpp"
#include "support/conllu_text.hpp"
#include "support/row.hpp"

namespace stancegraph::test {
namespace {

const std::string kAttribution = std::string(kLists) + R"(stage: attribution
rules:
  - rule: before
    match: statement:QUOTE PUNCT? speaker:SPEAKER ...3(no VERB | QUOTE) cue:@say
    priority: 60
    examples: []
  - rule: split
    match: statement:QUOTE PUNCT? (speaker:SPEAKER cue:@say | cue:@say speaker:SPEAKER) ...6(no VERB) statement:QUOTE
    priority: 70
    examples: []
  - rule: after
    match: speaker:SPEAKER ...8(no VERB | QUOTE) cue:@say ...10(no VERB) statement:QUOTE
    priority: 55
    examples: []
  - rule: goes_on
    match: PARAGRAPH_START statement:QUOTE
    given: said:ATTRIBUTION within 1 paragraph before
    where: open(said.statement)
    slots: {speaker: said.speaker}
    emit: {stance: states, joins: said}
    examples: []
  - rule: that
    match: cue:@say
    slots: {speaker: cue >who, statement: cue >clause}
    priority: 40
    examples: []
  - rule: according
    match: according to speaker:SPEAKER
    slots: {statement: speaker <clause}
    emit: {stance: states}
    examples: []
  - rule: chain
    given: [outer:ATTRIBUTION, inner:ATTRIBUTION]
    where: contains(outer.statement, inner.cue)
    emit: {replaces: inner, speaker: inner.speaker, statement: inner.statement, via: outer.speaker, certainty: x0.8}
    examples: []
)";

}  // namespace

TEST_CASE("statements are found in all their orders", "[match]") {
    const auto row = GENERATE(values<Row>({
        {"indirect", R"(
Kim Kim PROPN NNP 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 5 mark
it it PRON PRP 5 nsubj
works work VERB VBZ 2 ccomp
. . PUNCT . 2 punct)",
         "that: speaker=Kim statement=that it works [states]\n"},
        {"a clause that the parser cut short goes on to the end", R"(
Kim Kim PROPN NNP 2 nsubj
said say VERB VBD 0 root
it it PRON PRP 4 nsubj
works work VERB VBZ 2 ccomp
in in ADP IN 7 case
the the DET DT 7 det
city city NOUN NN 2 obl
. . PUNCT . 2 punct)",
         "that: speaker=Kim statement=it works in the city [states]\n"},
        {"a second verb of the speaker ends it", R"(
Kim Kim PROPN NNP 2 nsubj
said say VERB VBD 0 root
it it PRON PRP 4 nsubj
works work VERB VBZ 2 ccomp
but but CCONJ CC 6 cc
left leave VERB VBD 2 conj
. . PUNCT . 2 punct)",
         "that: speaker=Kim statement=it works [states]\n"},
        {"behind the statement", R"(
Sales sale NOUN NNS 2 nsubj
rise rise VERB VBP 0 root
, , PUNCT , 5 punct
Kim Kim PROPN NNP 5 nsubj
said say VERB VBD 2 parataxis
. . PUNCT . 2 punct)",
         "that: speaker=Kim statement=Sales rise [states]\n"},
        {"behind a statement that the tree does not give", R"(
Sales sale NOUN NNS 2 nsubj
rise rise VERB VBP 0 root
, , PUNCT , 5 punct
Kim Kim PROPN NNP 5 nsubj
said say VERB VBD 2 conj
. . PUNCT . 2 punct)",
         "that: speaker=Kim statement=Sales rise [states]\n"},
        {"inside the statement", R"(
Sales sale NOUN NNS 6 nsubj
, , PUNCT , 4 punct
Kim Kim PROPN NNP 4 nsubj
said say VERB VBD 6 parataxis
, , PUNCT , 4 punct
rise rise VERB VBP 0 root
. . PUNCT . 6 punct)",
         "that: speaker=Kim statement=Sales + rise [states]\n"},
        {"quotation before, and one that goes on behind", R"(
“ “ PUNCT `` 3 punct
It it PRON PRP 3 nsubj
works work VERB VBZ 7 ccomp
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Kim Kim PROPN NNP 7 nsubj
said say VERB VBD 0 root
. . PUNCT . 7 punct

“ “ PUNCT `` 3 punct
It it PRON PRP 3 nsubj
lasts last VERB VBZ 0 root
. . PUNCT . 3 punct
” ” PUNCT '' 3 punct)",
         "before: statement=“It works,” + “It lasts.” speaker=Kim [states]\n"},
        {"split quotation", R"(
“ “ PUNCT `` 3 punct
It it PRON PRP 3 nsubj
works work VERB VBZ 7 ccomp
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Kim Kim PROPN NNP 7 nsubj
said say VERB VBD 0 root
, , PUNCT , 7 punct
“ “ PUNCT `` 12 punct
but but CCONJ CC 12 cc
it it PRON PRP 12 nsubj
costs cost VERB VBZ 3 conj
. . PUNCT . 12 punct
” ” PUNCT '' 12 punct)",
         "split: statement=“It works,” + “but it costs.” speaker=Kim [states]\n"},
        {"a quotation after the end of the sentence is not what was said", R"(
Kim Kim PROPN NNP 2 nsubj
said say VERB VBD 0 root
so so ADV RB 2 advmod
. . PUNCT . 2 punct

“ “ PUNCT `` 2 punct
Wars war NOUN NNS 0 root
” ” PUNCT '' 2 punct
is be AUX VBZ 2 cop
. . PUNCT . 2 punct)",
         ""},
        {"open quotation over two paragraphs", R"(
Kim Kim PROPN NNP 2 nsubj
said say VERB VBD 0 root
: : PUNCT : 2 punct
“ “ PUNCT `` 6 punct
It it PRON PRP 6 nsubj
works work VERB VBZ 2 ccomp
. . PUNCT . 2 punct
# par
“ “ PUNCT `` 3 punct
It it PRON PRP 3 nsubj
lasts last VERB VBZ 0 root
. . PUNCT . 3 punct
” ” PUNCT '' 3 punct)",
         "after: speaker=Kim statement=“It works. [states]\n"
         "goes_on: speaker=Kim statement=“It lasts.” [states] joins 0\n"},
        {"according to", R"(
According accord VERB VBG 3 case
to to ADP IN 1 fixed
Kim Kim PROPN NNP 6 obl
, , PUNCT , 3 punct
sales sale NOUN NNS 6 nsubj
rise rise VERB VBP 0 root
. . PUNCT . 6 punct)",
         "according: statement=sales rise speaker=Kim [states]\n"},
        {"chain of reports", R"(
Kim Kim PROPN NNP 2 nsubj
said say VERB VBD 0 root
Lee Lee PROPN NNP 4 nsubj
said say VERB VBD 2 ccomp
it it PRON PRP 6 nsubj
works work VERB VBZ 4 ccomp
. . PUNCT . 2 punct)",
         "that: speaker=Kim statement=Lee said it works [states]\n"
         "chain: speaker=Lee statement=it works via=Kim [states] x0.8\n"},
        {"speaker by nearness where the tree has none", R"(
The the DET DT 2 det
minister minister NOUN NN 5 dep
in in ADP IN 4 case
Rome Rome PROPN NNP 2 nmod
said say VERB VBD 0 root
it it PRON PRP 7 nsubj
works work VERB VBZ 5 ccomp
. . PUNCT . 5 punct)",
         "that: speaker=Rome statement=it works [states] guess\n"},
    }));
    INFO(row.what);
    CHECK(found_by(kAttribution, row.text) == row.expected);
}

TEST_CASE("modifiers change claims that they are attached to", "[match]") {
    const std::string rules = std::string(kLists) + R"(rules:
  - rule: verb
    stage: stance
    match: cue:@pro
    slots: {speaker: cue >who, subject: cue >what}
    examples: []
  - rule: negation
    stage: modifier
    match: m:@negator
    attach: m <advmod cue
    effect: {negate: true}
    examples: []
  - rule: modal
    stage: modifier
    match: m:@may_verb
    attach: m <aux cue
    effect: {modality: possible, certainty: x0.6}
    examples: []
)";
    const auto row = GENERATE(values<Row>({
        {"negated and possible", R"(
Kim Kim PROPN NNP 4 nsubj
may may AUX MD 4 aux
not not PART RB 4 advmod
back back VERB VB 0 root
it it PRON PRP 4 obj)",
         "verb: speaker=Kim subject=it [supports] negated possible x0.6\n"},
        {"twice negated", R"(
Kim Kim PROPN NNP 4 nsubj
never never ADV RB 4 advmod
not not PART RB 4 advmod
backed back VERB VBD 0 root
it it PRON PRP 4 obj)",
         "verb: speaker=Kim subject=it [supports]\n"},
        {"of another verb", R"(
Kim Kim PROPN NNP 2 nsubj
backed back VERB VBD 0 root
it it PRON PRP 2 obj
and and CCONJ CC 6 cc
never never ADV RB 6 advmod
left leave VERB VBD 2 conj)",
         "verb: speaker=Kim subject=it [supports]\n"},
    }));
    INFO(row.what);
    CHECK(found_by(rules, row.text) == row.expected);
}

TEST_CASE("rules compete for a cue; nothing wins like any other", "[match]") {
    const std::string rules = std::string(kLists) + R"(stage: stance
rules:
  - rule: weak
    match: speaker:SPEAKER cue:@pro subject:NP
    priority: 10
    examples: []
  - rule: strong
    match: cue:@pro
    slots: {speaker: cue >who, subject: cue >what}
    unless: ["cue:back up"]
    examples: []
  - rule: silent
    match: cue:back nothing
    priority: 90
    emit: nothing
    examples: []
  - rule: quoted
    match: cue:@con
    slots: {speaker: cue >who, subject: cue >what}
    where: inside(QUOTE)
    examples: []
)";
    const auto row = GENERATE(values<Row>({
        {"higher priority", R"(
Kim Kim PROPN NNP 2 nsubj
backed back VERB VBD 0 root
it it PRON PRP 2 obj)",
         "strong: speaker=Kim subject=it [supports]\n"},
        {"unless", R"(
Kim Kim PROPN NNP 2 nsubj
backed back VERB VBD 0 root
up up ADV RB 2 advmod
it it PRON PRP 2 obj)",
         ""},
        {"emit nothing", R"(
Kim Kim PROPN NNP 2 nsubj
backed back VERB VBD 0 root
nothing nothing PRON NN 2 obj)",
         ""},
        {"where", R"(
Kim Kim PROPN NNP 2 nsubj
opposed oppose VERB VBD 0 root
it it PRON PRP 2 obj)",
         ""},
    }));
    INFO(row.what);
    CHECK(found_by(rules, row.text) == row.expected);
}

TEST_CASE("actors are found by name, subjects by lemma, the longest and deepest first", "[match]") {
    const std::string rules = R"(stancegraph: 1
actors:
  - {name: United States, aliases: [US], kind: state}
  - {name: US Treasury, kind: institution}
  - {name: state media, kind: media}
  - {name: analysts, match: ADJ* (analyst | expert), kind: anonymous}
subjects:
  - subject: trade
    match: trade
    children:
      - {subject: trade war, match: trade war}
)";
    const auto row = GENERATE(values<Row>({
        {"case counts in names", R"(
US US PROPN NNP 2 nsubj
told tell VERB VBD 0 root
us we PRON PRP 2 obj)",
         "actor United States: US\n"},
        {"the longest alias", R"(
US US PROPN NNP 2 compound
Treasury Treasury PROPN NNP 0 root)",
         "actor US Treasury: US Treasury\n"},
        {"lower-case aliases in any case; classes by pattern", R"(
State state NOUN NN 2 compound
media media NOUN NNS 3 nsubj
quoted quote VERB VBD 0 root
senior senior ADJ JJ 5 amod
experts expert NOUN NNS 3 obj)",
         "actor state media: State media\nactor analysts: senior experts\n"},
        {"the deepest subject", R"(
Trade trade NOUN NN 2 compound
wars war NOUN NNS 3 nsubj
hurt hurt VERB VBP 0 root
trade trade NOUN NN 3 obj)",
         "subject trade war: Trade wars\nsubject trade: trade\n"},
    }));
    INFO(row.what);
    CHECK(names_in(rules, row.text) == row.expected);
}

TEST_CASE("a rule without a word to start from is refused", "[match]") {
    const std::string errors = compile_errors(std::string(kLists) + R"(stage: stance
rules:
  - rule: anywhere
    match: speaker:SPEAKER ANY* subject:NP
    examples: []
)");
    CHECK(errors.find("SG1310") != std::string::npos);
}

}  // namespace stancegraph::test
