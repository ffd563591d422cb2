#include <catch2/catch.hpp>

#include "reader_fixture.hpp"

using namespace stancegraph;
using test::to_string;

namespace {

std::vector<Document> read_lines(const std::string& bytes, Diagnostics& diagnostics,
                                 const ReadOptions& options = test::shipped_options()) {
    return read_documents("wire.jsonl", bytes, Format::jsonl, options, diagnostics);
}

}  // namespace

TEST_CASE("a JSONL record becomes an article with its title in front", "[text]") {
    Diagnostics diagnostics;
    const auto documents = read_lines(
        "\xEF\xBB\xBF"
        R"({"id": "w1", "title": "Pell objects", "outlet": "Wire", "author": ["A. Roe", {"name": "B. Poe"}], "date": "5 March 2025", )"
        R"("url": "https://wire.example/1", "lang": "en", "score": 1e400, "text": "Pell opposes the ferry.\n\nHe said so."})"
        "\r\n\n"
        R"({"id": 17, "title": "Pell objects", "text": "Pell objects\nHe said so."})"
        "\n"
        R"({"text": "He said so."})",
        diagnostics);
    CHECK(render(diagnostics).empty());
    REQUIRE(documents.size() == 3);
    CHECK(documents[0].name == "w1");
    CHECK(to_string(documents[0].source) ==
          "Wire | Pell objects | A. Roe, B. Poe | 2025-03-05 | https://wire.example/1");
    CHECK(documents[0].text == "Pell objects\n\nPell opposes the ferry.\n\nHe said so.");
    CHECK(to_string(documents[0]) == "head Pell objects\nbody Pell opposes the ferry.\nbody He said so.\n");
    CHECK(documents[1].name == "17");
    CHECK(documents[1].text == "Pell objects\nHe said so.");
    CHECK(to_string(documents[1]) == "head Pell objects\nbody He said so.\n");
    CHECK(documents[2].name == "wire.jsonl#4");
}

TEST_CASE("field names of JSONL records can be mapped, also into nested objects", "[text]") {
    ReadOptions options = test::shipped_options();
    options.jsonl_fields = {{"text", "body"}, {"outlet", "source.name"}, {"id", "uuid"}};
    Diagnostics diagnostics;
    const auto documents = read_lines(R"({"uuid": "u1", "source": {"name": "Wire"}, "body": "He said so."})",
                                      diagnostics, options);
    CHECK(render(diagnostics).empty());
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].name == "u1");
    CHECK(documents[0].source.outlet == "Wire");
}

TEST_CASE("a faulty JSONL line is reported and the others are read", "[text]") {
    struct Row {
        std::string what;
        std::string line;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"no JSON", "{\"text\": \"Pell}",
         "wire.jsonl:2:16: error[SG2010]: this line is not JSON: Missing a closing quotation mark in "
         "string.\n"
         "    2 | {\"text\": \"Pell}\n"
         "      |                ^\n"
         "help: JSON Lines has one complete object on each line\n"},
        {"no object", "[1, 2]",
         "wire.jsonl:2:1: error[SG2011]: this line is no object, so it has no fields\n"
         "    2 | [1, 2]\n"
         "      | ^\n"
         "help: a record looks like {\"id\": \"a1\", \"title\": \"…\", \"text\": \"…\"}\n"},
        {"no text", "{\"id\": \"w2\"}",
         "wire.jsonl:2:1: error[SG2011]: this record has no text in its field 'text'\n"
         "    2 | {\"id\": \"w2\"}\n"
         "      | ^\n"
         "help: if the field has another name, map it, for instance text=body\n"},
        {"a lone surrogate", R"({"text": "\ud800 x"})",
         "wire.jsonl:2:11: error[SG2010]: this line is not JSON: The surrogate pair in string is invalid.\n"
         "    2 | {\"text\": \"\\ud800 x\"}\n"
         "      |           ^\n"
         "help: JSON Lines has one complete object on each line\n"},
    }));
    INFO(row.what);
    Diagnostics diagnostics;
    const auto documents = read_lines(
        "{\"id\": \"a\", \"text\": \"One.\"}\n" + row.line + "\n{\"id\": \"b\", \"text\": \"Two.\"}\n",
        diagnostics);
    CHECK(render(diagnostics) == row.expected);
    REQUIRE(documents.size() == 2);
    CHECK(documents[1].name == "b");
}

TEST_CASE("records with bad bytes, bad dates or a name twice are kept, with a warning", "[text]") {
    Diagnostics diagnostics;
    const auto documents = read_lines(
        "{\"id\": \"a\", \"text\": \"caf\xE9\"}\n{\"id\": \"a\", \"date\": \"soon\", \"text\": \"Two.\"}\n",
        diagnostics);
    REQUIRE(documents.size() == 2);
    CHECK(documents[0].text == "caf\uFFFD");
    CHECK(documents[1].name == "a#2");
    std::string codes;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        codes += diagnostic.code + ' ';
    }
    CHECK(codes == "SG2004 SG2015 SG2012 ");
}

TEST_CASE("a JSONL line over the limit is left out, and many faults are summed up", "[text]") {
    ReadOptions options = test::shipped_options();
    options.limits.line_bytes = 40;
    Diagnostics diagnostics;
    std::string lines = "{\"text\": \"" + std::string(100, 'x') + "\"}\n{\"text\": \"One.\"}\n";
    for (int count = 0; count < 30; ++count) {
        lines += "nothing\n";
    }
    const auto documents = read_lines(lines, diagnostics, options);
    REQUIRE(documents.size() == 1);
    REQUIRE(diagnostics.all().size() == 11);
    CHECK(diagnostics.all().front().code == "SG2013");
    CHECK(render(diagnostics.all().back()) ==
          "wire.jsonl: note[SG2014]: 21 more lines with faults are not shown\n"
          "help: mend the ones shown first; they often have one cause\n");
}

TEST_CASE("the teaser test runs on JSONL too", "[text]") {
    Diagnostics diagnostics;
    const auto documents = read_lines(
        R"({"id": "a", "title": "T", "text": "Pell opposes the ferry.\n\nHe said so.\n\nRelated: Union slams Pell"})",
        diagnostics);
    REQUIRE(documents.size() == 1);
    CHECK(to_string(documents[0]) ==
          "head T\nbody Pell opposes the ferry.\nbody He said so.\ntease Related: Union slams Pell\n");
}

TEST_CASE("lines are counted from the first line of the piece", "[text]") {
    Diagnostics diagnostics;
    const auto documents = read_documents("wire.jsonl", "{\"text\": \"One.\"}\nx\n", Format::jsonl,
                                          test::shipped_options(), diagnostics, 1000);
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].name == "wire.jsonl#1000");
    CHECK(render(diagnostics).starts_with("wire.jsonl:1001:1: error[SG2010]"));
}
