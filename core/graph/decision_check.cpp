#include <algorithm>

#include <fmt/format.h>

#include "base/diagnostics.hpp"
#include "graph/actor_check_parts.hpp"
#include "graph/identifier.hpp"

namespace stancegraph {
namespace {

/// The forms of whoever speaks under one of two names.
std::vector<DoubtfulForm> forms_under(const ActorView& view, const std::string& name,
                                      const std::string& other) {
    std::vector<DoubtfulForm> forms;
    const std::set<std::string> keys{folded_name(name), folded_name(other)};
    std::set<std::uint32_t> seen;
    for (const std::string& key : keys) {
        const auto known = view.names().find(key);
        if (known == view.names().end() || !seen.insert(known->second.identity).second) {
            continue;
        }
        auto some = view.forms(known->second.identity,
                               [&](const ActorForm& form) { return keys.contains(folded_name(form.name)); });
        forms.insert(forms.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    return forms;
}

/// Words of articles that stand for somebody with another name: a surname is linked to the full name within
/// its article, and no decision changes that.
std::vector<DoubtfulForm> forms_in_articles(const ActorView& view, const std::string& key) {
    std::set<std::uint32_t> actors;
    for (std::size_t index = 0; index < view.claims.size(); ++index) {
        const std::uint32_t identity = view.identities.of_claim[index];
        if (identity != kNoIdentity && folded_name(view.claims[index].speaker.text) == key) {
            actors.insert(identity);
        }
    }
    std::vector<DoubtfulForm> forms;
    for (const std::uint32_t actor : actors) {
        auto some = view.forms(actor, [&](const ActorForm& form) { return folded_name(form.text) == key; });
        forms.insert(forms.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    return forms;
}

std::string nearest_name(const ActorView& view, const std::string& name) {
    std::vector<std::string> keys;
    for (const auto& [key, spoken] : view.names()) {
        keys.push_back(key);
    }
    const std::string found = nearest(folded_name(name), keys);
    return found.empty() ? found : view.names().at(found).written;
}

/// A decision `key` of the actor `name` on `other`, of which `idle` speaks nowhere.
ActorFinding idle_decision(const ActorView& view, const std::string& name, const std::string& other,
                           const std::string& idle, std::string_view key) {
    ActorFinding finding{.doubt = ActorDoubt::idle_decision,
                         .forms = forms_in_articles(view, folded_name(idle))};
    finding.text = fmt::format("nobody speaks as '{}', which '{}' of '{}' needs", idle, key, name);
    if (!finding.forms.empty()) {
        finding.text += "; its article itself takes the words for somebody";
        return finding;
    }
    if (const std::string near = nearest_name(view, idle); !near.empty()) {
        finding.advice = fmt::format("did you mean '{}'?", near);
        finding.actor = idle == name ? near : name;
        finding.key = key;
        finding.value = idle == name ? other : near;
        finding.forms = forms_under(view, near, near);
    }
    return finding;
}

}  // namespace

void check_contradictory_decisions(const ActorView& view, std::vector<ActorFinding>& findings) {
    for (const auto& [name, other] : view.decisions.different) {
        const std::string key = view.known_as(name);
        if (key != view.known_as(other)) {
            continue;
        }
        ActorFinding finding{.doubt = ActorDoubt::contradictory_decisions,
                             .forms = forms_under(view, name, other)};
        if (folded_name(name) == folded_name(other)) {
            finding.text = fmt::format(
                "'{}' and '{}' are one name but for case and blanks, and different_from parts them", name,
                other);
            finding.advice = "no rule parts equal names; take it out";
        } else {
            finding.text =
                fmt::format("'{}' and '{}' are one by same_as, and different_from parts them", name, other);
            finding.advice =
                "take one of the two back: this line, or the same_as that leads from one to the other";
        }
        finding.actor = name;
        finding.key = "different_from";
        finding.value = other;
        findings.push_back(std::move(finding));
    }
}

void check_idle_decisions(const ActorView& view, std::vector<ActorFinding>& findings) {
    std::set<std::string> kept;  // a name to keep may be in no article
    for (const auto& [name, other] : view.decisions.same) {
        kept.insert(folded_name(name));
        if (!view.names().contains(folded_name(other))) {
            findings.push_back(idle_decision(view, name, other, other, "same_as"));
        }
    }
    for (const auto& [name, other] : view.decisions.different) {
        for (const std::string& one : {name, other}) {
            if (!view.names().contains(folded_name(one)) && !kept.contains(folded_name(one))) {
                findings.push_back(idle_decision(view, name, other, one, "different_from"));
            }
        }
    }
}

}  // namespace stancegraph
