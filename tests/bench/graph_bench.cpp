#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "exporters/format.hpp"
#include "graph/build.hpp"
#include "graph/layout.hpp"
#include "query/answer.hpp"
#include "resolve/claim_file.hpp"
#include "support/sample_claims.hpp"

namespace {

using namespace stancegraph;

/// Claims of a large corpus: 30 a document, actors and subjects with a long tail.
std::vector<Claim> many_claims(std::size_t count) {
    std::vector<Claim> claims;
    claims.reserve(count);
    std::uint64_t state = 1;
    const auto below = [&](std::uint64_t limit) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        const std::uint64_t first = (state >> 33U) % limit;
        return first * first / limit;  // small numbers are frequent
    };
    for (std::size_t index = 0; index < count; ++index) {
        claims.push_back(stancegraph::testing::make_claim(
            {.document = "article-" + std::to_string(index / 30) + ".txt",
             .outlet = "Outlet " + std::to_string(below(20)),
             .date = "2025-0" + std::to_string(1 + below(9)) + "-15",
             .speaker =
                 "Given" + std::to_string(below(100)) + " Family" + std::to_string(below(count / 10 + 1)),
             .stance = below(2) == 0 ? "supports" : "opposes",
             .polarity = below(2) == 0 ? 0.7 : -0.7,
             .subject = "subject number " + std::to_string(below(count / 10 + 1)),
             .quote = "A sentence of about the length that sentences in newspapers have, number " +
                      std::to_string(index) + ".",
             .kind = "person",
             .line = static_cast<std::uint32_t>(index % 30 + 1)}));
    }
    return claims;
}

void read_claim_lines(benchmark::State& state) {
    std::ostringstream out;
    write_claims(many_claims(static_cast<std::size_t>(state.range(0))), out);
    const auto file = std::make_shared<const InputFile>("claims.jsonl", out.str());
    for (auto _ : state) {
        Diagnostics diagnostics;
        benchmark::DoNotOptimize(read_claims(file, diagnostics));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void merge_and_build(benchmark::State& state) {
    const auto claims = many_claims(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const StanceGraph graph = build_graph(ClaimSet(claims), {.has_layout = false});
        benchmark::DoNotOptimize(graph.edge_count());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void lay_out_graph(benchmark::State& state) {
    LayoutGraph graph{.node_count = static_cast<std::uint32_t>(state.range(0)), .edges = {}};
    std::uint64_t random = 1;
    for (std::uint32_t edge = 0; edge < graph.node_count * 3 / 2; ++edge) {
        random = random * 6364136223846793005U + 1442695040888963407U;
        graph.edges.push_back({.a = static_cast<std::uint32_t>((random >> 33U) % graph.node_count),
                               .b = static_cast<std::uint32_t>((random >> 20U) % graph.node_count)});
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(lay_out(graph));
    }
}

void write_format(benchmark::State& state, const std::string& format) {
    const auto claims = many_claims(static_cast<std::size_t>(state.range(0)));
    const StanceGraph graph = build_graph(ClaimSet(claims), {.has_layout = false});
    std::size_t bytes = 0;
    for (auto _ : state) {
        std::ostringstream out;
        write_graph(graph, *find_graph_format(format), {}, out);
        bytes = out.view().size();
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
    state.counters["edges"] = graph.edge_count();
}

void ask(benchmark::State& state) {
    const StanceGraph graph =
        build_graph(ClaimSet(many_claims(static_cast<std::size_t>(state.range(0)))), {.has_layout = false});
    Query query;
    query.actor = "family7";
    for (auto _ : state) {
        Diagnostics diagnostics;
        benchmark::DoNotOptimize(answer(graph, *select(graph, query, diagnostics)));
    }
}

}  // namespace

BENCHMARK(read_claim_lines)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(merge_and_build)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(lay_out_graph)->Arg(300)->Arg(2'000)->Arg(20'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_format, graphml, "graphml")->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_format, gexf, "gexf")->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_format, dot, "dot")->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(ask)->Arg(100'000)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
