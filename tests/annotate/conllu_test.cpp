#include "annotate/conllu.hpp"

#include <catch2/catch.hpp>

#include "annotate/segmenter_fixture.hpp"
#include "text/conllu_reader.hpp"

using namespace stancegraph;

namespace {

/// Words as they stand in column 2 of the plain token lines, and the text as the lines give it.
struct ReadBack {
    std::string words;
    std::string text;
};

std::string_view take(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

ReadBack read_back(std::string_view conllu) {
    ReadBack read;
    std::size_t range_end = 0;
    while (!conllu.empty()) {
        std::string_view line = take(conllu, '\n');
        if (line.empty() || line.front() == '#') {
            range_end = line.empty() ? 0 : range_end;
            continue;
        }
        const std::string id(take(line, '\t'));
        const std::string form(take(line, '\t'));
        const std::string rest(line);
        const bool is_range = id.find('-') != std::string::npos;
        const bool is_inner = !is_range && std::stoul(id) <= range_end;
        if (is_range) {
            range_end = std::stoul(id.substr(id.find('-') + 1));
        } else {
            read.words += (read.words.empty() ? "" : "|") + form;
        }
        if (!is_inner) {
            read.text += form + (rest.ends_with("SpaceAfter=No") ? "" : " ");
        }
    }
    return read;
}

}  // namespace

TEST_CASE("CoNLL-U has a line for each word and one more for each contraction", "[annotate]") {
    Segmented segmented("A title\nLi's dogs don't. \"No!\"");
    Annotation& annotation = segmented.annotation;
    annotation.sentences[1].has_tree = true;
    annotation.head[2] = 4;
    annotation.head[4] = kNoToken;
    annotation.deprel[4] = Deprel::root;
    annotation.upos[2] = Upos::propn;
    annotation.xpos[2] = Xpos::nnp;
    annotation.lemma[2] = segmented.vocabulary.intern("Li");
    CHECK(to_conllu(segmented.document, annotation, segmented.vocabulary) ==
          "# newdoc id = test.txt\n"
          "# newpar\n"
          "# sent_id = test.txt-1\n"
          "# text = A title\n"
          "1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n"
          "2\ttitle\t_\t_\t_\t_\t_\t_\t_\t_\n"
          "\n"
          "# newpar\n"
          "# sent_id = test.txt-2\n"
          "# text = Li's dogs don't.\n"
          "1-2\tLi's\t_\t_\t_\t_\t_\t_\t_\t_\n"
          "1\tLi\tLi\tPROPN\tNNP\t_\t3\t_\t_\t_\n"
          "2\t's\t_\t_\t_\t_\t0\t_\t_\t_\n"
          "3\tdogs\t_\t_\t_\t_\t0\troot\t_\t_\n"
          "4-5\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
          "4\tdo\t_\t_\t_\t_\t0\t_\t_\t_\n"
          "5\tn't\t_\t_\t_\t_\t0\t_\t_\t_\n"
          "6\t.\t_\t_\t_\t_\t0\t_\t_\t_\n"
          "\n"
          "# sent_id = test.txt-3\n"
          "# text = \"No!\"\n"
          "1\t\"\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
          "2\tNo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
          "3\t!\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
          "4\t\"\t_\t_\t_\t_\t_\t_\t_\t_\n"
          "\n");
}

TEST_CASE("CoNLL-U read back gives the words and the text", "[annotate]") {
    const std::string text = GENERATE(values<std::string>({
        "They cannot, can't, won't.",
        "I'd've gonna (don't) US$5 5km a-b.",
        "“Bob’s” U.S.'s http://a.b/c's",
        "Dr. No's 'em. It's: \"x\"'s end...",
    }));
    const Segmented segmented(text);
    const ReadBack read =
        read_back(to_conllu(segmented.document, segmented.annotation, segmented.vocabulary));
    CHECK(read.words == segmented.tokens());
    CHECK(read.text == text + " ");
}

TEST_CASE("line breaks and tabs do not break CoNLL-U lines", "[annotate]") {
    Document document;
    document.name = "a\nb";
    document.text = "one\n\ttwo";
    document.blocks.push_back({.span = {0, 8}});
    Vocabulary vocabulary;
    Annotation annotation;
    Segmenter(test_lexicons()).segment(document, vocabulary, annotation);
    CHECK(to_conllu(document, annotation, vocabulary)
              .starts_with("# newdoc id = a b\n# newpar\n# sent_id = a b-1\n# text = one two\n1\tone"));
}

TEST_CASE("a lone apostrophe joins the word before it where it is tagged as a possessive", "[annotate]") {
    Segmented segmented("the dogs' end");
    CHECK_FALSE(continues_word(segmented.document, segmented.annotation, 2));
    segmented.annotation.xpos[2] = Xpos::pos;
    CHECK(continues_word(segmented.document, segmented.annotation, 2));
}

TEST_CASE("the reader of CoNLL-U gives back what was written", "[annotate]") {
    Segmented segmented("A title\n\"I can't go,\" Li's friend said. It cannot be.");
    for (Sentence& sentence : segmented.annotation.sentences) {  // the reader wants trees
        sentence.has_tree = true;
        for (TokenIndex token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            const bool is_root = token == sentence.tokens.begin;
            segmented.annotation.head[token] = is_root ? kNoToken : sentence.tokens.begin;
            segmented.annotation.deprel[token] = is_root ? Deprel::root : Deprel::dep;
            segmented.annotation.upos[token] = Upos::noun;
            segmented.annotation.lemma[token] = segmented.annotation.form[token];
        }
    }
    const std::string written = to_conllu(segmented.document, segmented.annotation, segmented.vocabulary);
    Diagnostics diagnostics;
    const std::vector<Document> documents = read_conllu("test.txt", written, {}, diagnostics);
    REQUIRE(documents.size() == 1);
    Vocabulary vocabulary;
    Annotation annotation;
    Segmenter(test_lexicons()).segment(documents[0], vocabulary, annotation);
    CHECK(to_conllu(documents[0], annotation, vocabulary) == written);
    CHECK(annotation.quotations.size() == 1);
    CHECK(annotation.paragraphs.size() == 2);
}
