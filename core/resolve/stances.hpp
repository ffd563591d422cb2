#pragma once

#include <span>
#include <string>

#include "match/results.hpp"
#include "resolve/claim.hpp"
#include "resolve/phrase.hpp"
#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// Which stance a mention amounts to, with the negations and the effects that its words bring.
class StanceResolver {
public:
    StanceResolver(const ReadView& view, const RuleSet& rules, const Matches& matches)
        : view_(view), rules_(&rules), matches_(&matches) {}

    /// The label as the rule or the entry gives it.
    [[nodiscard]] std::string label_of(const Mention& mention) const;

    /// False where a mention is no claim: its stance makes none (`claims: false`), or it is something that
    /// somebody does not say. "He would not say that the plan is bad" neither states nor judges.
    [[nodiscard]] bool takes_stance(const Mention& mention) const;

    /// The stance on a subject; `statement` is what is said. A neutral stance gets its polarity from the
    /// words that judge the subject.
    [[nodiscard]] ClaimStance stance_of(const Mention& mention, std::span<const TokenSpan> statement,
                                        const ClaimSubject& subject) const;

private:
    [[nodiscard]] bool is_unsaid(const Mention& mention) const;
    [[nodiscard]] int effect_on_subject(const Mention& mention, const ClaimSubject& subject) const;
    [[nodiscard]] double stated_polarity(const Mention& mention, std::span<const TokenSpan> statement,
                                         const ClaimSubject& subject) const;
    [[nodiscard]] const Stance& turned(const Stance& stance) const;

    ReadView view_;
    const RuleSet* rules_;
    const Matches* matches_;
};

}  // namespace stancegraph
