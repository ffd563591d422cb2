#include <catch2/catch.hpp>

#include "pipeline/sentence_choice.hpp"

using namespace stancegraph;

namespace {

/// One sentence of one token for each character of `sentences`: `t` has a trigger, `q` a quotation, `-`
/// neither;
/// `|` begins another paragraph, one of furniture.
Annotation annotation_of(const std::string& sentences) {
    Annotation annotation;
    annotation.paragraphs.push_back({});
    for (const char kind : sentences) {
        if (kind == '|') {
            annotation.paragraphs.push_back({.block_class = BlockClass::furniture});
            continue;
        }
        const TokenIndex at = annotation.token_count();
        annotation.span.push_back({at, at + 1});
        annotation.lower.push_back(kind == 't' ? 1U : 0U);
        annotation.sentences.push_back(
            {.span = {at, at + 1},
             .tokens = {at, at + 1},
             .paragraph = static_cast<std::uint32_t>(annotation.paragraphs.size() - 1)});
        if (kind == 'q') {
            annotation.quotations.push_back({.span = {at, at + 1}, .tokens = {at, at + 1}});
        }
    }
    return annotation;
}

struct Row {
    std::string what;
    std::string sentences;
    std::vector<std::uint32_t> chosen;
};

}  // namespace

TEST_CASE("a sentence gets a tree where a trigger or a quotation stands in it or next to it", "[pipeline]") {
    const auto row = GENERATE(values<Row>({
        {"nothing to find", "---", {}},
        {"neighbours of a trigger", "--t--", {1, 2, 3}},
        {"at both ends", "t---q", {0, 1, 3, 4}},
        {"a document of one sentence", "t", {0}},
        {"furniture is left alone", "--|t", {}},
        {"also as a neighbour", "-t|-", {0, 1}},
        {"an empty document", "", {}},
    }));
    INFO(row.what);
    const Annotation annotation = annotation_of(row.sentences);
    CHECK(choose_sentences(annotation, [](Symbol lower) { return lower == 1; }) == row.chosen);
}
