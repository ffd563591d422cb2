#include "network_claims.hpp"

#include <sstream>

#include <fmt/format.h>

#include "graph/build.hpp"
#include "support/sample_claims.hpp"

namespace stancegraph::testing {

StanceGraph graph_of(const std::vector<std::string>& claims, const StoryLinks& links) {
    std::vector<Claim> made;
    for (const std::string& line : claims) {
        std::istringstream words(line);
        std::string actor;
        std::string sign;
        std::string subject;
        std::string document;
        std::string date;
        words >> actor >> sign >> subject >> document >> date;
        made.push_back(make_claim({.document = document,
                                   .outlet = document.substr(0, document.find('/')),
                                   .date = date,
                                   .speaker = actor,
                                   .stance = "says " + sign,
                                   .polarity = sign == "+" ? 0.7 : (sign == "-" ? -0.7 : 0.0),
                                   .subject = subject,
                                   .quote = line,
                                   .line = static_cast<std::uint32_t>(made.size() + 1)}));
    }
    ClaimSet set(made);
    for (const auto& [document, firsts] : links) {
        for (const std::string& first : firsts) {
            set.link(document, first);
        }
    }
    return build_graph(std::move(set), {.has_layout = false});
}

std::string edges_of(const DiscourseNetwork& network) {
    std::string text;
    for (const NetworkEdge& edge : network.edges) {
        text += fmt::format("{}{} {} {:.4g}", text.empty() ? "" : "; ", network.nodes[edge.a].name,
                            network.nodes[edge.b].name, edge.weight);
    }
    return text;
}

std::string edges_of(const StanceGraph& graph, std::string_view network, NetworkOptions options) {
    options.type = find_network_type(network);
    return edges_of(make_discourse_network(graph, options));
}

}  // namespace stancegraph::testing
