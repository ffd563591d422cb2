#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "ruleset/rule_fixture.hpp"
#include "support/golden.hpp"
#include "workbench/lint.hpp"

using namespace stancegraph;

namespace {

const std::string kPage = STANCEGRAPH_SOURCE_DIR "/rules/DIAGNOSTICS.md";

/// One section of the page; the blocks are empty where it has no example.
struct Section {
    std::string code;
    std::string wrong;
    std::string says;
    std::string right;
    std::size_t says_begin = 0;  ///< Of the block's text in the page.
};

/// The text of the code block behind `label` between two places of the page, and where it begins.
std::pair<std::string, std::size_t> block(const std::string& page, const std::string& label, std::size_t from,
                                          std::size_t to) {
    const std::size_t at = label.empty() ? from : page.find("\n" + label + "\n", from);
    if (at >= to) {
        return {};
    }
    const std::size_t begin = page.find('\n', page.find("```", at)) + 1;
    const std::size_t end = page.find("```", begin);
    return {page.substr(begin, end - begin), begin};
}

std::vector<Section> sections_of(const std::string& page) {
    std::vector<Section> sections;
    for (std::size_t at = page.find("\n## SG"); at != std::string::npos;) {
        const std::size_t next = page.find("\n## SG", at + 1);
        const std::size_t end = std::min(next, page.size());
        Section section;
        section.code = page.substr(at + 4, 6);
        section.wrong = block(page, "Wrong:", at, end).first;
        section.right = block(page, "Right:", at, end).first;
        std::tie(section.says, section.says_begin) = block(page, "Says:", at, end);
        sections.push_back(std::move(section));
        at = next;
    }
    return sections;
}

/// What the loader says, and of what `lint` says the findings with that code.
std::string findings(const std::string& page, const std::string& text, const std::string& code) {
    const auto stances =
        make_file("00-stances.yaml", read_file(STANCEGRAPH_SOURCE_DIR "/rules/00-stances.yaml"));
    const auto words = make_file("words.yaml", block(page, "", 0, page.size()).first);
    Diagnostics diagnostics;
    const RuleSet rules = load_rules({stances, words, make_file("my.yaml", text)}, diagnostics);
    diagnostics.sort();
    Diagnostics findings;
    lint(rules, findings);
    for (const Diagnostic& finding : findings.all()) {
        if (finding.code == code) {
            diagnostics.add(finding);
        }
    }
    return render(diagnostics);
}

/// Every code (SG and four digits) that stands between quotation marks in the text.
void add_codes(const std::string& text, std::set<std::string>& codes) {
    constexpr std::size_t kLength = 6;
    for (std::size_t at = text.find("\"SG"); at != std::string::npos; at = text.find("\"SG", at + 1)) {
        const std::string code = text.substr(at + 1, kLength);
        const bool is_closed = text.substr(std::min(at + 1 + kLength, text.size()), 1) == "\"";
        if (is_closed && code.find_first_not_of("0123456789", 2) == std::string::npos) {
            codes.insert(code);
        }
    }
}

std::set<std::string> codes_in_sources() {
    std::set<std::string> codes;
    for (const char* folder : {"/core", "/cli", "/exporters"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::string(STANCEGRAPH_SOURCE_DIR) + folder)) {
            const std::string ending = entry.path().extension().string();
            if (ending != ".cpp" && ending != ".hpp") {
                continue;
            }
            add_codes(read_file(entry.path().string()), codes);
        }
    }
    return codes;
}

}  // namespace

TEST_CASE("the diagnostics page shows what the program says") {
    std::string page = read_file(kPage);
    std::vector<Section> sections = sections_of(page);
    REQUIRE(sections.size() > 50);
    const bool is_update = std::getenv("STANCEGRAPH_UPDATE_GOLDEN") != nullptr;
    std::reverse(sections.begin(), sections.end());  // from the end, so that places stay valid
    for (const Section& section : sections) {
        if (section.wrong.empty() || section.code >= "SG1300") {
            continue;  // tests/rules_readme.py runs those that need the whole program
        }
        INFO(section.code);
        const std::string said = findings(page, section.wrong, section.code);
        CHECK(said.find("[" + section.code + "]") != std::string::npos);
        if (is_update) {
            page.replace(section.says_begin, section.says.size(), said);
        } else {
            CHECK(said == section.says);
        }
        CHECK(findings(page, section.right, section.code) == "");
    }
    if (is_update) {
        std::ofstream(kPage, std::ios::binary) << page;
    }
}

TEST_CASE("the diagnostics page has every code of the program once, in order, and no other") {
    std::vector<std::string> on_page;
    for (const Section& section : sections_of(read_file(kPage))) {
        on_page.push_back(section.code);
    }
    const std::set<std::string> in_sources = codes_in_sources();
    CHECK(in_sources.size() > 100);
    CHECK(on_page == std::vector<std::string>(in_sources.begin(), in_sources.end()));
}

TEST_CASE("no example of the diagnostics page has a line that `explain` takes for a heading") {
    std::istringstream page(read_file(kPage));
    bool is_example = false;
    for (std::string line; std::getline(page, line);) {
        INFO(line);
        CHECK(!(is_example && (line.starts_with("# ") || line.starts_with("## "))));
        is_example = is_example != line.starts_with("```");
    }
    CHECK(!is_example);
}
