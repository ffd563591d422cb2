#include <algorithm>
#include <limits>
#include <memory>
#include <sstream>

#include <catch2/catch.hpp>

#include "resolve/claim_file.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::harbour_claims;
using stancegraph::testing::hostile_claims;
using stancegraph::testing::random_claims;

namespace {

std::optional<Claim> parsed(const std::string& line) {
    const json::Parsed result = json::parse(line);
    return result.value ? claim_from_json(*result.value) : std::nullopt;
}

std::vector<Claim> read(const std::string& text, Diagnostics& diagnostics) {
    return read_claims(std::make_shared<const InputFile>("claims.jsonl", text), diagnostics);
}

}  // namespace

TEST_CASE("a claim is one line of JSON with its members in a fixed order", "[resolve]") {
    Claim claim;
    claim.id = "c:0123456789abcdef";
    claim.doc = "beacon-01.txt";
    claim.source = {.outlet = "Beacon", .title = "Boats", .url = "", .date = "2025-03-04", .author = ""};
    claim.speaker = {.name = "residents",
                     .kind = "anonymous",
                     .text = "Residents",
                     .span = {.begin = 10, .end = 19},
                     .resolved_by = "anonymous",
                     .scope = "beacon-01.txt"};
    claim.stance = {.label = "worried", .polarity = -0.4, .is_negated = false, .modality = "asserted"};
    claim.subject = {.name = "noise", .text = "noise", .span = {.begin = 30, .end = 35}, .from = "phrase"};
    claim.cue_text = "worry";
    claim.cue = {.begin = 20, .end = 25};
    claim.statement_kind = "indirect";
    claim.statement = {{.begin = 26, .end = 35}};
    claim.sentence = {.begin = 10, .end = 36};
    claim.line = 3;
    claim.quote = "Residents worry about noise.";
    claim.rule = "worry_about";
    claim.entry = "worry about";
    claim.certainty = 0.8;
    CHECK(
        to_json(claim) ==
        R"({"id":"c:0123456789abcdef","doc":"beacon-01.txt",)"
        R"("source":{"outlet":"Beacon","title":"Boats","url":"","date":"2025-03-04","author":""},)"
        R"("speaker":{"name":"residents","kind":"anonymous","text":"Residents","start":10,"end":19,)"
        R"("resolved_by":"anonymous","scope":"beacon-01.txt"},)"
        R"("stance":{"label":"worried","polarity":-0.4,"negated":false,"modality":"asserted"},)"
        R"("subject":{"name":"noise","text":"noise","start":30,"end":35,"from":"phrase"},)"
        R"("target":null,"via":null,"judged_by":null,"cue":{"text":"worry","start":20,"end":25},)"
        R"("statement":{"kind":"indirect","spans":[{"start":26,"end":35}]},"content":[{"start":26,"end":35}],)"
        R"("sentence":{"start":10,"end":36,"line":3},"quote":"Residents worry about noise.",)"
        R"("rule":"worry_about","entry":"worry about","certainty":0.8})");
}

TEST_CASE("a claim survives being written and read", "[resolve]") {
    for (const auto& claims : {harbour_claims(), hostile_claims(), random_claims(7, 60)}) {
        for (const Claim& claim : claims) {
            const std::string line = to_json(claim);
            CHECK(line.find('\n') == std::string::npos);
            const auto again = parsed(line);
            REQUIRE(again);
            CHECK(to_json(*again) == line);
        }
    }
}

TEST_CASE("whatever a record holds, a claim comes out of it or nothing", "[resolve]") {
    struct Row {
        std::string what;
        std::string line;
        std::string expected;  ///< id, polarity, certainty, cue, statements; empty for no claim.
    };

    const auto row = GENERATE(values<Row>({
        {"only an id", R"({"id":"c:1"})", "c:1 0 1 0-0 0"},
        {"no id", R"({"doc":"a.txt"})", ""},
        {"id is no text", R"({"id":7})", ""},
        {"an array", "[]", ""},
        {"a number", "1", ""},
        {"members of other types",
         R"({"id":"c:1","speaker":7,"stance":[],"subject":null,"cue":"x","statement":{"spans":3}})",
         "c:1 0 1 0-0 0"},
        {"numbers out of range", R"({"id":"c:1","stance":{"polarity":-9},"certainty":99})", "c:1 -1 1 0-0 0"},
        {"certainty nobody has", R"({"id":"c:1","certainty":-3})", "c:1 0 0.01 0-0 0"},
        {"enormous numbers", R"({"id":"c:1","cue":{"start":1e300,"end":-1e300}})",
         "c:1 0 1 4294967295-4294967295 0"},
        {"end before start", R"({"id":"c:1","cue":{"start":9,"end":3}})", "c:1 0 1 9-9 0"},
        {"fractions", R"({"id":"c:1","cue":{"start":1.9,"end":3.5}})", "c:1 0 1 1-3 0"},
        {"odd statement", R"({"id":"c:1","statement":{"spans":[{"start":1,"end":2},5]}})", "c:1 0 1 0-0 2"},
        {"unknown members", R"({"id":"c:1","colour":"red"})", "c:1 0 1 0-0 0"},
    }));
    INFO(row.what);
    std::ostringstream found;
    if (const auto claim = parsed(row.line)) {
        found << claim->id << ' ' << claim->stance.polarity << ' ' << claim->certainty << ' '
              << claim->cue.begin << '-' << claim->cue.end << ' ' << claim->statement.size();
    }
    CHECK(found.str() == row.expected);
}

TEST_CASE("a number that JSON cannot hold does not spoil the record", "[resolve]") {
    Claim claim = harbour_claims().front();
    claim.certainty = std::numeric_limits<double>::quiet_NaN();
    const auto again = parsed(to_json(claim));
    REQUIRE(again);
    CHECK(again->certainty == 1.0);
}

TEST_CASE("a claims file is read line by line and bad lines are reported with their place", "[resolve]") {
    const std::string good = to_json(harbour_claims().front());
    Diagnostics diagnostics;
    const auto claims = read("\n" + good + "\r\n{\"id\": }\n[1]\n" + good, diagnostics);
    CHECK(claims.size() == 2);
    CHECK(render(diagnostics) ==
          "claims.jsonl:3:8: warning[SG2401]: this line is no JSON: Invalid value.\n"
          "    3 | {\"id\": }\n"
          "      |        ^\n"
          "help: every line of a claims file is one JSON object\n"
          "claims.jsonl:4:1: warning[SG2402]: this line is no claim: it is no object with an 'id'\n"
          "    4 | [1]\n"
          "      | ^\n"
          "help: see 'The claim record' in the manual for its members\n");
}

TEST_CASE("twenty bad lines are shown and the rest is counted", "[resolve]") {
    std::string text;
    for (int line = 0; line < 33; ++line) {
        text += "nonsense\n";
    }
    Diagnostics diagnostics;
    CHECK(read(text, diagnostics).empty());
    REQUIRE(diagnostics.all().size() == 21);
    CHECK(diagnostics.all().back().message ==
          "13 more lines of 'claims.jsonl' are no claims and were left out");
}

TEST_CASE("claims are ordered by document, cue and id", "[resolve]") {
    std::vector<Claim> claims = harbour_claims();
    std::sort(claims.begin(), claims.end(), claim_order);
    std::ostringstream out;
    write_claims(claims, out);
    Diagnostics diagnostics;
    const auto again = read(out.str(), diagnostics);
    CHECK(diagnostics.is_empty());
    CHECK(std::is_sorted(again.begin(), again.end(), claim_order));
    CHECK(again.size() == claims.size());
}
