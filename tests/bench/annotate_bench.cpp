#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "annotate/analyzer.hpp"
#include "annotate/segmenter.hpp"

namespace {

using namespace stancegraph;

/// All plain-text files below a folder, in name order, one document each with a block for each line.
std::vector<Document> read_documents() {
    const char* chosen = std::getenv("STANCEGRAPH_BENCH_TEXT");
    const std::filesystem::path folder =
        chosen != nullptr ? chosen : std::filesystem::path(STANCEGRAPH_SOURCE_DIR) / "corpus";
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".txt") {
            paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    std::vector<Document> documents;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        Document& document = documents.emplace_back();
        document.text.assign(std::istreambuf_iterator<char>(file), {});
        std::uint32_t begin = 0;
        for (std::uint32_t at = 0; at <= document.text.size(); ++at) {
            if (at == document.text.size() || document.text[at] == '\n') {
                if (at > begin) {
                    document.blocks.push_back({{begin, at}, BlockClass::body});
                }
                begin = at + 1;
            }
        }
    }
    return documents;
}

const std::vector<Document>& documents() {
    static const std::vector<Document> all = read_documents();
    return all;
}

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
        for (const Document& document : documents()) {
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
        for (const Document& document : documents()) {
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
