#include "annotate/analyzer.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <memory>

#include "annotate/segmenter_fixture.hpp"

using namespace stancegraph;

namespace {

/// `word/UPOS/relation>head` for each token.
std::string dump(const Annotation& annotation, const Vocabulary& vocabulary) {
    std::string text;
    for (TokenIndex token = 0; token < annotation.token_count(); ++token) {
        const TokenIndex head = annotation.head[token];
        text.append(text.empty() ? "" : " ").append(vocabulary.text(annotation.form[token])).append("/");
        text.append(name_of(annotation.upos[token])).append("/").append(name_of(annotation.deprel[token]));
        text.append(">").append(head == kNoToken ? "" : vocabulary.text(annotation.form[head]));
    }
    return text;
}

std::string names_of(const Annotation& annotation, const Document& document) {
    constexpr std::array<std::string_view, 4> kKinds{"?", "person", "organisation", "place"};
    std::string text;
    for (const Name& name : annotation.names) {
        const ByteSpan bytes = annotation.bytes_of(name.tokens);
        text.append(text.empty() ? "" : "; ").append(document.text.substr(bytes.begin, bytes.size()));
        text.append(" ").append(kKinds[static_cast<std::size_t>(name.kind)]);
    }
    return text;
}

/// Every token of a sentence with a tree reaches its one root inside the sentence.
void check_trees(const Annotation& annotation) {
    for (const Sentence& sentence : annotation.sentences) {
        std::size_t roots = 0;
        for (TokenIndex token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            roots += annotation.head[token] == kNoToken ? 1U : 0U;
            const bool is_root = sentence.has_tree && annotation.head[token] == kNoToken;
            REQUIRE((annotation.deprel[token] == Deprel::root) == is_root);
            TokenIndex at = token;
            for (std::size_t steps = 0; at != kNoToken; ++steps) {
                REQUIRE(sentence.tokens.contains(at));
                REQUIRE(steps <= sentence.tokens.size());
                at = annotation.head[at];
            }
        }
        CHECK(roots == (sentence.has_tree ? 1 : sentence.tokens.size()));
    }
}

}  // namespace

TEST_CASE("plain sentences get their plain trees", "[annotate]") {
    struct Row {
        const char* text;
        const char* expected;
    };

    const auto row = GENERATE(values<Row>({
        {"The mayor opposes the plan.",
         "The/DET/det>mayor mayor/NOUN/nsubj>opposes opposes/VERB/root> the/DET/det>plan "
         "plan/NOUN/obj>opposes "
         "./PUNCT/punct>opposes"},
        {"She said that they were not unsafe.",
         "She/PRON/nsubj>said said/VERB/root> that/SCONJ/mark>unsafe they/PRON/nsubj>unsafe "
         "were/AUX/cop>unsafe "
         "not/PART/advmod>unsafe unsafe/ADJ/ccomp>said ./PUNCT/punct>said"},
        {"This is an optimistic take.",
         "This/PRON/nsubj>take is/AUX/cop>take an/DET/det>take optimistic/ADJ/amod>take take/NOUN/root> "
         "./PUNCT/punct>take"},
        {"It is an optimistic and perhaps naive reading.",  // the tagger's own answer is a verb
         "It/PRON/nsubj>reading is/AUX/cop>reading an/DET/det>reading optimistic/ADJ/amod>reading "
         "and/CCONJ/cc>naive perhaps/ADV/advmod>naive naive/ADJ/conj>optimistic reading/NOUN/root> "
         "./PUNCT/punct>reading"},
        {"Go!", "Go/VERB/root> !/PUNCT/punct>Go"},
    }));
    Segmented text(row.text);
    Analyzer(Model::built_in(), text.vocabulary).analyze_all(text.annotation);
    CHECK(dump(text.annotation, text.vocabulary) == row.expected);
}

TEST_CASE("names come without titles and possessives", "[annotate]") {
    struct Row {
        const char* text;
        const char* expected;
    };

    const auto row = GENERATE(values<Row>({
        {"President Joe Biden's visit to Germany ended on Monday.", "Joe Biden person; Germany place"},
        {"Mr. Smith met officials in China.", "Smith person; China place"},
        {"The ferry is late.", ""},
    }));
    Segmented text(row.text);
    Analyzer(Model::built_in(), text.vocabulary, {"mr", "president"}).analyze_all(text.annotation);
    CHECK(names_of(text.annotation, text.document) == row.expected);
}

TEST_CASE("only the sentences asked for are analyzed, in any order", "[annotate]") {
    const std::string lines = "Ann left. Bob Miller stayed in London.\nCarl Hansen said no. Nobody knew.";
    Segmented whole(lines);
    Analyzer(Model::built_in(), whole.vocabulary).analyze_all(whole.annotation);
    Segmented parts(lines);
    Analyzer analyzer(Model::built_in(), parts.vocabulary);
    REQUIRE(parts.annotation.sentences.size() == 4);
    const std::vector<std::uint32_t> some{2, 1};
    analyzer.analyze(parts.annotation, some);
    CHECK_FALSE(parts.annotation.sentences[0].has_tree);
    CHECK(parts.annotation.lemma[0] == 0);
    CHECK(parts.annotation.sentences[1].has_tree);
    check_trees(parts.annotation);
    analyzer.analyze_all(parts.annotation);
    analyzer.analyze_all(parts.annotation);  // A second time changes nothing.
    CHECK(dump(parts.annotation, parts.vocabulary) == dump(whole.annotation, whole.vocabulary));
    CHECK(names_of(parts.annotation, parts.document) == names_of(whole.annotation, whole.document));
}

TEST_CASE("a cleared vocabulary leaves nothing behind", "[annotate]") {
    const Document first = document_of_lines("Zebras never agreed with Ann Miller.");
    const Document second = document_of_lines("The council praised its own plan.");
    const Segmenter segmenter(test_lexicons());
    Vocabulary vocabulary;
    Analyzer analyzer(Model::built_in(), vocabulary);
    Annotation annotation;
    segmenter.segment(first, vocabulary, annotation);
    analyzer.analyze_all(annotation);
    vocabulary.clear();
    segmenter.segment(second, vocabulary, annotation);
    analyzer.analyze_all(annotation);
    Segmented fresh("The council praised its own plan.");
    Analyzer(Model::built_in(), fresh.vocabulary).analyze_all(fresh.annotation);
    CHECK(dump(annotation, vocabulary) == dump(fresh.annotation, fresh.vocabulary));
}

TEST_CASE("a sentence without end is parsed in pieces", "[annotate]") {
    const auto sentence_of = [](std::size_t words) {
        // No segmenter would leave such a sentence whole; given annotations can have one.
        auto annotation = std::make_unique<Annotation>();
        for (std::uint32_t word = 0; word < words; ++word) {
            annotation->span.push_back({word * 2, word * 2 + 1});
            annotation->form.push_back(1 + word % 3);
            annotation->lower.push_back(1 + word % 3);
        }
        Sentence sentence;
        sentence.tokens = {0, static_cast<TokenIndex>(words)};
        annotation->sentences.push_back(sentence);
        return annotation;
    };
    Vocabulary vocabulary;
    for (const char* form : {"ships", "sail", ","}) {
        (void)vocabulary.intern(form);
    }
    Analyzer analyzer(Model::built_in(), vocabulary);
    for (const std::size_t words : {400, 401, 1999, 60000}) {
        const auto annotation = sentence_of(words);
        analyzer.analyze_all(*annotation);
        REQUIRE(annotation->sentences.front().has_tree);
        const auto roots = std::ranges::count(annotation->head, kNoToken);
        CHECK(roots == 1);
        if (words < 2000) {
            check_trees(*annotation);
        }
    }
}

TEST_CASE("odd input gets a tree too", "[annotate]") {
    const auto* const text =
        GENERATE("…", "'", "?!?!", "\xF0\x9F\x98\x80 \xF0\x9F\x98\x80", "a", "1 2 3",
                 "ÉCOLE Ærø \xE4\xB8\xAD\xE6\x96\x87", "http://x.example/?q=1 @who #tag");
    INFO(text);
    Segmented segmented(text);
    Analyzer(Model::built_in(), segmented.vocabulary).analyze_all(segmented.annotation);
    check_trees(segmented.annotation);
}
