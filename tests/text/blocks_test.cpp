#include <catch2/catch.hpp>

#include "reader_fixture.hpp"
#include "support/row.hpp"

using namespace stancegraph;
using test::Row;
using test::to_string;

namespace {

const std::string kBody =
    "The council of Saltmere debated the night ferry on Monday and left without a decision.\n\n"
    "“The night ferry is too expensive for a town of our size,” said the mayor. She warned of empty "
    "boats.\n\n"
    "Dunstan Pell rejected the proposal. He said that boats belonged to the past.\n\n";
const std::string kBodyShown =
    "body The council of Saltmere debated the night ferry on Monday and left without a decision.\n"
    "body “The night ferry is too expensive for a town of our size,” said the mayor. She warned of empty "
    "boats.\n"
    "body Dunstan Pell rejected the proposal. He said that boats belonged to the past.\n";

}  // namespace

TEST_CASE("what stands behind an article is not its text", "[text]") {
    struct Row {
        std::string what;
        std::string behind;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"nothing", "", ""},
        {"headlines under a heading",
         "Others Also Read\n\nPell slams the mayor over parking\nUnion hails the crane deal\n",
         "tease Others Also Read\ntease Pell slams the mayor over parking\ntease Union hails the crane "
         "deal\n"},
        {"one headline under a heading", "More from Tidewatch\nPell slams the mayor over parking\n",
         "tease More from Tidewatch\ntease Pell slams the mayor over parking\n"},
        {"headlines without a heading",
         "Pell slams the mayor over parking\n\nUnion hails the crane deal of the year\n\nWho pays for the "
         "lighthouse?\n\n"
         "Old pier to be sold next summer\n",
         "tease Pell slams the mayor over parking\ntease Union hails the crane deal of the year\n"
         "tease Who pays for the lighthouse?\ntease Old pier to be sold next summer\n"},
        {"stamps before headlines",
         "-\nSports3 weeks ago\nPell slams the mayor over parking\n-\nWorld1 month ago\nUnion hails deal\n",
         "furn -\nfurn Sports3 weeks ago\ntease Pell slams the mayor over parking\nfurn -\nfurn World1 month "
         "ago\n"
         "tease Union hails deal\n"},
        {"cards with stamps behind",
         "Pell accuses the mayor of hiding the cost of parking.\n3 Sources\nBusiness\n8 hrs ago\n"
         "The union hails the crane deal as a success.\n2 Sources\nTechnology\n31 mins ago\n",
         "tease Pell accuses the mayor of hiding the cost of parking.\nfurn 3 Sources\nfurn Business\nfurn 8 "
         "hrs ago\n"
         "tease The union hails the crane deal as a success.\nfurn 2 Sources\nfurn Technology\nfurn 31 mins "
         "ago\n"},
        {"a prompt", "Follow us on our channel for breaking news!\n",
         "furn Follow us on our channel for breaking news!\n"},
        {"a disclaimer, then other articles",
         "Orla Quist writes about boats. This column reflects the personal views of the author.\n"
         "The port authority said on Friday that the crane was safe.\n",
         "furn Orla Quist writes about boats. This column reflects the personal views of the author.\n"
         "tease The port authority said on Friday that the crane was safe.\n"},
        {"a correction", "Correction: An earlier version of this story misspelt a name.\n",
         "furn Correction: An earlier version of this story misspelt a name.\n"},
        {"lines about contributors", "Reporting by Orla Quist\n", "furn Reporting by Orla Quist\n"},
        {"lines about the author", "Orla Quist is a columnist covering the harbour.\n",
         "furn Orla Quist is a columnist covering the harbour.\n"},
        {"credits", "(Reporting by Orla Quist; Editing by Imre Dahl)\n\nSource: Tidewatch\n",
         "furn (Reporting by Orla Quist; Editing by Imre Dahl)\nfurn Source: Tidewatch\n"},
        {"a question is a last word", "Will the council follow the mayor?\n",
         "body Will the council follow the mayor?\n"},
        {"one line is no run", "Pell slams the mayor over parking\n",
         "body Pell slams the mayor over parking\n"},
    }));
    INFO(row.what);
    CHECK(to_string(test::read_one(kBody + row.behind, Format::plain)) == kBodyShown + row.expected);
}

TEST_CASE("paragraphs that break off are snippets of other articles", "[text]") {
    const std::string cut =
        "The crane in the outer harbour has been a matter of debate for more than twenty years, and the "
        "union has called "
        "for a new one since the spring of last year, when the chain broke and the port authority denied "
        "that anybody had "
        "been in danger at any time during the";
    const std::string whole = "The union hails the crane deal. It praised the builders.";
    const std::string expected = kBodyShown + "tease " + cut + "\ntease " + whole + "\ntease " + cut + "\n";
    CHECK(to_string(test::read_one(kBody + cut + "\n" + whole + "\n" + cut + "\n", Format::plain)) ==
          expected);
    // The article itself may be cut.
    CHECK(to_string(test::read_one(kBody + cut + "\n", Format::plain)) == kBodyShown + "body " + cut + "\n");
}

TEST_CASE("what stands inside and above an article", "[text]") {
    const auto row = GENERATE(values<Row>({
        {"a title", "Council splits over night ferry\n\n" + kBody,
         "head Council splits over night ferry\n" + kBodyShown},
        {"a title that asks", "Who pays for the night ferry?\n\n" + kBody,
         "head Who pays for the night ferry?\n" + kBodyShown},
        {"a title with a stop", "Mayor Rejects Night Ferry After Long Debate.\n\n" + kBody,
         "head Mayor Rejects Night Ferry After Long Debate.\n" + kBodyShown},
        {"section, title, byline, date",
         "World\nCouncil splits over night ferry\nBy Orla Quist, Staff Writer\nPublished March 5, 2025\n\n" +
             kBody,
         "furn World\nhead Council splits over night ferry\nfurn By Orla Quist, Staff Writer\n"
         "furn Published March 5, 2025\n" +
             kBodyShown},
        {"a menu", "Home\nTown\nPort\nLetters page\nCouncil splits over night ferry\n\n" + kBody,
         "furn Home\nfurn Town\nfurn Port\nfurn Letters page\nhead Council splits over night ferry\n" +
             kBodyShown},
        {"a subheading", kBody + "A question of money\n\nShe called the plan a mistake.\n",
         kBodyShown + "head A question of money\nbody She called the plan a mistake.\n"},
        {"a box inside",
         kBody + "Related:\nPell slams the mayor over parking\n\nShe called the plan a mistake.\n",
         kBodyShown + "tease Related:\ntease Pell slams the mayor over parking\nbody She called the plan a "
                      "mistake.\n"},
        {"a box in one line", kBody + "Read more: Pell slams the mayor.\n\nShe called the plan a mistake.\n",
         kBodyShown + "tease Read more: Pell slams the mayor.\nbody She called the plan a mistake.\n"},
        {"a caption",
         kBody +
             "The mayor and Pell met on the quay on Tuesday. Photo: Tidewatch\n\nShe called it a mistake.\n",
         kBodyShown + "furn The mayor and Pell met on the quay on Tuesday. Photo: Tidewatch\nbody She called "
                      "it a mistake.\n"},
        {"a credit", kBody + "Orla Quist / Reuters.\n\nShe called it a mistake.\n",
         kBodyShown + "furn Orla Quist / Reuters.\nbody She called it a mistake.\n"},
        {"sentences that begin like prompts stay",
         kBody + "“Follow us,” she told the council.\n\nRelated to this, Pell criticised the fares.\n\nThe "
                 "photo shocked him.\n",
         kBodyShown +
             "body “Follow us,” she told the council.\nbody Related to this, Pell criticised the fares.\n"
             "body The photo shocked him.\n"},
        {"a professor in the middle stays",
         "Lena Brandvold is a professor of economics at Northshore.\n\n" + kBody,
         "body Lena Brandvold is a professor of economics at Northshore.\n" + kBodyShown},
        {"list items are no headlines",
         kBody + "- lower fares for nurses\n- a boat after midnight\n- quiet engines on weekdays\n",
         kBodyShown + "body - lower fares for nurses\nbody - a boat after midnight\nbody - quiet engines on "
                      "weekdays\n"},
        {"sources say something",
         kBody + "Sources close to the mayor told Tidewatch: no deal.\n\nReporting by the Herald showed that "
                 "he lied.\n",
         kBodyShown + "body Sources close to the mayor told Tidewatch: no deal.\nbody Reporting by the "
                      "Herald showed that he lied.\n"},
        {"photos show something",
         "He said: “No.” Photos showed him there. He denied it: all of it.\n\n" + kBody,
         "body He said: “No.” Photos showed him there. He denied it: all of it.\n" + kBodyShown},
        {"a title that begins like a heading", "Latest poll shows the mayor ahead of Pell\n\n" + kBody,
         "head Latest poll shows the mayor ahead of Pell\n" + kBodyShown},
        {"a short title that begins like a heading", "Latest poll numbers\n\n" + kBody,
         "head Latest poll numbers\n" + kBodyShown},
        {"notices", kBody + "© 2025 Harbour Herald\n\nHarbour Herald 2025. All rights reserved.\n",
         kBodyShown + "furn © 2025 Harbour Herald\nfurn Harbour Herald 2025. All rights reserved.\n"},
        {"only lines", "Pell slams the mayor\nUnion hails the deal\n",
         "body Pell slams the mayor\nbody Union hails the deal\n"},
        {"one sentence", "Pell opposes the night ferry.", "body Pell opposes the night ferry.\n"},
        {"one line", "Pell opposes the night ferry", "body Pell opposes the night ferry\n"},
    }));
    INFO(row.what);
    CHECK(to_string(test::read_one(row.text, Format::plain)) == row.expected);
}

TEST_CASE("title, byline and date line fill the source", "[text]") {
    const Document document = test::read_one(
        "Council splits over night ferry\nBy Orla Quist and Imre Dahl | Tidewatch\nUpdated: 5 March 2025, "
        "10:15\n\n" +
            kBody,
        Format::plain);
    CHECK(to_string(document.source) ==
          " | Council splits over night ferry | Orla Quist and Imre Dahl | 2025-03-05 | ");
}

TEST_CASE("word lists know gaps and alternatives", "[text]") {
    BlockLexicons lexicons;
    lexicons.add(BlockList::furniture_prompt, "follow _ on twitter/facebook");
    lexicons.add(BlockList::furniture_prompt, "Sign up");
    CHECK(lexicons.match_at_begin(BlockList::furniture_prompt, "follow orla quist on twitter orla") == 28);
    CHECK(lexicons.match_at_begin(BlockList::furniture_prompt, "follow her on facebook") == 22);
    CHECK(lexicons.match_at_begin(BlockList::furniture_prompt, "follow one two three four five on twitter") ==
          0);
    CHECK(lexicons.match_at_begin(BlockList::furniture_prompt, "sign upon") == 0);
    CHECK(lexicons.has(BlockList::furniture_prompt, "sign up"));
    CHECK_FALSE(lexicons.has(BlockList::furniture_prompt, "sign up here"));
    CHECK(lexicons.occurs(BlockList::furniture_prompt, "please sign up here"));
    CHECK(normal_phrase("  Editor’s  Picks » ") == "editor's picks");
}

TEST_CASE("without word lists the shape of the blocks still counts", "[text]") {
    Diagnostics diagnostics;
    const auto documents =
        read_documents("a", "Council splits over night ferry\n\n" + kBody + "\n[1]\n\n***\n", Format::plain,
                       ReadOptions{}, diagnostics);
    REQUIRE(documents.size() == 1);
    CHECK(to_string(documents.front()) ==
          "head Council splits over night ferry\n" + kBodyShown + "furn [1]\nfurn ***\n");
}
