#include "match/roles.hpp"

#include <algorithm>

#include "match/phrases.hpp"
#include "match/role_steps.hpp"
#include "match/word_order.hpp"

namespace stancegraph {
namespace {

using pattern::Role;

constexpr DeprelSet kBroughtIn =
    kObliques | kNominalModifiers | set_of(Deprel::advcl, Deprel::acl, Deprel::nmod_desc);

}  // namespace

void Roles::find(Role role, TokenIndex from, const CueEntry& cue, std::vector<TokenIndex>& found) const {
    switch (role) {
        case Role::who:
            add_who(from, cue, found);
            break;
        case Role::what:
            add_what(from, cue, found);
            break;
        case Role::whom:
            add_whom(from, cue, found);
            break;
        case Role::clause:
            add_clause(from, found);
            break;
        case Role::poss:
            add_possessor(from, found);
            break;
    }
}

/// "the efforts of Mara Quill, who said": behind a comma, "who" is the person named right before it.
TokenIndex Roles::person_before(TokenIndex relative) const {
    if (text_->xpos(relative) != Xpos::wp || relative < 2 || !is_pause(*text_, relative - 1)) {
        return kNoToken;
    }
    const std::uint32_t name = text_->name_of_token(relative - 2);
    if (name == Name::kNone || text_->annotation().names[name].kind != NameKind::person) {
        return kNoToken;
    }
    return head_of(*text_, text_->annotation().names[name].tokens);
}

TokenIndex Roles::antecedent(TokenIndex token) const {
    const Xpos tag = text_->xpos(token);
    if (tag != Xpos::wp && tag != Xpos::wdt) {
        return token;
    }
    const Tree& tree = text_->tree();
    TokenIndex at = tree.head(token);
    for (std::uint32_t hop = 0; at != kNoToken && hop < kMostHops; ++hop) {
        if (tree.label(at) == Deprel::acl_relcl && tree.head(at) != kNoToken) {
            const TokenIndex person = person_before(token);
            return person == kNoToken ? tree.head(at) : person;
        }
        at = tree.head(at);
    }
    return token;
}

void Roles::add_object(TokenIndex from, std::vector<TokenIndex>& found) const {
    const Tree& tree = text_->tree();
    for (const TokenIndex child : tree.children(from)) {
        if (tree.label(child) == Deprel::obj) {
            add_once(found, antecedent(child));
        }
    }
    if (!found.empty()) {
        return;
    }
    const TokenIndex head = tree.head(from);
    if (tree.label(from) == Deprel::acl_relcl) {
        // "the deal that Trump criticised", "the deal he criticised"
        const TokenIndex subject = tree.child(from, kNominalSubjects);
        if (subject != kNoToken && antecedent(subject) == subject) {
            add_once(found, head);
        }
    } else if (tree.label(from) == Deprel::conj && head != kNoToken) {
        const TokenIndex shared = tree.child(head, set_of(Deprel::obj));
        if (shared != kNoToken && shared > from) {
            add_once(found, antecedent(shared));
        }
    }
}

TokenIndex Roles::after_preposition(TokenIndex from, const CueEntry& cue) const {
    const TokenIndex next = from + 1 + static_cast<TokenIndex>(cue.entry->particles.size());
    const TokenSpan sentence = text_->sentence_at(from).tokens;
    if (next >= sentence.end ||
        std::ranges::find(cue.entry->prepositions, text_->lower(next)) == cue.entry->prepositions.end()) {
        return kNoToken;
    }
    const TokenIndex head = text_->tree().head(next);
    return contains(kCaseLike, text_->tree().label(next)) && head != kNoToken && head > next ? head
                                                                                             : kNoToken;
}

/// What the prepositions of the entry bring in: "accuse Lee of fraud", "the warning about it".
void Roles::add_what_of_entry(TokenIndex from, const CueEntry& cue, std::vector<TokenIndex>& found) const {
    const LexiconEntry& entry = *cue.entry;
    add_by_preposition(from, entry.prepositions, found);
    // "For months he had praised the port" praises no months.
    std::erase_if(found, [&](TokenIndex token) {
        return token < from && text_->upos(from) == Upos::verb && text_->tree().head(token) == from;
    });
    // "accuse him of waste", "give her blessing to the plan": under what stands in between.
    const bool has_between = entry.has_person || !entry.particles.empty();
    if (found.empty() && has_between) {
        for (const TokenIndex child : text_->tree().children(from)) {
            if (contains(kObjects | set_of(Deprel::nsubj_pass), text_->tree().label(child))) {
                add_by_preposition(child, entry.prepositions, found);
            }
        }
    }
    if (found.empty() && !entry.has_person) {
        add_once(found, after_preposition(from, cue));
    }
}

/// What a passive verb is about: its subject, else the noun that it describes, else the subject of the verb
/// that it is joined to.
void Roles::add_passive_what(TokenIndex from, std::vector<TokenIndex>& found) const {
    const Tree& tree = text_->tree();
    for (const TokenIndex child : tree.children(from)) {
        if (tree.label(child) == Deprel::nsubj_pass) {
            add_once(found, antecedent(child));
        }
    }
    const TokenIndex head = tree.head(from);
    if (found.empty() && tree.label(from) == Deprel::acl) {
        add_once(found, head);
    }
    if (found.empty() && tree.label(from) == Deprel::conj && head != kNoToken) {
        add_once(found, tree.child(head, set_of(Deprel::nsubj_pass)));
    }
}

void Roles::add_what(TokenIndex from, const CueEntry& cue, std::vector<TokenIndex>& found) const {
    if (cue.entry != nullptr && !cue.entry->prepositions.empty()) {
        add_what_of_entry(from, cue, found);
        return;
    }
    const bool is_adjective = cue.word_class == WordClass::adjective || text_->upos(from) == Upos::adj;
    if (!is_adjective && is_passive(from)) {
        add_passive_what(from, found);
        if (!found.empty()) {
            return;
        }
    }
    add_object(from, found);
    if (found.empty()) {
        add_once(found, text_->tree().child(from, set_of(Deprel::ccomp, Deprel::xcomp)));
    }
}

void Roles::add_whom(TokenIndex from, const CueEntry& cue, std::vector<TokenIndex>& found) const {
    if (cue.entry != nullptr && !cue.entry->has_person) {
        return;
    }
    const DeprelSet labels = is_passive(from) ? set_of(Deprel::nsubj_pass) : kObjects;
    for (const TokenIndex child : text_->tree().children(from)) {
        if (contains(labels, text_->tree().label(child))) {
            add_once(found, antecedent(child));
        }
    }
    if (found.empty() && cue.entry != nullptr) {
        add_object(from, found);
    }
}

void Roles::add_clause(TokenIndex from, std::vector<TokenIndex>& found) const {
    const Tree& tree = text_->tree();
    for (const TokenIndex child : tree.children(from)) {
        if (tree.label(child) == Deprel::ccomp) {
            add_once(found, child);
        }
    }
    if (!found.empty()) {
        return;
    }
    if (tree.label(from) == Deprel::parataxis && tree.head(from) != kNoToken) {
        add_once(found, tree.head(from));
        return;
    }
    for (const TokenIndex child : tree.children(from)) {
        if (tree.label(child) == Deprel::parataxis && is_clause(*text_, child)) {
            add_once(found, child);
        }
    }
}

void Roles::add_possessor(TokenIndex from, std::vector<TokenIndex>& found) const {
    for (const TokenIndex child : text_->tree().children(from)) {
        if (text_->tree().label(child) == Deprel::nmod_poss) {
            add_once(found, antecedent(child));
        }
    }
}

void Roles::add_by_preposition(TokenIndex from, const std::vector<std::string>& words,
                               std::vector<TokenIndex>& found) const {
    const auto is_one = [&](std::string_view word) { return std::ranges::find(words, word) != words.end(); };
    for (const TokenIndex child : text_->tree().children(from)) {
        if (contains(kBroughtIn, text_->tree().label(child)) && has_case(*text_, child, is_one)) {
            add_once(found, antecedent(child));
        }
    }
}

TokenIndex Roles::clause_above(TokenIndex from) const {
    const Tree& tree = text_->tree();
    TokenIndex at = tree.head(from);
    for (std::uint32_t hop = 0; at != kNoToken && hop < Tree::kDeepest; ++hop) {
        const Deprel label = tree.label(at);
        if (is_clause(*text_, at) || label == Deprel::root) {
            return at;
        }
        at = tree.head(at);
    }
    return kNoToken;
}

bool Roles::has_preposition(TokenIndex from, const CueEntry& cue) const {
    if (cue.entry == nullptr || cue.entry->prepositions.empty()) {
        return false;
    }
    if (!text_->has_tree(from)) {
        const TokenIndex next = from + 1 + static_cast<TokenIndex>(cue.entry->particles.size());
        return next < text_->sentence_at(from).tokens.end &&
               std::ranges::find(cue.entry->prepositions, text_->lower(next)) !=
                   cue.entry->prepositions.end();
    }
    std::vector<TokenIndex> found;
    add_what(from, cue, found);
    return !found.empty();
}

void Roles::add_conjuncts(TokenIndex token, std::vector<TokenIndex>& found) const {
    for (const TokenIndex child : text_->tree().children(token)) {
        if (text_->tree().label(child) == Deprel::conj && !is_clause(*text_, child)) {
            add_once(found, child);
        }
    }
}

}  // namespace stancegraph
