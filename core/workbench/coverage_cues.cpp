#include <algorithm>
#include <map>
#include <set>

#include "workbench/coverage_view.hpp"

namespace stancegraph {
namespace {

/// For each sentence whether anything was found in it.
std::vector<bool> fruitful_sentences(const CoverageView& view) {
    const Annotation& annotation = view.annotation();
    std::vector<bool> gave(annotation.sentences.size(), false);
    const auto mark = [&](MentionId mention) {
        const std::vector<TokenIndex>& cue = view.processed.matches.mentions[mention].cue;
        gave[annotation.sentence_of(cue.front())] = true;
    };
    for (const Attribution& attribution : view.processed.resolved.attributions) {
        mark(attribution.mention);
    }
    std::ranges::for_each(view.processed.resolved.claim_mentions, mark);
    for (const TokenSpan span : statement_tokens(view)) {
        for (TokenIndex token = span.begin; token < span.end;
             token = annotation.sentences[annotation.sentence_of(token)].tokens.end) {
            gave[annotation.sentence_of(token)] = true;
        }
    }
    return gave;
}

/// The cues that a rule decided on: with nothing as the result, that is what its author wants.
std::set<TokenIndex> decided_cues(const CoverageView& view) {
    std::set<TokenIndex> cues;
    for (const Beaten& beaten : view.trace.beaten) {
        cues.insert(beaten.loser.cue.front());
    }
    return cues;
}

/// A list of any part of speech says nothing of a word that another list has as one that it is not here:
/// "back" the adverb is no "back" the verb.
bool is_misread(const CoverageView& view, TokenIndex token, const EntryRef& fitting) {
    const std::vector<Lexicon>& lists = view.text.rules().lexicons;
    if (lists[fitting.lexicon].word_class != WordClass::any) {
        return false;
    }
    const auto [of_form, of_lemma] = view.text.uses_of(token);
    const auto is_classed = [&](const EntryRef& entry) {
        return lists[entry.lexicon].word_class != WordClass::any && view.cue_lists.contains(entry.lexicon);
    };
    return (of_form != nullptr && std::ranges::any_of(of_form->entries, is_classed)) ||
           (of_lemma != nullptr && std::ranges::any_of(of_lemma->entries, is_classed));
}

/// "no speaker" of "no speaker: 'cue >who' found nothing".
std::string in_short(const std::string& wanted) {
    return wanted.substr(0, wanted.find(": "));
}

}  // namespace

void add_missed_cues(const CoverageView& view, CoverageTally& tally) {
    const std::vector<bool> gave = fruitful_sentences(view);
    const std::set<TokenIndex> decided = decided_cues(view);
    std::map<TokenIndex, std::string> reasons;
    for (const NearMiss& miss : view.trace.near_misses) {
        reasons.emplace(miss.cue, in_short(miss.wanted));
    }
    for (TokenIndex token = 0; token < view.annotation().token_count(); ++token) {
        if (gave[view.text.sentence_of(token)] || !view.is_article_text(token) || decided.contains(token)) {
            continue;
        }
        const std::vector<EntryFit> fits = view.cues_at(token);
        if (fits.empty() || is_misread(view, token, fits.front().entry)) {
            continue;
        }
        const Lexicon& list = view.text.rules().lexicons[fits.front().entry.lexicon];
        const auto reason = reasons.find(token);
        tally.add(list.entries[fits.front().entry.entry].text, "@" + list.name,
                  view.occasion_at(token, reason == reasons.end() ? std::string() : reason->second));
    }
}

}  // namespace stancegraph
