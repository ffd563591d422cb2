#include "match/roles.hpp"

#include <algorithm>

#include "match/phrases.hpp"
#include "match/word_order.hpp"

namespace stancegraph {
namespace {

using pattern::Role;

constexpr DeprelSet kObjects = set_of(Deprel::obj, Deprel::iobj);
constexpr DeprelSet kCaseLike = set_of(Deprel::case_, Deprel::mark);
constexpr DeprelSet kBroughtIn =
    kObliques | kNominalModifiers | set_of(Deprel::advcl, Deprel::acl, Deprel::nmod_desc);

/// How far a shared subject is looked for.
constexpr std::uint32_t kMostHops = 6;

void add_once(std::vector<TokenIndex>& found, TokenIndex token) {
    if (token != kNoToken && std::ranges::find(found, token) == found.end()) {
        found.push_back(token);
    }
}

template <typename Wanted>
bool has_case(const TextView& text, TokenIndex token, Wanted is_wanted) {
    return std::ranges::any_of(text.tree().children(token), [&](TokenIndex child) {
        return contains(kCaseLike, text.tree().label(child)) && is_wanted(text.lower(child));
    });
}

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

bool Roles::is_passive(TokenIndex verb) const {
    const Tree& tree = text_->tree();
    if (tree.has_child(verb, set_of(Deprel::aux_pass))) {
        return true;
    }
    // "Asked about the plan, she nodded": a participle, whatever it was read as; somebody asked her.
    const bool is_participle = text_->xpos(verb) == Xpos::vbn || text_->xpos(verb) == Xpos::vbd;
    if (is_participle && tree.label(verb) == Deprel::advcl &&
        !tree.has_child(verb, kNominalSubjects | set_of(Deprel::aux, Deprel::nsubj_pass, Deprel::csubj))) {
        return true;
    }
    if (text_->xpos(verb) != Xpos::vbn) {
        // A finite form without an auxiliary is active, whatever its subject was taken for.
        return !is_finite(*text_, verb) &&
               tree.has_child(verb, set_of(Deprel::nsubj_pass, Deprel::csubj_pass));
    }
    if (tree.label(verb) == Deprel::acl || tree.has_child(verb, set_of(Deprel::obl_agent))) {
        return true;
    }
    const TokenIndex head = tree.head(verb);
    const bool shares_auxiliary = tree.label(verb) == Deprel::conj && head != kNoToken &&
                                  !tree.has_child(verb, kNominalSubjects | set_of(Deprel::aux));
    if (shares_auxiliary) {
        return tree.has_child(head, set_of(Deprel::aux_pass));
    }
    // A main verb without an auxiliary is a past tense that was read as a participle.
    return tree.label(verb) != Deprel::root && tree.has_child(verb, set_of(Deprel::nsubj_pass));
}

void Roles::add_agent(TokenIndex verb, std::vector<TokenIndex>& found) const {
    const auto is_by = [&](std::string_view word) { return text_->compiled().is_agent_preposition(word); };
    for (const TokenIndex child : text_->tree().children(verb)) {
        const Deprel label = text_->tree().label(child);
        if (label == Deprel::obl_agent || (contains(kObliques, label) && has_case(*text_, child, is_by))) {
            add_once(found, child);
        }
    }
}

/// A verb has one subject. Where a greedy parser gives it two, the far one heads a statement that stands
/// before "…, he said".
void Roles::add_subject(TokenIndex verb, bool with_passive, std::vector<TokenIndex>& found) const {
    const DeprelSet labels = with_passive ? kNominalSubjects | set_of(Deprel::nsubj_pass) : kNominalSubjects;
    TokenIndex nearest = kNoToken;
    const auto distance = [&](TokenIndex token) { return token > verb ? token - verb : verb - token; };
    for (const TokenIndex child : text_->tree().children(verb)) {
        // "Kim said Monday": a day says nothing.
        if (contains(labels, text_->tree().label(child)) &&
            !text_->compiled().is_date_word(text_->lower(child)) &&
            (nearest == kNoToken || distance(child) < distance(nearest))) {
            nearest = child;
        }
    }
    if (nearest != kNoToken) {
        add_once(found, antecedent(nearest));
    }
}

void Roles::add_who(TokenIndex from, const CueEntry& cue, std::vector<TokenIndex>& found) const {
    const bool is_adjective = cue.word_class == WordClass::adjective || text_->upos(from) == Upos::adj;
    if (!is_adjective && is_passive(from)) {
        add_agent(from, found);
        return;
    }
    add_subject(from, is_adjective || text_->xpos(from) == Xpos::vbn || is_finite(*text_, from), found);
    if (found.empty()) {
        add_subject_of_participle(from, found);
    }
    if (found.empty()) {
        add_shared_subject(from, 0, found);
    }
}

/// "People briefed on the move said": where the participle was read as a clause of its own, it has the
/// subject.
void Roles::add_subject_of_participle(TokenIndex verb, std::vector<TokenIndex>& found) const {
    const Tree& tree = text_->tree();
    if (!is_finite(*text_, verb)) {
        return;
    }
    for (const TokenIndex child : tree.children(verb)) {
        const Xpos tag = text_->xpos(child);
        const bool is_participle = tag == Xpos::vbn || tag == Xpos::vbd;
        if (child < verb && is_participle && tree.label(child) == Deprel::advcl &&
            !tree.has_child(child, set_of(Deprel::aux, Deprel::aux_pass, Deprel::mark)) &&
            !has_separator(*text_, {child, verb})) {
            add_subject(child, true, found);
        }
    }
}

/// The subject that the words show, active or passive, or the one that is shared.
void Roles::add_surface_subject(TokenIndex from, std::uint32_t depth, std::vector<TokenIndex>& found) const {
    add_subject(from, true, found);
    if (found.empty() && depth < kMostHops) {
        add_shared_subject(from, depth + 1, found);
    }
}

void Roles::add_shared_subject(TokenIndex from, std::uint32_t depth, std::vector<TokenIndex>& found) const {
    const Tree& tree = text_->tree();
    const TokenIndex head = tree.head(from);
    if (head == kNoToken) {
        return;
    }
    const Deprel label = universal(tree.label(from));
    const bool is_infinitive = tree.label(from) == Deprel::acl && text_->xpos(from) == Xpos::vb;
    if (is_set_off_participle(from)) {
        add_surface_subject(reporting_clause(from), depth, found);
    } else if (const TokenIndex object = controlling_object(from); object != kNoToken) {
        add_once(found, antecedent(object));
    } else if (label == Deprel::conj || label == Deprel::advcl) {
        if (is_clause(*text_, head) || text_->upos(head) == Upos::adj) {
            add_surface_subject(head, depth, found);
        }
    } else if (label == Deprel::xcomp) {
        add_surface_subject(head, depth, found);
    } else if (label == Deprel::amod || (label == Deprel::acl && !is_infinitive)) {
        // "a plan to ban" has no speaker in "plan"; "officials saying" and "lawmakers opposed to" have.
        add_once(found, head);
    }
}

/// "urged him to stay", "blamed her for staying": who the verb above acts on does it; kNoToken where another
/// does.
TokenIndex Roles::controlling_object(TokenIndex from) const {
    const Tree& tree = text_->tree();
    const auto gives_control = [&](std::string_view word) {
        return text_->compiled().is_object_control(word);
    };
    const Deprel label = universal(tree.label(from));
    const bool is_controlled =
        label == Deprel::xcomp ||
        (label == Deprel::advcl && text_->xpos(from) == Xpos::vbg && has_case(*text_, from, gives_control));
    const TokenIndex object = is_controlled ? tree.child(tree.head(from), kObjects) : kNoToken;
    return object < from ? object : kNoToken;
}

/// "…, adding": told by whoever tells what stands before it, wherever the parser put it.
bool Roles::is_set_off_participle(TokenIndex from) const {
    const DeprelSet labels = set_of(Deprel::advcl, Deprel::acl);
    return text_->xpos(from) == Xpos::vbg && contains(labels, text_->tree().label(from)) && from > 0 &&
           is_separator(*text_, from - 1) && clause_above(from) != kNoToken && clause_above(from) < from;
}

/// The clause around the one of the token, out of all that is only reported.
TokenIndex Roles::reporting_clause(TokenIndex from) const {
    TokenIndex at = clause_above(from);
    for (std::uint32_t hop = 0;
         hop < kMostHops && text_->tree().label(at) == Deprel::ccomp && text_->tree().head(at) < at; ++hop) {
        at = text_->tree().head(at);
    }
    return at;
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
            return tree.head(at);
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
