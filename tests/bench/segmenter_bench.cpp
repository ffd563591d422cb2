#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "annotate/segmenter.hpp"
#include "ruleset/load.hpp"
#include "support/line_document.hpp"
#include "training/segmentation_score.hpp"

/// How fast text is cut, and how well:
///   bench_segmenter speed RULES TEXT...              tokenizer alone and whole segmenter, MB/s, best of five
///   rounds bench_segmenter score RULES TREEBANK [ID_PART]   precision, recall, F1 against a CoNLL-U file
namespace {

using namespace stancegraph;

constexpr int kRounds = 5;

std::string read_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

SegmenterLexicons lexicons_of(const std::string& folder) {
    Diagnostics diagnostics;
    const RuleSet rules = load_rules({std::filesystem::path(folder)}, diagnostics);
    return make_segmenter_lexicons([&rules](std::string_view list) { return rules.words_of(list); });
}

/// The best rate in megabytes for each second of CPU time of `work` over all documents.
template <typename Work>
double best_rate(const std::vector<Document>& documents, Work work) {
    double best = 0;
    for (int round = 0; round < kRounds; ++round) {
        std::size_t bytes = 0;
        const std::clock_t begin = std::clock();
        for (const Document& document : documents) {
            work(document);
            bytes += document.text.size();
        }
        const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        best = std::max(best, static_cast<double>(bytes) / seconds / 1e6);
    }
    return best;
}

void measure_speed(const SegmenterLexicons& lexicons, const std::vector<std::string>& files) {
    std::vector<Document> documents;
    for (const std::string& file : files) {
        documents.push_back(document_of_lines(read_text(file)));
    }
    const Tokenizer tokenizer(lexicons);
    std::vector<ByteSpan> tokens;
    const double tokenizer_rate = best_rate(documents, [&](const Document& document) {
        tokens.clear();
        for (const Block& block : document.blocks) {
            tokenizer.tokenize(document.text, block.span, tokens);
        }
    });
    const Segmenter segmenter(lexicons);
    Vocabulary vocabulary;
    Annotation annotation;
    const double segmenter_rate = best_rate(documents, [&](const Document& document) {
        vocabulary.clear();
        segmenter.segment(document, vocabulary, annotation);
    });
    fmt::print("tokenizer {:.1f} MB/s\nsegmenter {:.1f} MB/s\n", tokenizer_rate, segmenter_rate);
}

void print_score(std::string_view name, const SpanScore& score) {
    fmt::print("{:<10} P {:5.2f}  R {:5.2f}  F1 {:5.2f}  ({} gold)\n", name, score.precision(),
               score.recall(), score.f1(), score.gold);
}

}  // namespace

int main(int count, char** values) {
    const std::vector<std::string> arguments(values + 1, values + count);
    if (arguments.size() < 3 || (arguments[0] != "speed" && arguments[0] != "score")) {
        fmt::print(stderr, "usage: bench_segmenter speed RULES TEXT... | score RULES TREEBANK [ID_PART]\n");
        return 2;
    }
    const SegmenterLexicons lexicons = lexicons_of(arguments[1]);
    if (arguments[0] == "speed") {
        measure_speed(lexicons, {arguments.begin() + 2, arguments.end()});
        return 0;
    }
    const GoldText gold = read_gold_text(read_text(arguments[2]), arguments.size() > 3 ? arguments[3] : "");
    const SegmentationScore score = score_segmentation(gold, Segmenter(lexicons));
    print_score("tokens", score.tokens);
    print_score("words", score.words);
    print_score("sentences", score.sentences);
    return 0;
}
