#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "annotate/analyzer.hpp"
#include "annotate/segmenter.hpp"
#include "support/bench_articles.hpp"

namespace {

using namespace stancegraph;

void report(benchmark::State& state, std::size_t bytes, std::size_t tokens) {
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
    state.SetItemsProcessed(static_cast<std::int64_t>(tokens));
}

void segment(benchmark::State& state) {
    const Segmenter segmenter{SegmenterLexicons{}};
    std::size_t bytes = 0;
    std::size_t tokens = 0;
    for (auto _ : state) {
        Vocabulary vocabulary;
        Annotation annotation;
        for (const Document& document : test::bench_articles()) {
            segmenter.segment(document, vocabulary, annotation);
            bytes += document.text.size();
            tokens += annotation.token_count();
        }
    }
    report(state, bytes, tokens);
}

/// Raw text to tags, lemmas, trees and names, one thread, with an empty vocabulary at the start.
void analyze(benchmark::State& state, const Kernels* kernels) {
    if (kernels == nullptr) {
        state.SkipWithError("this machine lacks the instructions");
        return;
    }
    const Segmenter segmenter{SegmenterLexicons{}};
    std::size_t bytes = 0;
    std::size_t tokens = 0;
    for (auto _ : state) {
        Vocabulary vocabulary;
        Annotation annotation;
        Analyzer analyzer(Model::built_in(), vocabulary, {}, *kernels);
        for (const Document& document : test::bench_articles()) {
            segmenter.segment(document, vocabulary, annotation);
            analyzer.analyze_all(annotation);
            bytes += document.text.size();
            tokens += annotation.token_count();
        }
    }
    report(state, bytes, tokens);
}

void load_model(benchmark::State& state) {
    const std::string path = STANCEGRAPH_SOURCE_DIR "/core/annotate/english.model";
    std::ifstream file(path, std::ios::binary);
    const std::string image(std::istreambuf_iterator<char>(file), {});
    for (auto _ : state) {
        std::string problem;
        benchmark::DoNotOptimize(Model::load(image, problem));
    }
}

BENCHMARK(load_model)->Unit(benchmark::kMillisecond);
BENCHMARK(segment)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze, scalar, &scalar_kernels())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze, sse2, sse2_kernels())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze, avx2, avx2_kernels())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze, avx512, avx512_kernels())->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
