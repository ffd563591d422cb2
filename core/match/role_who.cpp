#include "match/phrases.hpp"
#include "match/role_steps.hpp"
#include "match/roles.hpp"
#include "match/word_order.hpp"

/// The part of Roles that finds who does what a verb says.
namespace stancegraph {

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
    if (nearest == kNoToken) {
        return;
    }
    // "That said, …": a lone "that" is nobody.
    const TokenIndex subject = antecedent(subject_within(nearest));
    if (!text_->compiled().opens_clause(text_->lower(subject))) {
        add_once(found, subject);
    }
}

/// "Scholars from several think tanks concluded": a noun that says nothing by itself has no subject, so where
/// it was given one, that one is who is meant.
TokenIndex Roles::subject_within(TokenIndex noun) const {
    const Tree& tree = text_->tree();
    const TokenIndex inner = tree.child(noun, kNominalSubjects);
    const bool is_phrase = tree.has_child(noun, set_of(Deprel::case_)) &&
                           !tree.has_child(noun, set_of(Deprel::cop, Deprel::mark));
    return inner != kNoToken && inner < noun && is_phrase ? inner : noun;
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
        if (child < verb && is_participle &&
            contains(set_of(Deprel::advcl, Deprel::csubj, Deprel::acl), tree.label(child)) &&
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

/// "urged him to stay", "blamed her for staying", "the vote led some to leave": who the verb above acts on
/// does it; kNoToken where another does.
TokenIndex Roles::controlling_object(TokenIndex from) const {
    const Tree& tree = text_->tree();
    const auto gives_control = [&](std::string_view word) {
        return text_->compiled().is_object_control(word);
    };
    const Deprel label = universal(tree.label(from));
    const TokenIndex above = tree.head(from);
    const TokenIndex object = tree.child(above, kObjects);
    if (object == kNoToken || object > from) {
        return kNoToken;
    }
    const bool is_controlled = label == Deprel::xcomp ||
                               (label == Deprel::advcl &&
                                (text_->xpos(from) == Xpos::vb ? is_led_by_thing(above, object)
                                                               : text_->xpos(from) == Xpos::vbg &&
                                                                     has_case(*text_, from, gives_control)));
    return is_controlled ? object : kNoToken;
}

/// A thing makes people do something; people do things for a purpose of their own.
bool Roles::is_led_by_thing(TokenIndex verb, TokenIndex object) const {
    const TokenIndex subject = text_->tree().child(verb, kNominalSubjects);
    return subject != kNoToken && !can_speak(*text_, subject) &&
           (text_->upos(object) == Upos::pron || text_->upos(object) == Upos::det ||
            can_speak(*text_, object));
}

/// "…, adding", "…, also saying": told by whoever tells what stands before it, wherever the parser put it.
bool Roles::is_set_off_participle(TokenIndex from) const {
    const Tree& tree = text_->tree();
    const DeprelSet labels = set_of(Deprel::advcl, Deprel::acl);
    TokenIndex first = from;
    while (first > 0 && tree.label(first - 1) == Deprel::advmod && tree.head(first - 1) == from) {
        --first;
    }
    return text_->xpos(from) == Xpos::vbg && contains(labels, tree.label(from)) && first > 0 &&
           is_separator(*text_, first - 1) && clause_above(from) != kNoToken && clause_above(from) < from;
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

}  // namespace stancegraph
