#include "match/conditions.hpp"

#include <algorithm>

#include "match/statements.hpp"

namespace stancegraph {

using pattern::Kind;

namespace {

/// True if the cue of `other` stands in the statement of `one`. "Voters say …, according to a poll": each may
/// run over the other's; then the phrase is around the verb.
bool states_cue_of(const Mention& one, const Mention& other) {
    const SlotValue* const statement = one.find("statement");
    return statement != nullptr && contains_token(statement->pieces, other.cue.front());
}

}  // namespace

std::vector<TokenSpan> Conditions::words_of(const pattern::SlotReference& reference, const Mention& mention,
                                            const Scene& scene) const {
    const Mention* const result = scene.result(reference.result);
    const Mention& holder = result == nullptr ? mention : *result;
    const std::string& name = result == nullptr && reference.slot.empty() ? reference.result : reference.slot;
    if (name == "cue" || name.empty()) {
        return {{holder.cue.front(), holder.cue.front() + 1}};
    }
    if (const SlotValue* value = holder.find(name)) {
        return value->pieces;
    }
    const Part* const part = result == nullptr ? scene.part(name) : nullptr;
    return part == nullptr ? std::vector<TokenSpan>() : part->pieces;
}

bool Conditions::hold(const Rule& rule, const Mention& mention, const Scene& scene) {
    return std::ranges::all_of(rule.where,
                               [&](const Predicate& predicate) { return holds(predicate, mention, scene); });
}

bool Conditions::holds(const Predicate& predicate, const Mention& mention, const Scene& scene) {
    std::vector<std::vector<TokenSpan>> words;
    for (const pattern::SlotReference& reference : predicate.arguments) {
        words.push_back(words_of(reference, mention, scene));
        if (words.back().empty()) {
            return false;
        }
    }
    const TokenIndex cue = mention.cue.front();
    switch (predicate.form) {
        case Predicate::Form::open: {
            if (words.empty()) {
                return false;
            }
            const std::uint32_t quotation = text_->quotation_of(words.front().back().end - 1);
            return quotation != TextView::kNone && text_->annotation().quotations[quotation].is_open;
        }
        case Predicate::Form::contains: {
            const Mention* const outer = scene.result(predicate.arguments.front().result);
            const Mention* const inner = scene.result(predicate.arguments.back().result);
            const auto is_phrase = [&](const Mention& of) {
                return text_->upos(of.cue.front()) != Upos::verb ||
                       text_->tree().label(of.cue.front()) == Deprel::case_;
            };
            const bool is_inside_out = outer != nullptr && inner != nullptr &&
                                       states_cue_of(*inner, *outer) &&
                                       !(is_phrase(*outer) && !is_phrase(*inner));
            return words.size() == 2 && !is_inside_out && std::ranges::any_of(words[1], [&](TokenSpan part) {
                       return contains_token(words[0], part.begin);
                   });
        }
        case Predicate::Form::headline:
            return text_->paragraph_at(cue).block_class == BlockClass::headline;
        case Predicate::Form::same_paragraph:
            return words.size() == 2 && text_->sentence_at(words[0].front().begin).paragraph ==
                                            text_->sentence_at(words[1].front().begin).paragraph;
        case Predicate::Form::inside:
            return predicate.kind && is_inside(*predicate.kind, cue, *scene.results);
    }
    return false;
}

bool Conditions::is_inside(Kind kind, TokenIndex cue, const Results& results) {
    if (kind == Kind::quote) {
        return text_->quotation_of(cue) != TextView::kNone;
    }
    if (kind == Kind::attribution) {
        return results.statement_around(cue) != kNoId;
    }
    if (kind == Kind::qmark) {
        const TokenSpan sentence = text_->sentence_at(cue).tokens;
        for (TokenIndex token = sentence.end; token > cue + 1 && token + 3 > sentence.end; --token) {
            if (text_->form(token - 1).find('?') != std::string_view::npos) {
                return true;
            }
        }
        return false;
    }
    if (!pattern::is_span_kind(kind)) {
        return false;
    }
    return std::ranges::any_of(kinds_->spans(kind, text_->sentence_of(cue)),
                               [&](TokenSpan span) { return span.contains(cue); });
}

int Conditions::killer(const Rule& rule, const CompiledRule& compiled, const Mention& mention,
                       const Results& results) {
    for (std::size_t at = 0; at < rule.unless.size(); ++at) {
        const bool kills =
            rule.unless[at].inside
                ? is_inside(*rule.unless[at].inside, mention.cue.front(), results)
                : compiled.unless[at] != kNoId && beside_.concern(compiled.unless[at], mention);
        if (kills) {
            return static_cast<int>(at);
        }
    }
    return -1;
}

}  // namespace stancegraph
