#include "query/render.hpp"

#include <catch2/catch.hpp>

#include "base/json.hpp"
#include "graph/build.hpp"
#include "query/csv.hpp"
#include "query/query.hpp"
#include "query/text_table.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::harbour_claims;
using stancegraph::testing::hostile_claims;

namespace {

StanceGraph graph_of(const std::vector<Claim>& claims) {
    return build_graph(ClaimSet(claims), {.has_layout = false});
}

std::vector<SelectedEdge> asked(const StanceGraph& graph, const Query& query = {}) {
    Diagnostics diagnostics;
    return select(graph, query, diagnostics).value_or(std::vector<SelectedEdge>());
}

const StanceGraph& harbour() {
    static const StanceGraph graph = graph_of(harbour_claims());
    return graph;
}

Query about(const std::string& actor) {
    Query query;
    query.actor = actor;
    return query;
}

}  // namespace

TEST_CASE("an answer is an aligned table", "[query]") {
    const auto rows = answer(harbour(), asked(harbour(), about("fenwick")));
    CHECK(
        render(rows, AnswerFormat::table) ==
        "actor        stance    subject          polarity  belief  claims  documents  stories  outlets       "
        "first        last\n"
        "Odd Fenwick  supports  the night ferry      +0.7    0.76       2          2        2        1  "
        "2025-03-04  2025-05-02\n"
        "Odd Fenwick  doubts    a bridge             -0.5    0.64       1          1        1        1\n");
    CHECK(render(std::span<const AnswerRow>(), AnswerFormat::table) ==
          "actor  stance  subject  polarity  belief  claims  documents  stories  outlets  first  last\n");
}

TEST_CASE("an answer is JSON, JSON lines or CSV", "[query]") {
    const auto rows = answer(harbour(), asked(harbour(), about("fenwick")));
    const std::string first =
        R"({"actor":"Odd Fenwick","stance":"supports","subject":"the night ferry","polarity":0.7,"belief":0.76,"contested":false,)"
        R"("claims":2,"documents":2,"stories":2,"outlets":1,"first":"2025-03-04","last":"2025-05-02"})";
    const std::string second =
        R"({"actor":"Odd Fenwick","stance":"doubts","subject":"a bridge","polarity":-0.5,"belief":0.64,"contested":false,)"
        R"("claims":1,"documents":1,"stories":1,"outlets":1,"first":"","last":""})";
    CHECK(render(rows, AnswerFormat::jsonl) == first + "\n" + second + "\n");
    CHECK(render(rows, AnswerFormat::json) == "[\n" + first + ",\n" + second + "\n]\n");
    CHECK(render(std::span<const AnswerRow>(), AnswerFormat::json) == "[]\n");
    CHECK(render(rows, AnswerFormat::csv) ==
          "actor,stance,subject,polarity,belief,contested,claims,documents,stories,outlets,first,last\r\n"
          "Odd Fenwick,supports,the night ferry,0.7,0.76,false,2,2,2,1,2025-03-04,2025-05-02\r\n"
          "Odd Fenwick,doubts,a bridge,-0.5,0.64,false,1,1,1,1,,\r\n");
}

TEST_CASE("evidence shows the place and the sentence with its cue", "[query]") {
    std::vector<Claim> claims = harbour_claims();
    claims.resize(2);
    claims[0].cue_text = "fight";
    claims[0].via = "the Beacon's Ms Rask";
    claims[1].stance.modality = "possible";
    claims[1].source.outlet.clear();
    const StanceGraph graph = graph_of(claims);
    CHECK(
        render(evidence(graph, asked(graph)), AnswerFormat::table) ==
        "Mara Quill -> opposes -> the night ferry\n"
        "  beacon-01.txt:1  Beacon, 2025-03-04  via the Beacon's Ms Rask  (rule sample_rule, certainty 0.8)\n"
        "    Mayor Mara Quill said she would [fight] the night ferry.\n"
        "\n"
        "Odd Fenwick -> supports -> the night ferry\n"
        "  beacon-01.txt:3  2025-03-04  (rule sample_rule, certainty 0.8, possible)\n"
        "    Odd Fenwick, who runs the docks, backs it.\n");
}

TEST_CASE("whatever the claims hold, tables act on no terminal and JSON can be read", "[query]") {
    const StanceGraph graph = graph_of(hostile_claims());
    const auto selected = asked(graph);
    const auto rows = answer(graph, selected);
    const auto proofs = evidence(graph, selected);
    for (const std::string& text : {render(rows, AnswerFormat::table), render(proofs, AnswerFormat::table)}) {
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find('\a') == std::string::npos);
        CHECK(text.find("\u202E") == std::string::npos);
        CHECK(text.find("\u200B") == std::string::npos);
    }
    for (const std::string& text : {render(rows, AnswerFormat::json), render(proofs, AnswerFormat::json)}) {
        const auto parsed = json::parse(text);
        REQUIRE(parsed.value);
        CHECK(parsed.value->array()->size() == rows.size());
    }
}

TEST_CASE("CSV cells are quoted and formulas disarmed", "[query]") {
    struct Row {
        std::string text;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"plain words", "plain words"},
        {"a,b", "\"a,b\""},
        {"say \"no\"", "\"say \"\"no\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {" blank", "\" blank\""},
        {"=1+1", "'=1+1"},
        {"+a,b", "\"'+a,b\""},
        {"-x", "'-x"},
        {"@x", "'@x"},
        {"a=b", "a=b"},
        {"broken \xFF", "broken \uFFFD"},
        {"", ""},
    }));
    INFO(row.text);
    std::string cell;
    csv::append_cell(cell, row.text, csv::Guard::formulas);
    CHECK(cell == row.expected);
}

TEST_CASE("a table is aligned by what the characters take, and cut to a width", "[query]") {
    TextTable table({{"name"}, {"count", TextTable::Align::right}});
    table.add({"赵明昊", "7"});
    table.add({"Ångström and sons", "1234567"});
    CHECK(table.render() ==
          "name                 count\n"
          "赵明昊                   7\n"
          "Ångström and sons  1234567\n");
    CHECK(table.render(20) ==
          "name           count\n"
          "赵明昊             7\n"
          "Ångström a…  1234567\n");
    CHECK(table.render(5) ==
          "name        count\n"
          "赵明昊          7\n"
          "Ångströ…  1234567\n");
}
