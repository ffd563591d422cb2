#include "match/statement_end.hpp"

#include <algorithm>
#include <bit>

#include "match/phrases.hpp"
#include "match/word_order.hpp"
#include "ruleset/odds.hpp"

namespace stancegraph {
namespace {

constexpr std::string_view kNothing = "none";

/// The piece that may go on too long; empty for none.
TokenSpan last_piece(const Mention& mention) {
    const TokenIndex cue = mention.cue.front();
    const SlotValue* const statement = mention.find("statement");
    const bool has_statement =
        statement != nullptr && statement->form == SlotValue::Form::words && !statement->pieces.empty();
    const TokenSpan piece = !mention.reach.empty() ? mention.reach.back()
                            : has_statement        ? statement->pieces.back()
                                                   : TokenSpan{};
    return !piece.is_empty() && piece.begin > cue ? piece : TokenSpan{};
}

/// The first word of the span whose head is outside of it; its end for none.
TokenIndex top_of(const TextView& text, TokenSpan span) {
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        const TokenIndex head = text.tree().head(token);
        if (text.upos(token) != Upos::punct && (head == kNoToken || !span.contains(head))) {
            return token;
        }
    }
    return span.end;
}

std::string relation_of(const TextView& text, const Mention& mention, TokenSpan before, TokenSpan behind) {
    const TokenIndex top = top_of(text, behind);
    if (top == behind.end) {
        return std::string(kNothing);
    }
    const TokenIndex head = text.tree().head(top);
    const std::string_view place = std::ranges::find(mention.cue, head) != mention.cue.end() ? "cue"
                                   : head == kNoToken || !before.contains(head)              ? "outside"
                                   : head == top_of(text, before)                            ? "head"
                                                                                             : "inside";
    return std::string(name_of(text.tree().label(top))).append(" ").append(place);
}

std::string_view subject_of(const TextView& text, TokenSpan behind) {
    for (TokenIndex token = behind.begin; token < behind.end; ++token) {
        if (universal(text.tree().label(token)) == Deprel::nsubj) {
            const bool is_pronoun = text.upos(token) == Upos::pron || text.upos(token) == Upos::det;
            return is_pronoun ? text.lower(token) : name_of(text.upos(token));
        }
    }
    return kNothing;
}

std::string_view tense_of(const TextView& text, TokenSpan span) {
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        if (is_finite(text, token)) {
            return name_of(text.xpos(token));
        }
    }
    return kNothing;
}

/// So many words, doubling: "1", "2 to 3", "4 to 7", ….
std::string_view words_in(const TextView& text, TokenSpan span) {
    constexpr std::array<std::string_view, 7> kNames{"0",       "1",        "2 to 3",    "4 to 7",
                                                     "8 to 15", "16 to 31", "32 or more"};
    std::uint32_t words = 0;
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        words += text.upos(token) == Upos::punct ? 0U : 1U;
    }
    return kNames[std::min<std::size_t>(static_cast<std::size_t>(std::bit_width(words)), kNames.size() - 1)];
}

std::string_view pauses_in(const TextView& text, TokenSpan span) {
    constexpr std::array<std::string_view, 4> kNames{"0", "1", "2", "3 or more"};
    std::size_t pauses = 0;
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        pauses += text.form(token) == "," ? 1U : 0U;
    }
    return kNames[std::min(pauses, kNames.size() - 1)];
}

bool names_speaker(const TextView& text, const Mention& mention, TokenSpan span) {
    const SlotValue* const speaker = mention.find("speaker");
    if (speaker == nullptr || speaker->form != SlotValue::Form::words) {
        return false;
    }
    for (const TokenSpan piece : speaker->pieces) {
        for (TokenIndex word = piece.begin; word < piece.end; ++word) {
            if (text.upos(word) != Upos::propn && text.upos(word) != Upos::pron) {
                continue;
            }
            for (TokenIndex token = span.begin; token < span.end; ++token) {
                if (text.annotation().lower[token] == text.annotation().lower[word]) {
                    return true;
                }
            }
        }
    }
    return false;
}

/// A place where what is said can end.
bool can_end_at(const TextView& text, TokenIndex token) {
    return (is_pause(text, token) || text.form(token) == ";" || text.form(token) == ":") &&
           text.quotation_of(token) == TextView::kNone;
}

PossibleEnd look_at(const TextView& text, const Mention& mention, TokenSpan piece, TokenIndex pause) {
    const TokenSpan before{piece.begin, pause};
    const TokenSpan behind{pause + 1, piece.end};
    const TokenIndex cue = mention.cue.front();
    PossibleEnd end{.pause = pause, .evidence = {}};
    const auto note = [&end](EndKind kind, std::string_view value) {
        end.evidence[static_cast<std::size_t>(kind)] = value;
    };
    note(EndKind::rule, text.rules().rules[mention.rule].name);
    note(EndKind::cue, text.lemma(cue));
    note(EndKind::clause, name_of(text.tree().label(cue)));
    note(EndKind::relation, relation_of(text, mention, before, behind));
    note(EndKind::opening, text.lower(behind.begin));
    note(EndKind::tag, name_of(text.xpos(behind.begin)));
    note(EndKind::subject, subject_of(text, behind));
    note(EndKind::tense, std::string(tense_of(text, before)).append(" ").append(tense_of(text, behind)));
    note(EndKind::words, words_in(text, before));
    note(EndKind::pauses, pauses_in(text, behind));
    note(EndKind::speaker, names_speaker(text, mention, behind) ? "again" : "not again");
    return end;
}

double odds_of(const StatementEnds& ends, const PossibleEnd& end) {
    return odds_given(ends.odds, ends.evidence, end.evidence);
}

}  // namespace

std::vector<PossibleEnd> possible_ends(const TextView& text, const Mention& mention) {
    std::vector<PossibleEnd> ends;
    const TokenSpan piece = last_piece(mention);
    for (TokenIndex token = piece.begin + 1; token + 1 < piece.end; ++token) {
        if (can_end_at(text, token)) {
            ends.push_back(look_at(text, mention, piece, token));
        }
    }
    return ends;
}

void end_statement(const TextView& text, Mention& mention) {
    const StatementEnds& counted = text.rules().statement_ends;
    if (counted.odds == 0 || !text.has_tree(mention.cue.front())) {
        return;
    }
    const std::vector<PossibleEnd> ends = possible_ends(text, mention);
    const auto end = std::ranges::find_if(
        ends, [&](const PossibleEnd& possible) { return odds_of(counted, possible) > 1.0; });
    if (end == ends.end()) {
        return;
    }
    mention.left_out = {end->pause + 1, last_piece(mention).end};
    mention.end_odds = odds_of(counted, *end);
    const auto statement = std::ranges::find(mention.slots, "statement", &SlotValue::name);
    if (statement == mention.slots.end()) {
        return;
    }
    std::vector<TokenSpan>& pieces = statement->pieces;
    std::erase_if(pieces, [&](TokenSpan piece) { return piece.begin > end->pause; });
    if (!pieces.empty() && pieces.back().contains(end->pause)) {
        pieces.back() = trimmed(text, {pieces.back().begin, end->pause});
    }
}

}  // namespace stancegraph
