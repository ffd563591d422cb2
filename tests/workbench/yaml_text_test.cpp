#include <catch2/catch.hpp>

#include "workbench/yaml_text.hpp"

using namespace stancegraph;

TEST_CASE("yaml_scalar quotes what YAML would read as something else", "[workbench]") {
    struct Row {
        const char* what;
        std::string text;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"words", "Mara Quill", "Mara Quill"},
        {"an apostrophe inside", "Quill's party", "Quill's party"},
        {"a word that is a truth value", "No", "'No'"},
        {"a mark that begins something", "@board", "'@board'"},
        {"a quotation mark at the front", "'tis \"so\"", "'''tis \"so\"'"},
        {"a key", "Quill: we must act", "'Quill: we must act'"},
        {"a colon at the end", "as follows:", "'as follows:'"},
        {"a comment", "route #4 or route # 4", "'route #4 or route # 4'"},
        {"a comma, within a list", "Quill, Mara", "'Quill, Mara'"},
        {"a figure", "1994", "'1994'"},
        {"nothing", "", "''"},
        {"a blank at the end", "Quill ", "'Quill '"},
    }));
    INFO(row.what);
    CHECK(yaml_scalar(row.text) == row.expected);
}
