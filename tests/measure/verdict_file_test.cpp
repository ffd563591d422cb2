#include "measure/verdict_file.hpp"

#include <catch2/catch.hpp>

using namespace stancegraph;

TEST_CASE("verdicts are read line by line, and the last one on a result counts") {
    Diagnostics diagnostics;
    Verdicts verdicts;
    read_verdicts(
        std::make_shared<const InputFile>("v.jsonl",
                                          "{\"id\": \"c:1\", \"right\": true, \"by\": \"me\"}\n"
                                          "\n"
                                          "{\"id\": \"c:2\", \"right\": false, \"wrong\": \"subject\"}\n"
                                          "{\"id\": \"c:1\", \"right\": false}"),
        verdicts, diagnostics);
    CHECK(render(diagnostics) == "");
    REQUIRE(verdicts.size() == 2);
    CHECK_FALSE(verdicts.find("c:1")->second.is_right);
    CHECK(verdicts.find("c:2")->second.wrong == "subject");
}

TEST_CASE("lines that are no verdict are reported and left out") {
    Diagnostics diagnostics;
    Verdicts verdicts;
    read_verdicts(std::make_shared<const InputFile>("v.jsonl", "{\"id\": \"c:1\"}\n{\"right\": true}\nyes\n"),
                  verdicts, diagnostics);
    CHECK(verdicts.empty());
    CHECK(diagnostics.all().size() == 3);
    const std::string said = render(diagnostics);
    CHECK(said.substr(0, said.find("v.jsonl:2")) ==
          "v.jsonl:1:1: warning[SG2404]: this line is no verdict\n    1 | {\"id\": \"c:1\"}\n      | ^\n"
          "help: write {\"id\": \"c:…\", \"right\": true} with the id of a claim\n");
}
