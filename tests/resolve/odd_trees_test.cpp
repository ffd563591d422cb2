#include <chrono>
#include <memory>
#include <string>

#include <catch2/catch.hpp>

#include "pipeline/given_text.hpp"
#include "resolve/resolve_fixture.hpp"
#include "support/conllu_text.hpp"

using namespace stancegraph;
using namespace stancegraph::test;

namespace {

/// Matches and resolves an annotation as it is, and counts the claims.
std::size_t claims_of(const AnnotatedText& text, Vocabulary& vocabulary) {
    Matcher matcher(shipped_engine().compiled(), vocabulary);
    const Matches matches = matcher.find_mentions(text.document, text.annotation, nullptr);
    return shipped_engine()
        .resolver()
        .resolve(text.document, text.annotation, vocabulary, matches)
        .claims.size();
}

constexpr std::string_view kSaid =
    "Mara _ PROPN NNP 3 nsubj\n"
    "Quill _ PROPN NNP 1 flat\n"
    "said say VERB VBD 0 root\n"
    "tariffs tariff NOUN NNS 5 nsubj\n"
    "fell fall VERB VBD 3 ccomp\n"
    ". _ PUNCT . 3 punct\n";

std::string repeated(std::string_view text, int count) {
    std::string all;
    for (int index = 0; index < count; ++index) {
        all += text;
    }
    return all;
}

double seconds_for(const std::string& text) {
    Vocabulary vocabulary;
    const Engine& engine = shipped_engine();
    const Document document = document_of("long", text);
    Annotation annotation;
    engine.segmenter().segment(document, vocabulary, annotation);
    Analyzer(engine.model(), vocabulary, engine.name_titles()).analyze_all(annotation);
    Matcher matcher(engine.compiled(), vocabulary);
    const Matches matches = matcher.find_mentions(document, annotation, nullptr);
    const auto begin = std::chrono::steady_clock::now();
    static_cast<void>(engine.resolver().resolve(document, annotation, vocabulary, matches));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("every head in a small sentence may be any other, or itself", "[resolve]") {
    Vocabulary vocabulary;
    AnnotatedText text = annotated(kSaid, vocabulary);
    CHECK(claims_of(text, vocabulary) == 1);
    const std::vector<TokenIndex> heads = text.annotation.head;
    for (TokenIndex token = 0; token < text.annotation.token_count(); ++token) {
        for (TokenIndex head = 0; head <= text.annotation.token_count(); ++head) {
            for (const Deprel label :
                 {Deprel::nsubj, Deprel::appos, Deprel::flat, Deprel::ccomp, Deprel::conj}) {
                const Deprel before = text.annotation.deprel[token];
                text.annotation.head[token] = head == text.annotation.token_count() ? kNoToken : head;
                text.annotation.deprel[token] = label;
                CHECK(claims_of(text, vocabulary) <= 2);
                text.annotation.deprel[token] = before;
            }
        }
        text.annotation.head[token] = heads[token];
    }
}

TEST_CASE("heads may go round in a circle", "[resolve]") {
    Vocabulary vocabulary;
    AnnotatedText text = annotated(kSaid, vocabulary);
    for (TokenIndex token = 0; token < text.annotation.token_count(); ++token) {
        text.annotation.head[token] = (token + 1) % text.annotation.token_count();
    }
    CHECK(claims_of(text, vocabulary) <= 2);
}

TEST_CASE("a sentence without a tree is read without one", "[resolve]") {
    Vocabulary vocabulary;
    AnnotatedText text = annotated(kSaid, vocabulary);
    text.annotation.sentences.front().has_tree = false;
    for (TokenIndex token = 0; token < text.annotation.token_count(); ++token) {
        text.annotation.head[token] = kNoToken;
        text.annotation.deprel[token] = Deprel{};
        text.annotation.upos[token] = Upos{};
        text.annotation.xpos[token] = Xpos{};
        text.annotation.lemma[token] = 0;
    }
    CHECK(claims_of(text, vocabulary) <= 1);
}

TEST_CASE("a text without words gives nothing", "[resolve]") {
    CHECK(resolved("").claims.empty());
    CHECK(resolved("… — !").claims.empty());
}

TEST_CASE("resolving takes time in proportion to the text", "[resolve]") {
    // Names, pronouns, titles, I and this, each of which once looked through the whole document.
    const std::string_view kTurn =
        "Ferry master Mara Quill said the tariffs are good. She opposes this. The ferry master said no. "
        "“I oppose the tariffs,” Tobin Marsh said. Fishermen like the move.\n\n";
    const double small = seconds_for(repeated(kTurn, 60));
    const double large = seconds_for(repeated(kTurn, 600));
    INFO("60 turns " << small << " s, 600 turns " << large << " s");
    CHECK(large < 30 * small + 0.05);
}
