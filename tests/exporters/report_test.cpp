#include "exporters/report/report_data.hpp"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "base/json.hpp"
#include "exporters/report/script_text.hpp"
#include "graph/build.hpp"
#include "support/golden.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using namespace stancegraph::html_report;
using stancegraph::testing::harbour_claims;
using stancegraph::testing::hostile_claims;
using stancegraph::testing::make_claim;
using stancegraph::testing::random_claims;

namespace {

std::string data_of(const std::vector<Claim>& claims, const Limits& limits = {},
                    const ExportOptions& options = {}) {
    const StanceGraph graph = build_graph(ClaimSet(claims));
    return report_data(graph, select_parts(graph, limits), options);
}

std::string page_of(const std::vector<Claim>& claims) {
    std::ostringstream out;
    write_graph(build_graph(ClaimSet(claims)), *find_graph_format("html"), {}, out);
    return out.str();
}

/// An element a line, so that a difference can be read.
std::string in_lines(std::string json) {
    for (std::size_t at = json.find("},{"); at != std::string::npos; at = json.find("},{", at)) {
        json.insert(at + 2, "\n");
    }
    for (std::size_t at = json.find("],\""); at != std::string::npos; at = json.find("],\"", at)) {
        json.insert(at + 2, "\n");
    }
    return json + "\n";
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

/// What stands between the beginning of the data's element and the first thing that ends a script.
std::string data_in(const std::string& page) {
    const std::string before = "<script type=\"application/json\" id=\"data\">";
    const std::size_t begin = page.find(before) + before.size();
    return page.substr(begin, page.find("</script", begin) - begin);
}

std::size_t count_in(const json::Value& report, std::string_view member) {
    return report.find(member)->array()->size();
}

std::vector<Claim> script_claims() {
    const std::string evil = "</script><script>window.hacked=1</script><!--<script>\u2028\u2029\u202E-->";
    std::vector<Claim> claims;
    for (const char* url : {"javascript:window.hacked=1", "https://news.example/a?b=<c>&d=\"e\"",
                            "data:text/html,<script>1</script>", "HTTP://news.example/"}) {
        Claim claim = make_claim({.document = evil + url,
                                  .outlet = evil,
                                  .date = "2025-03-04",
                                  .speaker = evil,
                                  .stance = evil,
                                  .polarity = -0.5,
                                  .subject = "=1+1" + evil,
                                  .quote = evil + "\x01\x1b[31m" + url});
        claim.source.url = url;
        claims.push_back(claim);
    }
    return claims;
}

}  // namespace

TEST_CASE("the data of a report is as before", "[exporters]") {
    check_golden("report/harbour.json", in_lines(data_of(harbour_claims())));
    check_golden("report/empty.json", in_lines(data_of({})));
    check_golden("report/hostile.json", in_lines(data_of(hostile_claims())));
    ExportOptions bare;
    bare.view = GraphView::net;
    bare.has_evidence = false;
    check_golden("report/harbour-bare.json", in_lines(data_of(harbour_claims(), {}, bare)));
}

TEST_CASE("the data stands whole in its page, whatever the claims say", "[exporters]") {
    for (const auto& claims :
         {script_claims(), hostile_claims(), random_claims(7, 90), std::vector<Claim>()}) {
        const std::string page = page_of(claims);
        CHECK(count_of(page, "<script") == 2);
        CHECK(count_of(page, "</script") == 2);
        CHECK(count_of(page, "<!--") == 0);
        const auto parsed = json::parse(data_in(page));
        REQUIRE(parsed.value.has_value());
        CHECK(data_in(page) == escaped_for_script(data_of(claims)));
        CHECK(count_of(data_in(page), "<") == 0);
    }
}

TEST_CASE("only addresses of the web become links", "[exporters]") {
    const std::string data = data_of(script_claims());
    CHECK(count_of(data, "\"url\":") == 2);
    CHECK(count_of(data, R"("url":"https://news.example/a?b=<c>&d=\"e\"")") == 1);
    CHECK(count_of(data, R"("url":"HTTP://news.example/")") == 1);

    struct Row {
        std::string url;
        bool expected;
    };

    const auto row = GENERATE(values<Row>({
        {"https://example.org/a", true},
        {"http://example.org", true},
        {"HTTPS://EXAMPLE.ORG", true},
        {"", false},
        {"example.org", false},
        {"//example.org", false},
        {"javascript:alert(1)", false},
        {"JavaScript:alert(1)//https://", false},
        {" https://example.org", false},
        {"https://example.org/a b", false},
        {"https://example.org/\n", false},
        {"https://example.org/\u202Egpj.exe", false},
        {"data:text/html,x", false},
        {"file:///etc/passwd", false},
        {"httpx://example.org", false},
    }));
    INFO(row.url);
    CHECK(is_web_address(row.url) == row.expected);
}

TEST_CASE("JSON is escaped for a script element", "[exporters]") {
    struct Row {
        std::string json;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"", ""},
        {R"({"a":1})", R"({"a":1})"},
        {R"("</script>")", R"("\u003c/script>")"},
        {R"("<!--")", R"("\u003c!--")"},
        {"\"\u2028 \u2029 \u2027\"", "\"\\u2028 \\u2029 \u2027\""},
        {"\xE2\x80", "\xE2\x80"},
    }));
    CHECK(escaped_for_script(row.json) == row.expected);
}

TEST_CASE("what is too much for a page is left out, and told", "[exporters]") {
    const StanceGraph graph = build_graph(ClaimSet(harbour_claims()));
    const Selection everything = select_parts(graph, {});
    CHECK(everything.edges.size() == graph.edge_count());
    CHECK(everything.vertices.size() == graph.vertex_count());

    const Selection few = select_parts(graph, {.edges = 5});
    CHECK(few.edges.size() <= 5);
    REQUIRE_FALSE(few.pairs.empty());
    for (const StancePair& pair : few.pairs) {  // none of its stances is missing
        CHECK(std::ranges::count(few.edges, pair.edges_begin) == 1);
        CHECK(std::ranges::count(few.edges, pair.edges_end - 1) == 1);
    }
    CHECK(select_parts(graph, {.vertices = 4}).vertices.size() <= 4);

    const auto report = json::parse(data_of(harbour_claims(), {.edges = 5})).value;
    REQUIRE(report.has_value());
    CHECK(count_in(*report, "edges") == few.edges.size());
    CHECK(report->find("totals")->find("edges")->number() == graph.edge_count());
}

TEST_CASE("quotes are thinned out evenly until they fit", "[exporters]") {
    const StanceGraph graph = build_graph(ClaimSet(random_claims(3, 400)));
    const auto most = [&](const Limits& limits) {
        std::size_t most_claims = 0;
        for (const auto& claims : select_parts(graph, limits).quoted) {
            most_claims = std::max(most_claims, claims.size());
        }
        return most_claims;
    };
    CHECK(most({}) > 2);
    CHECK(most({.claims_of_edge = 2}) == 2);
    CHECK(most({.claims_of_edge = 8, .quote_bytes = 1}) == 1);
}
