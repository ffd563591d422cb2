#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "workbench/claim_card.hpp"
#include "workbench/review_order.hpp"
#include "workbench/verdicts.hpp"

using namespace stancegraph;

namespace {

Claim claim_of(const std::string& rule, const std::string& id) {
    Claim claim;
    claim.rule = rule;
    claim.id = id;
    return claim;
}

/// Nine claims of a, three of b, one of c.
std::vector<Claim> claims_of_three_rules() {
    std::vector<Claim> claims;
    for (int at = 0; at < 9; ++at) {
        claims.push_back(claim_of("a", "a" + std::to_string(at)));
    }
    for (int at = 0; at < 3; ++at) {
        claims.push_back(claim_of("b", "b" + std::to_string(at)));
    }
    claims.push_back(claim_of("c", "c0"));
    return claims;
}

std::string rules_in(const std::vector<Claim>& claims, const std::vector<std::size_t>& order) {
    std::string rules;
    for (const std::size_t place : order) {
        rules += claims[place].rule;
    }
    return rules;
}

std::string sorted(std::string text) {
    std::sort(text.begin(), text.end());
    return text;
}

constexpr std::string_view kText =
    "The harbour board met on Monday.\n\n\nMara Quill, its chair, “opposes” the\nnight ferry. Nobody "
    "spoke.\n";

ByteSpan span_of(std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(kText.find(words));
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

}  // namespace

TEST_CASE("claims to review are spread over the rules", "[workbench]") {
    const std::vector<Claim> claims = claims_of_three_rules();
    const auto order = review_order(claims, 1, {});
    const std::string rules = rules_in(claims, order);
    CHECK(sorted(rules.substr(0, 3)) == "abc");
    CHECK(sorted(rules.substr(3, 2)) == "ab");
    CHECK(sorted(rules.substr(5, 2)) == "ab");
    CHECK(rules.substr(7) == "aaaaaa");
    CHECK(review_order(claims, 1, {}) == order);
    CHECK(review_order(claims, 2, {}) != order);
}

TEST_CASE("rules that were judged more often come later", "[workbench]") {
    const std::vector<Claim> claims = claims_of_three_rules();
    const std::string rules = rules_in(claims, review_order(claims, 1, {{"a", 2}, {"c", 1}}));
    CHECK(rules.front() == 'b');
    CHECK(sorted(rules.substr(1, 2)) == "bc");
    CHECK(sorted(rules.substr(3, 2)) == "ab");
}

TEST_CASE("a claim is shown with its parts marked", "[workbench]") {
    Claim claim;
    claim.speaker = {
        .name = "Mara Quill", .kind = "person", .text = "Mara Quill", .span = span_of("Mara Quill")};
    claim.stance = {.label = "opposes", .polarity = -0.7};
    claim.subject = {.name = "night ferry", .text = "the night ferry", .span = span_of("the\nnight ferry")};
    claim.cue = span_of("opposes");
    claim.sentence = span_of("Mara Quill, its chair, “opposes” the\nnight ferry.");
    CHECK(claim_card(claim, kText) ==
          "    The harbour board met on Monday.\n"
          "  > [Mara Quill]{speaker}, its chair, “[opposes]{cue}” [the night ferry]{subject}.\n"
          "    Nobody spoke.\n"
          "  Mara Quill -> opposes -> night ferry\n");

    claim.subject.span = span_of("harbour board");
    CHECK(claim_card(claim, kText).find("  subject: harbour board\n") != std::string::npos);

    claim.speaker.span = span_of("Mara Quill, its chair, “opposes”");  // one part around another
    CHECK(claim_card(claim, kText).find("> [Mara Quill, its chair, “[opposes]{cue}”]{speaker} the") !=
          std::string::npos);

    claim.quote = "Mara Quill opposes the night ferry.";
    CHECK(claim_card(claim, "another text") ==
          "  > Mara Quill opposes the night ferry.\n  Mara Quill -> opposes -> night ferry\n");
}

TEST_CASE("of the text around only what people read is shown", "[workbench]") {
    const std::string long_line(300, 'x');
    const std::string text = long_line + "\n\nQuill.\n\n" + long_line;
    CHECK(words_before(text, 302) == "…" + std::string(200, 'x'));
    CHECK(words_behind(text, 308) == std::string(200, 'x') + "…");
    CHECK(words_before("Quill.", 0).empty());
    CHECK(words_behind("Quill.", 6).empty());
    CHECK(words_before("\n \nQuill.", 3).empty());
    CHECK(words_before("One. Two.", 5) == "One.");
}

TEST_CASE("verdicts find their claims by id, or by place and words", "[workbench]") {
    Claim claim = claim_of("a", "c:1");
    claim.doc = "Beacon.txt";
    claim.cue = {7, 12};
    claim.stance.label = "opposes";
    const JudgedClaims judged({verdict_on(claim, false, "speaker")});
    REQUIRE(judged.find(claim) != nullptr);
    CHECK(judged.find(claim)->wrong == "speaker");
    claim.id = "c:2";
    claim.rule = "b";
    CHECK(judged.find(claim) != nullptr);
    CHECK(judged.on(std::vector{claim}).at("c:2").wrong == "speaker");
    claim.stance.label = "supports";
    CHECK(judged.find(claim) == nullptr);
}
