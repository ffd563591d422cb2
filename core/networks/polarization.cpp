#include "networks/polarization.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "graph/communities.hpp"

namespace stancegraph {
namespace {

constexpr double kLeastGain = 1e-12;

/// The nodes that stand on a pair, numbered anew.
struct Reduced {
    std::vector<PairWeight> pairs;
    std::vector<std::uint32_t> nodes;  ///< Their numbers before.
};

Reduced without_isolates(std::span<const PairWeight> pairs, std::uint32_t node_count) {
    std::vector<bool> is_used(node_count, false);
    for (const PairWeight& pair : pairs) {
        is_used[pair.a] = true;
        is_used[pair.b] = true;
    }
    Reduced reduced;
    std::vector<std::uint32_t> place_of(node_count, 0);
    for (std::uint32_t node = 0; node < node_count; ++node) {
        if (is_used[node]) {
            place_of[node] = static_cast<std::uint32_t>(reduced.nodes.size());
            reduced.nodes.push_back(node);
        }
    }
    reduced.pairs.assign(pairs.begin(), pairs.end());
    for (PairWeight& pair : reduced.pairs) {
        pair.a = place_of[pair.a];
        pair.b = place_of[pair.b];
    }
    return reduced;
}

/// Two starts: communities of agreement folded into the wanted number, and camps by who disagrees with the
/// node that disagrees most.
std::vector<std::vector<std::uint32_t>> starts(const Reduced& reduced, std::uint32_t group_count) {
    const auto count = static_cast<std::uint32_t>(reduced.nodes.size());
    std::vector<WeightedEdge> agreement;
    std::vector<double> conflict(count, 0.0);
    for (const PairWeight& pair : reduced.pairs) {
        agreement.push_back({.a = pair.a, .b = pair.b, .weight = pair.congruence});
        conflict[pair.a] += pair.conflict;
        conflict[pair.b] += pair.conflict;
    }
    std::vector<std::vector<std::uint32_t>> all{find_communities(count, agreement)};
    for (std::uint32_t& group : all.front()) {
        group = std::min(group, group_count - 1);
    }
    const auto loudest = static_cast<std::uint32_t>(std::ranges::max_element(conflict) - conflict.begin());
    all.emplace_back(count, 0U);
    for (const PairWeight& pair : reduced.pairs) {
        if ((pair.a == loudest || pair.b == loudest) && pair.conflict > pair.congruence) {
            all.back()[pair.a == loudest ? pair.b : pair.a] = 1;
        }
    }
    all.emplace_back(count, 0U);
    for (std::uint32_t node = 0; node < count; ++node) {
        all.back()[node] = node % group_count;
    }
    return all;
}

double move_nodes(const Reduced& reduced, std::uint32_t group_count, std::vector<std::uint32_t>& group_of) {
    double best = distance_from_camps(reduced.pairs, group_of);
    for (bool has_moved = true; has_moved;) {
        has_moved = false;
        for (std::uint32_t& group : group_of) {
            const std::uint32_t before = group;
            std::uint32_t kept = before;
            for (std::uint32_t other = 0; other < group_count; ++other) {
                group = other;
                const double distance = distance_from_camps(reduced.pairs, group_of);
                if (distance < best - kLeastGain) {
                    best = distance;
                    kept = other;
                    has_moved = true;
                }
            }
            group = kept;
        }
    }
    return best;
}

bool swap_nodes(const Reduced& reduced, std::vector<std::uint32_t>& group_of, double& best) {
    constexpr std::size_t kMostNodes = 60;
    if (group_of.size() > kMostNodes) {
        return false;
    }
    for (std::size_t a = 0; a < group_of.size(); ++a) {
        for (std::size_t b = a + 1; b < group_of.size(); ++b) {
            if (group_of[a] == group_of[b]) {
                continue;
            }
            std::swap(group_of[a], group_of[b]);
            const double distance = distance_from_camps(reduced.pairs, group_of);
            if (distance < best - kLeastGain) {
                best = distance;
                return true;
            }
            std::swap(group_of[a], group_of[b]);
        }
    }
    return false;
}

}  // namespace

double distance_from_camps(std::span<const PairWeight> pairs, std::span<const std::uint32_t> group_of) {
    std::vector<double> sizes(group_of.size() + 1, 0.0);
    for (const std::uint32_t group : group_of) {
        sizes[group] += 1.0;
    }
    const auto count = static_cast<double>(group_of.size());
    double inside = 0.0;
    for (const double size : sizes) {
        inside += size * (size - 1.0) / 2.0;
    }
    const double across = count * (count - 1.0) / 2.0 - inside;
    double congruence = 0.0;
    double conflict = 0.0;
    for (const PairWeight& pair : pairs) {
        congruence += pair.congruence;
        conflict += pair.conflict;
    }
    if (congruence + conflict <= 0.0) {
        return 0.0;
    }
    const double wanted_inside = inside > 0.0 ? congruence / inside : 0.0;
    const double wanted_across = across > 0.0 ? conflict / across : 0.0;
    double missing_inside = inside;  // pairs that are not listed have C = F = 0
    double missing_across = across;
    double deviation = 0.0;
    for (const PairWeight& pair : pairs) {
        if (group_of[pair.a] == group_of[pair.b]) {
            deviation += std::abs(pair.congruence - wanted_inside) + pair.conflict;
            missing_inside -= 1.0;
        } else {
            deviation += pair.congruence + std::abs(pair.conflict - wanted_across);
            missing_across -= 1.0;
        }
    }
    deviation += missing_inside * wanted_inside + missing_across * wanted_across;
    return std::min(1.0, deviation / (2.0 * (congruence + conflict)));
}

Polarization find_polarization(std::span<const PairWeight> pairs, std::uint32_t node_count,
                               std::uint32_t group_count) {
    const bool has_conflict =
        std::ranges::any_of(pairs, [](const PairWeight& pair) { return pair.conflict > 0.0; });
    if (!has_conflict) {
        return {};
    }
    const Reduced reduced = without_isolates(pairs, node_count);
    double least = std::numeric_limits<double>::infinity();
    std::vector<std::uint32_t> best;
    for (std::vector<std::uint32_t>& group_of : starts(reduced, group_count)) {
        double distance = move_nodes(reduced, group_count, group_of);
        while (swap_nodes(reduced, group_of, distance)) {
            distance = move_nodes(reduced, group_count, group_of);
        }
        if (distance < least - kLeastGain) {
            least = distance;
            best = group_of;
        }
    }
    Polarization polarization{.degree = 1.0 - least, .group_of = std::vector<std::uint32_t>(node_count, 0)};
    const std::vector<std::uint32_t> numbered = numbered_by_size(best);
    for (std::size_t node = 0; node < numbered.size(); ++node) {
        polarization.group_of[reduced.nodes[node]] = numbered[node];
    }
    return polarization;
}

}  // namespace stancegraph
