#include "base/vocabulary.hpp"

namespace stancegraph {

Symbol Vocabulary::intern(std::string_view text) {
    if (const auto found = symbols_.find(text); found != symbols_.end()) {
        return found->second;
    }
    const auto symbol = static_cast<Symbol>(texts_.size());
    const std::string& kept = texts_.emplace_back(text);
    symbols_.emplace(kept, symbol);
    return symbol;
}

void Vocabulary::clear() {
    symbols_.clear();
    texts_.clear();
    ++generation_;
    static_cast<void>(intern({}));
}

}  // namespace stancegraph
