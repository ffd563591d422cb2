#include <string>

#include <catch2/catch.hpp>

#include "resolve/resolve_fixture.hpp"
#include "support/row.hpp"

using namespace stancegraph::test;

TEST_CASE("attributions tell what lies outside, whole cues and whole contents", "[resolve]") {
    const auto row = GENERATE(values<Row>({
        {"inside and outside", "Tobin Marsh said Mara Quill said the tariffs will fall.",
         "Tobin Marsh | said | Mara Quill said the tariffs will fall\n  Mara Quill | said | the tariffs will "
         "fall\n"},
        {"a parted quotation", "“The ferry is a start,” Mara Quill said, “but we need more.”",
         "Mara Quill | said | “The ferry is a start,” + “but we need more.”\n"},
        {"a quotation that goes on", "“We like the ferry,” Mara Quill said. “It runs at night.”",
         "  Mara Quill | like | the ferry\nMara Quill | said | “We like the ferry,” + “It runs at night.”\n"},
        {"paragraphs of one speech", "Mara Quill said: “The talks went well.\n\n“We want fair trade.”",
         "Mara Quill | said | “The talks went well. + “We want fair trade.”\n  Mara Quill | “ | “We want "
         "fair trade.”\n  Mara Quill | want | fair trade\n"},
        {"auxiliaries and negation belong to the cue", "Mara Quill has not said that the tariffs will fall.",
         "Mara Quill | has not said | that the tariffs will fall\n"},
        {"a particle belongs to the cue", "Mara Quill pointed out that the tariffs fell.",
         "Mara Quill | pointed out | that the tariffs fell\n"},
        {"what is called, and what it is called", "Mara Quill called the tariffs a mistake.",
         "Mara Quill | called | the tariffs a mistake\n"},
        {"who is accused, and of what", "Mara Quill accused Tobin Marsh of chip smuggling.",
         "Mara Quill | accused | Tobin Marsh of chip smuggling\n"},
        {"two speakers, one statement", "Mara Quill and Tobin Marsh said the tariffs will fall.",
         "Mara Quill | said | the tariffs will fall\n"},
        {"a sentence parted by its cue",
         "Many of the ferries, Mara Quill said, have been repaired since May.",
         "Mara Quill | said | Many of the ferries + have been repaired since May\n"},
        {"when it was vowed is not vowed", "In the coming weeks, Mara Quill vowed to close the port.",
         "Mara Quill | vowed | to close the port\n"},
        {"a subject that the parser gave to the cue",
         "Mara Quill said the vote of the council in May would fail.",
         "Mara Quill | said | the vote of the council in May would fail\n"},
        {"a quotation that goes on with what was told",
         "Mara Quill said that the ferry is late. “It runs at night.”",
         "Mara Quill | said | that the ferry is late + “It runs at night.”\n"},
        {"a parted quotation, far apart",
         "“We like the ferry,” Mara Quill said of the ship that came in May, “but we need more.”",
         "  Mara Quill | like | the ferry\nMara Quill | said | “We like the ferry,” + “but we need more.”\n"},
        {"a quotation goes on with the one before it",
         "“We like the ferry,” Mara Quill said, referring to the port. “It runs at night.”",
         "  Mara Quill | like | the ferry\nMara Quill | said | “We like the ferry,” + “It runs at night.”\n"
         "Mara Quill | referring | the port\n"},
        {"words that nobody is said to say", "The wall was old. “Tobin Marsh said the tariffs will fall.”",
         "  Tobin Marsh | said | the tariffs will fall\n"},
        {"a source that is described", "The port made a loss according to a report written by Tobin Marsh.",
         "report | according to | The port made a loss\n"},
        {"what is reported, and by whom",
         "Tobin Marsh said the tariffs in both ports will fall in May, according to a poll.",
         "Tobin Marsh | said | the tariffs in both ports will fall in May, according to a poll\n"
         "poll | according to | Tobin Marsh said the tariffs in both ports will fall in May\n"},
        {"what the writer adds", "Mara Quill announced a deal for the port, which failed in May.",
         "Mara Quill | announced | a deal for the port\n"},
        {"a complement that the parser gave to the cue",
         "Mara Quill mocked the idea that the ferry would come.",
         "Mara Quill | mocked | the idea that the ferry would come\n"},
        {"an infinitive that the parser gave to the cue, with what stands in it",
         "Mara Quill praised the decision not to publicly close the port.",
         "Mara Quill | praised | the decision not to publicly close the port\n"},
        {"a thing that makes people speak", "The vote led some in the port to criticise the tariffs.",
         "some | criticise | the tariffs\n"},
        {"that said", "That said, Mara Quill likes the ferry.", "Mara Quill | likes | the ferry\n"},
        {"whose criticism it is", "Mara Quill softened her criticism of the port.",
         "Mara Quill | criticism | of the port\n"},
        {"when it was endorsed", "Mara Quill endorsed Tobin Marsh after the vote in May.",
         "Mara Quill | endorsed | Tobin Marsh\n"},
        {"what follows is said, not what stands before",
         "While the ferry is late, Mara Quill believes that the port is safe.",
         "Mara Quill | believes | that the port is safe\n  Mara Quill | is safe | the port\n"},
        {"the next report", "Mara Quill said the ferry is late, adding that the fees will rise.",
         "Mara Quill | said | the ferry is late\nMara Quill | adding | that the fees will rise\n"},
        {"words before the cue and words behind it",
         "In a changing economy, Mara Quill still believes in the tariffs.",
         "Mara Quill | still believes | in the tariffs\n"},
        {"two statements that run over each other's cue",
         "The vast majority of the voters in both ports say they like the tariffs, according to a poll.",
         "  vast majority of the voters | say | they like the tariffs, according to a poll\n"
         "  vast majority of the voters | like | the tariffs, according to a poll\n"
         "poll | according to | The vast majority of the voters in both ports say they like the tariffs\n"},
        {"a past tense whose subject was taken for a passive one",
         "The director Mara Quill announced last month that he would leave the port.",
         "Mara Quill | announced | that he would leave the port\n"},
        {"who says it is no part of what is said",
         "The talks stalled, with voters saying that they like the port.",
         "voters | saying | that they like the port\n  voters | like | the port\n"},
        {"a participle without a subject", "Tobin Marsh on the pier, saying that he likes the ferry.",
         "Tobin Marsh | saying | that he likes the ferry\n  Tobin Marsh | likes | the ferry\n"},
        {"when it was asked is not asked",
         "After the board refused the plan, Mara Quill asked the council for a vote.",
         "Mara Quill | asked | a vote\n"},
        {"a noun before the cue, and its verb behind it",
         "Mara Quill's meeting with the owners in the harbour, officials said, was aimed at a deal.",
         "officials | said | Mara Quill's meeting with the owners in the harbour + was aimed at a deal\n"},
        {"critics are no cue of what is said", "Critics of the tariffs met on Monday.", ""},
    }));
    INFO(row.what << ": " << row.text);
    CHECK(attributions_in(row.text) == row.expected);
}
