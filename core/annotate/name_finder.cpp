#include "annotate/name_finder.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace stancegraph {
namespace {

bool is_begin(NameTag tag) {
    return static_cast<unsigned>(tag) % 2 == 1;
}

NameTag inside_of(NameTag begin) {
    return is_begin(begin) ? static_cast<NameTag>(static_cast<unsigned>(begin) + 1) : begin;
}

NameKind kind_of(NameTag tag) {
    switch (tag) {
        case NameTag::begin_person:
        case NameTag::inside_person:
            return NameKind::person;
        case NameTag::begin_place:
        case NameTag::inside_place:
            return NameKind::place;
        case NameTag::begin_organisation:
        case NameTag::inside_organisation:
            return NameKind::organisation;
        case NameTag::outside:
            break;
    }
    return NameKind::unknown;
}

/// One sentence under work.
class Finder {
public:
    Finder(const Annotation& annotation, TokenSpan sentence, std::span<const NameEvidence> evidence)
        : annotation_(annotation), sentence_(sentence), evidence_(evidence), taken_(sentence.size(), false) {}

    std::vector<Name> run() {
        add_marked();
        add_proper_runs();
        std::ranges::sort(names_, {}, &Name::tokens);
        return std::move(names_);
    }

private:
    [[nodiscard]] const NameEvidence& evidence(TokenIndex token) const {
        return evidence_[token - sentence_.begin];
    }

    [[nodiscard]] bool is_free(TokenIndex token) const { return !taken_[token - sentence_.begin]; }

    /// Proper nouns, and the adjectives of names: the White House, the Supreme Court.
    [[nodiscard]] bool is_proper(TokenIndex token) const {
        const Xpos xpos = annotation_.xpos[token];
        return (annotation_.upos[token] == Upos::propn && xpos != Xpos::add) || xpos == Xpos::nnp ||
               xpos == Xpos::nnps;
    }

    [[nodiscard]] bool is_part(TokenIndex token) const {
        const Deprel label = annotation_.deprel[token];
        return is_free(token) && is_proper(token) && !evidence(token).is_title &&
               (label == Deprel::compound || label == Deprel::amod || label == Deprel::flat);
    }

    /// A hyphen between two proper nouns, as in Bailey-Ross.
    [[nodiscard]] bool is_inner_hyphen(TokenIndex token) const {
        return annotation_.xpos[token] == Xpos::hyph && token > sentence_.begin &&
               token + 1 < sentence_.end && is_proper(token - 1) && is_proper(token + 1);
    }

    [[nodiscard]] TokenSpan trimmed(TokenSpan span) const {
        const auto is_cut = [&](TokenIndex token) {
            const Upos upos = annotation_.upos[token];
            return upos == Upos::punct || upos == Upos::part || upos == Upos::det || upos == Upos::adp ||
                   upos == Upos::cconj;
        };
        while (!span.is_empty() && (is_cut(span.begin) || evidence(span.begin).is_title)) {
            ++span.begin;
        }
        while (!span.is_empty() && (annotation_.xpos[span.end - 1] == Xpos::pos || is_cut(span.end - 1))) {
            // The stop of "Nvidia Corp." belongs to its word, so a lone mark at the end is never part of the
            // name.
            --span.end;
        }
        return span;
    }

    /// Months, days and figures alone name nobody.
    [[nodiscard]] bool is_calendar(TokenSpan span) const {
        for (TokenIndex token = span.begin; token < span.end; ++token) {
            if ((evidence(token).flags & kCalendarName) == 0 && annotation_.upos[token] != Upos::num) {
                return false;
            }
        }
        return true;
    }

    void add(TokenSpan span, NameKind kind) {
        const TokenSpan whole = span;
        span = trimmed(span);
        const bool has_title = whole.begin < span.begin && evidence(span.begin - 1).is_title;
        if (span.is_empty() || (is_calendar(span) && !has_title)) {  // Mrs. May is not the month.
            return;
        }
        for (TokenIndex token = span.begin; token < span.end; ++token) {
            taken_[token - sentence_.begin] = true;
        }
        names_.push_back({span, kind});
    }

    /// "Scott" marked in "Scott Bessent": the flat parts belong to it. "States" marked in "United States":
    /// what is not a person's takes in the proper words before it that it governs.
    [[nodiscard]] TokenSpan with_parts(TokenSpan span, NameKind kind) const {
        const auto is_flat_part = [&](TokenIndex token) {
            return token < sentence_.end && is_proper(token) && annotation_.deprel[token] == Deprel::flat &&
                   span.contains(annotation_.head[token]);
        };
        while (is_flat_part(span.end) ||
               (span.end < sentence_.end && is_inner_hyphen(span.end) && is_flat_part(span.end + 1))) {
            span.end += is_flat_part(span.end) ? 1U : 2U;
        }
        while (span.begin > sentence_.begin && is_free(span.begin - 1) && is_proper(span.begin - 1) &&
               !evidence(span.begin - 1).is_title && annotation_.deprel[span.begin] == Deprel::flat &&
               annotation_.head[span.begin] == span.begin - 1) {
            --span.begin;
        }
        while (kind != NameKind::person && span.begin > sentence_.begin && is_part(span.begin - 1) &&
               span.contains(annotation_.head[span.begin - 1])) {
            --span.begin;
        }
        return span;
    }

    /// "White" and "House", marked one by one, are one name; its last word tells the kind.
    [[nodiscard]] TokenIndex end_with_governor(TokenSpan span, NameKind kind) const {
        const TokenIndex next = span.end;
        const bool is_governed = next < sentence_.end && kind != NameKind::person &&
                                 is_begin(evidence(next).tag) &&
                                 kind_of(evidence(next).tag) != NameKind::person && is_proper(next) &&
                                 is_part(span.end - 1) && annotation_.head[span.end - 1] == next;
        return is_governed ? next : kNoToken;
    }

    [[nodiscard]] TokenIndex end_of_mark(TokenIndex begin) const {
        TokenIndex end = begin + 1;
        while (end < sentence_.end && evidence(end).tag == inside_of(evidence(begin).tag)) {
            ++end;
        }
        return end;
    }

    void add_marked() {
        for (TokenIndex token = sentence_.begin; token < sentence_.end; ++token) {
            if (!is_begin(evidence(token).tag) || !is_free(token)) {
                continue;
            }
            TokenSpan span{token, end_of_mark(token)};
            NameKind kind = kind_of(evidence(token).tag);
            for (TokenIndex governor = end_with_governor(span, kind); governor != kNoToken;
                 governor = end_with_governor(span, kind)) {
                span.end = end_of_mark(governor);
                kind = kind_of(evidence(governor).tag);
            }
            span = with_parts(span, kind);
            add(span, kind);
            token = span.end - 1;
        }
    }

    void add_proper_runs() {
        for (TokenIndex token = sentence_.begin; token < sentence_.end; ++token) {
            TokenSpan span{token, token};
            while (span.end < sentence_.end && is_free(span.end) &&
                   (is_proper(span.end) || is_inner_hyphen(span.end))) {
                ++span.end;
            }
            if (!span.is_empty()) {
                const NameKind kind = kind_by_words(span);
                add(span, kind == NameKind::unknown && has_who_behind(span) ? NameKind::person : kind);
                token = span.end - 1;
            }
        }
    }

    /// "Mara Quill, who left": whoever it is, it is a person. "In Ohio, what he called" tells nothing.
    [[nodiscard]] bool has_who_behind(TokenSpan name) const {
        TokenIndex token = name.end;
        token += token < sentence_.end && annotation_.upos[token] == Upos::punct ? 1U : 0U;
        if (token >= sentence_.end || annotation_.xpos[token] != Xpos::wp) {
            return false;
        }
        const TokenIndex verb = annotation_.head[token];
        return verb != kNoToken && annotation_.deprel[verb] == Deprel::acl_relcl &&
               name.contains(annotation_.head[verb]);
    }

    /// Where the model is silent, the word list tells the kind if it knows but one.
    [[nodiscard]] NameKind kind_by_words(TokenSpan span) const {
        std::uint16_t all = kPersonPart | kPlacePart | kGroupPart;
        for (TokenIndex token = span.begin; token < span.end; ++token) {
            all &= evidence(token).flags;
        }
        switch (all) {
            case kPersonPart:
                return NameKind::person;
            case kPlacePart:
                return NameKind::place;
            case kGroupPart:
                return NameKind::organisation;
            default:
                return NameKind::unknown;
        }
    }

    const Annotation& annotation_;
    TokenSpan sentence_;
    std::span<const NameEvidence> evidence_;
    std::vector<bool> taken_;
    std::vector<Name> names_;
};

constexpr std::size_t kKinds = 4;
using Votes = std::array<std::uint32_t, kKinds>;

std::vector<Symbol> words_of(const Annotation& annotation, TokenSpan tokens) {
    return {annotation.lower.begin() + tokens.begin, annotation.lower.begin() + tokens.end};
}

/// The commonest kind; a known one before an unknown one of the same number.
NameKind winner(const Votes& votes) {
    constexpr std::array<NameKind, kKinds> kOrder{NameKind::organisation, NameKind::person, NameKind::place,
                                                  NameKind::unknown};
    return *std::ranges::max_element(kOrder, {},
                                     [&](NameKind kind) { return votes[static_cast<std::size_t>(kind)]; });
}

}  // namespace

NameTag best_name_tag(std::span<const std::int32_t> scores, NameTag before) {
    NameTag best = NameTag::outside;
    for (std::size_t index = 1; index < kNameTags; ++index) {
        const auto tag = static_cast<NameTag>(index);
        const bool is_possible = is_begin(tag) || (before != NameTag::outside && inside_of(before) == tag);
        if (is_possible && scores[index] > scores[static_cast<std::size_t>(best)]) {
            best = tag;
        }
    }
    return best;
}

void find_names(const Annotation& annotation, TokenSpan sentence, std::span<const NameEvidence> evidence,
                std::vector<Name>& names) {
    const std::vector<Name> found = Finder(annotation, sentence, evidence).run();
    names.insert(names.end(), found.begin(), found.end());
}

void unify_kinds(Annotation& annotation) {
    std::map<std::vector<Symbol>, Votes> votes;
    for (const Name& name : annotation.names) {
        ++votes[words_of(annotation, name.tokens)][static_cast<std::size_t>(name.kind)];
    }
    std::set<Symbol> last_names;
    for (Name& name : annotation.names) {
        name.kind = winner(votes[words_of(annotation, name.tokens)]);
        if (name.kind == NameKind::person && name.tokens.size() > 1) {
            last_names.insert(annotation.lower[name.tokens.end - 1]);
        }
    }
    for (Name& name : annotation.names) {
        if (name.kind == NameKind::unknown && name.tokens.size() == 1 &&
            last_names.contains(annotation.lower[name.tokens.begin])) {
            name.kind = NameKind::person;
        }
    }
}

}  // namespace stancegraph
