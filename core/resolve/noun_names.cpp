#include "resolve/noun_names.hpp"

#include <algorithm>

#include "text/tree.hpp"

namespace stancegraph {
namespace {

bool is_year(std::string_view word) {
    return word.size() == 4 && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool NounNames::names_something(TokenIndex noun) const {
    const Upos tag = view_->annotation.upos[noun];
    const std::string_view lemma = view_->lemma(noun);
    if ((tag != Upos::noun && tag != Upos::propn) || view_->lists.empty_nouns.contains(lemma) ||
        view_->lists.date_words.contains(view_->lower(noun))) {
        return false;
    }
    const bool needs_words =
        view_->lists.anaphors.contains(lemma) || view_->lists.general_nouns.contains(lemma);
    return !needs_words || tokens_of(noun).size() > 1;
}

bool NounNames::is_light(TokenIndex token) const {
    const Annotation& annotation = view_->annotation;
    if (view_->lists.light_words.contains(view_->lower(token))) {
        return true;
    }
    const bool is_figure = annotation.upos[token] == Upos::num && annotation.deprel[token] == Deprel::nummod;
    return is_figure && !is_year(view_->form(token));
}

std::vector<TokenIndex> NounNames::tokens_of(TokenIndex noun) const {
    // "the decision on tariffs", "the ban on sales": all that is said of it tells which.
    const std::string_view lemma = view_->lemma(noun);
    const bool needs_all =
        view_->lists.anaphors.contains(lemma) || view_->lists.noun_effects.contains(std::string(lemma));
    std::vector<TokenIndex> tokens =
        telling_tokens(*view_, noun, needs_all ? Phrases::all : Phrases::of_name);
    auto first = tokens.begin();
    // A figure of the noun itself goes, that of a measure ("15 percent cut", "three-quarters") stays.
    while (*first != noun && view_->annotation.head[*first] == noun && is_light(*first) &&
           !joins_words(*view_, *first + 1)) {
        ++first;
    }
    tokens.erase(tokens.begin(), first);
    return tokens;
}

std::string NounNames::name_of(const std::vector<TokenIndex>& tokens, TokenIndex noun) const {
    const EntityMention* possessor = nullptr;
    auto rest = tokens.begin();
    for (auto token = tokens.begin(); token != tokens.end() && *token < noun; ++token) {
        const EntityMention* mention = entities_->at(*token);
        const bool is_mark = view_->annotation.xpos[*token] == Xpos::pos;
        if (mention != nullptr && entities_->entities()[mention->entity].kind == "person") {
            possessor = mention;
        } else if (possessor != nullptr && is_mark && *token == possessor->tokens.end) {
            rest = token + 1;
            break;
        }
    }
    if (rest == tokens.begin()) {
        return name_of_tokens(*view_, tokens);
    }
    return entities_->entities()[possessor->entity].name + "'s " +
           name_of_tokens(*view_, {rest, tokens.end()});
}

}  // namespace stancegraph
