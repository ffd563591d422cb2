#include <algorithm>
#include <memory>
#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "pipeline/build.hpp"
#include "pipeline/processor.hpp"
#include "project_files.hpp"
#include "ruleset/load.hpp"

using namespace stancegraph;

namespace {

const std::string kSource = STANCEGRAPH_SOURCE_DIR;

/// The shipped rules with those of the invented town; loaded once.
const Engine& engine() {
    static const std::unique_ptr<const Engine> made = [] {
        Diagnostics diagnostics;
        RuleSet rules = load_rules({kSource + "/rules", kSource + "/corpus/harbour/rules"}, diagnostics);
        auto engine = std::make_unique<const Engine>(std::move(rules), diagnostics);
        INFO(render(diagnostics));
        REQUIRE_FALSE(diagnostics.has_errors());
        return engine;
    }();
    return *made;
}

std::vector<Input> corpus_inputs() {
    std::istringstream nothing;
    Diagnostics diagnostics;
    return list_inputs({kSource + "/corpus"}, nothing, diagnostics);
}

std::string everything_of(const Resolved& resolved) {
    std::string text;
    for (const Claim& claim : resolved.claims) {
        text += to_json(claim) + "\n";
    }
    for (const Attribution& attribution : resolved.attributions) {
        text += to_json(attribution, "") + "\n";
    }
    return text;
}

std::string build_with(std::uint32_t threads) {
    const std::filesystem::path file = fresh_project("threads");
    const BuildOptions options{.read = engine().read_options(), .threads = threads};
    Diagnostics diagnostics;
    static_cast<void>(build(
        engine(), corpus_inputs(), options, file, [](std::uint32_t, std::uint32_t) {}, diagnostics));
    return contents_of(file) + render(diagnostics);
}

}  // namespace

TEST_CASE("a build gives the same results for any number of threads", "[pipeline]") {
    const std::string one = build_with(1);
    CHECK(std::ranges::count(one, '\n') > 500);
    CHECK(build_with(2) == one);
    CHECK(build_with(8) == one);
}

TEST_CASE("what the receiver of progress throws ends the build and passes through", "[pipeline]") {
    std::uint32_t received = 0;
    Diagnostics diagnostics;
    const auto give_up = [&received](std::uint32_t, std::uint32_t) {
        if (++received == 3) {
            throw std::runtime_error("enough");
        }
    };
    const BuildOptions options{.read = engine().read_options(), .threads = 4};
    CHECK_THROWS_WITH(
        build(engine(), corpus_inputs(), options, fresh_project("throws"), give_up, diagnostics), "enough");
    CHECK(received == 3);
}

TEST_CASE("a processor gives the same for a document whatever it processed before", "[pipeline]") {
    Diagnostics diagnostics;
    std::vector<Document> documents;
    for (const Input& input : corpus_inputs()) {
        for (Document& document : read_input(input, engine().read_options(), diagnostics)) {
            documents.push_back(std::move(document));
        }
    }
    Processor used(engine());
    for (const Document& document : documents) {
        Processor fresh(engine());
        const Processed expected = fresh.process(document);
        const Processed got = used.process(document);
        INFO(document.name);
        CHECK(everything_of(got.resolved) == everything_of(expected.resolved));
    }
}

TEST_CASE("spans of claims and attributions lie in the text and begin and end at characters", "[pipeline]") {
    Diagnostics diagnostics;
    Processor processor(engine());
    for (const Input& input : corpus_inputs()) {
        for (const Document& document : read_input(input, engine().read_options(), diagnostics)) {
            const auto is_sound = [&document](ByteSpan span) {
                const auto is_boundary = [&document](std::uint32_t at) {
                    return at == document.text.size() ||
                           (static_cast<unsigned char>(document.text[at]) & 0xC0U) != 0x80U;
                };
                return span.begin <= span.end && span.end <= document.text.size() &&
                       is_boundary(span.begin) && is_boundary(span.end);
            };
            const Processed processed = processor.process(document);
            for (const Claim& claim : processed.resolved.claims) {
                INFO(document.name << ": " << to_json(claim));
                CHECK(is_sound(claim.cue));
                CHECK(is_sound(claim.sentence));
                CHECK(is_sound(claim.speaker.span));
                CHECK(document.text.substr(claim.speaker.span.begin, claim.speaker.span.size()) ==
                      claim.speaker.text);
                CHECK(document.text.substr(claim.cue.begin, claim.cue.size()) == claim.cue_text);
            }
        }
    }
}
