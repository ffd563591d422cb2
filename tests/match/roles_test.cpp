#include "match/roles.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "match/match_fixture.hpp"
#include "support/row.hpp"

namespace stancegraph::test {
namespace {

/// Rules that only name who and what.
const std::string kWhoWhat = std::string(kLists) + R"(stage: stance
rules:
  - rule: verb
    match: cue:(@pro | @con)
    slots: {speaker: cue >who, subject: cue >what}
    examples: []
  - rule: accused
    match: cue:@con
    slots: {speaker: cue >who, target: cue >whom, subject: cue >what}
    priority: 60
    examples: []
  - rule: mood
    match: cue:@mood
    slots: {speaker: cue >who, subject: cue >what}
    examples: []
)";

}  // namespace

TEST_CASE("who and what are found in active, passive, joined and reduced clauses", "[match]") {
    const auto row = GENERATE(values<Row>({
        {"active", R"(
Kim Kim PROPN NNP 2 nsubj
backed back VERB VBD 0 root
the the DET DT 4 det
deal deal NOUN NN 2 obj
. . PUNCT . 2 punct)",
         "verb: speaker=Kim subject=the deal [supports]\n"},
        {"passive with agent", R"(
The the DET DT 2 det
deal deal NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
backed back VERB VBN 0 root
by by ADP IN 6 case
Kim Kim PROPN NNP 4 obl:agent
. . PUNCT . 4 punct)",
         "verb: speaker=Kim subject=The deal [supports]\n"},
        {"passive with an agent that the tree calls oblique", R"(
The the DET DT 2 det
deal deal NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
backed back VERB VBN 0 root
by by ADP IN 6 case
Kim Kim PROPN NNP 4 obl
in in ADP IN 8 case
June June PROPN NNP 4 obl
. . PUNCT . 4 punct)",
         "verb: speaker=Kim subject=The deal [supports]\n"},
        {"a participle that was read as a clause of its own holds the subject", R"(
People people NOUN NNS 2 nsubj
briefed brief VERB VBN 5 advcl
on on ADP IN 4 case
it it PRON PRP 2 obl
backed back VERB VBD 0 root
the the DET DT 7 det
deal deal NOUN NN 5 obj
. . PUNCT . 5 punct)",
         "verb: speaker=People subject=the deal [supports]\n"},
        {"a day that was read as a subject says nothing", R"(
Kim Kim PROPN NNP 2 nsubj
backed back VERB VBD 0 root
Monday Monday PROPN NNP 2 nsubj
the the DET DT 5 det
deal deal NOUN NN 2 obj
. . PUNCT . 2 punct)",
         "verb: speaker=Kim subject=the deal [supports]\n"},
        {"passive without agent has no speaker", R"(
The the DET DT 2 det
deal deal NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
backed back VERB VBN 0 root)",
         ""},
        {"subject shared by conjoined verbs", R"(
Kim Kim PROPN NNP 2 nsubj
came come VERB VBD 0 root
and and CCONJ CC 4 cc
backed back VERB VBD 2 conj
it it PRON PRP 4 obj)",
         "verb: speaker=Kim subject=it [supports]\n"},
        {"subject shared through xcomp", R"(
Kim Kim PROPN NNP 2 nsubj
wants want VERB VBZ 0 root
to to PART TO 4 mark
back back VERB VB 2 xcomp
it it PRON PRP 4 obj)",
         "verb: speaker=Kim subject=it [supports]\n"},
        {"object that controls", R"(
Kim Kim PROPN NNP 2 nsubj
urged urge VERB VBD 0 root
Lee Lee PROPN NNP 2 obj
to to PART TO 5 mark
back back VERB VB 2 xcomp
it it PRON PRP 5 obj)",
         "verb: speaker=Lee subject=it [supports]\n"},
        {"object that controls a verb in -ing", R"(
Kim Kim PROPN NNP 2 nsubj
thanked thank VERB VBD 0 root
Lee Lee PROPN NNP 2 obj
for for SCONJ IN 5 mark
backing back VERB VBG 2 advcl
it it PRON PRP 5 obj)",
         "verb: speaker=Lee subject=it [supports]\n"},
        {"subject that controls it, past an object", R"(
Kim Kim PROPN NNP 2 nsubj
thanked thank VERB VBD 0 root
Lee Lee PROPN NNP 2 obj
by by SCONJ IN 5 mark
backing back VERB VBG 2 advcl
it it PRON PRP 5 obj)",
         "verb: speaker=Kim subject=it [supports]\n"},
        {"relative pronoun", R"(
Kim Kim PROPN NNP 5 nsubj
who who PRON WP 3 nsubj
backed back VERB VBD 1 acl:relcl
it it PRON PRP 3 obj
left leave VERB VBD 0 root)",
         "verb: speaker=Kim + who subject=it [supports]\n"},
        {"object of a relative clause", R"(
The the DET DT 2 det
deal deal NOUN NN 6 nsubj
that that PRON WDT 5 obj
Kim Kim PROPN NNP 5 nsubj
backed back VERB VBD 2 acl:relcl
failed fail VERB VBD 0 root)",
         "verb: speaker=Kim subject=The deal [supports]\n"},
        {"conjoined speakers are mentions of their own", R"(
Kim Kim PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
Lee Lee PROPN NNP 1 conj
backed back VERB VBD 0 root
it it PRON PRP 4 obj)",
         "verb: speaker=Kim subject=it [supports]\nverb: speaker=Lee subject=it [supports]\n"},
        {"preposition of the entry", R"(
Kim Kim PROPN NNP 2 nsubj
called call VERB VBD 0 root
for for ADP IN 5 case
a a DET DT 5 det
deal deal NOUN NN 2 obl)",
         "verb: speaker=Kim subject=a deal [supports]\n"},
        {"another preposition is another word", R"(
Kim Kim PROPN NNP 2 nsubj
called call VERB VBD 0 root
on on ADP IN 4 case
Lee Lee PROPN NNP 2 obl)",
         ""},
        {"somebody in between", R"(
Kim Kim PROPN NNP 2 nsubj
accused accuse VERB VBD 0 root
Lee Lee PROPN NNP 2 obj
of of SCONJ IN 5 mark
cheating cheat VERB VBG 2 advcl)",
         "accused: speaker=Kim target=Lee subject=cheating [opposes]\n"},
        {"predicate adjective", R"(
Kim Kim PROPN NNP 3 nsubj
is be AUX VBZ 3 cop
hopeful hopeful ADJ JJ 0 root
about about ADP IN 6 case
the the DET DT 6 det
deal deal NOUN NN 3 obl)",
         "mood: speaker=Kim subject=the deal [hopeful]\n"},
        {"participle as adjective", R"(
Kim Kim PROPN NNP 3 nsubj:pass
is be AUX VBZ 3 aux:pass
worried worry VERB VBN 0 root
about about ADP IN 5 case
it it PRON PRP 3 obl)",
         "mood: speaker=Kim subject=it [hopeful]\n"},
        {"adjective below remain", R"(
Kim Kim PROPN NNP 2 nsubj
remains remain VERB VBZ 0 root
hopeful hopeful ADJ JJ 2 xcomp
of of ADP IN 5 case
it it PRON PRP 3 obl)",
         "mood: speaker=Kim subject=it [hopeful]\n"},
        {"no tree, no roles", R"(
# bare
Kim
backed
it)",
         ""},
    }));
    INFO(row.what);
    CHECK(found_by(kWhoWhat, row.text) == row.expected);
}

TEST_CASE("an entry whose preposition is there beats the bare one", "[match]") {
    constexpr const char* kTrees = R"(
Kim Kim PROPN NNP 2 nsubj
warned warn VERB VBD 0 root
of of ADP IN 4 case
war war NOUN NN 2 obl)";
    CHECK(found_by(kWhoWhat, kTrees) == "verb: speaker=Kim subject=war [warns of]\n");
}

}  // namespace stancegraph::test
