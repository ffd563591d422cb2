#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace stancegraph {

/// The number of a distinct string in a Vocabulary; 0 is the empty string.
using Symbol = std::uint32_t;

/// Interns strings: equal strings get equal symbols, counted up from 0 in order of first sight.
/// Symbols are dense, so work that depends on the word type alone is kept in a vector indexed by Symbol.
/// One vocabulary belongs to one thread.
class Vocabulary {
public:
    Vocabulary() { clear(); }

    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;

    [[nodiscard]] Symbol intern(std::string_view text);

    /// The view stays valid until `clear`.
    [[nodiscard]] std::string_view text(Symbol symbol) const { return texts_[symbol]; }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

    /// Changes with every `clear`: caches indexed by Symbol are stale when it differs.
    [[nodiscard]] std::uint32_t generation() const { return generation_; }

    /// Forgets all strings; call it between documents to bound memory.
    void clear();

private:
    std::deque<std::string> texts_;
    std::unordered_map<std::string_view, Symbol> symbols_;
    std::uint32_t generation_ = 0;
};

}  // namespace stancegraph
