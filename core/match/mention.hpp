#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "ruleset/ruleset.hpp"
#include "text/annotation.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// The place of a mention in Matches::mentions.
using MentionId = std::uint32_t;

/// What fills a slot: words of the text, or something to be resolved later.
struct SlotValue {
    enum class Form : std::uint8_t {
        words,      ///< `pieces`, in text order; `head` is the syntactic head of the first.
        author,     ///< Whoever wrote the article.
        enclosing,  ///< The speaker of mention `of` (the statement around the cue).
        topic  ///< What the statement of mention `of` is about; with kNoId, what the text around the cue is
               ///< about.
    };

    std::string name;  ///< `speaker`, `subject`, `statement`, `target`, `via`, `label`, …
    Form form = Form::words;
    std::vector<TokenSpan> pieces;
    TokenIndex head = kNoToken;
    MentionId of = kNoId;
};

/// One result of a rule in the text: who, by which cue, says or thinks what; not yet resolved to actors and
/// subjects.
struct Mention {
    Stage stage = Stage::attribution;
    RuleId rule = kNoId;
    LexiconId lexicon =
        kNoId;  ///< With `entry`: the list entry that matched the cue; kNoId where a plain word did.
    std::uint32_t entry = 0;       ///< Index into Lexicon::entries.
    StanceId stance = kNoId;       ///< Of `emit`, or else of the entry.
    std::vector<TokenIndex> cue;   ///< Head first, then particles; not empty.
    std::vector<SlotValue> slots;  ///< At most one of each name, except several fillers of a conjoined slot:
                                   ///< those are mentions of their own.
    std::vector<TokenSpan> reach;  ///< All that the cue's verb says of its subject, up to where the sentence
                                   ///< turns to something else; empty where the slots tell all.
    TokenSpan left_out;            ///< Words behind the pause where the statement was ended by counts.
    double end_odds = 0.0;         ///< That it ends there; 0 where it was not ended.
    double certainty = 1.0;        ///< Product of the factors of rule, entry and modifiers.
    bool is_guess = false;         ///< Its speaker is the nearest one, where the tree names none.
    bool is_negated = false;
    Modality modality = Modality::asserted;
    std::vector<RuleId> modifiers;  ///< The modifier rules that applied, in order.
    bool is_judged_by_author = false;
    MentionId joins = kNoId;       ///< The attribution whose statement this one continues.
    std::vector<MentionId> given;  ///< The earlier mentions that this one builds on.

    [[nodiscard]] const SlotValue* find(std::string_view slot) const;
};

/// An entry of `actors:` found in the text.
struct ActorMention {
    TokenSpan tokens;  ///< The widest phrase of the alias; sorted by begin.
    ActorId actor = kNoId;
};

/// A node of `subjects:` found in the text; of overlapping ones the deepest, then longest.
struct SubjectMention {
    TokenSpan tokens;
    SubjectId subject = kNoId;
};

/// Why a candidate did not become a mention; only recorded when a trace is wanted.
struct Beaten {
    Mention loser;
    MentionId winner =
        kNoId;  ///< kNoId: by an `unless`, `where` or an `emit: nothing` rule, told in `reason`.
    std::string reason;
};

/// A rule whose trigger is in the sentence and which lacked at most one thing (rules/README.md, "Near
/// misses").
struct NearMiss {
    /// What was missing: the filler of a required slot, a part of the pattern, the cue's part of speech.
    enum class Form : std::uint8_t { slot, part, word_class };

    Form form = Form::slot;
    RuleId rule = kNoId;
    LexiconId lexicon = kNoId;
    std::uint32_t entry = 0;
    TokenIndex cue = kNoToken;
    double distance = 1.0;
    std::string wanted;  ///< "no speaker: 'cue >who' found nothing"
    std::string found;   ///< "'rejected' has nsubj:pass plan, aux:pass was"
    std::string
        part;  ///< The name of the slot; the pattern's list or kind, `@say` or `NP`, empty for others.
};

/// Filled by find_mentions when given: costs time, so only `explain` asks for it.
struct Trace {
    std::vector<Beaten> beaten;
    std::vector<NearMiss> near_misses;  ///< At most three for each sentence, best first.
};

/// All that matching finds in one document.
struct Matches {
    std::vector<Mention> mentions;  ///< By stage, then cue.
    std::vector<ActorMention> actors;
    std::vector<SubjectMention> subjects;
};

}  // namespace stancegraph
