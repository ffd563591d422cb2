#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

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
    /// The symbol of the text lower-cased with its apostrophes made straight; worked out once for each
    /// symbol.
    [[nodiscard]] Symbol lower(Symbol symbol);

    /// The view stays valid until `clear`.
    [[nodiscard]] std::string_view text(Symbol symbol) const {
        return {texts_[symbol].data, texts_[symbol].size};
    }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

    /// Changes with every `clear`: caches indexed by Symbol are stale when it differs.
    [[nodiscard]] std::uint32_t generation() const { return generation_; }

    /// Forgets all strings; call it between documents to bound memory.
    void clear();

private:
    struct Text {
        const char* data = nullptr;
        std::uint32_t size = 0;
        Symbol lower = kUnknown;
    };

    /// One place of the open-addressing table; free where `symbol` is kUnknown.
    struct Slot {
        std::uint32_t hash = 0;
        Symbol symbol = kUnknown;
    };

    static constexpr Symbol kUnknown = 0xFFFFFFFF;

    [[nodiscard]] const char* keep(std::string_view text);
    void grow();

    std::vector<Text> texts_;
    std::vector<Slot> slots_;  ///< A power of two of them, at most half in use.
    std::vector<std::unique_ptr<char[]>> chunks_;
    std::size_t chunk_left_ = 0;
    std::uint32_t generation_ = 0;
};

}  // namespace stancegraph
