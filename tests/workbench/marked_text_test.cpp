#include "workbench/marked_text.hpp"

#include <catch2/catch.hpp>

using namespace stancegraph;

namespace {

/// `One two. Three` in two sentences of one paragraph, from byte 1.
Annotation two_sentences() {
    Annotation annotation;
    annotation.paragraphs.push_back(
        {.span = {1, 15}, .tokens = {}, .first_sentence = 0, .sentence_count = 2});
    annotation.sentences.push_back({.span = {1, 9}});
    annotation.sentences.push_back({.span = {10, 15}});
    return annotation;
}

std::string written(std::vector<Mark> marks) {
    std::string out;
    json::Writer writer(out);
    write_marked_text("\nOne two. Three", two_sentences(), std::move(marks), writer);
    return out;
}

}  // namespace

TEST_CASE("a text is cut where sentences and marks begin and end", "[workbench]") {
    CHECK(written({}) ==
          R"([{"class":"body","runs":[{"t":"One two.","s":0},{"t":" "},{"t":"Three","s":1}]}])");
    CHECK(
        written({{{1, 8}, MarkPart::statement, 0}, {{5, 8}, MarkPart::cue, 1}}) ==
        R"([{"class":"body","runs":[{"t":"One ","s":0,"m":[[0,"statement"]]},)"
        R"({"t":"two","s":0,"m":[[0,"statement"],[1,"cue"]]},{"t":".","s":0},{"t":" "},{"t":"Three","s":1}]}])");
}

TEST_CASE("marks may be empty, run over sentence ends and overlap without nesting", "[workbench]") {
    CHECK(written({{{5, 12}, MarkPart::speaker, 0},
                   {{3, 3}, MarkPart::cue, 1},
                   {{10, 15}, MarkPart::subject, 2}}) ==
          R"([{"class":"body","runs":[{"t":"One ","s":0},{"t":"two.","s":0,"m":[[0,"speaker"]]},)"
          R"({"t":" ","m":[[0,"speaker"]]},{"t":"Th","s":1,"m":[[0,"speaker"],[2,"subject"]]},)"
          R"({"t":"ree","s":1,"m":[[2,"subject"]]}]}])");
}
