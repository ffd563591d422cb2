#include "resolve/appositions.hpp"

namespace stancegraph {
namespace {

/// No description is longer.
constexpr TokenIndex kLongest = 40;

bool ends_clause(const ReadView& view, TokenIndex token) {
    const Upos tag = view.annotation.upos[token];
    return tag == Upos::verb || tag == Upos::aux || tag == Upos::sconj ||
           (tag == Upos::punct && view.lower(token) != ",");
}

}  // namespace

EntityId described_before(const ReadView& view, const EntityTable& entities, TokenIndex noun) {
    const Annotation& annotation = view.annotation;
    const TokenIndex begin = annotation.sentences[annotation.sentence_of(noun)].tokens.begin;
    for (TokenIndex token = noun; token > begin && noun - token < kLongest; --token) {
        const TokenIndex before = token - 1;
        if (ends_clause(view, before)) {
            return kNoId;
        }
        const EntityMention* mention = entities.at(before);
        if (mention == nullptr || entities.entities()[mention->entity].kind != "person") {
            continue;
        }
        const bool is_paused = view.lower(token) == "," && token == mention->tokens.end;
        const TokenIndex first = mention->tokens.begin;
        const bool is_governed = first > begin && (annotation.upos[first - 1] == Upos::adp ||
                                                   annotation.upos[first - 1] == Upos::verb);
        return is_paused && !is_governed ? mention->entity : kNoId;
    }
    return kNoId;
}

}  // namespace stancegraph
