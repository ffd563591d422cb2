#include <catch2/catch.hpp>

#include "resolve/attribution.hpp"

using namespace stancegraph;

namespace {

Attribution sample() {
    Attribution attribution;
    attribution.id = "a:0123456789abcdef";
    attribution.speaker.name = "Mara Quill";
    attribution.speaker.span = {.begin = 3, .end = 8};
    attribution.speaker.resolved_by = "surname";
    attribution.stance = "warns of";
    attribution.modality = "possible";
    attribution.cue = {.begin = 9, .end = 15};
    attribution.statement = {{.begin = 16, .end = 30}, {.begin = 35, .end = 40}};
    attribution.statement_kind = "mixed";
    attribution.rule_name = "said_that";
    attribution.entry = "warn";
    attribution.certainty = 0.85;
    return attribution;
}

constexpr const char* kLine =
    R"({"id":"a:0123456789abcdef","doc":"beacon.txt",)"
    R"("speaker":{"start":3,"end":8,"name":"Mara Quill","resolved_by":"surname"},)"
    R"("cue":{"start":9,"end":15},"content":[{"start":16,"end":30},{"start":35,"end":40}],"kind":"mixed",)"
    R"("stance":{"label":"warns of","negated":false,"modality":"possible"},)"
    R"("rule":"said_that","entry":"warn","certainty":0.85})";

}  // namespace

TEST_CASE("an attribution is one line of JSON, and survives being read") {
    CHECK(to_json(sample(), "beacon.txt") == kLine);
    Diagnostics diagnostics;
    const auto read = read_attributions(
        std::make_shared<const InputFile>("a.jsonl", std::string(kLine) + "\n\n"), diagnostics);
    CHECK(render(diagnostics) == "");
    REQUIRE(read.size() == 1);
    CHECK(to_json(read.front(), "beacon.txt") == kLine);
}

TEST_CASE("an unnamed speaker is null, and a guessed one is marked") {
    Attribution attribution = sample();
    attribution.speaker.is_guess = true;
    CHECK(to_json(attribution, "b.txt").find(R"("resolved_by":"surname","guess":true})") !=
          std::string::npos);
    attribution.speaker.span = {};
    CHECK(to_json(attribution, "b.txt").find(R"("speaker":null,)") != std::string::npos);
}

TEST_CASE("lines that are no attribution are reported and left out") {
    Diagnostics diagnostics;
    const auto read = read_attributions(
        std::make_shared<const InputFile>("a.jsonl", "{\"doc\":\"old.txt\"}\nnonsense\n{\"id\":\"a:1\"}\n"),
        diagnostics);
    CHECK(read.size() == 1);
    CHECK(render(diagnostics) ==
          "a.jsonl:1:1: warning[SG2405]: this line is no attribution: it is no object with an 'id'\n"
          "    1 | {\"doc\":\"old.txt\"}\n      | ^\nhelp: build the project again\n"
          "a.jsonl:2:1: warning[SG2405]: this line is no attribution: it is no object with an 'id'\n"
          "    2 | nonsense\n      | ^\nhelp: build the project again\n");
}
