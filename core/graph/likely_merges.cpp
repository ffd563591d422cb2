#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "graph/actor_forms.hpp"
#include "graph/identifier.hpp"

namespace stancegraph {
namespace {

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text) {
    Words words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// What the claims say of each identity.
struct Presence {
    std::set<std::string> subjects;
    std::set<std::string_view> documents;
};

std::vector<Presence> presences_of(std::span<const Claim> claims, const Identities& identities) {
    std::vector<Presence> presences(identities.all.size());
    for (std::size_t index = 0; index < claims.size(); ++index) {
        if (const std::uint32_t identity = identities.of_claim[index]; identity != kNoIdentity) {
            presences[identity].documents.insert(claims[index].doc);
            if (!claims[index].subject.name.empty()) {
                presences[identity].subjects.insert(claims[index].subject.name);
            }
        }
    }
    return presences;
}

std::vector<std::string> shared(const std::set<std::string>& a, const std::set<std::string>& b) {
    std::vector<std::string> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both;
}

bool meet(const std::set<std::string_view>& a, const std::set<std::string_view>& b) {
    return std::ranges::any_of(a, [&](std::string_view one) { return b.contains(one); });
}

/// Looks for pairs of names, one way after the other; each way adds what is the only fit.
class Search {
public:
    Search(std::span<const Claim> claims, const Identities& identities)
        : identities_(identities), presences_(presences_of(claims, identities)) {
        for (std::uint32_t index = 0; index < identities.all.size(); ++index) {
            if (identities.all[index].scope.empty() && identities.all[index].type != "author") {
                named_.push_back(index);
            }
        }
    }

    std::vector<LikelyMerge> run() {
        add_initials();
        add_endings();
        add_middle_names();
        add_surnames();
        add_spellings();
        std::ranges::stable_sort(found_, [&](const LikelyMerge& a, const LikelyMerge& b) {
            return std::tuple(b.shared_subjects.size(), name(a.shorter), name(a.fuller)) <
                   std::tuple(a.shared_subjects.size(), name(b.shorter), name(b.fuller));
        });
        return std::move(found_);
    }

private:
    using Groups = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;

    [[nodiscard]] const std::string& key(std::uint32_t index) const { return identities_.all[index].key; }

    [[nodiscard]] const std::string& name(std::uint32_t index) const { return identities_.all[index].name; }

    [[nodiscard]] bool is_person(std::uint32_t index) const {
        return identities_.all[index].type == "person";
    }

    void add(std::uint32_t shorter, std::uint32_t fuller, std::string reason) {
        if (shorter != fuller && pairs_.emplace(shorter, fuller).second) {
            found_.push_back(
                {.shorter = shorter,
                 .fuller = fuller,
                 .reason = std::move(reason),
                 .shared_subjects = shared(presences_[shorter].subjects, presences_[fuller].subjects)});
        }
    }

    /// For every name that `short_of` a fuller name is, the fuller ones; added where there is one only.
    template <typename ShortOf>
    void add_only_fits(ShortOf short_of, std::string_view reason) {
        Groups fuller;
        for (const std::uint32_t index : named_) {
            if (std::string form = short_of(index); !form.empty()) {
                fuller[std::move(form)].push_back(index);
            }
        }
        for (const std::uint32_t index : named_) {
            const auto fits = fuller.find(key(index));
            if (fits != fuller.end() && fits->second.size() == 1) {
                add(index, fits->second.front(),
                    fmt::format(fmt::runtime(reason), name(fits->second.front())));
            }
        }
    }

    void add_initials() {
        add_only_fits(
            [this](std::uint32_t index) {
                std::string initials;
                for (const std::string_view word : words_of(key(index))) {
                    const bool is_small = word == "of" || word == "the" || word == "and" || word == "for";
                    initials.append(is_small || is_person(index) ? 0 : 1, word.front());
                }
                return initials.size() >= 3 ? initials : std::string();
            },
            "the initials of '{}' and of no other name");
    }

    void add_endings() {
        add_only_fits(
            [this](std::uint32_t index) {
                const Words words = words_of(key(index));
                return words.size() >= 3 && !is_person(index) ? key(index).substr(words.front().size() + 1)
                                                              : std::string();
            },
            "'{}' ends in it, and no other name does");
    }

    /// With a middle name it may be another person: enough to ask, not to join.
    void add_middle_names() {
        add_only_fits(
            [this](std::uint32_t index) {
                const Words words = words_of(key(index));
                return words.size() == 3 && is_person(index)
                           ? fmt::format("{} {}", words.front(), words.back())
                           : std::string();
            },
            "'{}' has one more name in the middle, and is the only one that does");
    }

    /// Who is known by one word, by that word: of one that may be several people's those of all documents.
    [[nodiscard]] Groups known_by_one_word() const {
        Groups known;
        for (std::uint32_t index = 0; index < identities_.all.size(); ++index) {
            const Identity& identity = identities_.all[index];
            const bool is_person_of_one_document = !identity.scope.empty() && identity.type == "person";
            std::string word = folded_name(identity.name);
            if ((identity.scope.empty() || is_person_of_one_document) &&
                word.find(' ') == std::string::npos) {
                known[std::move(word)].push_back(index);
            }
        }
        return known;
    }

    /// A surname that several people have: the one of them who alone shares subjects with it.
    void add_surnames() {
        Groups people;
        for (const std::uint32_t index : named_) {
            const Words words = words_of(key(index));
            if (words.size() > 1 && is_person(index)) {
                people[std::string(words.back())].push_back(index);
            }
        }
        for (const auto& [word, same] : known_by_one_word()) {
            const auto bearers = people.find(word);
            if (bearers == people.end() || bearers->second.size() < 2) {
                continue;
            }
            std::set<std::string>& subjects = presences_[same.front()].subjects;
            for (const std::uint32_t index : same) {
                subjects.insert(presences_[index].subjects.begin(), presences_[index].subjects.end());
            }
            std::vector<std::uint32_t> sharing;
            std::ranges::copy_if(bearers->second, std::back_inserter(sharing), [&](std::uint32_t person) {
                return !shared(subjects, presences_[person].subjects).empty();
            });
            if (sharing.size() == 1) {
                add(same.front(), sharing.front(),
                    fmt::format("the surname of {} people, of whom only this one speaks of the same subjects",
                                bearers->second.size()));
            }
        }
    }

    /// Names from which leaving out one letter makes the same text differ in one letter. A name is compared
    /// with the first eight of its like.
    void add_spellings() {
        constexpr std::size_t kShortest = 8;
        constexpr std::size_t kLongest = 60;
        std::unordered_map<std::string, std::vector<std::uint32_t>> by_rest;
        for (const std::uint32_t index : named_) {
            const std::string& folded = key(index);
            if (folded.size() < kShortest || folded.size() > kLongest) {
                continue;
            }
            std::set<std::string> rests{folded};
            for (std::size_t at = 0; at < folded.size(); ++at) {
                rests.insert(folded.substr(0, at) + folded.substr(at + 1));
            }
            for (const std::string& rest : rests) {
                auto& others = by_rest[rest];
                constexpr std::size_t kMostOthers = 8;
                for (const std::uint32_t other : others) {
                    add_spelling(other, index);
                }
                if (others.size() < kMostOthers) {
                    others.push_back(index);
                }
            }
        }
    }

    /// One word differs and is long enough to be misspelt; a short one, as an initial, is another name.
    [[nodiscard]] bool may_be_misspelt(std::uint32_t first, std::uint32_t second) const {
        constexpr std::size_t kShortestWord = 5;
        const Words a = words_of(key(first));
        const Words b = words_of(key(second));
        std::size_t differing = 0;
        for (std::size_t word = 0; word < std::min(a.size(), b.size()); ++word) {
            if (a[word] != b[word]) {
                ++differing;
                if (std::min(a[word].size(), b[word].size()) < kShortestWord) {
                    return false;
                }
            }
        }
        return a.size() == b.size() && differing == 1;
    }

    void add_spelling(std::uint32_t first, std::uint32_t second) {
        if (!may_be_misspelt(first, second)) {
            return;
        }
        const Presence& a = presences_[first];
        const Presence& b = presences_[second];
        if (!meet(a.documents, b.documents) && !shared(a.subjects, b.subjects).empty()) {
            const bool is_second_rarer = b.documents.size() < a.documents.size();
            add(is_second_rarer ? second : first, is_second_rarer ? first : second,
                "one letter differs, and both speak of the same subjects");
        }
    }

    const Identities& identities_;
    std::vector<Presence> presences_;
    std::vector<std::uint32_t> named_;  ///< Neither anonymous nor the author of an article.
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs_;
    std::vector<LikelyMerge> found_;
};

}  // namespace

std::vector<LikelyMerge> likely_merges(std::span<const Claim> claims, const Identities& identities) {
    return Search(claims, identities).run();
}

}  // namespace stancegraph
