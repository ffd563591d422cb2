#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/vocabulary.hpp"
#include "match/mention.hpp"
#include "resolve/claim.hpp"

namespace stancegraph {

/// Who said what by which words: an attribution with its parts as spans, the unit of attributions.jsonl.
struct Attribution {
    MentionId mention = kNoId;
    ClaimSpeaker speaker;  ///< Its span is empty where the text names no speaker; it covers all of
                           ///< "Kim, Lee and Park", of whom the first is told here.
    std::vector<std::string> further_speakers;  ///< The names of the others, in text order.
    std::string stance;                         ///< Label: `states`, `warns of`, …
    ByteSpan cue;                               ///< With auxiliaries, negation and particles.
    std::vector<ByteSpan> statement;            ///< Pieces in text order.
    std::string via;
    RuleId rule = kNoId;
    std::vector<RuleId> continued_by;  ///< The rules that joined further pieces to it.
    bool is_outermost = true;          ///< Not inside a quotation or the statement of another attribution.
};

/// All that one document yields.
struct Resolved {
    std::vector<Claim> claims;              ///< By cue, then rule.
    std::vector<MentionId> claim_mentions;  ///< For each claim the mention that it comes from.
    std::vector<Attribution> attributions;  ///< By cue.
};

/// What names speakers, subjects and stances: the rule set's actors, subjects and word lists. Shared by all
/// threads.
class Resolver {
public:
    /// `rules` must outlive the resolver.
    explicit Resolver(const RuleSet& rules);
    ~Resolver();

    /// Turns mentions into claims: speakers by full name, surname, title, apposition, pronoun; subjects by
    /// the taxonomy, else by their shortest telling form; stances by the list entry, modifiers and judging
    /// words inside the statement. `vocabulary` is the one that `annotation` was made with. A function of its
    /// arguments alone.
    [[nodiscard]] Resolved resolve(const Document& document, const Annotation& annotation,
                                   Vocabulary& vocabulary, const Matches& matches) const;

private:
    struct Implementation;
    std::unique_ptr<const Implementation> implementation_;
};

/// One line of attributions.jsonl without its line end: doc, speaker, cue, content.
[[nodiscard]] std::string to_json(const Attribution& attribution, const std::string& doc);

}  // namespace stancegraph
