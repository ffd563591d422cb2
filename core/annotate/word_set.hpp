#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stancegraph::annotate {

/// A fixed set of short ASCII words, looked up without regard to case. An entry that starts with a capital is
/// found only in a word that does too: `Sat.` is not `sat.`, but `Inc.` is `INC.`.
class WordSet {
public:
    static constexpr std::uint32_t kAbsent = 0xFFFFFFFF;

    explicit WordSet(const std::vector<std::string>& words);

    /// The index in the constructor's list, or kAbsent. O(length of the word), never longer than the longest
    /// entry.
    [[nodiscard]] std::uint32_t find(std::string_view word) const;

    [[nodiscard]] bool contains(std::string_view word) const { return find(word) != kAbsent; }

private:
    struct Entry {
        std::string lower;
        std::uint32_t index = kAbsent;
        bool is_capitalised = false;
    };

    std::vector<Entry> entries_;  ///< Open addressing, a power of two; free where `index` is kAbsent.
    std::uint64_t lengths_ = 0;   ///< Bit n: some entry is n bytes long.
};

}  // namespace stancegraph::annotate
