#include "exporters/format.hpp"

#include <algorithm>
#include <locale>
#include <sstream>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "exporters/network.hpp"
#include "graph/build.hpp"
#include "support/golden.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::ClaimSketch;
using stancegraph::testing::harbour_claims;
using stancegraph::testing::hostile_claims;
using stancegraph::testing::make_claim;
using stancegraph::testing::random_claims;

namespace {

std::string written(const std::vector<Claim>& claims, std::string_view format,
                    const ExportOptions& options = {}) {
    std::ostringstream out;
    write_graph(build_graph(ClaimSet(claims)), *find_graph_format(format), options, out);
    return out.str();
}

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("every format writes the small, the empty and the hostile graph as before", "[exporters]") {
    for (const GraphFormat& format : graph_formats()) {
        if (format.name == "matrix" || format.name == "html") {  // of networks only; see report_test.cpp
            continue;
        }
        check_golden("graphs/harbour" + std::string(format.ending), written(harbour_claims(), format.name));
        check_golden("graphs/empty" + std::string(format.ending), written({}, format.name));
        check_golden("graphs/hostile" + std::string(format.ending), written(hostile_claims(), format.name));
    }
}

TEST_CASE("every format writes networks as before", "[exporters]") {
    for (const GraphFormat& format : graph_formats()) {
        if (format.name == "csv" || format.name == "html") {  // the claims, whatever the network
            continue;
        }
        const auto check = [&](const std::string& name, const std::vector<Claim>& claims,
                               const NetworkOptions& network) {
            check_golden("graphs/" + name + std::string(format.ending),
                         written(claims, format.name, {.network = network}));
        };
        check("harbour-subtract", harbour_claims(), {.type = find_network_type("subtract")});
        check("harbour-affiliation", harbour_claims(),
              {.type = find_network_type("affiliation"),
               .normalisation = Normalisation::activity,
               .classes = Classes::three});
        check("hostile-outlets", hostile_claims(), {.type = find_network_type("outlets")});
        check("empty-congruence", {}, {.type = find_network_type("congruence")});
    }
}

TEST_CASE("on a timeline edges come and go with their claims or windows", "[exporters]") {
    ExportOptions dynamic;
    dynamic.is_dynamic = true;
    check_golden("graphs/harbour-dynamic.gexf", written(harbour_claims(), "gexf", dynamic));
    ExportOptions windows;
    windows.network =
        NetworkOptions{.type = find_network_type("subtract"), .window = TimeWindow{.width = 20}, .step = 10};
    check_golden("graphs/harbour-windows.gexf", written(harbour_claims(), "gexf", windows));
    check_golden("graphs/harbour-windows.matrix.csv", written(harbour_claims(), "matrix", windows));
}

TEST_CASE("cells are raw on request", "[exporters]") {
    ExportOptions raw;
    raw.csv_mode = CsvMode::raw;
    CHECK(count_of(written(hostile_claims(), "nodes-csv"), "'=cmd") == 4);
    CHECK(count_of(written(hostile_claims(), "nodes-csv", raw), "'=cmd") == 0);
}

TEST_CASE("the net view and the other dialects are written as before", "[exporters]") {
    ExportOptions options;
    options.view = GraphView::net;
    check_golden("graphs/harbour-net.gexf", written(harbour_claims(), "gexf", options));
    options.gexf_version = GexfVersion::v1_2_draft;
    check_golden("graphs/harbour-net-draft.gexf", written(harbour_claims(), "gexf", options));
    ExportOptions strict;
    strict.graphml_dialect = GraphmlDialect::strict;
    strict.has_evidence = false;
    check_golden("graphs/harbour-strict.graphml", written(harbour_claims(), "graphml", strict));
}

TEST_CASE("a format is found by its name and by the longest ending", "[exporters]") {
    struct Row {
        std::string what;
        std::string path;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"plain", "graph.gexf", "gexf"},
        {"folder and case", "out/Graph.GraphML", "graphml"},
        {"longest ending", "my.edges.csv", "edges-csv"},
        {"short ending", "claims.csv", "csv"},
        {"unknown", "graph.pdf", ""},
        {"none", "graph", ""},
    }));
    INFO(row.what);
    const GraphFormat* found = format_of_file(row.path);
    CHECK((found == nullptr ? std::string() : std::string(found->name)) == row.expected);
}

TEST_CASE("no writer lets a character through that its readers refuse", "[exporters]") {
    for (const std::string format : {"graphml", "gexf", "dot"}) {
        const std::string text = written(hostile_claims(), format);
        INFO(format);
        const auto is_control = [](char byte) {
            return byte >= 0 && byte < ' ' && byte != '\n' && byte != '\t';
        };
        CHECK(std::none_of(text.begin(), text.end(), is_control));
        CHECK(count_of(text, "\xEF\xBF\xBE") == 0);
        CHECK(count_of(text, "\xED\xA0\x80") == 0);
    }
}

TEST_CASE("edges can be thinned out, and vertices without an edge go with them", "[exporters]") {
    ExportOptions options;
    options.top_edges = 3;
    const std::string few = written(harbour_claims(), "gexf", options);
    CHECK(count_of(few, "<edge ") == 3);
    CHECK(count_of(few, "<node ") <= 6);
}

TEST_CASE("check_export warns where a format loses parallel edges", "[exporters]") {
    const StanceGraph graph = build_graph(ClaimSet(harbour_claims()));
    const auto codes = [&](std::string_view format, const ExportOptions& options) {
        Diagnostics diagnostics;
        check_export(*make_network(graph, options), *find_graph_format(format), options, diagnostics);
        return diagnostics.is_empty() ? std::string() : diagnostics.all().front().code;
    };
    ExportOptions strict;
    strict.graphml_dialect = GraphmlDialect::strict;
    ExportOptions net;
    net.view = GraphView::net;
    CHECK(codes("gexf", {}).empty());
    CHECK(codes("graphml", {}).empty());
    CHECK(codes("graphml", strict) == "SG3201");
    CHECK(codes("dot", {}) == "SG3201");
    CHECK(codes("dot", net).empty());
    CHECK(codes("csv", {}).empty());
}

TEST_CASE("check_export warns of edges that were too many, unless it was asked for few", "[exporters]") {
    const StanceGraph graph = build_graph(ClaimSet(harbour_claims()));
    const auto warnings = [&](const NetworkOptions& network) {
        const ExportOptions options{.network = network};
        Diagnostics diagnostics;
        check_export(*make_network(graph, options), *find_graph_format("json"), options, diagnostics);
        return diagnostics.is_empty()
                   ? std::string()
                   : diagnostics.all().front().code + ' ' + diagnostics.all().front().message;
    };
    const NetworkType* type = find_network_type("co-occurrence");
    CHECK(warnings({.type = type, .most_edges = 9}) ==
          "SG3204 4 edges were left out: each node kept its 1 heaviest");
    CHECK(warnings({.type = type}).empty());
    CHECK(warnings({.type = type, .neighbours = 1}).empty());
}

TEST_CASE("check_export warns of matrices of millions of cells", "[exporters]") {
    std::vector<Claim> claims;
    for (int number = 0; number < 5'001; ++number) {
        claims.push_back(stancegraph::testing::make_claim({.document = "a",
                                                           .speaker = fmt::format("Ada {}", number),
                                                           .subject = fmt::format("{}", number)}));
    }
    const StanceGraph graph = build_graph(ClaimSet(std::move(claims)), {.has_layout = false});
    const auto warnings = [&](std::uint32_t top_nodes) {
        const ExportOptions options{.network = NetworkOptions{.type = find_network_type("affiliation"),
                                                              .classes = Classes::three,
                                                              .top_nodes = top_nodes}};
        Diagnostics diagnostics;
        check_export(*make_network(graph, options), *find_graph_format("matrix"), options, diagnostics);
        return diagnostics.is_empty() ? std::string() : diagnostics.all().front().message;
    };
    CHECK(warnings(0) == "the matrix has 25010001 cells");
    CHECK(warnings(5'000).empty());
}

TEST_CASE("exports do not depend on the program's locale", "[exporters]") {
    const std::string plain = written(harbour_claims(), "gexf");

    struct GermanNumbers : std::numpunct<char> {
        [[nodiscard]] char do_decimal_point() const override { return ','; }

        [[nodiscard]] char do_thousands_sep() const override { return '.'; }

        [[nodiscard]] std::string do_grouping() const override { return "\3"; }
    };

    const std::locale before = std::locale::global(std::locale(std::locale(), new GermanNumbers));
    const std::string german = written(harbour_claims(), "gexf");
    std::locale::global(before);
    CHECK(plain == german);
}

TEST_CASE("a lifetime ends on the day after the last one, also over the end of a year", "[exporters]") {
    ClaimSketch sketch{.document = "a.txt",
                       .outlet = "Beacon",
                       .date = "2024-12-31",
                       .speaker = "Ada Ek",
                       .stance = "supports",
                       .polarity = 1.0,
                       .subject = "tides",
                       .quote = "Yes."};
    CHECK(count_of(written({make_claim(sketch)}, "gexf"), "start=\"2024-12-31\" end=\"2025-01-01\"") == 3);
    sketch.date = "2025-02-29";
    const std::string undated = written({make_claim(sketch)}, "gexf");
    CHECK(count_of(undated, "start=") == 0);
    CHECK(count_of(undated, "mode=\"static\"") == 1);
}

TEST_CASE("numbers are written to four places, without exponent and without minus zero", "[exporters]") {
    const auto polarity_of = [](double polarity) {
        const std::string text = written({make_claim({.document = "a.txt",
                                                      .outlet = "",
                                                      .date = "",
                                                      .speaker = "Ada Ek",
                                                      .stance = "supports",
                                                      .polarity = polarity,
                                                      .subject = "tides",
                                                      .quote = "Yes."})},
                                         "gexf");
        const std::string before = "<attvalue for=\"polarity\" value=\"";
        const std::size_t begin = text.find(before) + before.size();
        return text.substr(begin, text.find('"', begin) - begin);
    };
    CHECK(polarity_of(1.0 / 3.0) == "0.3333");
    CHECK(polarity_of(-0.00001) == "0");
    CHECK(polarity_of(0.0001) == "0.0001");
    CHECK(polarity_of(-1.0) == "-1");
}
