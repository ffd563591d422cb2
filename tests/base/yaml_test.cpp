#include "base/yaml.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

using namespace stancegraph;

namespace {

std::shared_ptr<const InputFile> file_of(std::string text) {
    return std::make_shared<const InputFile>("f.yaml", std::move(text));
}

/// The tree on one line: 'text' with the letter of its style, ~text for null, and the bytes of the span.
std::string dump(const InputFile& file, const yaml::Node& node) {
    const std::string place = fmt::format("<{}>", file.text().substr(node.span.begin, node.span.size()));
    std::string text;
    switch (node.kind) {
        case yaml::Kind::null:
            return "~" + node.text;
        case yaml::Kind::scalar:
            return fmt::format("{}'{}'{}", "psdlf"[static_cast<int>(node.style)], node.text, place);
        case yaml::Kind::sequence:
            for (const yaml::Node& item : node.items) {
                text += (text.empty() ? "" : " ") + dump(file, item);
            }
            return "[" + text + "]" + place;
        case yaml::Kind::mapping:
            for (const yaml::Entry& entry : node.entries) {
                text += (text.empty() ? "" : " ") + entry.key.text + "=" + dump(file, entry.value);
            }
            return "{" + text + "}" + place;
    }
    return {};
}

std::string tree_of(const std::string& text) {
    const auto file = file_of(text);
    Diagnostics diagnostics;
    const auto node = yaml::parse(file, diagnostics);
    return (node ? dump(*file, *node) : "nothing") + render(diagnostics);
}

std::string first_error(const std::string& text) {
    Diagnostics diagnostics;
    static_cast<void>(yaml::parse(file_of(text), diagnostics));
    const std::string said = render(diagnostics);
    return said.substr(0, said.find('\n'));
}

}  // namespace

TEST_CASE("scalars keep their text, style and place") {
    struct Row {
        const char* what;
        const char* text;
        const char* tree;
    };

    const auto row = GENERATE(values<Row>({
        {"plain", "a: no way", "{a=p'no way'<no way>}<a: no way>"},
        {"not a boolean, not a number", "[no, on, 1e3, 0x1]",
         "[p'no'<no> p'on'<on> p'1e3'<1e3> p'0x1'<0x1>]<[no, on, 1e3, 0x1]>"},
        {"null is told by its text", "[null, ~, ]", "[~null ~~]<[null, ~, ]>"},
        {"empty value", "a:\nnull: b", "{a=~ null=p'b'<b>}<a:\nnull: b>"},
        {"single quotes", "a: 'it''s'  ", "{a=s'it's'<'it''s'>}<a: 'it''s'>"},
        {"double quotes", "a: \"x\\\"\\u00e9\" # c", "{a=d'x\"é'<\"x\\\"\\u00e9\">}<a: \"x\\\"\\u00e9\">"},
        {"literal", "a: |\n  x\n\n  y\nb: z",
         "{a=l'x\n\ny\n'<|\n  x\n\n  y> b=p'z'<z>}<a: |\n  x\n\n  y\nb: z>"},
        {"folded", "a: >-\n  x\n  y\nb: z", "{a=f'x y'<>-\n  x\n  y> b=p'z'<z>}<a: >-\n  x\n  y\nb: z>"},
        {"plain over lines", "a: x\n  y\nb: z", "{a=p'x y'<x\n  y> b=p'z'<z>}<a: x\n  y\nb: z>"},
        {"byte order mark",
         "\xEF\xBB\xBF"
         "a: b",
         "{a=p'b'<b>}<a: b>"},
        {"CRLF", "a: |\r\n  x\r\nb: c\r\n", "{a=l'x\n'<|\r\n  x> b=p'c'<c>}<a: |\r\n  x\r\nb: c>"},
        {"flow in flow", "a: {b: [c, {d: e}], f: }",
         "{a={b=[p'c'<c> {d=p'e'<e>}<{d: e}>]<[c, {d: e}]> f=~}<{b: [c, {d: e}], f: }>}"
         "<a: {b: [c, {d: e}], f: }>"},
        {"an entry of a flow list", "[a, b: c]", "[p'a'<a> {b=p'c'<c>}<b: c>]<[a, b: c]>"},
        {"empty file", "# nothing\n", "~"},
        {"front matter", "---\na: b\n", "{a=p'b'<b>}<a: b>"},
    }));
    INFO(row.what);
    CHECK(tree_of(row.text) == row.tree);
}

TEST_CASE("places in scalars are found in the file") {
    struct Row {
        const char* what;
        const char* text;
        const char* wanted;  ///< This part of the scalar's text ...
        const char* found;   ///< ... stands there as this.
    };

    const auto row = GENERATE(values<Row>({
        {"plain", "a: cue:@say NP", "@say", "@say"},
        {"behind other letters", "a: é @say", "@say", "@say"},
        {"literal, first line", "a: |\n    cue:@say\n    NP", "@say", "@say"},
        {"literal, later line", "a: |\n    cue:@say\n      more\n\n    NP", "NP", "NP"},
        {"literal, indented line", "a: |\n    x\n      more\n", "more", "more"},
        {"literal, CRLF", "a: |\r\n  x\r\n  yes\r\n", "yes", "yes"},
        {"literal with indicator", "a: |2-\n    x\n   y", "y", "y"},
        {"over a line end", "a: |\n  x\n  yz\n", "x\nyz", "x\n  yz"},
        {"single quotes", "a: 'it''s @say'", "@say", "@say"},
        {"the doubled quote itself", "a: 'it''s'", "'", "''"},
        {"double quotes", "a: \"\\\"\\u00e9\\t@say\"", "@say", "@say"},
        {"an escape itself", "a: \"x\\u00e9y\"", "é", "\\u00e9"},
        {"joined lines", "a: \"x\\\n   y @say\"", "@say", "@say"},
        {"folded quotes", "a: 'x\n\n   y @say'", "@say", "@say"},
        {"folded", "a: >\n  x\n  y\n\n  @say\n", "@say", "@say"},
        {"plain over lines", "a: x\n   y\n   @say", "@say", "@say"},
    }));
    INFO(row.what);
    const auto file = file_of(row.text);
    Diagnostics diagnostics;
    const auto node = yaml::parse(file, diagnostics);
    REQUIRE(node);
    const yaml::Node* scalar = node->find("a");
    REQUIRE(scalar != nullptr);
    const std::size_t begin = scalar->text.find(row.wanted);
    REQUIRE(begin != std::string::npos);
    const auto at = static_cast<std::uint32_t>(begin);
    const ByteSpan place = yaml::place_in_file(
        *file, *scalar, {at, at + static_cast<std::uint32_t>(std::string_view(row.wanted).size())});
    CHECK(
        file->text().substr(place.begin, place.size()).starts_with(std::string_view(row.found).substr(0, 1)));
    if (std::string_view(row.found) != "''" && row.found[0] != '\\') {
        CHECK(file->text().substr(place.begin, place.size()) == row.found);
    }
}

TEST_CASE("a comment behind a plain scalar is found") {
    const auto file = file_of("a: b c # cue:@x\nd: 'e' # f\ng: h#i\n");
    Diagnostics diagnostics;
    const auto node = yaml::parse(file, diagnostics);
    REQUIRE(node);
    const auto comment = yaml::comment_after(*file, *node->find("a"));
    REQUIRE(comment);
    CHECK(file->text().substr(comment->begin, comment->size()) == "# cue:@x");
    CHECK_FALSE(yaml::comment_after(*file, *node->find("d")));
    CHECK_FALSE(yaml::comment_after(*file, *node->find("g")));
}

TEST_CASE("a part of a file is read with places in the file") {
    const auto file = file_of("---\ntitle: Chips\n---\nThe text: goes on.\n");
    Diagnostics diagnostics;
    const auto node = yaml::parse(file, {4, 17}, diagnostics);
    REQUIRE(node);
    CHECK(diagnostics.is_empty());
    const yaml::Node* title = node->find("title");
    REQUIRE(title != nullptr);
    CHECK(title->text == "Chips");
    CHECK(title->span == ByteSpan{11, 16});
}

TEST_CASE("what YAML would misread is refused") {
    struct Row {
        const char* what;
        const char* text;
        const char* error;
    };

    const auto row = GENERATE(values<Row>({
        {"at sign", "match: @praise x",
         "f.yaml:1:8: error[SG1010]: a pattern that starts with @ cannot stand on the same line as 'match:'"},
        {"asterisk", "a:\n  - match: *x cue",
         "f.yaml:2:12: error[SG1010]: a pattern that starts with * cannot stand on the same line as "
         "'match:'"},
        {"percent", "match: %x",
         "f.yaml:1:8: error[SG1010]: a pattern that starts with % cannot stand on the same line as 'match:'"},
        {"dash", "match: - x",
         "f.yaml:1:8: error[SG1010]: a pattern that starts with - cannot stand on the same line as 'match:'"},
        {"question mark", "match: ? x",
         "f.yaml:1:8: error[SG1010]: a pattern that starts with ? cannot stand on the same line as 'match:'"},
        {"bracket", "match: [a] x",
         "f.yaml:1:8: error[SG1010]: a pattern that starts with [ cannot stand on the same line as 'match:'"},
        {"quotation", "match: \"New York\" x",
         "f.yaml:1:8: error[SG1010]: a pattern that starts with \" cannot stand on the same line as "
         "'match:'"},
        {"path", "speaker: >nsubj", "f.yaml:1:10: error[SG1010]: a value cannot start with '>' here"},
        {"item with an at sign", "- @x",
         "f.yaml:1:3: error[SG1010]: a value that starts with @ needs quotes"},
        {"brief's own example", "match: speaker:ACTOR cue:{lexicon: praise} subject:NP",
         "f.yaml:1:34: error[SG1018]: a colon with a blank behind it starts a new key for YAML"},
        {"inner apostrophe", "text: 'Bessent's view'",
         "f.yaml:1:15: error[SG1016]: a single quote inside '...' ends the text for YAML"},
        {"never closed", "text: 'Bessent said\nb: c\n",
         "f.yaml:1:7: error[SG1011]: this quotation mark is never closed; YAML read the rest of the file as "
         "text"},
        {"closed lines below", "text: 'Bessent said\nb: Bessent's\n",
         "f.yaml:1:7: error[SG1011]: this quotation mark is never closed on its line"},
        {"dots in column 1", "match: |\n... x\na: b\n",
         "f.yaml:2:1: error[SG1014]: '...' in the first column ends the file for YAML; the line below would "
         "be ignored"},
        {"second document", "a: b\n---\nc: d\n",
         "f.yaml:2:1: error[SG1014]: '---' in the first column begins a second document"},
        {"tab", "a:\n\tb: c\n\td: e\n",
         "f.yaml:2:1: error[SG1015]: this line and 1 more are indented with tabs"},
        {"tag", "match: !NP cue:@x",
         "f.yaml:1:8: error[SG1020]: YAML takes a word that begins with '!' for a tag and drops it"},
        {"anchor", "a: &b c", "f.yaml:1:4: error[SG1019]: anchors (&name) are not allowed"},
        {"merge key", "<<: {a: b}", "f.yaml:1:1: error[SG1019]: merge keys (<<) are not allowed"},
        {"twice", "a: b\nc: d\na: e\n", "f.yaml:3:1: error[SG1012]: 'a' is given twice (first at line 1)"},
        {"list as key", "[a]: b", "f.yaml:1:1: error[SG1021]: a key must be a word, not a list"},
        {"open brace", "a: {b: c\nd: e\n", "f.yaml:1:4: error[SG1017]: '{' is not closed on its line"},
        {"wrong escape", "a: \"b\\q\"",
         "f.yaml:1:8: error[SG1006]: this is not YAML: unknown escape character: q"},
        {"not UTF-8", "a: \xFF\xFE",
         "f.yaml:1:4: error[SG1002]: this file is not UTF-8: byte 0xFF at offset 3, and 1 more"},
        {"control character", "a: b\x01", "f.yaml:1:5: error[SG1003]: a control character stands here"},
        {"lone carriage return", "a: b\rc: d", "f.yaml:1:5: error[SG1003]: a control character stands here"},
        {"indentation", "a: b\n c: d\n",
         "f.yaml:2:3: error[SG1006]: a key cannot stand here: the line above has a value already, or the "
         "indentation is off"},
    }));
    INFO(row.what);
    CHECK(first_error(row.text) == row.error);
}

TEST_CASE("hostile files are refused quickly") {
    std::string deep;
    for (int depth = 0; depth < 100'000; ++depth) {
        deep += '[';
    }
    CHECK(first_error(deep).find("SG1004") != std::string::npos);
    std::string blocks;
    for (int depth = 0; depth < 40; ++depth) {
        blocks += std::string(static_cast<std::size_t>(depth), ' ') + "a:\n";
    }
    CHECK(first_error(blocks).find("SG1004") != std::string::npos);
    CHECK(first_error(std::string(yaml::kMaxBytes + 1, 'a')).find("SG1001") != std::string::npos);
    CHECK(first_error("a: &a [*a, *a]\n").find("SG1019") != std::string::npos);
    CHECK(first_error("&x [*x]").find("SG1019") != std::string::npos);
}
