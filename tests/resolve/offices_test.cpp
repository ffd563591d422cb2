#include "resolve/offices.hpp"

#include <string>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "pipeline/given_text.hpp"
#include "resolve/resolve_fixture.hpp"

using namespace stancegraph;
using namespace stancegraph::test;

namespace {

Actor person(std::string name, std::vector<Title> titles, std::string affiliation = {}) {
    Actor actor;
    actor.name = std::move(name);
    actor.kind = ActorKind::person;
    actor.titles = std::move(titles);
    actor.affiliation = std::move(affiliation);
    return actor;
}

RuleSet town_rules() {
    RuleSet rules;
    rules.actors = {person("Ada Ek", {{.title = "Mayor", .from = "2021", .to = "2025-03"}}, "Harbour Trust"),
                    person("Bo Rask", {{.title = "mayor", .from = "2025-04", .to = ""}}, "Green List"),
                    person("Ida Rask", {{.title = "harbour master", .from = "", .to = ""}}),
                    person("Odd Moe", {{.title = "harbour master", .from = "", .to = ""}})};
    return rules;
}

std::string speakers_on(const std::string& day, const std::string& text) {
    Document document = document_of("article", text);
    document.source.date = day;
    std::string lines;
    for (const Claim& claim : Processor(shipped_engine()).process(document).resolved.claims) {
        lines += fmt::format("{} by {} \"{}\"\n", claim.speaker.name, claim.speaker.resolved_by,
                             claim.speaker.text);
    }
    return lines;
}

}  // namespace

TEST_CASE("an office has one holder on a day", "[resolve]") {
    struct Row {
        std::string what;
        OfficeWords words;
        std::string day;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"in the first year", {"mayor"}, "2021-01-01", "Ada Ek"},
        {"before it", {"mayor"}, "2020-12-31", ""},
        {"in the last month", {"mayor"}, "2025-03-31", "Ada Ek"},
        {"the one after", {"mayor"}, "2025-04-01", "Bo Rask"},
        {"a day with its time", {"mayor"}, "2025-03-31T23:00:00Z", "Ada Ek"},
        {"no date: who has not given it up", {"mayor"}, "", "Bo Rask"},
        {"two at once", {"harbour", "master"}, "2025-04-01", ""},
        {"more words", {"deputy", "mayor"}, "2025-04-01", ""},
        {"fewer words", {"master"}, "2025-04-01", ""},
        {"no words", {}, "2025-04-01", ""},
    }));
    INFO(row.what);
    const RuleSet rules = town_rules();
    const auto holder = Offices(rules).holder(row.words, row.day);
    CHECK((holder ? rules.actors[*holder].name : "") == row.expected);
}

TEST_CASE("a surname is his of whose office or affiliation the words beside it tell", "[resolve]") {
    struct Row {
        std::string what;
        std::string surname;
        std::vector<OfficeWords> descriptions;
        std::string day;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"by affiliation", "Ek", {{"economist", "harbour", "trust"}}, "2026-01-01", "Ada Ek"},
        {"by a part of it", "Ek", {{"harbour", "economist"}}, "2026-01-01", ""},
        {"by words of two descriptions", "Ek", {{"harbour"}, {"trust"}}, "2026-01-01", ""},
        {"by title", "Rask", {{"former"}, {"mayor"}}, "2025-05-01", "Bo Rask"},
        {"by a title of another time", "Rask", {{"mayor"}}, "2025-03-01", ""},
        {"by the title of another one of that surname", "Rask", {{"harbour", "master"}}, "", "Ida Rask"},
        {"by what two of them are", "Rask", {{"mayor", "harbour", "master"}}, "2025-05-01", ""},
        {"by nothing", "Ek", {}, "2025-01-01", ""},
        {"another surname", "Lind", {{"mayor"}}, "2025-01-01", ""},
    }));
    INFO(row.what);
    const RuleSet rules = town_rules();
    const auto found = Offices(rules).person_called(row.surname, row.descriptions, row.day);
    CHECK((found ? rules.actors[*found].name : "") == row.expected);
}

TEST_CASE("titles hold on their days, affiliations beside a surname", "[resolve]") {
    struct Row {
        std::string what;
        std::string day;
        std::string text;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"a title alone", "2024-05-01", "The US President opposes the tariffs.",
         "Joe Biden by title \"The US President\"\n"},
        {"the next holder", "2025-05-01", "The US President opposes the tariffs.",
         "Donald Trump by title \"The US President\"\n"},
        {"a time of which the rules know nothing", "2015-05-01", "The US President opposes the tariffs.",
         "US President by anonymous \"The US President\"\n"},
        {"somebody else is called so", "2025-05-01",
         "The US President opposes the tariffs. Mara Quill, the US President, met reporters.",
         "US President by anonymous \"The US President\"\n"},
        {"a title that is not held yet", "2016-05-01",
         "Donald Trump met President Mara Quill. The president opposes the tariffs.",
         "Mara Quill by title \"The president\"\n"},
        {"who held it before", "2025-05-01",
         "Former President Mara Quill met reporters. The president opposes the tariffs.",
         "Donald Trump by title \"The president\"\n"},
        {"who is called so", "2025-05-01",
         "Former President Mara Quill met reporters. The former president opposes the tariffs.",
         "Mara Quill by title \"The former president\"\n"},
        {"a surname with its affiliation", "2025-05-01", "Bernstein analyst Lin opposes the tariffs.",
         "Qingyuan Lin by office \"Bernstein analyst Lin\"\n"},
        {"the surname further on", "2025-05-01",
         "Bernstein analyst Lin met reporters. Lin opposes the tariffs.", "Qingyuan Lin by office \"Lin\"\n"},
        {"a surname with nothing", "2025-05-01", "Lin opposes the tariffs.", "Lin by name \"Lin\"\n"},
        {"somebody else has it in full", "2025-05-01",
         "Mara Lin met reporters. Bernstein analyst Lin opposes the tariffs.",
         "Mara Lin by surname \"Bernstein analyst Lin\"\n"},
    }));
    INFO(row.what);
    CHECK(speakers_on(row.day, row.text) == row.expected);
}
