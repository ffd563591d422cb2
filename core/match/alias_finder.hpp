#pragma once

#include <vector>

#include "match/mention.hpp"
#include "match/text_view.hpp"

namespace stancegraph {

/// Adds the names and aliases of actors in the text, the longest at each place, left to right, not
/// overlapping. Case counts, but for aliases written in lower case. Words are compared by their bytes, so
/// that it does not matter how the tokenizer cuts them; an alias begins and ends with a token. O(text) for
/// given aliases.
class AliasFinder {
public:
    explicit AliasFinder(TextView& text) : text_(&text) {}

    void find(TokenSpan tokens, std::vector<ActorMention>& mentions);

private:
    /// The aliases that begin with a word's first letters and digits; looked up once for each word type.
    [[nodiscard]] const std::vector<Alias>* aliases_at(TokenIndex token);
    /// The position after the alias if it stands at `token`, else kNoToken.
    [[nodiscard]] TokenIndex end_of(const Alias& alias, TokenIndex token) const;

    TextView* text_;
    std::uint32_t generation_ = TextView::kNone;
    std::vector<const std::vector<Alias>*> aliases_;  ///< By Symbol of the form.
    std::vector<std::uint8_t> known_;
};

}  // namespace stancegraph
