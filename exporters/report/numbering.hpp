#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace stancegraph::html_report {

/// Numbers things from 0 in the order in which they first come up, so that the file says each of them once.
template <typename Key>
class Numbering {
public:
    std::uint32_t number_of(const Key& key) {
        const auto [place, is_new] = numbers_.try_emplace(key, static_cast<std::uint32_t>(keys_.size()));
        if (is_new) {
            keys_.push_back(key);
        }
        return place->second;
    }

    [[nodiscard]] const std::vector<Key>& keys() const { return keys_; }

private:
    std::map<Key, std::uint32_t> numbers_;
    std::vector<Key> keys_;
};

}  // namespace stancegraph::html_report
