#include "workbench/coverage_view.hpp"

#include <algorithm>
#include <string_view>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

/// "…, Lee boasted on Monday": what goes on for longer is a sentence of its own.
constexpr TokenIndex kLongestAside = 4;

/// Whether a list of the rule files has the word of the token as an entry.
bool is_in_list(const CoverageView& view, std::string_view list, TokenIndex token) {
    const LexiconId id = view.text.rules().find_lexicon(list);
    return id != kNoId && view.text.fits_list(id, token);
}

/// Somebody who can speak; "it" seldom does.
bool is_somebody(const CoverageView& view, TokenIndex head) {
    return head != kNoToken && view.kinds.is_speaker(head) && !is_in_list(view, "it_pronoun", head);
}

constexpr DeprelSet kSubjects = kNominalSubjects | set_of(Deprel::nsubj_pass, Deprel::csubj, Deprel::expl);

/// A clause of its own behind the verb, with a subject: that the plan will fail.
bool has_clause(const CoverageView& view, TokenIndex verb) {
    const Tree& tree = view.text.tree();
    const auto is_clause = [&](TokenIndex child) {
        return tree.label(child) == Deprel::ccomp && child > verb && tree.has_child(child, kSubjects);
    };
    return std::ranges::any_of(tree.children(verb), is_clause);
}

/// "…, Lee boasted." or "…, boasted Lee." with `set_off` before it.
bool stands_behind(const CoverageView& view, TokenIndex verb, TokenIndex subject, auto set_off) {
    const TokenIndex begin = subject < verb ? view.text.tree().leftmost(subject) : verb;
    const bool is_close = subject > verb || subject + 2 >= verb;
    return is_close && view.text.sentence_at(verb).tokens.begin < begin && set_off(begin - 1);
}

bool is_quotation_mark(const CoverageView& view, TokenIndex verb, TokenIndex token) {
    return token < view.text.size() && view.text.sentence_of(token) == view.text.sentence_of(verb) &&
           view.text.is_quotation_mark(token);
}

/// A quotation that begins behind the verb: behind a comma or colon, or with a capital; others are words that
/// somebody keeps at a distance.
bool has_quotation_behind(const CoverageView& view, TokenIndex verb) {
    const TokenIndex next = verb + 1;
    const bool is_set_off = next < view.text.size() &&
                            (view.text.xpos(next) == Xpos::comma || view.text.xpos(next) == Xpos::colon);
    const TokenIndex mark = is_set_off ? next + 1 : next;
    if (!is_quotation_mark(view, verb, mark) || mark + 1 >= view.text.size()) {
        return false;
    }
    const std::string_view first = view.text.form(mark + 1);
    return is_set_off || utf8::to_lower(first) != first;
}

/// Somebody who can speak is the verb's subject, and a clause or a quotation is what he says.
bool is_speech_frame(const CoverageView& view, TokenIndex verb) {
    const TokenIndex subject = view.text.tree().child(verb, kNominalSubjects);
    if (!is_somebody(view, subject) || is_in_list(view, "light_verb", verb)) {
        return false;
    }
    if (has_clause(view, verb)) {
        return true;
    }
    if (view.text.quotation_of(verb) != TextView::kNone) {
        return false;
    }
    const auto is_closing_mark = [&](TokenIndex token) {
        return is_quotation_mark(view, verb, token) && view.text.quotation_of(token) != TextView::kNone;
    };
    const auto is_comma = [&](TokenIndex token) { return view.text.xpos(token) == Xpos::comma; };
    const bool is_aside = view.text.tree().label(verb) == Deprel::parataxis &&
                          !view.text.tree().has_child(verb, set_of(Deprel::aux)) &&
                          view.text.tree().rightmost(verb) <= std::max(verb, subject) + kLongestAside;
    return has_quotation_behind(view, verb) || stands_behind(view, verb, subject, is_closing_mark) ||
           (is_aside && stands_behind(view, verb, subject, is_comma));
}

/// What the lists of cues have of this word, where that does not fit here; empty for nothing.
std::string near_entry(const CoverageView& view, TokenIndex verb) {
    const auto [of_form, of_lemma] = view.text.uses_of(verb);
    for (const WordUse* use : {of_form, of_lemma}) {
        if (use == nullptr) {
            continue;
        }
        for (const EntryRef& reference : use->entries) {
            const Lexicon& list = view.text.rules().lexicons[reference.lexicon];
            if (view.cue_lists.contains(reference.lexicon) && list.word_class == WordClass::verb) {
                return "@" + list.name + " has only '" + list.entries[reference.entry].text + "'";
            }
        }
    }
    return {};
}

}  // namespace

void add_missed_verbs(const CoverageView& view, CoverageTally& tally) {
    for (TokenIndex token = 0; token < view.annotation().token_count(); ++token) {
        if (view.text.upos(token) == Upos::verb && view.text.has_tree(token) && view.is_article_text(token) &&
            is_speech_frame(view, token) && view.cues_at(token).empty()) {
            tally.add(std::string(view.text.lemma(token)), near_entry(view, token), view.occasion_at(token));
        }
    }
}

}  // namespace stancegraph
