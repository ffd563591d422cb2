#include <string>

#include <catch2/catch.hpp>

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
