#include "workbench/findings.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "pipeline/result_lines.hpp"
#include "text/block_lexicons.hpp"
#include "workbench/cue_entries.hpp"
#include "workbench/goal_edits.hpp"
#include "workbench/places.hpp"

namespace stancegraph {
namespace {

constexpr std::array<std::string_view, 4> kClassNames{
    "body text", "a headline", "a teaser for another article", "furniture of the page"};

/// Relations in words: `{}` is the word above.
constexpr std::array<std::pair<Deprel, std::string_view>, 8> kRelations{{
    {Deprel::nsubj, "the subject of “{}”"},
    {Deprel::nsubj_pass, "what happens to it is told by “{}”"},
    {Deprel::obj, "the object of “{}”"},
    {Deprel::conj, "joined to “{}”"},
    {Deprel::nmod_poss, "owner of “{}”"},
    {Deprel::amod, "describes “{}”"},
    {Deprel::compound, "part of a name or term with “{}”"},
    {Deprel::appos, "another name for “{}”"},
}};

class Findings {
public:
    Findings(const Trial& trial, const Goal& goal, ByteSpan part, const WantedWords& wanted)
        : trial_(trial), goal_(goal), part_(part), wanted_(wanted) {}

    [[nodiscard]] std::vector<std::string> run() {
        add_block();
        add_near_claim();
        add_words();
        add_cue();
        add_losers();
        return std::move(findings_);
    }

private:
    void add(std::string finding) { findings_.push_back(std::move(finding)); }

    [[nodiscard]] std::string words(TokenSpan tokens) const {
        const ByteSpan bytes = trial_.annotation().bytes_of(tokens);
        return on_one_line(std::string_view(trial_.document().text).substr(bytes.begin, bytes.size()));
    }

    [[nodiscard]] std::string word(TokenIndex token) const { return words({token, token + 1}); }

    void add_block() {
        for (const Paragraph& paragraph : trial_.annotation().paragraphs) {
            const bool is_read =
                paragraph.block_class == BlockClass::body || paragraph.block_class == BlockClass::headline;
            if (is_read || !paragraph.span.overlaps(part_)) {
                continue;
            }
            add(fmt::format(
                "this paragraph is not read: it was taken for {} (explain --blocks FILE shows all)",
                kClassNames[static_cast<std::size_t>(paragraph.block_class)]));
            add_block_phrases(paragraph.span);
            add_as_body(paragraph.span);
            return;
        }
    }

    /// The phrases of the lists of 06-blocks.yaml that stand in it: the edit would be to take one out.
    void add_block_phrases(ByteSpan bytes) {
        const std::string text =
            utf8::to_lower(std::string_view(trial_.document().text).substr(bytes.begin, bytes.size()));
        for (const std::string_view name : kBlockListNames) {
            const LexiconId id = trial_.rules().find_lexicon(name);
            for (std::size_t at = 0; id != kNoId && at < trial_.rules().lexicons[id].entries.size(); ++at) {
                const LexiconEntry& entry = trial_.rules().lexicons[id].entries[at];
                if (text.find(utf8::to_lower(entry.text)) != std::string::npos) {
                    add(fmt::format("“{}” stands in it, of the list {}: take it out at {} if it misleads",
                                    entry.text, name, place_of(entry.location)));
                }
            }
        }
    }

    /// What the paragraph would give as body text.
    void add_as_body(ByteSpan bytes) {
        Document document = trial_.document();
        for (Block& block : document.blocks) {
            block.block_class = block.span.overlaps(bytes) ? BlockClass::body : block.block_class;
        }
        const Trial as_body(trial_.rules(), document);
        const bool is_found = distance(goal_, as_body.processed().resolved, part_) == 0;
        add(is_found ? "tried: read as body text it gives the claim"
                     : "tried: read as body text it does not give the claim either");
    }

    void add_near_claim() {
        const Claim* const claim = nearest_claim(goal_, trial_.processed().resolved, part_);
        const Difference differs = claim == nullptr ? Difference() : difference(goal_, *claim);
        if (claim == nullptr || differs.count() > 2) {
            return;
        }
        std::string what;
        const auto add_difference = [&what](bool does_differ, std::string text) {
            what += !does_differ ? "" : (what.empty() ? "" : ", and ") + std::move(text);
        };
        add_difference(differs.speaker, fmt::format("its speaker is called “{}”", claim->speaker.name));
        add_difference(differs.stance, fmt::format("its stance is “{}”", claim->stance.label));
        add_difference(differs.subject, fmt::format("its subject is called “{}”", claim->subject.name));
        add_difference(differs.rest, "what stands in brackets differs");
        add(fmt::format("there is a claim like it on “{}”, but {}", claim->cue_text, what));
        near_ = claim;
    }

    [[nodiscard]] std::string relation_of(TokenIndex token) const {
        const TokenIndex above = trial_.text().tree().head(token);
        if (above == kNoToken) {
            return "the main word of its sentence";
        }
        const TokenIndex preposition = preposition_of(trial_.text(), token);
        if (preposition != kNoToken && trial_.text().tree().label(token) != Deprel::nmod_poss) {
            return fmt::format("behind “{}”, beside “{}”", word(preposition), word(above));
        }
        const auto known = std::ranges::find(kRelations, trial_.text().tree().label(token),
                                             [](const auto& relation) { return relation.first; });
        return known == kRelations.end()
                   ? fmt::format("{} of “{}” in the tree", name_of(trial_.text().tree().label(token)),
                                 word(above))
                   : fmt::format(fmt::runtime(known->second), word(above));
    }

    void add_place(std::string_view what, const std::string& name, const Located& found) {
        if (found.is_found()) {
            add(fmt::format(
                "{} “{}” is there: {}{}", what, words(found.tokens), relation_of(found.head),
                found.is_pronoun ? "; whom the pronoun means is worked out from the text before" : ""));
        } else if (name != "AUTHOR") {
            add(fmt::format(
                "no words for the {} “{}” are in this sentence, and rules find only what is there", what,
                name));
        }
    }

    void add_words() {
        const Difference differs =
            near_ == nullptr ? Difference{true, true, true, true, true} : difference(goal_, *near_);
        if (differs.speaker) {
            add_place("speaker", goal_.speaker, wanted_.speaker);
        }
        if (differs.subject) {
            add_place("subject", goal_.subject, wanted_.subject);
        }
        const bool are_found = wanted_.speaker.is_found() && wanted_.subject.is_found();
        if (are_found && tree_distance(trial_.text(), wanted_.speaker.head, wanted_.subject.head) == kFar) {
            add("they stand in different sentences, and the ways of slots stay in one; rules with `given` "
                "join two");
        }
    }

    [[nodiscard]] bool has_result(TokenIndex token) const {
        const ByteSpan bytes = trial_.annotation().span[token];
        const Resolved& resolved = trial_.processed().resolved;
        return std::ranges::any_of(resolved.claims,
                                   [&](const Claim& claim) { return claim.cue.overlaps(bytes); }) ||
               std::ranges::any_of(resolved.attributions, [&](const Attribution& attribution) {
                   return attribution.cue.overlaps(bytes);
               });
    }

    /// The lists in which the word stands, whatever it was read as: "con (30-lexicons.yaml:515)".
    [[nodiscard]] std::vector<std::string> lists_with(TokenIndex token) const {
        std::vector<std::string> found;
        for (const LexiconId id : stance_lists(trial_.rules())) {
            const Lexicon& list = trial_.rules().lexicons[id];
            const auto at = std::ranges::find_if(list.entries, [&](const LexiconEntry& entry) {
                return entry.head == trial_.text().lemma(token) || entry.head == trial_.text().lower(token);
            });
            if (at != list.entries.end()) {
                found.push_back(fmt::format("{} as “{}” ({})", list.name, at->text, place_of(at->location)));
            }
        }
        return found;
    }

    /// The first word that could carry the claim and carries nothing.
    void add_cue() {
        if (!wanted_.subject.is_found() || near_ != nullptr) {
            return;
        }
        for (const TokenIndex cue : likely_cues(trial_, part_, wanted_)) {
            if (has_result(cue)) {
                continue;
            }
            const std::vector<std::string> lists = lists_with(cue);
            if (lists.empty()) {
                add(fmt::format("“{}” is in no word list that rules start from", word(cue)));
                return;
            }
            add(fmt::format("“{}” was read as {} and is in {}; no rule found all it needs", word(cue),
                            name_of(trial_.text().upos(cue)), fmt::join(lists, ", ")));
            add_misses(cue);
            return;
        }
    }

    void add_misses(TokenIndex cue) {
        for (const NearMiss& miss : trial_.trace().near_misses) {
            if (miss.cue == cue) {
                add(fmt::format("{} ({}): {}{}{}", trial_.rules().rules[miss.rule].name,
                                place_of(trial_.rules().rules[miss.rule].location), miss.wanted,
                                miss.found.empty() ? "" : "; ", miss.found));
            }
        }
    }

    void add_losers() {
        constexpr std::size_t kMost = 3;
        std::size_t told = 0;
        for (const Beaten& beaten : trial_.trace().beaten) {
            const bool could_give = (beaten.loser.stage == Stage::attribution) == (goal_.stance == "states");
            const bool is_here = could_give && told < kMost && !beaten.loser.cue.empty() &&
                                 trial_.annotation().span[beaten.loser.cue.front()].overlaps(part_);
            if (!is_here || trial_.annotation().span[beaten.loser.cue.front()].overlaps(
                                near_ == nullptr ? ByteSpan() : near_->cue)) {
                continue;  // what won gave a claim much like it
            }
            ++told;
            const Rule& loser = trial_.rules().rules[beaten.loser.rule];
            const std::string winner =
                beaten.winner == kNoId
                    ? std::string()
                    : " to " +
                          trial_.rules().rules[trial_.processed().matches.mentions[beaten.winner].rule].name;
            add(fmt::format("{} ({}) fits on “{}”, but lost{}: {}", loser.name, place_of(loser.location),
                            word(beaten.loser.cue.front()), winner, beaten.reason));
        }
    }

    const Trial& trial_;
    const Goal& goal_;
    ByteSpan part_;
    const WantedWords& wanted_;
    const Claim* near_ = nullptr;  ///< The claim that is like the wanted one.
    std::vector<std::string> findings_;
};

}  // namespace

std::vector<std::string> findings_of(const Trial& trial, const Goal& goal, ByteSpan part,
                                     const WantedWords& wanted) {
    return Findings(trial, goal, part, wanted).run();
}

}  // namespace stancegraph
