#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "resolve/resolve_fixture.hpp"

using namespace stancegraph;
using namespace stancegraph::test;

namespace {

const std::string kText =
    "Mara Quill praised the trade truce. Tobin Marsh said the H20 sales are good.\n\n"
    "“The tariffs will stay,” he said.";

std::vector<std::string> ids_in(const std::string& text, const std::string& name) {
    std::vector<std::string> ids;
    for (const Claim& claim : resolved(text, name).claims) {
        ids.push_back(claim.id);
    }
    return ids;
}

}  // namespace

TEST_CASE("the same text gives the same claim ids, another document or place gives others", "[resolve]") {
    const std::vector<std::string> ids = ids_in(kText, "one");
    REQUIRE(ids.size() == 3);
    CHECK(ids_in(kText, "one") == ids);
    for (const auto& others : {ids_in(kText, "two"), ids_in("Hello. " + kText, "one")}) {
        REQUIRE(others.size() == 3);
        CHECK(std::ranges::find_first_of(ids, others) == ids.end());
    }
}

TEST_CASE("ids within a document are all different", "[resolve]") {
    std::vector<std::string> ids = ids_in(kText + "\n\n" + kText, "one");
    std::ranges::sort(ids);
    CHECK(std::ranges::adjacent_find(ids) == ids.end());
}

TEST_CASE("spans of a claim are the words that it tells of", "[resolve]") {
    const auto words = [](ByteSpan span) { return kText.substr(span.begin, span.size()); };
    for (const Claim& claim : resolved(kText).claims) {
        CHECK(words(claim.speaker.span) == claim.speaker.text);
        CHECK(words(claim.subject.span) == claim.subject.text);
        CHECK(words(claim.cue) == claim.cue_text);
        CHECK(words(claim.sentence) == claim.quote);
        CHECK(claim.sentence.contains(claim.cue));
    }
}

TEST_CASE("a verdict inside a statement takes the place of the plain statement", "[resolve]") {
    CHECK(stances_in("Tobin Marsh said the H20 sales are good.") == "favourable +0.5\n");
}

TEST_CASE("claims know their line and how their statement is told", "[resolve]") {
    const auto claims = resolved(kText).claims;
    REQUIRE(claims.size() == 3);
    CHECK(claims[0].line == 1);
    CHECK(claims[0].statement_kind.empty());
    CHECK(claims[2].line == 3);
    CHECK(claims[2].statement_kind == "direct");
    CHECK(resolved("Mara Quill said the tariffs will stay.").claims.front().statement_kind == "indirect");
    CHECK(resolved("Mara Quill said the tariffs were “a gift”.").claims.front().statement_kind == "mixed");
}

TEST_CASE("of a very long sentence a claim shows the words around its cue", "[resolve]") {
    std::string text = "Mara Quill opposes the tariffs";
    for (int word = 0; word < 400; ++word) {
        text += ", and the boats";
    }
    const auto claims = resolved(text + ".").claims;
    REQUIRE_FALSE(claims.empty());
    CHECK(claims.front().quote.size() < 2100);
    CHECK(claims.front().quote.starts_with("Mara Quill opposes"));
    CHECK(claims.front().quote.ends_with(" …"));
}
