#include "resolve/first_statements.hpp"

#include <algorithm>
#include <numeric>

namespace stancegraph {
namespace {

/// Gives every token an owner once; tokens that have one are skipped (union-find with path halving).
class Owners {
public:
    explicit Owners(TokenIndex token_count) : owner_(token_count, kNoId), next_free_(token_count + 1) {
        std::iota(next_free_.begin(), next_free_.end(), TokenIndex{0});
    }

    void give(TokenSpan tokens, MentionId owner) {
        for (TokenIndex token = free_at(tokens.begin); token < tokens.end; token = free_at(token)) {
            owner_[token] = owner;
            next_free_[token] = token + 1;
        }
    }

    [[nodiscard]] std::vector<MentionId> finish() { return std::move(owner_); }

private:
    [[nodiscard]] TokenIndex free_at(TokenIndex token) {
        while (next_free_[token] != token) {
            next_free_[token] = next_free_[next_free_[token]];
            token = next_free_[token];
        }
        return token;
    }

    std::vector<MentionId> owner_;
    std::vector<TokenIndex> next_free_;  ///< Itself, or a step towards the next token without an owner.
};

}  // namespace

std::vector<MentionId> first_statements(const Matches& matches, TokenIndex token_count) {
    Owners owners(token_count);
    for (MentionId id = 0; id < matches.mentions.size(); ++id) {
        const Mention& mention = matches.mentions[id];
        const SlotValue* statement =
            mention.stage == Stage::attribution ? mention.find("statement") : nullptr;
        if (statement != nullptr) {
            std::ranges::for_each(statement->pieces, [&](TokenSpan piece) { owners.give(piece, id); });
        }
    }
    return owners.finish();
}

}  // namespace stancegraph
