#pragma once

#include <functional>
#include <span>
#include <vector>

#include "resolve/claim.hpp"
#include "resolve/entities.hpp"
#include "resolve/noun_names.hpp"

namespace stancegraph {

/// What claims are about. The taxonomy first, then the words themselves in their shortest telling form; words
/// that name nothing by themselves (it, this, the move) stand for the topic under discussion.
class SubjectResolver {
public:
    enum class Deeds : std::uint8_t { named, seen_through };
    using Persons = std::function<std::string(TokenIndex pronoun)>;

    SubjectResolver(const ReadView& view, const RuleSet& rules, const Matches& matches,
                    const EntityTable& entities);

    /// The subject that the words name. `from` is taxonomy or phrase; statement, paragraph or document where
    /// the words only refer back. The name is empty when nothing can be found.
    /// With Deeds::named "the end of the embargo" is a subject of its own, else the embargo is.
    [[nodiscard]] ClaimSubject of_words(std::span<const TokenSpan> pieces, TokenIndex head,
                                        Deeds deeds = Deeds::named) const;

    /// What a statement is about: the weightiest taxonomy entry in it (grammatical subject of its main verb
    /// 3, object 2, other 1, plus depth), else its main noun phrase, else the topic of the text around it.
    /// `person_behind` names the person whom a pronoun or title stands for; empty for none.
    [[nodiscard]] ClaimSubject topic_of(std::span<const TokenSpan> pieces,
                                        const Persons& person_behind) const;

    /// What the text before `token` is about, in its sentence, then its paragraph, then the whole document.
    [[nodiscard]] ClaimSubject topic_before(TokenIndex token) const;

private:
    [[nodiscard]] bool is_in_person_name(TokenSpan tokens) const;
    [[nodiscard]] const SubjectMention* weightiest_in(TokenSpan tokens) const;
    [[nodiscard]] double weight_of(const SubjectMention& mention, TokenSpan within) const;
    /// "Allowing the sales would help": the clause before its verb.
    [[nodiscard]] ClaimSubject of_clausal_subject(TokenSpan piece) const;
    [[nodiscard]] TokenIndex main_noun(TokenSpan piece) const;
    [[nodiscard]] ClaimSubject of_referring_subject(TokenSpan piece, const Persons& person_behind) const;
    [[nodiscard]] bool names_end(TokenIndex noun) const;
    [[nodiscard]] bool points_back(TokenIndex noun) const;
    [[nodiscard]] ClaimSubject of_deed(TokenSpan piece, TokenIndex verb) const;
    [[nodiscard]] ClaimSubject of_complement(TokenIndex noun) const;
    [[nodiscard]] ClaimSubject of_mention(const SubjectMention& mention, std::string_view from) const;
    [[nodiscard]] const EntityMention* named_by(TokenIndex noun) const;
    [[nodiscard]] ClaimSubject of_noun(TokenIndex noun) const;
    [[nodiscard]] std::span<const SubjectMention> mentions_in(TokenSpan tokens) const;

    const ReadView* view_;
    const RuleSet* rules_;
    const EntityTable* entities_;
    NounNames names_;
    std::vector<SubjectMention> mentions_;  ///< Without those that are part of a person's name.
    const SubjectMention* focus_ =
        nullptr;  ///< Of the whole document; title and first paragraph count triple.
};

}  // namespace stancegraph
