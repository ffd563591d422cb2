#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#include "annotate/analyzer.hpp"
#include "annotate/segmenter.hpp"
#include "match/matcher.hpp"
#include "ruleset/load.hpp"
#include "support/bench_articles.hpp"

namespace {

using namespace stancegraph;

/// The articles, segmented and parsed in full, and the shipped rules: what matching alone costs.
struct Stage {
    Vocabulary vocabulary;
    RuleSet rules;
    std::shared_ptr<const CompiledRules> compiled;
    std::vector<Annotation> annotations;
    std::size_t tokens = 0;

    Stage() {
        Diagnostics diagnostics;
        rules = load_rules({std::filesystem::path(STANCEGRAPH_SOURCE_DIR) / "rules"}, diagnostics);
        compiled = compile(rules, diagnostics);
        const Segmenter segmenter{SegmenterLexicons{}};
        Analyzer analyzer(Model::built_in(), vocabulary);
        for (const Document& document : test::bench_articles()) {
            Annotation& annotation = annotations.emplace_back();
            segmenter.segment(document, vocabulary, annotation);
            analyzer.analyze_all(annotation);
            tokens += annotation.token_count();
        }
    }
};

Stage& stage() {
    static Stage all;
    return all;
}

void match(benchmark::State& state) {
    Stage& all = stage();
    Matcher matcher(all.compiled, all.vocabulary);
    std::size_t mentions = 0;
    for (auto _ : state) {
        mentions = 0;
        for (std::size_t at = 0; at < all.annotations.size(); ++at) {
            mentions +=
                matcher.find_mentions(test::bench_articles()[at], all.annotations[at]).mentions.size();
        }
    }
    state.SetItemsProcessed(
        static_cast<std::int64_t>(all.tokens * static_cast<std::size_t>(state.iterations())));
    state.counters["tokens"] = static_cast<double>(all.tokens);
    state.counters["mentions"] = static_cast<double>(mentions);
    state.counters["steps/token"] =
        static_cast<double>(matcher.steps()) /
        static_cast<double>(all.tokens * static_cast<std::size_t>(state.iterations()));
}

void compile_rules(benchmark::State& state) {
    for (auto _ : state) {
        Diagnostics diagnostics;
        benchmark::DoNotOptimize(compile(stage().rules, diagnostics));
    }
}

BENCHMARK(match)->Unit(benchmark::kMillisecond);
BENCHMARK(compile_rules)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
