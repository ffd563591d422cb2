#include "graph/actor_forms.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "graph/identifier.hpp"

namespace stancegraph {
namespace {

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char byte : text) {
        const bool is_blank = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
        if (!is_blank) {
            line += byte;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

/// How the article itself leads from the words to the name.
std::string evidence_in_article(const Claim& claim) {
    const std::string& by = claim.speaker.resolved_by;
    if (by == "name") {
        return folded_name(claim.speaker.text) == folded_name(claim.speaker.name)
                   ? "the name itself"
                   : "its words are in the name";
    }
    if (by == "alias") {
        return "alias in the rules";
    }
    if (by == "surname") {
        return "surname in its article";
    }
    return by;
}

std::string_view words_for(JoinReason reason) {
    switch (reason) {
        case JoinReason::decision:
            return "same_as in the rules";
        case JoinReason::middle_initial:
            return "full name, which has one middle initial only";
        case JoinReason::surname:
            return "surname of one person only in all articles";
    }
    return {};
}

/// How the name of the article leads to that of the actor, through all names between them.
std::string evidence_across_articles(const Claim& claim, const Identities& identities,
                                     const Identity& actor) {
    std::string key = folded_name(claim.speaker.name);
    if (key == actor.key || !actor.scope.empty()) {
        return {};
    }
    std::string evidence;
    for (const Joined& joined : identities.joined) {
        if (joined.key == key) {
            evidence.append(", then ").append(words_for(joined.reason));
            key = joined.into;
        }
    }
    return evidence;
}

struct Count {
    std::uint32_t claims = 0;
    std::set<std::string> documents;
};

}  // namespace

ActorForms::ActorForms(std::span<const Claim> claims, const Identities& identities)
    : claims_(claims), identities_(identities), claims_of_(identities.all.size()) {
    for (std::uint32_t index = 0; index < identities.of_claim.size(); ++index) {
        if (const std::uint32_t identity = identities.of_claim[index]; identity != kNoIdentity) {
            claims_of_[identity].push_back(index);
        }
    }
}

std::vector<ActorForm> ActorForms::of(std::uint32_t identity) const {
    const Identity& actor = identities_.all[identity];
    std::map<std::tuple<std::string, std::string, std::string>, Count> counts;
    for (const std::uint32_t index : claims_of_[identity]) {
        const Claim& claim = claims_[index];
        const bool is_pronoun = claim.speaker.resolved_by == "pronoun";
        Count& count =
            counts[{is_pronoun ? "(pronouns)" : on_one_line(claim.speaker.text), claim.speaker.name,
                    evidence_in_article(claim) + evidence_across_articles(claim, identities_, actor)}];
        ++count.claims;
        count.documents.insert(claim.doc);
    }
    std::vector<ActorForm> forms;
    for (const auto& [form, count] : counts) {
        forms.push_back({.text = std::get<0>(form),
                         .name = std::get<1>(form),
                         .evidence = std::get<2>(form),
                         .claims = count.claims,
                         .documents = {count.documents.begin(), count.documents.end()}});
    }
    std::ranges::stable_sort(forms,
                             [](const ActorForm& a, const ActorForm& b) { return a.claims > b.claims; });
    return forms;
}

}  // namespace stancegraph
