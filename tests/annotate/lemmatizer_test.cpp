#include "annotate/lemmatizer.hpp"

#include <catch2/catch.hpp>

#include "annotate/analyzer.hpp"

using namespace stancegraph;

TEST_CASE("lemmas follow the tag", "[annotate]") {
    struct Row {
        const char* form;
        Xpos xpos;
        const char* expected;
    };

    const auto row = GENERATE(values<Row>({
        {"opposes", Xpos::vbz, "oppose"},
        {"opposed", Xpos::vbd, "oppose"},
        {"opposing", Xpos::vbg, "oppose"},
        {"planned", Xpos::vbn, "plan"},
        {"planed", Xpos::vbn, "plane"},
        {"said", Xpos::vbd, "say"},
        {"told", Xpos::vbn, "tell"},
        {"denies", Xpos::vbz, "deny"},
        {"denied", Xpos::vbd, "deny"},
        {"watches", Xpos::vbz, "watch"},
        {"Argues", Xpos::vbz, "argue"},
        {"went", Xpos::vbd, "go"},
        {"is", Xpos::vbz, "be"},
        {"n't", Xpos::rb, "not"},
        {"children", Xpos::nns, "child"},
        {"policies", Xpos::nns, "policy"},
        {"movies", Xpos::nns, "movie"},
        {"losses", Xpos::nns, "loss"},
        {"analysts", Xpos::nns, "analyst"},
        {"wives", Xpos::nns, "wife"},
        {"better", Xpos::jjr, "good"},
        {"bigger", Xpos::jjr, "big"},
        {"happiest", Xpos::jjs, "happy"},
        {"larger", Xpos::jjr, "large"},
        {"Bessent", Xpos::nnp, "Bessent"},
        {"Nvidia’s", Xpos::nnp, "Nvidia’s"},
        {"him", Xpos::prp, "he"},
        {"news", Xpos::nn, "news"},
        {"s", Xpos::nns, "s"},
        {"ed", Xpos::vbd, "ed"},
        {"", Xpos::nns, ""},
    }));
    INFO(row.form << " " << name_of(row.xpos));
    CHECK(lemma_of(Model::built_in(), row.form, row.xpos) == row.expected);
}
