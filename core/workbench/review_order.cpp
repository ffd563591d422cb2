#include "workbench/review_order.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include "base/hash.hpp"

namespace stancegraph {
namespace {

struct Turn {
    std::string_view rule;
    std::uint64_t lot = 0;
    std::uint32_t round = 0;  ///< So many claims of its rule come before it.
    std::size_t place = 0;
};

}  // namespace

std::vector<std::size_t> review_order(std::span<const Claim> claims, std::uint32_t seed,
                                      const std::map<std::string, std::uint32_t>& judged) {
    std::vector<Turn> turns;
    for (std::size_t place = 0; place < claims.size(); ++place) {
        turns.push_back({.rule = claims[place].rule,
                         .lot = hash_of(fmt::format("{} {}", seed, claims[place].id)),
                         .place = place});
    }
    std::ranges::sort(turns, [](const Turn& left, const Turn& right) {
        return std::tie(left.rule, left.lot, left.place) < std::tie(right.rule, right.lot, right.place);
    });
    for (std::size_t at = 0; at < turns.size(); ++at) {
        const bool is_first = at == 0 || turns[at - 1].rule != turns[at].rule;
        const auto before = judged.find(std::string(turns[at].rule));
        turns[at].round = is_first ? (before == judged.end() ? 0 : before->second) : turns[at - 1].round + 1;
    }
    std::ranges::sort(turns, [](const Turn& left, const Turn& right) {
        return std::tie(left.round, left.lot, left.place) < std::tie(right.round, right.lot, right.place);
    });
    std::vector<std::size_t> order;
    for (const Turn& turn : turns) {
        order.push_back(turn.place);
    }
    return order;
}

}  // namespace stancegraph
