#include <catch2/catch.hpp>
#include <string>

#include "match/match_fixture.hpp"
#include "support/row.hpp"

namespace stancegraph::test {
TEST_CASE("the trace tells what was beaten and what came close", "[match]") {
    const std::string rules = std::string(kLists) + R"(stage: stance
rules:
  - rule: weak
    match: speaker:SPEAKER cue:@pro subject:NP
    priority: 10
    examples: []
  - rule: strong
    match: cue:@pro
    slots: {speaker: cue >who, subject: cue >what}
    examples: []
)";
    const auto row = GENERATE(values<Row>({
        {"beaten", R"(
Kim Kim PROPN NNP 2 nsubj
backed back VERB VBD 0 root
it it PRON PRP 2 obj)",
         "beaten weak on backed: higher priority: strong\n"},
        {"no agent", R"(
The the DET DT 2 det
deal deal NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
backed back VERB VBN 0 root)",
         "near strong on backed: no speaker: 'cue >who' found nothing / 'backed' has nsubj:pass deal, "
         "aux:pass was\n"},
        {"one part of the pattern", R"(
She she PRON PRP 2 nsubj
backed back VERB VBD 0 root
down down ADV RB 2 advmod)",
         "near strong on backed: no subject: 'cue >what' found nothing / 'backed' has nsubj She, advmod "
         "down\n"
         "near weak on backed: wanted NP / 'down'\n"},
        {"another part of speech", R"(
Her she PRON PRP$ 2 nmod:poss
support support NOUN NN 3 nsubj
fell fall VERB VBD 0 root)",
         "near weak on support: 'support' is in @pro as a verb / it was read as NOUN\n"},
    }));
    INFO(row.what);
    CHECK(traced(rules, row.text) == row.expected);
}

}  // namespace stancegraph::test
