#pragma once

#include <map>
#include <string>
#include <vector>

#include "resolve/appearances.hpp"
#include "resolve/claim.hpp"

namespace stancegraph {

/// Who speaks in each mention. Works through the document in the order of `resolve` calls, which must be the
/// order of the text: a pronoun looks back at the entities named and the speakers resolved so far.
class SpeakerResolver {
public:
    SpeakerResolver(const ReadView& view, const RuleSet& rules, const Matches& matches,
                    EntityTable& entities);

    /// The speaker in that slot of the mention; remembered, so that asking twice costs nothing. For a missing
    /// slot and for words that name nobody (a pronoun without antecedent) the name is empty.
    [[nodiscard]] const ClaimSpeaker& resolve(MentionId mention, std::string_view slot);

    /// Whoever wrote the article: the author of the settings, else of the article, else its outlet.
    [[nodiscard]] ClaimSpeaker author() const;
    /// Whom a pronoun for a person (he, her) stands for: not for `subject`, who does something to that
    /// person; whom a title means ("the mayor"). Empty for other words and without an antecedent.
    [[nodiscard]] std::string person_behind(TokenIndex word, const std::string& subject);

private:
    struct Resolution {
        EntityId entity = kNoId;
        std::string resolved_by;
        std::string name;  ///< Set where there is no entity.
        std::string kind;
    };

    [[nodiscard]] ClaimSpeaker speaker_of(MentionId mention, const SlotValue& value);
    [[nodiscard]] Resolution resolve_words(const SlotValue& value);
    [[nodiscard]] Resolution resolve_pronoun(TokenIndex token);
    [[nodiscard]] Resolution resolve_first_person(TokenIndex token);
    [[nodiscard]] EntityId one_of_kind(TokenIndex noun) const;
    [[nodiscard]] Resolution resolve_noun(TokenIndex head);
    [[nodiscard]] const EntityMention* named_in(const SlotValue& value, TokenIndex head) const;
    [[nodiscard]] bool is_title_of(TokenIndex noun, TokenSpan name) const;
    [[nodiscard]] EntityId represented_by(TokenIndex head) const;
    [[nodiscard]] EntityId titled_one(TokenIndex noun);

    const ReadView* view_;
    const RuleSet* rules_;
    const Matches* matches_;
    EntityTable* entities_;
    Appearances appearances_;
    std::vector<std::map<std::string, ClaimSpeaker, std::less<>>>
        resolved_;                      ///< For each mention: slot to speaker.
    std::vector<bool> is_open_;         ///< Mentions being resolved: ends circular references.
    std::vector<MentionId> stated_in_;  ///< For each token the first attribution that states it, or kNoId.
};

}  // namespace stancegraph
