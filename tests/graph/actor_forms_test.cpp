#include "graph/actor_forms.hpp"

#include <catch2/catch.hpp>

#include "graph/claim_set.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::ClaimSketch;
using stancegraph::testing::make_claim;
using stancegraph::testing::says;

namespace {

std::vector<Claim> claims_of(const std::vector<ClaimSketch>& sketches) {
    ClaimSet claims;
    std::uint32_t line = 0;
    for (ClaimSketch sketch : sketches) {
        sketch.line = ++line;
        claims.add(make_claim(sketch));
    }
    return std::move(claims).sorted();
}

}  // namespace

TEST_CASE("likely merges have a reason, and look-alikes have none", "[graph]") {
    struct Row {
        std::string what;
        std::vector<ClaimSketch> sketches;
        std::string expected;
    };

    const auto row = GENERATE_COPY(values<Row>({
        {"initials",
         {says("a", "HPA", "tides", "institution"),
          says("b", "Harbour Port Authority", "tides", "institution")},
         "HPA = Harbour Port Authority: the initials of 'Harbour Port Authority' and of no other name "
         "[tides]\n"},
        {"initials of two",
         {says("a", "HPA", "tides", "institution"),
          says("b", "Harbour Port Authority", "tides", "institution"),
          says("b", "Herring Packers Association", "fish", "organisation")},
         ""},
        {"initials of a person", {says("a", "AEL", "tides"), says("b", "Ada Ek Lind", "tides")}, ""},
        {"the end of a longer name",
         {says("a", "Port Authority", "tides", "institution"),
          says("b", "Saltmere Port Authority", "tides", "institution")},
         "Port Authority = Saltmere Port Authority: 'Saltmere Port Authority' ends in it, and no other name "
         "does [tides]\n"},
        {"a middle name",
         {says("a", "Ada Ek", "tides"), says("b", "Ada Lind Ek", "tides"), says("c", "Bo Ek", "fish")},
         "Ada Ek = Ada Lind Ek: 'Ada Lind Ek' has one more name in the middle, and is the only one that does "
         "[tides]\n"},
        {"two middle names",
         {says("a", "Ada Ek", "tides"), says("b", "Ada Lind Ek", "tides"), says("c", "Ada Rask Ek", "tides")},
         ""},
        {"a surname of two in two articles, of whom one shares a subject with the second",
         {says("a", "Ek", "fog"), says("d", "Ek", "tides"), says("b", "Ada Ek", "tides"),
          says("c", "Bo Ek", "fish")},
         "Ek = Ada Ek: the surname of 2 people, of whom only this one speaks of the same subjects [tides]\n"},
        {"a surname of two, of whom one shares a subject",
         {says("a", "Ek", "tides"), says("b", "Ada Ek", "tides"), says("c", "Bo Ek", "fish")},
         "Ek = Ada Ek: the surname of 2 people, of whom only this one speaks of the same subjects [tides]\n"},
        {"a surname of two who share it",
         {says("a", "Ek", "tides"), says("b", "Ada Ek", "tides"), says("c", "Bo Ek", "tides")},
         ""},
        {"a spelling, where both speak of one subject",
         {says("a", "Mara Quillon", "tides"), says("b", "Mara Quilon", "tides"),
          says("c", "Mara Quillon", "fish")},
         "Mara Quilon = Mara Quillon: one letter differs, and both speak of the same subjects [tides]\n"},
        {"a spelling, but of other subjects",
         {says("a", "Mara Quillon", "tides"), says("b", "Mara Quilon", "fish")},
         ""},
        {"a spelling, but in one article",
         {says("a", "Mara Quillon", "tides"), says("a", "Mara Quilon", "tides")},
         ""},
        {"anonymous speakers",
         {says("a", "HPA", "tides", "anonymous"),
          says("b", "Harbour Port Authority", "tides", "institution")},
         ""},
    }));
    INFO(row.what);
    const std::vector<Claim> claims = claims_of(row.sketches);
    const Identities identities = identify_actors(claims);
    std::string text;
    for (const LikelyMerge& merge : likely_merges(claims, identities)) {
        text += identities.all[merge.shorter].name + " = " + identities.all[merge.fuller].name + ": " +
                merge.reason + " [";
        for (const std::string& subject : merge.shared_subjects) {
            text += subject;
        }
        text += "]\n";
    }
    CHECK(text == row.expected);
}

TEST_CASE("the forms of an actor come with the evidence for each", "[graph]") {
    std::vector<Claim> claims =
        claims_of({says("a", "Ada Ek", "tides"), says("a", "Ada Ek", "fish"), says("b", "Ek", "tides"),
                   says("c", "Ada M. Ek", "fish"), says("c", "Bo Rask", "tides")});
    claims[1].speaker.text = "She";
    claims[1].speaker.resolved_by = "pronoun";
    const Identities identities = identify_actors(claims);
    REQUIRE(identities.all.size() == 2);
    std::string text;
    for (const ActorForm& form : ActorForms(claims, identities).of(0)) {
        text += form.text + " | " + form.name + " | " + form.evidence + " | " + std::to_string(form.claims) +
                "\n";
    }
    CHECK(text ==
          "(pronouns) | Ada Ek | pronoun | 1\n"
          "Ada Ek | Ada Ek | the name itself | 1\n"
          "Ada M. Ek | Ada M. Ek | the name itself, then full name, which has one middle initial only | 1\n"
          "Ek | Ek | the name itself, then surname of one person only in all articles | 1\n");
}
