#pragma once

#include <memory>
#include <vector>

#include "base/vocabulary.hpp"
#include "match/mention.hpp"
#include "resolve/attribution.hpp"
#include "resolve/claim.hpp"

namespace stancegraph {

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

}  // namespace stancegraph
