#include "query/query.hpp"

#include <catch2/catch.hpp>

#include "graph/build.hpp"
#include "query/answer.hpp"
#include "query/date_range.hpp"
#include "query/name_search.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::harbour_claims;

namespace {

const StanceGraph& harbour() {
    static const StanceGraph graph = build_graph(ClaimSet(harbour_claims()), {.has_layout = false});
    return graph;
}

/// `actor>stance>subject claims/documents` of every row, or the diagnostics.
std::string asked(const Query& query) {
    Diagnostics diagnostics;
    const auto selected = select(harbour(), query, diagnostics);
    if (!selected) {
        return render(diagnostics);
    }
    std::string rows;
    for (const AnswerRow& row : answer(harbour(), *selected)) {
        rows += row.actor + ">" + row.stance + ">" + row.subject + " " + std::to_string(row.tally.claims) +
                "/" + std::to_string(row.tally.documents) + "\n";
    }
    return rows;
}

Query with(std::string Query::*field, std::string text) {
    Query query;
    query.*field = std::move(text);
    return query;
}

}  // namespace

TEST_CASE("filters select what fits, names in any case and in part", "[query]") {
    struct Row {
        std::string what;
        Query query;
        std::string expected;
    };

    Query both = with(&Query::actor, "fenwick");
    both.subject = "bridge";
    Query period = with(&Query::actor, "FENWICK");
    period.since = "2025-04";
    period.until = "2025-05-02";
    Query contested;
    contested.only_contested = true;
    Query source = with(&Query::outlet, "tidewatch");
    source.stance = "worried";
    const auto row = GENERATE_COPY(values<Row>({
        {"an actor", with(&Query::actor, "Mara Quill"),
         "Mara Quill>opposes>the night ferry 2/2\nMara Quill>supports>the night ferry 1/1\n"},
        {"a surname", with(&Query::actor, "quill"),
         "Mara Quill>opposes>the night ferry 2/2\nMara Quill>supports>the night ferry 1/1\n"},
        {"part of a word", with(&Query::actor, "chett"), "Sel Marchetti>optimistic>ferry jobs 2/2\n"},
        {"two fields", both, "Odd Fenwick>doubts>a bridge 1/1\n"},
        {"subjects with that word", with(&Query::subject, "ferry fares"),
         "Ines Aumont>critical>ferry fares 1/1\n"},
        {"a stance", with(&Query::stance, "Doubts"), "Odd Fenwick>doubts>a bridge 1/1\n"},
        {"an outlet and a stance", source,
         "Green List>worried>noise at night 1/1\nresidents>worried>noise at night 1/1\n"},
        {"a time", period, "Odd Fenwick>supports>the night ferry 1/1\n"},
        {"no date, no time", with(&Query::since, "2026"), ""},
        {"contested pairs", contested,
         "Mara Quill>opposes>the night ferry 2/2\nMara Quill>supports>the night ferry 1/1\n"},
    }));
    INFO(row.what);
    CHECK(asked(row.query) == row.expected);
}

TEST_CASE("mistakes in a query name the remedy", "[query]") {
    struct Row {
        std::string what;
        Query query;
        std::string expected;
    };

    Query dates = with(&Query::since, "2025-05");
    dates.until = "2025-04";
    Query two = with(&Query::actor, "Qwill");
    two.since = "soon";
    const auto row = GENERATE_COPY(values<Row>({
        {"a slip", with(&Query::actor, "Marcheti"),
         "error[SG3001]: no actor called 'Marcheti'\nhelp: did you mean 'Sel Marchetti'?\n"},
        {"far from all", with(&Query::actor, "Zebedee"),
         "error[SG3001]: no actor called 'Zebedee'\nhelp: there are 15 actors; a query without --actor lists "
         "them\n"},
        {"subject", with(&Query::subject, "dregding"),
         "error[SG3002]: no subject called 'dregding'\nhelp: did you mean 'dredging'?\n"},
        {"stance", with(&Query::stance, "likes"),
         "error[SG3003]: no stance called 'likes'\nhelp: the stances are approves, critical, doubts, "
         "opposes, "
         "optimistic, promises, states, supports, worried\n"},
        {"outlet", with(&Query::outlet, "Times"),
         "error[SG3004]: no outlet called 'Times'\nhelp: the outlets are Beacon, Herald, Tidewatch\n"},
        {"date", with(&Query::until, "2025-02-30"),
         "error[SG3005]: --until '2025-02-30' is no date\nhelp: write 2025, 2025-08 or 2025-08-20\n"},
        {"dates exchanged", dates,
         "error[SG3006]: --until '2025-04' is before --since '2025-05'\nhelp: exchange the two dates\n"},
        {"two at once", two,
         "error[SG3001]: no actor called 'Qwill'\nhelp: did you mean 'Mara Quill'?\n"
         "error[SG3005]: --since 'soon' is no date\nhelp: write 2025, 2025-08 or 2025-08-20\n"},
    }));
    INFO(row.what);
    CHECK(asked(row.query) == row.expected);
}

TEST_CASE("names in a condition that nothing has are told, and the query is answered", "[query]") {
    struct Row {
        std::string condition;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"outlet = 'Herald'", ""},
        {"outlet = 'herald' and actor ~ 'Zebedee'", ""},
        {"outlet = 'Herold' or stance != 'oposes'",
         "warning[SG3016]: no outlet is called 'Herold'\nhelp: did you mean 'Herald'?\n"
         "warning[SG3016]: no stance is called 'oposes'\nhelp: did you mean 'opposes'?\n"},
        {"actor in ('Zebedee', 'Quill')",
         "warning[SG3016]: no actor is called 'Zebedee'\nhelp: '~' finds parts of names: actor ~ '...'\n"},
        {"kind = persn and subject = 'dregding'",
         "warning[SG3016]: no kind is called 'persn'\nhelp: did you mean 'person'?\n"
         "warning[SG3016]: no subject is called 'dregding'\nhelp: did you mean 'dredging'?\n"},
        {"quote = 'Herold'", ""},
    }));
    INFO(row.condition);
    Diagnostics diagnostics;
    CHECK(select(harbour(), with(&Query::where, row.condition), diagnostics).has_value());
    CHECK(render(diagnostics) == row.expected);
}

TEST_CASE("an empty graph knows nobody", "[query]") {
    Diagnostics diagnostics;
    CHECK_FALSE(select(build_graph({}), with(&Query::actor, "Ek"), diagnostics));
    CHECK(render(diagnostics) ==
          "error[SG3001]: no actor called 'Ek'\nhelp: the claims name no actor at all\n");
    CHECK(select(build_graph({}), {}, diagnostics)->empty());
}

TEST_CASE("names fit whole, by words or in part", "[query]") {
    struct Row {
        std::string typed;
        std::string name;
        NameFit expected;
    };

    const auto row = GENERATE(values<Row>({
        {"Scott Bessent", "scott  bessent", NameFit::whole},
        {"o'brien", "O\u2019Brien", NameFit::whole},
        {"bessent", "Scott Bessent", NameFit::words},
        {"Brien", "O'Brien", NameFit::words},
        {"bess", "Scott Bessent", NameFit::part},
        {"ess bes", "Scott Bessent", NameFit::none},
        {"jin", "Xi Jinping, Jin Wei", NameFit::words},
        {"ÅNG", "Ångström", NameFit::part},
        {"", "anyone", NameFit::none},
    }));
    INFO(row.typed);
    CHECK(fit_of(row.typed, row.name) == row.expected);
}

TEST_CASE("periods stand for their first and last day", "[query]") {
    struct Row {
        std::string text;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"2024", "2024-01-01..2024-12-31"},
        {"2024-02", "2024-02-01..2024-02-29"},
        {"2025-08-20", "2025-08-20..2025-08-20"},
        {"2025-8", ""},
        {"2025-13", ""},
        {"last week", ""},
    }));
    INFO(row.text);
    const auto period = parse_period(row.text);
    CHECK((period ? period->first + ".." + period->last : std::string()) == row.expected);
}

TEST_CASE("the cue is found in its sentence, by place or by its words", "[query]") {
    Claim claim = harbour_claims().front();
    claim.quote = "no and no again";
    claim.cue_text = "no";
    const auto cue_of = [](const Claim& one) {
        const StanceGraph graph = build_graph(ClaimSet({one}), {.has_layout = false});
        Diagnostics diagnostics;
        const auto rows = evidence(graph, *select(graph, {}, diagnostics));
        return std::to_string(rows.front().cue.begin) + "-" + std::to_string(rows.front().cue.end);
    };
    claim.sentence = {.begin = 100, .end = 115};
    claim.cue = {.begin = 107, .end = 109};
    CHECK(cue_of(claim) == "7-9");
    claim.sentence = {.begin = 100, .end = 120};  // the quote is not the very bytes
    CHECK(cue_of(claim) == "0-2");
    claim.cue_text = "never";
    CHECK(cue_of(claim) == "0-0");
}
