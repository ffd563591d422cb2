#include <catch2/catch.hpp>

#include "pipeline/result_lines.hpp"

using namespace stancegraph;

namespace {

Claim claim(const std::string& speaker, const std::string& label, const std::string& subject) {
    Claim claim;
    claim.speaker.name = speaker;
    claim.stance.label = label;
    claim.subject.name = subject;
    return claim;
}

}  // namespace

TEST_CASE("a claim on one line tells target, negation, modality and reporter", "[pipeline]") {
    Claim plain = claim("Scott Bessent", "optimistic", "H20 sales");
    CHECK(line_of(plain) == "Scott Bessent -> optimistic -> H20 sales");

    Claim full = claim("China", "accuses", "bullying");
    full.target = "United States";
    full.stance.is_negated = true;
    full.stance.modality = "possible";
    full.via = "Reuters";
    CHECK(line_of(full) ==
          "China -> accuses -> bullying [target United States] [negated] [possible] [via Reuters]");

    Claim author = claim("", "unfavourable", "");
    author.speaker.kind = "author";
    CHECK(line_of(author) == "AUTHOR -> unfavourable -> ?");
}

TEST_CASE("an attribution on one line joins its pieces", "[pipeline]") {
    Document document;
    document.text = "“It is a\nstart,” Kim said, “but no   more.”";
    Attribution attribution;
    attribution.speaker.name = "Kim";
    attribution.stance = "states";
    attribution.statement = {{0, 20}, {31, 51}};
    attribution.via = "Reuters";
    CHECK(line_of(attribution, document) ==
          "Kim -> states -> “It is a start,” + “but no more.” [via Reuters]");
}
