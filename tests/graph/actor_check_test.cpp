#include "graph/actor_check.hpp"

#include <catch2/catch.hpp>

#include "graph/claim_set.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::ClaimSketch;
using stancegraph::testing::make_claim;

namespace {

/// Somebody speaks in a document; the words at his place are `text` where that is not his name.
struct Sight {
    std::string document;
    std::string name;
    std::string kind = "person";
    std::string text = {};
};

std::vector<Claim> claims_of(const std::vector<Sight>& sights) {
    ClaimSet claims;
    std::uint32_t line = 0;
    for (const Sight& sight : sights) {
        Claim claim = make_claim({.document = sight.document,
                                  .outlet = "Beacon",
                                  .date = "2025-03-04",
                                  .speaker = sight.name,
                                  .stance = "supports",
                                  .polarity = 0.7,
                                  .subject = "tides",
                                  .quote = "words",
                                  .kind = sight.kind,
                                  .line = ++line});
        if (!sight.text.empty()) {
            claim.speaker.text = sight.text;
            claim.speaker.resolved_by = "surname";
        }
        claims.add(std::move(claim));
    }
    return std::move(claims).sorted();
}

std::string findings_in(const std::vector<Sight>& sights, const IdentityDecisions& decisions) {
    const std::vector<Claim> claims = claims_of(sights);
    std::string text;
    for (const ActorFinding& finding : check_actors(claims, identify_actors(claims, decisions), decisions)) {
        text += std::string(name_of(finding.doubt)) + ": " + finding.text + "\n";
        for (const auto& [actor, form] : finding.forms) {
            text += "  " + actor + " '" + form.text + "' " + form.evidence + ":";
            for (const std::string& document : form.documents) {
                text += " " + document;
            }
            text += "\n";
        }
        text += finding.advice.empty() ? ""
                                       : "  " + finding.advice + " | " + finding.actor + " | " + finding.key +
                                             " | " + finding.value + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("the check of actors finds what speaks against a merge or a decision", "[graph]") {
    struct Row {
        std::string what;
        std::vector<Sight> sights;
        IdentityDecisions decisions;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"nothing wrong", {{"a", "Ada Ek"}, {"b", "Ek"}}, {}, ""},
        {"the same and different",
         {{"a", "Ada Ek"}, {"b", "Ada Lind"}},
         {.same = {{"Ada Ek", "Ada Lind"}}, .different = {{"Ada Ek", "ada lind"}}},
         "contradictory decisions: 'Ada Ek' and 'ada lind' are one by same_as, and different_from parts "
         "them\n"
         "  Ada Ek 'Ada Ek' the name itself: a\n"
         "  Ada Ek 'Ada Lind' the name itself, then same_as in the rules: b\n"
         "  take one of the two back: this line, or the same_as that leads from one to the other | Ada Ek | "
         "different_from | ada lind\n"},
        {"the same through a chain, and different",
         {{"a", "Ada Ek"}, {"b", "Ada Lind"}, {"c", "Ada Rask"}},
         {.same = {{"Ada Ek", "Ada Lind"}, {"Ada Lind", "Ada Rask"}}, .different = {{"Ada Rask", "Ada Ek"}}},
         "contradictory decisions: 'Ada Rask' and 'Ada Ek' are one by same_as, and different_from parts "
         "them\n"
         "  Ada Ek 'Ada Ek' the name itself: a\n"
         "  Ada Ek 'Ada Rask' the name itself, then same_as in the rules: c\n"
         "  take one of the two back: this line, or the same_as that leads from one to the other | Ada Rask "
         "| "
         "different_from | Ada Ek\n"},
        {"a surname stays apart from whomever the full name has become",
         {{"a", "Ada M. Ek"}, {"b", "Ada Ek"}, {"c", "Ek"}},
         {.same = {}, .different = {{"Ada M. Ek", "Ek"}}},
         ""},
        {"a name that is different from itself",
         {{"a", "Ada Ek"}},
         {.same = {}, .different = {{"Ada Ek", "ADA EK"}}},
         "contradictory decisions: 'Ada Ek' and 'ADA EK' are one name but for case and blanks, and "
         "different_from parts them\n"
         "  Ada Ek 'Ada Ek' the name itself: a\n"
         "  no rule parts equal names; take it out | Ada Ek | different_from | ADA EK\n"},
        {"a slip of the pen",
         {{"a", "Ada Ekman"}, {"b", "Ada Lindgren"}},
         {.same = {{"Ada Ekman", "Ada Lingren"}}, .different = {}},
         "idle decision: nobody speaks as 'Ada Lingren', which 'same_as' of 'Ada Ekman' needs\n"
         "  Ada Lindgren 'Ada Lindgren' the name itself: b\n"
         "  did you mean 'Ada Lindgren'? | Ada Ekman | same_as | Ada Lindgren\n"},
        {"a name that no article has",
         {{"a", "Ada Ek"}},
         {.same = {}, .different = {{"Ada Ek", "Bo Rask"}}},
         "idle decision: nobody speaks as 'Bo Rask', which 'different_from' of 'Ada Ek' needs\n"},
        {"a surname that its article links to a full name",
         {{"a", "Ada Ek"}, {"a", "Ada Ek", "person", "Ek"}},
         {.same = {}, .different = {{"Ada Ek", "Ek"}}},
         "idle decision: nobody speaks as 'Ek', which 'different_from' of 'Ada Ek' needs; its article itself "
         "takes the words for somebody\n"
         "  Ada Ek 'Ek' surname in its article: a\n"},
        {"a name to keep may be in no article",
         {{"a", "Ada Ek"}},
         {.same = {{"Ada Ek-Lind", "Ada Ek"}}, .different = {}},
         ""},
        {"a person and a company",
         {{"a", "Rask"}, {"b", "Rask"}, {"c", "Rask", "company"}, {"d", "Rask", "company"}, {"e", "Rask"}},
         {},
         "two kinds: 'Rask' is a person in 3 documents and a body (company) in 2\n"
         "  Rask 'Rask' the name itself: a b c d e\n"
         "  say what it is; names of two, a person and a body, no rule parts | Rask | kind | person\n"},
        {"one document may err", {{"a", "Rask"}, {"b", "Rask"}, {"c", "Rask", "company"}}, {}, ""},
        {"two given names in one article",
         {{"a", "Ada Ek"}, {"a", "Bo Ek"}},
         {.same = {{"Ada Ek", "Bo Ek"}}, .different = {}},
         "two given names: 'Ada Ek' and 'Bo Ek' are one by same_as, and both speak in 'a'\n"
         "  Ada Ek 'Ada Ek' the name itself: a\n"
         "  Ada Ek 'Bo Ek' the name itself, then same_as in the rules: a\n"
         "  if they are two, take the same_as out; to say so for good | Ada Ek | different_from | Bo Ek\n"},
        {"an initial is no other given name",
         {{"a", "Ada Ek"}, {"a", "A. Ek"}},
         {.same = {{"Ada Ek", "A. Ek"}}, .different = {}},
         ""},
        {"two given names in two articles",
         {{"a", "Ada Ek"}, {"b", "Bo Ek"}},
         {.same = {{"Ada Ek", "Bo Ek"}}, .different = {}},
         ""},
        {"one surname for two in one article",
         {{"a", "Ada Ek", "person", "Ek"}, {"a", "Bo Ek", "person", "Ek"}, {"b", "Bo Ek", "person", "Ek"}},
         {},
         "one form for several: 'ek' stands for 'Ada Ek', 'Bo Ek' in 'a'\n"
         "  Ada Ek 'Ek' surname in its article: a\n"
         "  Bo Ek 'Ek' surname in its article: a b\n"
         "  the nearest full name was taken; if the words mean one of them in all articles | Bo Ek | aliases "
         "| Ek\n"},
        {"one surname for two, each in an article of his own",
         {{"a", "Ada Ek", "person", "Ek"}, {"b", "Bo Ek", "person", "Ek"}},
         {},
         ""},
        {"a surname alone, of two",
         {{"a", "Ada Ek"}, {"b", "Bo Ek"}, {"c", "Ek"}, {"d", "Ek"}},
         {},
         "surname of several: 'Ek' alone may be 'Ada Ek', 'Bo Ek'; each article keeps its own\n"
         "  Ek 'Ek' the name itself: c\n"
         "  Ek 'Ek' the name itself: d\n"
         "  if it is one of them in all articles | Ada Ek | same_as | Ek\n"},
        {"a surname alone, of two, decided",
         {{"a", "Ada Ek"}, {"b", "Bo Ek"}, {"c", "Ek"}, {"d", "Ek"}},
         {.same = {{"Bo Ek", "Ek"}}, .different = {}},
         ""},
    }));
    INFO(row.what);
    CHECK(findings_in(row.sights, row.decisions) == row.expected);
}
