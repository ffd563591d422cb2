#include "text/tree.hpp"

namespace stancegraph {

TokenIndex find_child(const Annotation& annotation, TokenIndex token, Deprel label) {
    TokenIndex found = kNoToken;
    for_each_child(annotation, token, [&](TokenIndex child) {
        const Deprel relation = annotation.deprel[child];
        if (found == kNoToken && (relation == label || universal(relation) == label)) {
            found = child;
        }
    });
    return found;
}

bool is_below(const Annotation& annotation, TokenIndex token, TokenIndex ancestor) {
    // A sentence bounds the walk even where a foreign tree has a cycle.
    const TokenSpan sentence = annotation.sentences[annotation.sentence_of(token)].tokens;
    for (std::uint32_t step = 0; token != kNoToken && step <= sentence.size(); ++step) {
        if (token == ancestor) {
            return true;
        }
        token = annotation.head[token];
    }
    return false;
}

TokenIndex head_of(const Annotation& annotation, TokenSpan tokens) {
    if (tokens.is_empty()) {
        return kNoToken;
    }
    if (!annotation.sentences[annotation.sentence_of(tokens.begin)].has_tree) {
        return tokens.end - 1;
    }
    for (TokenIndex token = tokens.begin; token < tokens.end; ++token) {
        const TokenIndex head = annotation.head[token];
        if ((head == kNoToken || !tokens.contains(head)) && annotation.upos[token] != Upos::punct) {
            return token;
        }
    }
    return tokens.begin;
}

}  // namespace stancegraph
