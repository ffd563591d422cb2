#include <catch2/catch.hpp>

#include "pipeline/given_text.hpp"
#include "support/row.hpp"

using namespace stancegraph;
using test::Row;

namespace {

/// `body:0-12 body:14-20`
std::string blocks_of(const std::string& text) {
    std::string shown;
    for (const Block& block : document_of("text", text).blocks) {
        shown += block.block_class == BlockClass::headline ? "headline:" : "body:";
        shown += std::to_string(block.span.begin) + "-" + std::to_string(block.span.end) + " ";
    }
    return shown;
}

}  // namespace

TEST_CASE("a text that stands for itself is cut at its blank lines", "[pipeline]") {
    const auto row = GENERATE(values<Row>({
        {"one sentence", "Kim opposes the tax.", "body:0-20 "},
        {"blanks around", "\n  Kim opposes the tax. \n", "body:3-23 "},
        {"two paragraphs", "Kim said: “No.\n\n“Never.”", "body:0-16 body:18-30 "},
        {"three line ends", "One.\n\n\nTwo.", "body:0-4 body:7-11 "},
        {"a headline", "Kim: tax will go\n\nKim opposes the tax.", "headline:0-16 body:18-38 "},
        {"a line end inside a paragraph", "Kim opposes\nthe tax.", "body:0-20 "},
        {"nothing", "", ""},
        {"only blanks", " \n\n \t", ""},
    }));
    INFO(row.what);
    CHECK(blocks_of(row.text) == row.expected);
}

TEST_CASE("bytes that are no UTF-8 are replaced", "[pipeline]") {
    CHECK(document_of("text", "Kim \xff said.").text == "Kim \uFFFD said.");
}
