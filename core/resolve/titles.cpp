#include "resolve/titles.hpp"

#include <algorithm>

#include "text/tree.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kLongestTitle = 12;  ///< Nobody is told of by more words.

/// "of" and "the" in "secretary of the Treasury".
bool links_title(const ReadView& view, TokenIndex token, TokenIndex first) {
    const auto is_preposition = [&](TokenIndex at) {
        return view.lists.name_prepositions.contains(view.lower(at));
    };
    return is_preposition(token) || (token > first && is_preposition(token - 1) &&
                                     view.lists.definite_determiners.contains(view.lower(token)));
}

}  // namespace

std::vector<OfficeWords> titles_around(const ReadView& view, TokenSpan name) {
    std::vector<OfficeWords> titles;
    const TokenSpan sentence = view.annotation.sentences[view.annotation.sentence_of(name.begin)].tokens;
    OfficeWords before;
    for (TokenIndex at = name.begin; at > sentence.begin && before.size() < kLongestTitle; --at) {
        const TokenIndex token = at - 1;
        const Upos tag = view.annotation.upos[token];
        const bool is_word_of_title = tag == Upos::noun || tag == Upos::propn || tag == Upos::adj;
        if (!is_word_of_title && !links_title(view, token, sentence.begin)) {
            break;
        }
        before.emplace_back(view.lower(token));
    }
    if (!before.empty()) {
        titles.push_back(std::move(before));
    }
    for (TokenIndex token = name.begin; token < name.end; ++token) {
        const TokenIndex apposition = find_child(view.annotation, token, Deprel::appos);
        if (apposition == kNoToken || name.contains(apposition)) {
            continue;
        }
        OfficeWords words;
        for (const TokenIndex word : telling_tokens(view, apposition)) {
            words.emplace_back(view.lower(word));
        }
        titles.push_back(std::move(words));
    }
    return titles;
}

std::vector<OfficeWords> descriptions_of(const ReadView& view, TokenSpan name) {
    std::vector<OfficeWords> descriptions = titles_around(view, name);
    OfficeWords& phrase = descriptions.emplace_back();
    for (const TokenIndex token : telling_tokens(view, head_of(view.annotation, name), Phrases::all)) {
        phrase.emplace_back(view.lower(token));
    }
    return descriptions;
}

bool means_title(const WordLists& lists, const OfficeWords& title, const OfficeWords& words) {
    const auto is_meant = [&](const std::string& word) {
        return !lists.office_modifiers.contains(word) || std::ranges::find(words, word) != words.end();
    };
    return has_all(title, words) && std::ranges::all_of(title, is_meant);
}

PronounSet pronouns_of_name(const ReadView& view, TokenSpan name) {
    const std::string_view given = view.lower(name.begin);
    return view.lists.he_names.contains(given)    ? PronounSet::he
           : view.lists.she_names.contains(given) ? PronounSet::she
                                                  : PronounSet::unknown;
}

PronounSet pronouns_of_title(const WordLists& lists, const std::vector<OfficeWords>& titles) {
    for (const OfficeWords& title : titles) {
        for (const std::string& word : title) {
            if (lists.he_titles.contains(word)) {
                return PronounSet::he;
            }
            if (lists.she_titles.contains(word)) {
                return PronounSet::she;
            }
        }
    }
    return PronounSet::unknown;
}

}  // namespace stancegraph
