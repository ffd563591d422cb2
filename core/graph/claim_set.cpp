#include "graph/claim_set.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "resolve/claim_file.hpp"

namespace stancegraph {

ClaimSet::ClaimSet(std::vector<Claim> claims) {
    for (Claim& claim : claims) {
        add(std::move(claim));
    }
}

void ClaimSet::add(Claim claim) {
    const auto known = claims_.lower_bound(claim.id);
    if (known == claims_.end() || known->first != claim.id) {
        std::string id = claim.id;
        claims_.emplace_hint(known, std::move(id), std::move(claim));
        return;
    }
    const std::string known_text = to_json(known->second);
    const std::string text = to_json(claim);
    if (text == known_text) {
        return;
    }
    disputed_ids_.insert(claim.id);
    if (text < known_text) {
        known->second = std::move(claim);
    }
}

void ClaimSet::link(const std::string& document, const std::string& story) {
    story_links_[document].insert(story);
}

void ClaimSet::decide(const IdentityDecisions& decisions) {
    decisions_.merge(decisions);
}

void ClaimSet::merge(ClaimSet other) {
    decisions_.merge(other.decisions_);
    for (auto& [document, stories] : other.story_links_) {
        story_links_[document].merge(stories);
    }
    while (!other.claims_.empty()) {
        add(std::move(other.claims_.extract(other.claims_.begin()).mapped()));
    }
    disputed_ids_.merge(other.disputed_ids_);
}

void ClaimSet::check_disputes(Diagnostics& diagnostics) const {
    constexpr std::size_t kMostReports = 20;
    std::size_t count = 0;
    for (const std::string& id : disputed_ids_) {
        if (++count > kMostReports) {
            break;
        }
        diagnostics.add({.code = "SG3101",
                         .severity = Severity::warning,
                         .message = fmt::format("claim '{}' of '{}' has several versions", id,
                                                claims_.contains(id) ? claims_.at(id).doc : std::string()),
                         .location = {},
                         .hint =
                             "build the document again with one set of rules; until then the version whose "
                             "text sorts first is used",
                         .notes = {}});
    }
    if (disputed_ids_.size() > kMostReports) {
        diagnostics.add({.code = "SG3101",
                         .severity = Severity::warning,
                         .message = fmt::format("{} more claims have several versions",
                                                disputed_ids_.size() - kMostReports),
                         .location = {},
                         .hint = {},
                         .notes = {}});
    }
}

std::vector<Claim> ClaimSet::sorted() const& {
    return ClaimSet(*this).sorted();
}

std::vector<Claim> ClaimSet::sorted() && {
    using Node = std::map<std::string, Claim>::node_type;
    std::vector<Node> nodes;  // to be sorted in the place of claims, which take long to move
    nodes.reserve(claims_.size());
    while (!claims_.empty()) {
        nodes.push_back(claims_.extract(claims_.begin()));
    }
    std::ranges::sort(nodes,
                      [](const Node& a, const Node& b) { return claim_order(a.mapped(), b.mapped()); });
    std::vector<Claim> claims;
    claims.reserve(nodes.size());
    for (Node& node : nodes) {
        claims.push_back(std::move(node.mapped()));
        node = Node();
    }
    return claims;
}

}  // namespace stancegraph
