#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace stancegraph {

/// Which of the numbers below `count` belong together. The smallest number of a set stands for it, so what
/// comes back does not depend on the order of the joins. Nearly O(1) a call.
class DisjointSets {
public:
    explicit DisjointSets(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }

    [[nodiscard]] std::uint32_t find(std::uint32_t member) {
        while (parent_[member] != member) {
            parent_[member] = parent_[parent_[member]];
            member = parent_[member];
        }
        return member;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace stancegraph
