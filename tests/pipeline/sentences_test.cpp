#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include <catch2/catch.hpp>

#include "pipeline/given_text.hpp"
#include "pipeline/processor.hpp"
#include "pipeline/result_lines.hpp"
#include "pipeline/sentence_cases.hpp"
#include "ruleset/load.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using test::SentenceCase;

namespace {

const std::string kSource = STANCEGRAPH_SOURCE_DIR;

/// The shipped rules alone, as `stancegraph explain` runs them.
const Engine& engine() {
    static const std::unique_ptr<const Engine> made = [] {
        Diagnostics diagnostics;
        auto engine =
            std::make_unique<const Engine>(load_rules({kSource + "/rules"}, diagnostics), diagnostics);
        INFO(render(diagnostics));
        REQUIRE_FALSE(diagnostics.has_errors());
        return engine;
    }();
    return *made;
}

std::vector<std::filesystem::path> case_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(kSource + "/tests/golden/sentences")) {
        if (entry.path().extension() == ".txt") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

/// The case with what the program gives in the place of what it should give.
SentenceCase run(Processor& processor, const SentenceCase& expected) {
    const Document document = document_of("sentence", expected.text);
    const Resolved resolved = processor.process(document).resolved;
    SentenceCase got = expected;
    got.claims.clear();
    got.attributions.clear();
    for (const Claim& claim : resolved.claims) {
        got.claims.push_back(line_of(claim));
    }
    for (const Attribution& attribution : resolved.attributions) {
        if (attribution.is_outermost && expected.has_attributions) {
            got.attributions.push_back(line_of(attribution, document));
        }
    }
    return got;
}

}  // namespace

TEST_CASE("every text of tests/golden/sentences gives the claims below it", "[pipeline]") {
    const bool is_update = std::getenv("STANCEGRAPH_UPDATE_GOLDEN") != nullptr;
    Processor processor(engine());
    std::size_t count = 0;
    for (const std::filesystem::path& file : case_files()) {
        std::vector<SentenceCase> cases = test::parse_cases(read_file(file.string()));
        for (SentenceCase& expected : cases) {
            SentenceCase got = run(processor, expected);
            INFO(file.filename().string() << ": " << expected.title << "\n" << expected.text);
            if (is_update) {
                expected = std::move(got);
            } else {
                CHECK(test::difference_of(expected.claims, got.claims) == "");
                CHECK(test::difference_of(expected.attributions, got.attributions) == "");
            }
            ++count;
        }
        if (is_update) {
            std::ofstream(file, std::ios::binary) << test::print_cases(cases);
        } else {
            CHECK(test::print_cases(cases) == read_file(file.string()));
        }
    }
    CHECK(count >= 60);
}

TEST_CASE("sentence cases are read with and without attributions, and printed as they were read",
          "[pipeline]") {
    const std::string file =
        "====================\nfirst\n====================\n\nOne.\n\nTwo.\n\n---\n\nA -> b -> c\n\n"
        "====================\nsecond\n====================\n\nThree.\n\n---\n\n---\n\nA -> states -> x\n";
    const auto cases = test::parse_cases(file);
    REQUIRE(cases.size() == 2);
    CHECK(cases[0].text == "One.\n\nTwo.");
    CHECK(cases[0].claims == std::vector<std::string>{"A -> b -> c"});
    CHECK_FALSE(cases[0].has_attributions);
    CHECK(cases[1].claims.empty());
    CHECK(cases[1].attributions == std::vector<std::string>{"A -> states -> x"});
    CHECK(test::print_cases(cases) == file);
}

TEST_CASE("the difference of two results tells what is missing and what is too much", "[pipeline]") {
    CHECK(test::difference_of({"a", "b"}, {"b", "a"}) == "");
    CHECK(test::difference_of({"a", "b", "b"}, {"b", "c"}) == "- a\n- b\n+ c\n");
}
