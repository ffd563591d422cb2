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

bool is_preposition(const Annotation& annotation, TokenIndex token) {
    const TokenIndex head = annotation.head[token];
    const bool is_case = annotation.deprel[token] == Deprel::case_;
    const bool brings_clause = annotation.deprel[token] == Deprel::mark && annotation.xpos[token] == Xpos::in;
    if (head == kNoToken || head < token || !(is_case || brings_clause)) {
        return false;
    }
    bool is_first = true;  // "it is [in] trouble" brings nothing in
    bool is_gerund = annotation.xpos[head] == Xpos::vbg;
    bool has_question = false;
    for_each_child(annotation, head, [&](TokenIndex child) {
        const Deprel label = universal(annotation.deprel[child]);
        const Xpos tag = annotation.xpos[child];
        is_first = is_first && child >= token;
        is_gerund = is_gerund && label != Deprel::nsubj && label != Deprel::aux;
        has_question =
            has_question || (child == token + 1 && (tag == Xpos::wrb || tag == Xpos::wp || tag == Xpos::wdt));
    });
    return is_first && (is_case || is_gerund || has_question);
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
