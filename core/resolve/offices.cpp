#include "resolve/offices.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

OfficeWords words_of(std::string_view text) {
    OfficeWords words;
    while (!text.empty()) {
        const std::size_t blank = std::min(text.find(' '), text.size());
        if (blank > 0) {
            words.push_back(utf8::to_lower(text.substr(0, blank)));
        }
        text.remove_prefix(std::min(blank + 1, text.size()));
    }
    return words;
}

bool have_same_words(const OfficeWords& title, const OfficeWords& words) {
    return title.size() == words.size() && std::ranges::is_permutation(title, words);
}

/// The only one of `word`'s actors that is meant; nothing where none or several are.
template <typename ActorsByWord, typename IsMeant>
std::optional<ActorId> only_one(const ActorsByWord& by_word, std::string_view word, IsMeant is_meant) {
    std::optional<ActorId> found;
    const auto candidates = by_word.find(word);
    if (candidates == by_word.end()) {
        return found;
    }
    for (const ActorId actor : candidates->second) {
        if (!is_meant(actor) || found == actor) {
            continue;
        }
        if (found.has_value()) {
            return std::nullopt;
        }
        found = actor;
    }
    return found;
}

}  // namespace

bool has_all(const OfficeWords& description, const OfficeWords& words) {
    return !words.empty() && std::ranges::all_of(words, [&](const std::string& word) {
        return std::ranges::find(description, word) != description.end();
    });
}

/// Dates are compared as far as the rules give them: `2025` holds on any day of that year.
bool Offices::HeldTitle::is_held_on(std::string_view day) const {
    if (day.empty()) {
        return to.empty();
    }
    return (from.empty() || day.substr(0, from.size()) >= from) &&
           (to.empty() || day.substr(0, to.size()) <= to);
}

Offices::Offices(const RuleSet& rules) : titles_(rules.actors.size()), affiliations_(rules.actors.size()) {
    for (ActorId id = 0; id < rules.actors.size(); ++id) {
        const Actor& actor = rules.actors[id];
        affiliations_[id] = words_of(actor.affiliation);
        for (const Title& title : actor.titles) {
            titles_[id].push_back({.words = words_of(title.title), .from = title.from, .to = title.to});
            if (const OfficeWords& words = titles_[id].back().words; !words.empty()) {
                by_title_word_[words.back()].push_back(id);
            }
        }
        const std::size_t blank = actor.name.rfind(' ');
        if (actor.kind == ActorKind::person && blank != std::string::npos) {
            by_surname_[actor.name.substr(blank + 1)].push_back(id);
        }
    }
}

std::vector<OfficeWords> Offices::titles_of(ActorId actor, std::string_view day) const {
    std::vector<OfficeWords> held;
    for (const HeldTitle& title : titles_[actor]) {
        if (title.is_held_on(day)) {
            held.push_back(title.words);
        }
    }
    return held;
}

std::optional<ActorId> Offices::holder(const OfficeWords& words, std::string_view day) const {
    if (words.empty()) {
        return std::nullopt;
    }
    return only_one(by_title_word_, words.back(), [&](ActorId actor) {
        return std::ranges::any_of(titles_[actor], [&](const HeldTitle& title) {
            return have_same_words(title.words, words) && title.is_held_on(day);
        });
    });
}

std::optional<ActorId> Offices::person_called(std::string_view surname,
                                              const std::vector<OfficeWords>& descriptions,
                                              std::string_view day) const {
    return only_one(by_surname_, surname, [&](ActorId actor) {
        return std::ranges::any_of(descriptions, [&](const OfficeWords& description) {
            return has_all(description, affiliations_[actor]) ||
                   std::ranges::any_of(titles_[actor], [&](const HeldTitle& title) {
                       return title.is_held_on(day) && has_all(description, title.words);
                   });
        });
    });
}

}  // namespace stancegraph
