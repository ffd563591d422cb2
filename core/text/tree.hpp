#pragma once

#include <vector>

#include "text/annotation.hpp"

/// Walking the dependency trees of an annotation.
namespace stancegraph {

/// Calls `visit(child)` for the dependents of `token` in text order. O(tokens in the sentence).
template <typename Visit>
void for_each_child(const Annotation& annotation, TokenIndex token, Visit visit) {
    const TokenSpan sentence = annotation.sentences[annotation.sentence_of(token)].tokens;
    for (TokenIndex child = sentence.begin; child < sentence.end; ++child) {
        if (annotation.head[child] == token) {
            visit(child);
        }
    }
}

/// The first dependent of `token` with that relation (the subtype counts only if `label` has one), or
/// kNoToken.
[[nodiscard]] TokenIndex find_child(const Annotation& annotation, TokenIndex token, Deprel label);

/// True if `token` is `ancestor` or stands below it.
[[nodiscard]] bool is_below(const Annotation& annotation, TokenIndex token, TokenIndex ancestor);

/// True if `token` is a preposition that stands before what it brings in: "warned [of] the flood", "talked
/// [about] moving", "asked [about] how it went".
[[nodiscard]] bool is_preposition(const Annotation& annotation, TokenIndex token);

/// The token of `tokens` whose head lies outside of them (the first, if several); kNoToken for an empty span.
/// Where there is no tree, the last token.
[[nodiscard]] TokenIndex head_of(const Annotation& annotation, TokenSpan tokens);

}  // namespace stancegraph
