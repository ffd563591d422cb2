#include <memory>
#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "pipeline/build.hpp"
#include "pipeline/processor.hpp"
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

std::string everything_of(const BuiltDocument& built) {
    std::string text = built.name + "\n";
    for (const Claim& claim : built.claims) {
        text += to_json(claim) + "\n";
    }
    for (const Attribution& attribution : built.attributions) {
        text += to_json(attribution, built.name) + "\n";
    }
    return text;
}

std::string build_with(std::uint32_t threads) {
    BuildOptions options{.read = engine().read_options(), .threads = threads};
    std::string all;
    Diagnostics diagnostics;
    const BuildStats stats = build(
        engine(), corpus_inputs(), options, [&](const BuiltDocument& built) { all += everything_of(built); },
        diagnostics);
    all += "documents " + std::to_string(stats.documents) + " claims " + std::to_string(stats.claims) + "\n";
    return all + render(diagnostics);
}

}  // namespace

TEST_CASE("a build hands on the same results in the same order for any number of threads", "[pipeline]") {
    const std::string one = build_with(1);
    CHECK(one.find("documents 25 ") != std::string::npos);
    CHECK(build_with(2) == one);
    CHECK(build_with(8) == one);
}

TEST_CASE("what the receiver of results throws ends the build and passes through", "[pipeline]") {
    std::uint32_t received = 0;
    Diagnostics diagnostics;
    const auto give_up = [&received](const BuiltDocument&) {
        if (++received == 3) {
            throw std::runtime_error("enough");
        }
    };
    const BuildOptions options{.read = engine().read_options(), .threads = 4};
    CHECK_THROWS_WITH(build(engine(), corpus_inputs(), options, give_up, diagnostics), "enough");
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
        CHECK(everything_of(
                  {.name = "", .claims = got.resolved.claims, .attributions = got.resolved.attributions}) ==
              everything_of({.name = "",
                             .claims = expected.resolved.claims,
                             .attributions = expected.resolved.attributions}));
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
