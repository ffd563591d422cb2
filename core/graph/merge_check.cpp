#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/actor_check_parts.hpp"
#include "graph/identifier.hpp"

namespace stancegraph {
namespace {

/// So many documents must take somebody for another kind: one may have erred.
constexpr std::size_t kFewestDocuments = 2;

bool is_body(std::string_view kind) {
    constexpr std::array<std::string_view, 6> kBodies{"organisation", "company", "institution",
                                                      "state",        "media",   "group"};
    return std::ranges::find(kBodies, kind) != kBodies.end();
}

/// The documents that take an actor for a person, and those that take it for a body.
struct KindsSeen {
    std::set<std::string> person;
    std::set<std::string> body;
    std::map<std::string, std::size_t> bodies;  ///< Documents by kind.
};

std::string most_seen(const KindsSeen& kinds) {
    return std::ranges::max_element(kinds.bodies, {}, [](const auto& pair) { return pair.second; })->first;
}

std::string_view surname_of(std::string_view key) {
    return key.substr(key.rfind(' ') + 1);
}

std::string_view given_name_of(std::string_view key) {
    return key.substr(0, key.find(' '));
}

bool is_full_name(const SpokenName& name) {
    return name.written.find(' ') != std::string::npos && name.documents.contains("person");
}

/// "A." is no other name than "Ada".
bool may_be_one(std::string_view given_name, std::string_view other) {
    const bool is_initial = given_name.size() == 1 || given_name.ends_with('.');
    const bool is_other_initial = other.size() == 1 || other.ends_with('.');
    return given_name == other || ((is_initial || is_other_initial) && given_name.front() == other.front());
}

std::set<std::string> all_documents(const SpokenName& name) {
    std::set<std::string> all;
    for (const auto& [kind, documents] : name.documents) {
        all.insert(documents.begin(), documents.end());
    }
    return all;
}

/// The first document of both; empty where there is none.
std::string shared_document(const SpokenName& name, const SpokenName& other) {
    const std::set<std::string> others = all_documents(other);
    for (const std::string& document : all_documents(name)) {
        if (others.contains(document)) {
            return document;
        }
    }
    return {};
}

bool is_by_words(const Claim& claim) {
    const std::string& by = claim.speaker.resolved_by;
    return by == "name" || by == "alias" || by == "surname" || by == "office";
}

std::string listed(const ActorView& view, const std::set<std::uint32_t>& actors) {
    std::vector<std::string> names;
    for (const std::uint32_t actor : actors) {
        names.push_back("'" + view.identities.all[actor].name + "'");
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

/// The one with most claims; of equals the first.
std::uint32_t most_heard(const ActorView& view, const std::set<std::uint32_t>& actors) {
    std::map<std::uint32_t, std::size_t> claims;
    for (const std::uint32_t actor : view.identities.of_claim) {
        if (actors.contains(actor)) {
            ++claims[actor];
        }
    }
    return std::ranges::max_element(claims, {}, [](const auto& pair) { return pair.second; })->first;
}

}  // namespace

void check_kinds(const ActorView& view, std::vector<ActorFinding>& findings) {
    std::map<std::uint32_t, KindsSeen> seen;
    for (const auto& [key, name] : view.names()) {
        KindsSeen& kinds = seen[name.identity];
        for (const auto& [kind, documents] : name.documents) {
            if (kind == "person") {
                kinds.person.insert(documents.begin(), documents.end());
            } else if (is_body(kind)) {
                kinds.body.insert(documents.begin(), documents.end());
                kinds.bodies[kind] += documents.size();
            }
        }
    }
    for (const auto& [identity, kinds] : seen) {
        if (std::min(kinds.person.size(), kinds.body.size()) < kFewestDocuments) {
            continue;
        }
        const Identity& actor = view.identities.all[identity];
        const std::string body = most_seen(kinds);
        const bool is_person = kinds.person.size() >= kinds.body.size();
        findings.push_back(
            {.doubt = ActorDoubt::two_kinds,
             .text = fmt::format("'{}' is a person in {} documents and a body ({}) in {}", actor.name,
                                 kinds.person.size(), body, kinds.body.size()),
             .forms = view.forms(identity, [](const ActorForm& form) { return form.text != "(pronouns)"; }),
             .advice = "say what it is; names of two, a person and a body, no rule parts",
             .actor = actor.name,
             .key = "kind",
             .value = is_person ? "person" : body});
    }
}

void check_given_names(const ActorView& view, std::vector<ActorFinding>& findings) {
    for (const auto& [name, other] : view.decisions.same) {
        const auto one = view.names().find(folded_name(name));
        const auto two = view.names().find(folded_name(other));
        if (one == view.names().end() || two == view.names().end() || !is_full_name(one->second) ||
            !is_full_name(two->second) || may_be_one(given_name_of(one->first), given_name_of(two->first))) {
            continue;
        }
        const std::string document = shared_document(one->second, two->second);
        if (document.empty()) {
            continue;
        }
        findings.push_back({.doubt = ActorDoubt::two_given_names,
                            .text = fmt::format("'{}' and '{}' are one by same_as, and both speak in '{}'",
                                                name, other, document),
                            .forms = view.forms(one->second.identity,
                                                [](const ActorForm& form) {
                                                    return folded_name(form.text) == folded_name(form.name);
                                                }),
                            .advice = "if they are two, take the same_as out; to say so for good",
                            .actor = name,
                            .key = "different_from",
                            .value = other});
    }
}

void check_forms(const ActorView& view, std::vector<ActorFinding>& findings) {
    std::map<std::pair<std::string, std::string>, std::set<std::uint32_t>> actors_of;
    for (std::size_t index = 0; index < view.claims.size(); ++index) {
        const Claim& claim = view.claims[index];
        if (view.identities.of_claim[index] != kNoIdentity && is_by_words(claim)) {
            actors_of[{folded_name(claim.speaker.text), claim.doc}].insert(view.identities.of_claim[index]);
        }
    }
    std::map<std::string, std::pair<std::set<std::string>, std::set<std::uint32_t>>> clashes;
    for (const auto& [place, actors] : actors_of) {
        if (actors.size() > 1) {
            auto& [documents, all] = clashes[place.first];
            documents.insert(place.second);
            all.insert(actors.begin(), actors.end());
        }
    }
    for (const auto& [text, clash] : clashes) {
        const auto& [documents, actors] = clash;
        ActorFinding finding{.doubt = ActorDoubt::one_form_for_several};
        finding.text =
            fmt::format("'{}' stands for {} in '{}'{}", text, listed(view, actors), *documents.begin(),
                        documents.size() > 1 ? fmt::format(" and {} more", documents.size() - 1) : "");
        const std::string& form_text = text;
        for (const std::uint32_t actor : actors) {
            auto forms =
                view.forms(actor, [&](const ActorForm& form) { return folded_name(form.text) == form_text; });
            finding.forms.insert(finding.forms.end(), std::make_move_iterator(forms.begin()),
                                 std::make_move_iterator(forms.end()));
        }
        const DoubtfulForm& most = *std::ranges::max_element(
            finding.forms, {}, [](const DoubtfulForm& form) { return form.form.claims; });
        finding.advice = "the nearest full name was taken; if the words mean one of them in all articles";
        finding.actor = most.actor;
        finding.key = "aliases";
        finding.value = most.form.text;
        findings.push_back(std::move(finding));
    }
}

void check_surnames(const ActorView& view, std::vector<ActorFinding>& findings) {
    std::map<std::string, std::set<std::uint32_t>, std::less<>> bearers;
    for (const auto& [key, name] : view.names()) {
        if (is_full_name(name) && view.identities.all[name.identity].type == "person") {
            bearers[std::string(surname_of(key))].insert(name.identity);
        }
    }
    std::map<std::string, std::vector<std::uint32_t>> alone;
    for (std::uint32_t index = 0; index < view.identities.all.size(); ++index) {
        const Identity& identity = view.identities.all[index];
        const std::string word = folded_name(identity.name);
        const auto known = bearers.find(word);
        const bool is_name = !identity.name.empty() && (identity.name[0] < 'a' || identity.name[0] > 'z');
        if (is_name && !identity.scope.empty() && identity.type == "person" && known != bearers.end() &&
            known->second.size() > 1) {
            alone[word].push_back(index);
        }
    }
    for (const auto& [word, identities] : alone) {
        const std::set<std::uint32_t>& people = bearers.at(word);
        ActorFinding finding{.doubt = ActorDoubt::surname_of_several};
        for (const std::uint32_t identity : identities) {
            auto forms = view.forms(identity, [](const ActorForm&) { return true; });
            finding.forms.insert(finding.forms.end(), std::make_move_iterator(forms.begin()),
                                 std::make_move_iterator(forms.end()));
        }
        const std::string& name = view.identities.all[identities.front()].name;
        finding.text =
            fmt::format("'{}' alone may be {}; each article keeps its own", name, listed(view, people));
        finding.advice = "if it is one of them in all articles";
        finding.actor = view.identities.all[most_heard(view, people)].name;
        finding.key = "same_as";
        finding.value = name;
        findings.push_back(std::move(finding));
    }
}

}  // namespace stancegraph
