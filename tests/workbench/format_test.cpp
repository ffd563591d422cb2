#include "workbench/format.hpp"

#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

#include "rules_as_text.hpp"
#include "ruleset/load.hpp"
#include "support/golden.hpp"
#include "support/row.hpp"

using namespace stancegraph;

namespace {

std::shared_ptr<const InputFile> file_of(std::string text) {
    return std::make_shared<const InputFile>("a.yaml", std::move(text));
}

/// The canonical form, or what is said.
std::string form_of(const std::string& text) {
    Diagnostics diagnostics;
    const auto form = formatted(file_of(text), diagnostics);
    return form.value_or("") + render(diagnostics);
}

std::string rules_of(const std::vector<std::string>& texts) {
    std::vector<std::shared_ptr<const InputFile>> files;
    for (const std::string& text : texts) {
        files.push_back(file_of(text));
    }
    Diagnostics diagnostics;
    const RuleSet rules = load_rules(files, diagnostics);
    INFO(render(diagnostics));
    CHECK_FALSE(diagnostics.has_errors());
    return as_text(rules);
}

std::vector<std::string> texts_in(const std::string& folder) {
    std::vector<std::string> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(STANCEGRAPH_SOURCE_DIR) + folder)) {
        if (entry.path().extension() == ".yaml") {
            paths.push_back(entry.path().string());
        }
    }
    std::ranges::sort(paths);
    std::vector<std::string> texts;
    std::ranges::transform(paths, std::back_inserter(texts), read_file);
    return texts;
}

/// The YAML examples of a page, each as a whole file.
std::vector<std::string> examples_in(const std::string& name) {
    const std::string page = read_file(std::string(STANCEGRAPH_SOURCE_DIR) + name);
    const std::string fence = "\n```yaml";
    std::vector<std::string> texts;
    for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at + 1)) {
        const std::size_t begin = page.find('\n', at + 1) + 1;
        const std::string text = page.substr(begin, page.find("```", begin) - begin);
        texts.push_back((text.starts_with("stancegraph") || text.starts_with('#') ? "" : "stancegraph: 1\n") +
                        text);
    }
    return texts;
}

/// The same file as somebody writes it who indents by four, likes CRLF and blank lines.
std::string laid_out_otherwise(const std::string& text) {
    std::string other;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line = text.substr(at, end - at);
        const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
        if (line.substr(blanks).starts_with("- ")) {
            line.insert(blanks + 1, "  ");
        }
        other += std::string(blanks, ' ') + line +
                 (line.ends_with('"') || line.ends_with(']') ? "  \r\n" : "\r\n");
        other += line.empty() ? "\r\n\r\n" : "";
        at = end + 1;
    }
    return other;
}

}  // namespace

TEST_CASE("files are laid out in one way") {
    const auto row = GENERATE(values<test::Row>({
        {"indentation and blank lines",
         "\n\nstancegraph:   1\nrules:\n-   rule:  a\n    match:  cue:x   \n\n\n\n-   rule: b\n"
         "    match: cue:y\n\n",
         "stancegraph: 1\nrules:\n  - rule: a\n    match: cue:x\n\n  - rule: b\n    match: cue:y\n"},
        {"the order of keys",
         "rules:\n  - match: x\n    examples:\n      - gives: nothing\n        text: y\n    priority: 1\n    "
         "rule: a\n"
         "    slots: {subject: b, speaker: a}\n",
         "rules:\n  - rule: a\n    match: x\n    slots: {subject: b, speaker: a}\n    priority: 1\n    "
         "examples:\n"
         "      - text: y\n        gives: nothing\n"},
        {"comments go with what they are about",
         "# first\n\nrules:\n  # of a\n  - match: x   # of the match\n    # of the name\n    rule: a\n  # of "
         "b\n\n  - rule: b\n"
         "    # at the end of b\n# at the end\n",
         "# first\n\nrules:\n  # of a\n  # of the name\n  - rule: a\n    match: x   # of the match\n  # of "
         "b\n\n  - rule: b\n"
         "    # at the end of b\n# at the end\n"},
        {"comments keep their column", "a: b          # one\ncc: d         # two\ne: f # three\n",
         "a: b          # one\ncc: d         # two\ne: f  # three\n"},
        {"a comment behind what became longer",
         "lexicons:\n a: {words: [x]} # one\n b:   # two\n  words: [y]\n",
         "lexicons:\n  a: {words: [x]}  # one\n  b:  # two\n    words: [y]\n"},
        {"quotation marks",
         "a: 'b'\nc: \"no\"\nd: no\ne: 'it''s'\nf: '\"'\ng: \"a: b\"\nh: '12'\ni: 12\nj: \"x\\ty\"\n",
         "a: b\nc: \"no\"\nd: no\ne: it's\nf: '\"'\ng: \"a: b\"\nh: \"12\"\ni: 12\nj: \"x\\x09y\"\n"},
        {"brackets", "a: [ b,c , \"d,e\" ]\nf: { g: h ,i: [] }\nj: {}\nk: [l: m, {n: o}]\n",
         "a: [b, c, \"d,e\"]\nf: {g: h, i: []}\nj: {}\nk: [l: m, {n: o}]\n"},
        {"brackets over several lines", "a: [\n  b,\n  c\n  ]   # d\n", "a: [b, c]  # d\n"},
        {"brackets with comments become lines",
         "a: [   # of a\n  b,   # of b\n  # above c\n  c\n  ]  # end\n",
         "a:     # of a\n  - b  # of b\n  # above c\n  - c\n  # end\n"},
        {"patterns",
         "rules:\n  - rule: a\n    match: |\n      cue:@x\n    slots:\n      speaker: 'cue >who'\n"
         "    unless: [\"[word=x]\", 'z']\n",
         "rules:\n  - rule: a\n    match: cue:@x\n    unless: [\"[word=x]\", z]\n    slots:\n      speaker: "
         "cue >who\n"},
        {"patterns with signs of YAML stand below a bar",
         "macros:\n  a: '@x y'\n  b: '\"New York\" x'\n  c: |  # why\n    [word=a]\n      b\n",
         "macros:\n  a: |\n    @x y\n  b: |\n    \"New York\" x\n  c: |  # why\n    [word=a]\n      b\n"},
        {"texts of several lines",
         "a: |\n     x\n       y\n\n     z\nb: >-\n     x\n     y\nc: |-\n x\nd: |+\n x\n\ne: f\n",
         "a: |\n  x\n    y\n\n  z\nb: >-\n  x\n  y\nc: |-\n  x\nd: |+\n  x\n\ne: f\n"},
        {"texts that are broken over lines", "a: b\n   c\nd: 'e\n\n  f'\n", "a: b c\nd: 'e\n\n  f'\n"},
        {"lists of lists, empty values, CRLF, a mark",
         "\xEF\xBB\xBF---\r\na:\r\n- - b\r\n  - c\r\n-\r\n  d: e\r\nf:\r\n",
         "a:\n  - - b\n    - c\n  - d: e\nf:\n"},
    }));
    INFO(row.what);
    CHECK(form_of(row.text) == row.expected);
    CHECK(form_of(row.expected) == row.expected);
}

TEST_CASE("long lists are filled, long braces broken") {
    std::string words;
    for (int count = 0; count < 30; ++count) {
        words += (count == 0 ? "" : ", ") + std::string("word") + std::to_string(count);
    }
    const std::string form = form_of("lexicons:\n  a: {pos: verb, words: [" + words + "]} # c\n");
    CHECK(form ==
          "lexicons:\n  a:  # c\n    pos: verb\n"
          "    words: [word0, word1, word2, word3, word4, word5, word6, word7, word8, word9, word10, word11, "
          "word12, word13,\n"
          "            word14, word15, word16, word17, word18, word19, word20, word21, word22, word23, "
          "word24, word25, word26,\n"
          "            word27, word28, word29]\n");
    CHECK(form_of(form) == form);
}

TEST_CASE("what is no YAML is told and left") {
    CHECK(form_of("a: 'b\n") ==
          "a.yaml:1:4: error[SG1011]: this quotation mark is never closed; YAML read the rest of the file as "
          "text\n"
          "    1 | a: 'b\n      |    ^\nhelp: close it, or put the sentence on its own line after '|'\n");
    CHECK(form_of("a: |\n     x\n# comment\nb: [c, # d\n e: {f # g\n: h}]\n").find("SG1033") ==
          std::string::npos);
}

TEST_CASE("the form of every rule file says the same, and is its own form") {
    std::vector<std::string> files = texts_in("/rules");
    REQUIRE(files.size() > 10);
    for (const std::string& text : texts_in("/corpus/harbour/rules")) {
        files.push_back(text);
    }
    std::vector<std::string> forms;
    std::vector<std::string> others;
    std::vector<std::string> other_forms;
    for (const std::string& text : files) {
        forms.push_back(form_of(text));
        CHECK(form_of(forms.back()) == forms.back());
        others.push_back(laid_out_otherwise(text));
        other_forms.push_back(form_of(others.back()));
        CHECK(form_of(other_forms.back()) == other_forms.back());
    }
    CHECK((rules_of(forms) == rules_of(files)));
    CHECK((rules_of(other_forms) == rules_of(others)));
}

TEST_CASE("the form of every example in the handbook and on the diagnostics page says the same") {
    std::vector<std::string> texts = examples_in("/rules/README.md");
    for (const std::string& text : examples_in("/rules/DIAGNOSTICS.md")) {
        texts.push_back(text);
    }
    REQUIRE(texts.size() > 100);
    std::size_t loaded = 0;
    for (const std::string& text : texts) {
        INFO(text);
        Diagnostics ignored;
        const auto form = formatted(file_of(text), ignored);
        if (!form) {
            continue;  // an example of something wrong
        }
        ++loaded;
        CHECK(form_of(*form) == *form);
        Diagnostics before;
        Diagnostics after;
        CHECK(as_text(load_rules({file_of(text)}, before)) == as_text(load_rules({file_of(*form)}, after)));
        CHECK(before.count(Severity::error) == after.count(Severity::error));
    }
    CHECK(loaded > 80);
}
