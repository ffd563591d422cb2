#include <string>

#include <catch2/catch.hpp>

#include "resolve/resolve_fixture.hpp"
#include "support/row.hpp"

using namespace stancegraph::test;

TEST_CASE("speakers are found by name, surname, title, apposition, pronoun and kind", "[resolve]") {
    const auto row = GENERATE(values<Row>({
        {"a full name", "Mara Quill opposes the tariffs.", "Mara Quill (person) by name \"Mara Quill\"\n"},
        {"a surname behind the full name", "Mara Quill met reporters. Quill opposes the tariffs.",
         "Mara Quill (person) by surname \"Quill\"\n"},
        {"a family name in front", "Zhao Minghao met reporters. Zhao opposes the tariffs.",
         "Zhao Minghao (person) by surname \"Zhao\"\n"},
        {"the surname of a listed actor", "Bessent defended the H20 sales.",
         "Scott Bessent (person) by alias \"Bessent\"\n"},
        {"a surname before the full name", "Quill opposes the tariffs. Reporters met Mara Quill on Monday.",
         "Mara Quill (person) by surname \"Quill\"\n"},
        {"a pronoun of the given name's kind", "Mary Quill met Peter Marsh. She opposes the tariffs.",
         "Mary Quill (person) by pronoun \"She\"\n"},
        {"a given name before a surname that others have",
         "Nora Quill met reporters. Paul Quill opposes the tariffs.",
         "Paul Quill (person) by name \"Paul Quill\"\n"},
        {"a noun that cannot speak", "The rain opposes the tariffs.", ""},
        {"a day", "Wednesday opposes the tariffs.", ""},
        {"people whom no list names", "Plumbers oppose the tariffs.",
         "plumbers (anonymous) by anonymous \"Plumbers\" in article\n"},
        {"a title before the name", "Mayor Mara Quill opposes the tariffs.",
         "Mara Quill (person) by name \"Mayor Mara Quill\"\n"},
        {"a surname behind a title and name", "Mayor Mara Quill met reporters. Quill opposes the tariffs.",
         "Mara Quill (person) by surname \"Quill\"\n"},
        {"a title alone",
         "Treasury Secretary Scott Bessent met reporters. The Treasury secretary defended the H20 sales.",
         "Scott Bessent (person) by title \"The Treasury secretary\"\n"},
        {"an apposition, then its noun",
         "Mara Quill, the harbour master, met reporters. The harbour master opposes the tariffs.",
         "Mara Quill (person) by title \"The harbour master\"\n"},
        {"an open class, but somebody was introduced as one of it",
         "Mara Quill, an economist, met reporters. The economist opposes the tariffs.",
         "Mara Quill (person) by title \"The economist\"\n"},
        {"a surname that looks like a place", "Mayor Ilse Varga met reporters. Varga rejected the tariffs.",
         "Ilse Varga (person) by surname \"Varga\"\n"},
        {"a name in apposition", "The union leader, Tobin Marsh, opposes the tariffs.",
         "Tobin Marsh (person) by name \"The union leader, Tobin Marsh\"\n"},
        {"a woman's title is no man's", "Mary Quill met Peter Quill. Mrs. Quill opposes the tariffs.",
         "Mary Quill (person) by surname \"Mrs. Quill\"\n"},
        {"a man's title is no woman's", "Peter Quill met Mary Quill. Mr. Quill opposes the tariffs.",
         "Peter Quill (person) by surname \"Mr. Quill\"\n"},
        {"a title of nobody with a full name", "Peter Quill met reporters. Mrs. Quill opposes the tariffs.",
         "Quill (person) by name \"Mrs. Quill\"\n"},
        {"a title that the one of the rules has not", "Mrs. Bessent defended the H20 sales.",
         "Bessent (unknown) by name \"Mrs. Bessent\"\n"},
        {"he", "Tobin Marsh met reporters. He opposes the tariffs.",
         "Tobin Marsh (person) by pronoun \"He\"\n"},
        {"she passes a man by", "Ms Quill met Mr Marsh. She opposes the tariffs.",
         "Quill (person) by pronoun \"She\"\n"},
        {"they", "Officials met on Monday. They oppose the tariffs.",
         "officials (anonymous) by pronoun \"They\" in article\n"},
        {"it", "Nvidia met Mara Quill. It opposes the tariffs.", "Nvidia (company) by pronoun \"It\"\n"},
        {"who", "Mara Quill, who opposes the tariffs, met reporters.",
         "Mara Quill (person) by name \"Mara Quill\"\n"},
        {"a pronoun without anybody before it", "He opposes the tariffs.", ""},
        {"I in a quotation", "“I support the tariffs,” Tobin Marsh told reporters.",
         "Tobin Marsh (person) by pronoun \"I\"\n"},
        {"we in a quotation", "“We oppose the export controls,” Tobin Marsh told reporters.",
         "Tobin Marsh (person) by pronoun \"We\"\n"},
        {"I outside of quotations", "I oppose the tariffs.", "AUTHOR (author) by author \"I\" in article\n"},
        {"a government with its state, after another state",
         "China opposes the tariffs. The Washington government supports the tariffs.",
         "China (state) by name \"China\"\nUnited States (state) by kind \"The Washington government\"\n"},
        {"a government whose state nobody knows is no other one",
         "China opposes the tariffs. The Freedonian government supports the tariffs.",
         "China (state) by name \"China\"\nFreedonian government (anonymous) by anonymous \"The Freedonian "
         "government\" in article\n"},
        {"a capital", "Beijing opposes the tariffs.", "China (state) by alias \"Beijing\"\n"},
        {"a house", "The White House welcomed the trade truce.",
         "White House (institution) by name \"The White House\"\n"},
        {"the company", "Nvidia met officials. The company opposes the tariffs.",
         "Nvidia (company) by kind \"The company\"\n"},
        {"the chipmaker", "Nvidia met officials. The chipmaker supports H20 sales.",
         "Nvidia (company) by kind \"The chipmaker\"\n"},
        {"the company, of none", "The company opposes the tariffs.",
         "company (anonymous) by anonymous \"The company\" in article\n"},
        {"anonymous people", "Analysts oppose the tariffs.",
         "analysts (anonymous) by anonymous \"Analysts\" in article\n"},
        {"an anonymous group of its own", "Several fishermen oppose the tariffs.",
         "several fishermen (anonymous) by anonymous \"Several fishermen\" in article\n"},
        {"a spokesman for an organisation", "A spokesman for Nvidia criticised the tariffs.",
         "Nvidia (company) by spokesperson \"A spokesman for Nvidia\"\n"},
        {"a possessive before the title", "Nvidia's spokeswoman criticised the tariffs.",
         "Nvidia (company) by spokesperson \"Nvidia's spokeswoman\"\n"},
        {"a named spokeswoman", "Nvidia spokeswoman Mara Quill criticised the tariffs.",
         "Mara Quill (person) by name \"Nvidia spokeswoman Mara Quill\"\n"},
    }));
    INFO(row.what << ": " << row.text);
    CHECK(speakers_in(row.text) == row.expected);
}

TEST_CASE("anonymous speakers stay within their document", "[resolve]") {
    const auto scope_in = [](const std::string& name) {
        const auto claims = resolved("Analysts oppose the tariffs.", name).claims;
        REQUIRE(claims.size() == 1);
        return claims.front().speaker.scope;
    };
    CHECK(scope_in("one") == "one");
    CHECK(scope_in("two") == "two");
    CHECK(resolved("Mara Quill opposes the tariffs.").claims.front().speaker.scope.empty());
}

TEST_CASE("who reports the speaker is kept, but nobody reports himself", "[resolve]") {
    const auto via_in = [](const std::string& text) {
        std::string lines;
        for (const auto& claim : resolved(text).claims) {
            lines += claim.speaker.name + " via " + claim.via + "\n";
        }
        return lines;
    };
    CHECK(via_in("Reuters reported that Nvidia said the export controls will stay.") ==
          "Reuters via \nNvidia via Reuters\n");
    CHECK(via_in("“I think the tariffs will fall,” Mara Quill said.") == "Mara Quill via \n");
}
