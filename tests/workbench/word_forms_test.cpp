#include "workbench/word_forms.hpp"

#include <catch2/catch.hpp>

#include "ruleset/load.hpp"

using namespace stancegraph;

namespace {

const RuleSet& shipped() {
    static const RuleSet kRules = [] {
        Diagnostics ignored;
        return load_rules({std::filesystem::path(STANCEGRAPH_SOURCE_DIR "/rules")}, ignored);
    }();
    return kRules;
}

}  // namespace

TEST_CASE("what can be one word of a text", "[workbench]") {
    const WordForms forms(shipped());
    for (const char* word :
         {"say", "n't", "'s", "'d", "co-founder", "U.S.", "mr.", "km", "1,000", "$", "ca", "wo"}) {
        INFO(word);
        CHECK(forms.can_be_word(word));
    }
    for (const char* word :
         {"don't", "U.S.-China", "two words", "long-term", "Bessent's", "and/or", "said,"}) {
        INFO(word);
        CHECK_FALSE(forms.can_be_word(word));
    }
    CHECK(forms.can_be_name("US-China Council"));
}

TEST_CASE("the base of inflected forms that are nothing else", "[workbench]") {
    const WordForms forms(shipped());

    struct Row {
        const char* word;
        const char* base;
    };

    for (const Row row : {Row{"said", "say"}, Row{"harbours", "harbour"}, Row{"argued", "argue"},
                          Row{"told", "tell"}, Row{"children", "child"}}) {
        CHECK(forms.base_of(row.word) == std::optional<std::string>(row.base));
    }
    for (const char* word : {"say", "left", "worried", "news", "saying", "Zyxwv", "this", "where"}) {
        INFO(word << " " << forms.base_of(word).value_or("-"));
        CHECK_FALSE(forms.base_of(word));
    }
}
