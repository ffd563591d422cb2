#include "workbench/explanation.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "pipeline/result_lines.hpp"
#include "workbench/places.hpp"
#include "workbench/tree_drawing.hpp"

namespace stancegraph {
namespace {

class Explanation {
public:
    explicit Explanation(const Explained& explained) : explained_(explained) {}

    [[nodiscard]] std::string of(std::optional<ByteSpan> part) {
        for (const Sentence& sentence : explained_.processed.annotation.sentences) {
            if (!part.has_value() || sentence.span.overlaps(*part)) {
                add_sentence(sentence);
            }
        }
        return std::move(text_);
    }

private:
    void add_line(std::string_view label, const std::string& content) {
        text_ += fmt::format("{:<10}{}\n", label, content);
    }

    [[nodiscard]] const Annotation& annotation() const { return explained_.processed.annotation; }

    [[nodiscard]] std::string words(ByteSpan bytes) const {
        return utf8::visible(std::string_view(explained_.document.text).substr(bytes.begin, bytes.size()));
    }

    [[nodiscard]] std::string token_text(TokenIndex token) const {
        return token == kNoToken ? std::string("?") : words(annotation().span[token]);
    }

    [[nodiscard]] const Rule& rule(RuleId id) const { return explained_.engine.rules().rules[id]; }

    /// ` from @say “say”`, where a list entry matched.
    [[nodiscard]] std::string list_entry(LexiconId lexicon, std::uint32_t entry) const {
        const auto& lexicons = explained_.engine.rules().lexicons;
        if (lexicon == kNoId) {
            return {};
        }
        return fmt::format(" from @{} “{}” ({})", lexicons[lexicon].name,
                           lexicons[lexicon].entries[entry].text,
                           place_of(lexicons[lexicon].entries[entry].location));
    }

    [[nodiscard]] std::string origin(MentionId id) const {
        const Mention& mention = explained_.processed.matches.mentions[id];
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
             draw_tree(explained_.document, annotation(), explained_.vocabulary, sentence)) {
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
        const Resolved& resolved = explained_.processed.resolved;
        return explained_.processed.matches.mentions[id].stage != Stage::attribution &&
               std::ranges::find(resolved.claim_mentions, id) != resolved.claim_mentions.end();
    }

    void add_statements(const Sentence& sentence) {
        for (const Attribution& attribution : explained_.processed.resolved.attributions) {
            if (sentence.span.contains(attribution.cue.begin) && !is_told_by_claim(attribution.mention)) {
                add_line("statement", utf8::visible(line_of(attribution, explained_.document)));
                add_line("", origin(attribution.mention));
            }
        }
    }

    void add_claims(const Sentence& sentence) {
        const Resolved& resolved = explained_.processed.resolved;
        for (std::size_t at = 0; at < resolved.claims.size(); ++at) {
            const Claim& claim = resolved.claims[at];
            if (sentence.span.contains(claim.cue.begin)) {
                add_line("claim", utf8::visible(line_of(claim)));
                add_line("", origin(resolved.claim_mentions[at]));
                add_line("", fmt::format("polarity {:.1f}, certainty {:.2f}, speaker by {}, subject from {}",
                                         claim.stance.polarity, claim.certainty, claim.speaker.resolved_by,
                                         claim.subject.from));
            }
        }
    }

    void add_losers(const Sentence& sentence) {
        for (const Beaten& beaten : explained_.trace.beaten) {
            const Mention& loser = beaten.loser;
            if (loser.cue.empty() || !sentence.tokens.contains(loser.cue.front())) {
                continue;
            }
            const std::string winner =
                beaten.winner == kNoId
                    ? std::string()
                    : " by " + rule(explained_.processed.matches.mentions[beaten.winner].rule).name;
            add_line("beaten", fmt::format("{} on “{}”{} ({})", rule(loser.rule).name,
                                           token_text(loser.cue.front()), winner, beaten.reason));
        }
    }

    void add_near_misses(const Sentence& sentence) {
        for (const NearMiss& miss : explained_.trace.near_misses) {
            if (!sentence.tokens.contains(miss.cue)) {
                continue;
            }
            add_line("near miss", fmt::format("{} ({}): cue “{}”{} fits, but {}{}{}", rule(miss.rule).name,
                                              place_of(rule(miss.rule).location), token_text(miss.cue),
                                              list_entry(miss.lexicon, miss.entry), miss.wanted,
                                              miss.found.empty() ? "" : "; ", miss.found));
            if (!miss.remedy.empty()) {
                add_line("", miss.remedy);
            }
        }
    }

    const Explained& explained_;
    std::string text_;
};

}  // namespace

std::string render_explanation(const Explained& explained, std::optional<ByteSpan> part) {
    return Explanation(explained).of(part);
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
