#pragma once

#include "match/mention.hpp"
#include "match/roles.hpp"
#include "match/statements.hpp"
#include "match/text_view.hpp"

namespace stancegraph {

/// Settles how far a result's words reach, once its slots are filled: brings together what the tree,
/// quotation marks and the order of the words tell.
class StatementBounds {
public:
    StatementBounds(TextView& text, const Roles& roles) : text_(&text), roles_(&roles) {}

    /// The bounds of an attribution's statement; for a verb that speaks of a thing, `reach`.
    void settle(const Rule& rule, Mention& mention) const;

private:
    void finish_statement(const Rule& rule, const Mention& mention, const SlotValue* speaker,
                          SlotValue& statement) const;
    void add_reach(Mention& mention) const;
    void join_clause(TokenIndex cue, const OwnWords& own, SlotValue& statement) const;
    [[nodiscard]] bool is_clause_around(const Rule& rule) const;
    [[nodiscard]] bool is_like_cue(const Mention& mention, TokenIndex token) const;

    TextView* text_;
    const Roles* roles_;
};

}  // namespace stancegraph
