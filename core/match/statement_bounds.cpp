#include "match/statement_bounds.hpp"

#include <algorithm>

#include "match/layout.hpp"
#include "match/phrases.hpp"
#include "match/statement_end.hpp"
#include "match/word_order.hpp"

namespace stancegraph {

/// True if the word stands in the cue's own list.
bool StatementBounds::is_like_cue(const Mention& mention, TokenIndex token) const {
    return mention.lexicon != kNoId && text_->fits_list(mention.lexicon, token);
}

/// True if the statement is the clause around the attribution: "according to Reuters, …".
bool StatementBounds::is_clause_around(const Rule& rule) const {
    const CompiledRule& compiled =
        text_->compiled().rule(static_cast<RuleId>(&rule - text_->rules().rules.data()));
    const auto slot = std::ranges::find(compiled.slots, "statement", &CompiledSlot::name);
    return slot != compiled.slots.end() &&
           std::ranges::any_of(slot->choices, [](const CompiledChoice& choice) {
               return choice.form == CompiledChoice::Form::path && choice.path.leads_up_to_clause();
           });
}

/// A quotation that is only a part of what the verb reports: 'said the deadlock has "kept us safe"'; or one
/// that is no part of it: 'Citing "obligations", he said that …'.
void StatementBounds::join_clause(TokenIndex cue, const OwnWords& own, SlotValue& statement) const {
    if (text_->quotation_of(statement.pieces.front().begin) == TextView::kNone) {
        return;
    }
    std::vector<TokenIndex> heads;
    roles_->add_clause(cue, heads);
    const TokenIndex start = text_->sentence_at(cue).tokens.begin;
    for (const TokenIndex head : heads) {
        std::vector<TokenSpan> clause = statement_from(*text_, head, own);
        const bool overlaps = std::ranges::any_of(clause, [&](TokenSpan piece) {
            return std::ranges::any_of(statement.pieces,
                                       [&](TokenSpan quoted) { return quoted.overlaps(piece); });
        });
        if (overlaps) {
            statement.pieces.insert(statement.pieces.end(), clause.begin(), clause.end());
            widen_to_quotations(*text_, own, statement.pieces);
            merge_pieces(statement.pieces);
        } else if (!clause.empty() && clause.front().begin > cue && statement.pieces.back().end <= cue &&
                   statement.pieces.front().begin > start) {
            statement.pieces = std::move(clause);
            statement.head = head;
        }
    }
}

/// Brings together what tree, quotation marks and word order tell of a statement's bounds.
void StatementBounds::finish_statement(const Rule& rule, const Mention& mention, const SlotValue* speaker,
                                       SlotValue& statement) const {
    const TokenIndex cue = mention.cue.front();
    const auto says_more = [&](TokenIndex token) { return is_like_cue(mention, token); };
    const bool is_speaker_beside =
        speaker != nullptr && speaker->form == SlotValue::Form::words && !speaker->pieces.empty() &&
        text_->sentence_of(speaker->pieces.front().begin) == text_->sentence_of(cue);
    const TokenSpan phrase = is_speaker_beside ? speaker->pieces.front() : TokenSpan{};
    const bool is_around = is_clause_around(rule);
    const AttributionBlock block =
        is_around ? block_of_phrase(*text_, mention.cue, phrase) : block_of(*text_, mention.cue, phrase);
    const OwnWords own{&mention.cue, is_speaker_beside ? speaker->head : kNoToken};
    if (is_around) {
        auto beside = statement_beside_phrase(*text_, block, cue);
        if (!beside.empty()) {
            statement.pieces = std::move(beside);
            widen_to_quotations(*text_, own, statement.pieces);
        }
    } else if (text_->upos(cue) == Upos::verb) {
        join_clause(cue, own, statement);
        const bool is_quoted = text_->quotation_of(statement.head) != TextView::kNone;
        const bool is_parted_noun = block.is_parted && statement.head < cue;
        if (is_quoted || is_parted_noun || is_clause(*text_, statement.head)) {
            widen_to_layout(*text_, block, cue, statement.head, says_more, statement.pieces);
            widen_to_quotations(*text_, own, statement.pieces);
        }
    }
    if (!statement.pieces.empty() && statement.pieces.back().begin > cue) {
        TokenSpan& last = statement.pieces.back();
        last = without_main_clause(*text_, cue, last);
        last = without_next_report(*text_, cue, without_aside(*text_, last), says_more);
    }
    add_continuations(*text_, cue, statement.pieces);
}

void StatementBounds::add_reach(Mention& mention) const {
    const TokenIndex cue = mention.cue.front();
    if (!text_->has_tree(cue) || text_->upos(cue) != Upos::verb) {
        return;
    }
    TokenIndex first = kNoToken;
    for (const std::string_view name : {"subject", "target", "statement"}) {
        const SlotValue* const value = mention.find(name);
        if (value == nullptr || value->form != SlotValue::Form::words || value->pieces.empty() ||
            (name == "statement" && (is_clause(*text_, value->head) ||
                                     text_->quotation_of(value->head) != text_->quotation_of(cue)))) {
            continue;
        }
        if (value->pieces.front().begin < cue ||
            text_->sentence_of(value->pieces.front().begin) != text_->sentence_of(cue)) {
            return;
        }
        first = std::min(first, value->pieces.front().begin);
    }
    if (first == kNoToken) {
        return;
    }
    const auto says_more = [&](TokenIndex token) { return is_like_cue(mention, token); };
    if (first > cue + 1 && text_->xpos(first - 1) == Xpos::to) {
        --first;
    }
    const TokenSpan reach = without_aside(*text_, reach_of(*text_, cue, first, says_more));
    if (!reach.is_empty()) {
        mention.reach = {reach};
    }
}

void StatementBounds::settle(const Rule& rule, Mention& mention) const {
    add_reach(mention);
    const auto statement = std::ranges::find(mention.slots, "statement", &SlotValue::name);
    if (rule.stage == Stage::attribution && rule.emit.replaces.empty() && statement != mention.slots.end() &&
        statement->form == SlotValue::Form::words && !statement->pieces.empty()) {
        if (text_->has_tree(mention.cue.front())) {
            finish_statement(rule, mention, mention.find("speaker"), *statement);
        }
        if (rule.emit.joins.empty()) {
            stay_in_quotation(*text_, mention.cue.front(), statement->pieces);
        }
    }
    if (rule.emit.replaces.empty() && rule.emit.joins.empty()) {
        end_statement(*text_, mention);
    }
}

}  // namespace stancegraph
