#pragma once

#include <string_view>
#include <vector>

#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// Which word lists hold cues: the words on which statements and claims hang.
class CueLists {
public:
    explicit CueLists(const RuleSet& rules);

    /// True if a rule that is on gives results on the list's words: those inside of `cue:` in its match.
    [[nodiscard]] bool contains(LexiconId list) const { return is_cue_[list]; }

    /// The list of verbs that most rules of the stage attribution read clauses with, or (`for_quotations`)
    /// quotations: where a new verb of saying belongs. Of equals the first; kNoId where there is none.
    [[nodiscard]] LexiconId list_for_verbs(bool for_quotations) const {
        return for_quotations ? quotation_list_ : clause_list_;
    }

private:
    void add(const RuleSet& rules, const Rule& rule);

    std::vector<bool> is_cue_;
    std::vector<std::uint32_t> clause_rules_;  ///< By list: how many rules.
    std::vector<std::uint32_t> quotation_rules_;
    LexiconId clause_list_ = kNoId;
    LexiconId quotation_list_ = kNoId;
};

}  // namespace stancegraph
