#include "match/span_kinds.hpp"

#include <algorithm>

#include "match/phrases.hpp"

namespace stancegraph {

using pattern::Kind;
using pattern::Reading;

void SpanKinds::open(const std::vector<ActorMention>& actors, const std::vector<SubjectMention>& subjects) {
    actors_ = &actors;
    subjects_ = &subjects;
    actor_of_.assign(text_->size(), TextView::kNone);
    for (std::uint32_t at = 0; at < actors.size(); ++at) {
        std::fill(actor_of_.begin() + actors[at].tokens.begin, actor_of_.begin() + actors[at].tokens.end, at);
    }
    for (auto& table : tables_) {
        table.clear();
    }
}

void SpanKinds::add_ends(Kind kind, TokenIndex position, Reading reading, std::vector<TokenIndex>& ends) {
    const bool is_rightwards = reading == Reading::rightwards;
    if (is_rightwards ? position >= text_->size() : position == 0) {
        return;
    }
    if (kind == Kind::quote) {
        add_quotations(position, reading, ends);
        return;
    }
    if (kind == Kind::rest) {
        add_rest(position, reading, ends);
        return;
    }
    const std::uint32_t sentence = text_->sentence_of(is_rightwards ? position : position - 1);
    const Table& known = table(kind, sentence);
    if (is_rightwards) {
        for (auto at = std::ranges::lower_bound(known.spans, position, {}, &TokenSpan::begin);
             at != known.spans.end() && at->begin == position; ++at) {
            ends.push_back(at->end);
        }
        return;
    }
    for (auto at = std::ranges::lower_bound(known.by_end, position, {}, &TokenSpan::end);
         at != known.by_end.end() && at->end == position; ++at) {
        ends.push_back(at->begin);
    }
}

void SpanKinds::add_quotations(TokenIndex position, Reading reading, std::vector<TokenIndex>& ends) const {
    const auto& quotations = text_->annotation().quotations;
    const std::uint32_t at = text_->quotation_of(reading == Reading::rightwards ? position : position - 1);
    if (at == TextView::kNone) {
        return;
    }
    const TokenSpan tokens = quotations[at].tokens;
    if (reading == Reading::rightwards) {
        if (tokens.begin == position) {
            ends.push_back(tokens.end);
        }
        return;
    }
    if (tokens.end != position || quotations[at].is_open) {
        return;
    }
    // A quotation that ends its own sentence with a full stop is not carried on by the next one.
    const bool is_finished =
        text_->is_boundary(position) && tokens.size() > 1 && text_->form(tokens.end - 2) == ".";
    if (!is_finished) {
        ends.push_back(tokens.begin);
    }
}

void SpanKinds::add_rest(TokenIndex position, Reading reading, std::vector<TokenIndex>& ends) const {
    const bool is_rightwards = reading == Reading::rightwards;
    const TokenSpan sentence = text_->sentence_at(is_rightwards ? position : position - 1).tokens;
    TokenIndex end = sentence.end;
    const auto is_final = [&](TokenIndex token) {
        const std::string_view form = text_->form(token);
        return form == "." || form == "!" || form == "?";
    };
    while (end > sentence.begin + 1 && is_final(end - 1)) {
        --end;
    }
    if (is_rightwards && position < end) {
        ends.push_back(end);
    } else if (!is_rightwards && position == end) {
        ends.push_back(sentence.begin);
    }
}

const std::vector<TokenSpan>& SpanKinds::spans(Kind kind, std::uint32_t sentence) {
    return table(kind, sentence).spans;
}

const SpanKinds::Table& SpanKinds::table(Kind kind, std::uint32_t sentence) {
    auto& tables = tables_[static_cast<std::size_t>(kind)];
    if (tables.empty()) {
        tables.resize(text_->annotation().sentences.size());
    }
    Table& table = tables[sentence];
    if (!table.is_ready) {
        table.is_ready = true;
        fill(kind, text_->annotation().sentences[sentence], table.spans);
        std::ranges::sort(table.spans, [](TokenSpan left, TokenSpan right) {
            return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
        });
        table.spans.erase(std::unique(table.spans.begin(), table.spans.end()), table.spans.end());
        table.by_end = table.spans;
        std::ranges::stable_sort(table.by_end, {}, &TokenSpan::end);
    }
    return table;
}

void SpanKinds::fill(Kind kind, const Sentence& sentence, std::vector<TokenSpan>& spans) const {
    if (kind == Kind::np) {
        fill_noun_phrases(sentence, spans);
    } else if (kind == Kind::speaker) {
        fill_speakers(sentence, spans);
    } else if (kind == Kind::actor) {
        fill_actors(sentence, spans);
    } else if (kind == Kind::subject) {
        fill_subjects(sentence, spans);
    } else if (kind == Kind::clause) {
        fill_clauses(sentence, spans);
    } else if (kind == Kind::person) {
        fill_names(NameKind::person, sentence, spans);
    } else if (kind == Kind::org) {
        fill_names(NameKind::organisation, sentence, spans);
    } else if (kind == Kind::place) {
        fill_names(NameKind::place, sentence, spans);
    } else if (kind == Kind::date) {
        fill_dates(sentence, spans);
    }
}

void SpanKinds::fill_noun_phrases(const Sentence& sentence, std::vector<TokenSpan>& spans) const {
    for (TokenIndex token = sentence.tokens.begin; sentence.has_tree && token < sentence.tokens.end;
         ++token) {
        if (is_nominal_head(*text_, token)) {
            spans.push_back(noun_phrase(*text_, token));
            spans.push_back(core_phrase(*text_, token));
        }
    }
}

void SpanKinds::fill_subjects(const Sentence& sentence, std::vector<TokenSpan>& spans) const {
    auto at = std::ranges::lower_bound(*subjects_, sentence.tokens.begin, {},
                                       [](const SubjectMention& mention) { return mention.tokens.begin; });
    for (; at != subjects_->end() && at->tokens.end <= sentence.tokens.end; ++at) {
        spans.push_back(at->tokens);
    }
}

bool SpanKinds::is_speaker(TokenIndex head) const {
    return actor_of_[head] != TextView::kNone || can_speak(*text_, head);
}

void SpanKinds::fill_speakers(const Sentence& sentence, std::vector<TokenSpan>& spans) const {
    if (!sentence.has_tree) {
        fill_actors(sentence, spans);
        fill_names(NameKind::person, sentence, spans);
        fill_names(NameKind::organisation, sentence, spans);
        return;
    }
    for (TokenIndex token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
        if (is_nominal_head(*text_, token) && is_speaker(token)) {
            spans.push_back(speaker_phrase(*text_, token));
            spans.push_back(noun_phrase(*text_, token));
            spans.push_back(core_phrase(*text_, token));
        }
        // Names stay whole whatever the tree says.
        const std::uint32_t name = text_->name_of_token(token);
        if (name != Name::kNone && text_->annotation().names[name].tokens.begin == token &&
            is_speaker(token)) {
            spans.push_back(text_->annotation().names[name].tokens);
            spans.push_back(
                {title_begin(token, sentence.tokens.begin), text_->annotation().names[name].tokens.end});
        }
        if (actor_of_[token] != TextView::kNone && (*actors_)[actor_of_[token]].tokens.begin == token) {
            spans.push_back((*actors_)[actor_of_[token]].tokens);
        }
    }
}

/// Where the words before a name begin that go with it: "the political scientist Christopher".
TokenIndex SpanKinds::title_begin(TokenIndex name, TokenIndex first) const {
    while (name > first) {
        const Upos tag = text_->upos(name - 1);
        if (tag == Upos::det) {
            return name - 1;
        }
        if (tag != Upos::noun && tag != Upos::adj && tag != Upos::propn) {
            break;
        }
        --name;
    }
    return name;
}

void SpanKinds::fill_clauses(const Sentence& sentence, std::vector<TokenSpan>& spans) const {
    for (TokenIndex token = sentence.tokens.begin; sentence.has_tree && token < sentence.tokens.end;
         ++token) {
        if (text_->upos(token) == Upos::aux || !is_clause(*text_, token)) {
            continue;
        }
        for (const TokenSpan piece : pieces_of(*text_, clause_tokens(*text_, token))) {
            if (piece.contains(token)) {
                spans.push_back(trimmed(*text_, piece));
            }
        }
    }
}

void SpanKinds::fill_names(NameKind kind, const Sentence& sentence, std::vector<TokenSpan>& spans) const {
    for (TokenIndex token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
        const std::uint32_t at = text_->name_of_token(token);
        if (at != Name::kNone && text_->annotation().names[at].tokens.begin == token &&
            text_->annotation().names[at].kind == kind) {
            spans.push_back(text_->annotation().names[at].tokens);
        }
        const std::uint32_t actor = actor_of_[token];
        const bool wants_person = kind == NameKind::person;
        if (actor != TextView::kNone && (*actors_)[actor].tokens.begin == token && kind != NameKind::place) {
            const bool is_person = text_->rules().actors[(*actors_)[actor].actor].kind == ActorKind::person;
            if (is_person == wants_person) {
                spans.push_back((*actors_)[actor].tokens);
            }
        }
    }
}

void SpanKinds::fill_dates(const Sentence& sentence, std::vector<TokenSpan>& spans) const {
    const auto is_number = [&](TokenIndex token) {
        const std::string_view form = text_->form(token);
        return text_->upos(token) == Upos::num ||
               (!form.empty() && form.front() >= '0' && form.front() <= '9');
    };
    for (TokenIndex token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
        if (!text_->compiled().is_date_word(text_->lower(token))) {
            continue;
        }
        TokenSpan span{token, token + 1};
        while (span.begin > sentence.tokens.begin && is_number(span.begin - 1)) {
            --span.begin;
        }
        while (span.end < sentence.tokens.end &&
               (is_number(span.end) || text_->compiled().is_date_word(text_->lower(span.end)))) {
            ++span.end;
        }
        if (span.end + 1 < sentence.tokens.end && text_->form(span.end) == "," && is_number(span.end + 1)) {
            span.end += 2;
        }
        spans.push_back(span);
        token = span.end - 1;
    }
}

void SpanKinds::fill_actors(const Sentence& sentence, std::vector<TokenSpan>& spans) const {
    for (TokenIndex token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
        const std::uint32_t at = actor_of_[token];
        if (at != TextView::kNone && (*actors_)[at].tokens.begin == token) {
            spans.push_back((*actors_)[at].tokens);
            if (sentence.has_tree && is_nominal_head(*text_, token)) {
                spans.push_back(noun_phrase(*text_, token));
            }
        }
    }
}

bool SpanKinds::is_of_kind(Kind kind, TokenIndex head) {
    if (kind == Kind::np) {
        return is_nominal_head(*text_, head);
    }
    if (kind == Kind::speaker) {
        return is_speaker(head);
    }
    if (kind == Kind::actor) {
        return actor_of_[head] != TextView::kNone;
    }
    if (kind == Kind::clause) {
        return is_clause(*text_, head);
    }
    if (kind == Kind::quote) {
        return text_->quotation_of(head) != TextView::kNone;
    }
    if (!pattern::is_span_kind(kind)) {
        return false;
    }
    const bool wants_subject = kind == Kind::subject && !is_clause(*text_, head);
    const TokenSpan phrase = wants_subject ? noun_phrase(*text_, head) : TokenSpan{head, head + 1};
    return std::ranges::any_of(spans(kind, text_->sentence_of(head)),
                               [&](TokenSpan span) { return span.overlaps(phrase); });
}

}  // namespace stancegraph
