#include "workbench/explanation.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "pipeline/result_lines.hpp"
#include "workbench/miss_edits.hpp"
#include "workbench/places.hpp"
#include "workbench/tree_drawing.hpp"

namespace stancegraph {
namespace {

class Explanation {
public:
    explicit Explanation(const Trial& trial) : trial_(trial) {}

    [[nodiscard]] std::string of(std::optional<ByteSpan> part) {
        std::vector<const Sentence*> shown;
        for (const Sentence& sentence : annotation().sentences) {
            if (!part.has_value() || sentence.span.overlaps(*part)) {
                shown.push_back(&sentence);
            }
        }
        mends_ = shown.size() <= kMostMended;
        for (const Sentence* sentence : shown) {
            add_sentence(*sentence);
        }
        return std::move(text_);
    }

private:
    void add_line(std::string_view label, const std::string& content) {
        text_ += fmt::format("{:<10}{}\n", label, content);
    }

    [[nodiscard]] const Annotation& annotation() const { return trial_.annotation(); }

    [[nodiscard]] std::string words(ByteSpan bytes) const {
        return utf8::visible(std::string_view(trial_.document().text).substr(bytes.begin, bytes.size()));
    }

    [[nodiscard]] std::string token_text(TokenIndex token) const {
        return token == kNoToken ? std::string("?") : words(annotation().span[token]);
    }

    [[nodiscard]] const Rule& rule(RuleId id) const { return trial_.rules().rules[id]; }

    /// ` from @say “say”`, where a list entry matched.
    [[nodiscard]] std::string list_entry(LexiconId lexicon, std::uint32_t entry) const {
        const auto& lexicons = trial_.rules().lexicons;
        if (lexicon == kNoId) {
            return {};
        }
        return fmt::format(" from @{} “{}” ({})", lexicons[lexicon].name,
                           lexicons[lexicon].entries[entry].text,
                           place_of(lexicons[lexicon].entries[entry].location));
    }

    [[nodiscard]] std::string origin(MentionId id) const {
        const Mention& mention = trial_.processed().matches.mentions[id];
        std::string cue;
        for (const TokenIndex token : mention.cue) {
            cue += (cue.empty() ? "" : " ") + token_text(token);
        }
        std::string text = fmt::format("rule {} ({}), cue “{}”{}", rule(mention.rule).name,
                                       place_of(rule(mention.rule).location), cue,
                                       list_entry(mention.lexicon, mention.entry));
        for (const RuleId modifier : mention.modifiers) {
            text += fmt::format(", changed by {}", rule(modifier).name);
        }
        return text;
    }

    void add_sentence(const Sentence& sentence) {
        if (!text_.empty()) {
            text_ += '\n';
        }
        std::string tokens;
        for (TokenIndex token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            tokens += (tokens.empty() ? "" : " ") + token_text(token);
        }
        add_line("text", tokens);
        std::string_view label = "tree";
        for (const std::string& line :
             draw_tree(trial_.document(), annotation(), trial_.vocabulary(), sentence)) {
            add_line(label, line);
            label = "";
        }
        add_statements(sentence);
        add_claims(sentence);
        add_losers(sentence);
        add_near_misses(sentence);
    }

    /// What a stance rule found is shown as a claim; as a statement only where it gave none.
    [[nodiscard]] bool is_told_by_claim(MentionId id) const {
        const Resolved& resolved = trial_.processed().resolved;
        return trial_.processed().matches.mentions[id].stage != Stage::attribution &&
               std::ranges::find(resolved.claim_mentions, id) != resolved.claim_mentions.end();
    }

    void add_statements(const Sentence& sentence) {
        for (const Attribution& attribution : trial_.processed().resolved.attributions) {
            if (sentence.span.contains(attribution.cue.begin) && !is_told_by_claim(attribution.mention)) {
                add_line("statement", utf8::visible(line_of(attribution, trial_.document())));
                add_line("", origin(attribution.mention));
                add_end(attribution.mention);
            }
        }
    }

    /// Where counts ended what is said, and what was left out by that.
    void add_end(MentionId id) {
        const Mention& mention = trial_.processed().matches.mentions[id];
        if (mention.end_odds > 0) {
            add_line("", fmt::format("ends before “{}”: {:.1f} to 1 by what was counted ({})",
                                     words(annotation().bytes_of(mention.left_out)), mention.end_odds,
                                     place_of(trial_.rules().statement_ends.location)));
        }
    }

    void add_claims(const Sentence& sentence) {
        const Resolved& resolved = trial_.processed().resolved;
        for (std::size_t at = 0; at < resolved.claims.size(); ++at) {
            const Claim& claim = resolved.claims[at];
            if (sentence.span.contains(claim.cue.begin)) {
                add_line("claim", utf8::visible(line_of(claim)));
                add_line("", origin(resolved.claim_mentions[at]));
                if (is_told_by_claim(resolved.claim_mentions[at])) {
                    add_end(resolved.claim_mentions[at]);
                }
                add_line("", fmt::format("polarity {:.1f}, certainty {:.2f}, speaker by {}, subject from {}",
                                         claim.stance.polarity, claim.certainty, claim.speaker.resolved_by,
                                         claim.subject.from));
            }
        }
    }

    void add_losers(const Sentence& sentence) {
        for (const Beaten& beaten : trial_.trace().beaten) {
            const Mention& loser = beaten.loser;
            if (loser.cue.empty() || !sentence.tokens.contains(loser.cue.front())) {
                continue;
            }
            const std::string winner =
                beaten.winner == kNoId
                    ? std::string()
                    : " by " + rule(trial_.processed().matches.mentions[beaten.winner].rule).name;
            add_line("beaten", fmt::format("{} on “{}”{} ({})", rule(loser.rule).name,
                                           token_text(loser.cue.front()), winner, beaten.reason));
        }
    }

    void add_near_misses(const Sentence& sentence) {
        for (const NearMiss& miss : trial_.trace().near_misses) {
            if (!sentence.tokens.contains(miss.cue)) {
                continue;
            }
            if (miss.form == NearMiss::Form::word_class) {
                add_line("not used", fmt::format("{}, but {} here", miss.wanted, miss.found));
            } else {
                add_line("near miss", fmt::format("{} ({}): cue “{}”{} fits, but {}{}{}",
                                                  rule(miss.rule).name, place_of(rule(miss.rule).location),
                                                  token_text(miss.cue), list_entry(miss.lexicon, miss.entry),
                                                  miss.wanted, miss.found.empty() ? "" : "; ", miss.found));
            }
            add_mending(miss);
        }
    }

    void add_mending(const NearMiss& miss) {
        if (!mends_) {
            const std::vector<RuleEdit> edits = edits_for(trial_, miss, {});
            add_edit(edits.empty() ? nullptr : &edits.front(), "not tried");
            return;
        }
        const auto tried = mend(trial_, miss);
        add_edit(tried ? &tried->edit : nullptr,
                 tried && !tried->gives.empty() ? "gives then" : "tried: gives nothing more here");
        if (tried) {
            for (const std::string& line : tried->gives) {
                add_line("", "  " + utf8::visible(line));
            }
        }
    }

    void add_edit(const RuleEdit* edit, std::string_view outcome) {
        if (edit != nullptr) {
            text_ += fmt::format("{:<10}{}", "   edit", to_text(*edit));
            add_line("", std::string(outcome));
        }
    }

    const Trial& trial_;
    bool mends_ = false;
    std::string text_;
};

}  // namespace

std::string render_explanation(const Trial& trial, std::optional<ByteSpan> part) {
    return Explanation(trial).of(part);
}

std::string render_blocks(const Document& document) {
    constexpr std::array<std::string_view, 4> kClassNames{"body", "headline", "teaser", "furniture"};
    constexpr std::size_t kShown = 90;
    const InputFile lines(document.name, document.text);
    std::string text;
    for (const Block& block : document.blocks) {
        std::string shown =
            document.text.substr(block.span.begin, std::min<std::size_t>(block.span.size(), kShown));
        if (block.span.size() > kShown) {
            shown += "…";
        }
        text += fmt::format("{:<10}{:>5}  {}\n", kClassNames[static_cast<std::size_t>(block.block_class)],
                            lines.place_of(block.span.begin).line, utf8::visible(utf8::repair(shown).text));
    }
    return text;
}

}  // namespace stancegraph
