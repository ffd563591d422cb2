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
        {"critics are no cue of what is said", "Critics of the tariffs met on Monday.", ""},
    }));
    INFO(row.what << ": " << row.text);
    CHECK(attributions_in(row.text) == row.expected);
}
