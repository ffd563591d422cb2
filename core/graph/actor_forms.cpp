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

struct Count {
    std::uint32_t claims = 0;
    std::set<std::string_view> documents;
};

}  // namespace

std::vector<ActorForm> forms_of(std::span<const Claim> claims, const Identities& identities,
                                std::uint32_t identity) {
    const Identity& actor = identities.all[identity];
    std::map<std::tuple<std::string, std::string, std::string>, Count> counts;
    for (std::size_t index = 0; index < claims.size(); ++index) {
        if (identities.of_claim[index] != identity) {
            continue;
        }
        const Claim& claim = claims[index];
        const bool is_pronoun = claim.speaker.resolved_by == "pronoun";
        std::string evidence = evidence_in_article(claim);
        if (actor.scope.empty() && folded_name(claim.speaker.name) != actor.key) {
            const bool is_surname = folded_name(claim.speaker.name).find(' ') == std::string::npos;
            evidence += is_surname ? ", then surname of one person only in all articles"
                                   : ", then full name, which has one middle initial only";
        }
        Count& count = counts[{is_pronoun ? "(pronouns)" : on_one_line(claim.speaker.text),
                               claim.speaker.name, std::move(evidence)}];
        ++count.claims;
        count.documents.insert(claim.doc);
    }
    std::vector<ActorForm> forms;
    for (const auto& [form, count] : counts) {
        forms.push_back({.text = std::get<0>(form),
                         .name = std::get<1>(form),
                         .evidence = std::get<2>(form),
                         .claims = count.claims,
                         .documents = static_cast<std::uint32_t>(count.documents.size())});
    }
    std::ranges::stable_sort(forms,
                             [](const ActorForm& a, const ActorForm& b) { return a.claims > b.claims; });
    return forms;
}

}  // namespace stancegraph
