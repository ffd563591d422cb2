#include "match/earlier_results.hpp"

#include <algorithm>
#include <utility>

namespace stancegraph {
namespace {

/// So many earlier results are tried for a name of `given`.
constexpr std::size_t kMostExamined = 64;

}  // namespace

bool EarlierResults::is_within(const Given& given, const Mention& mention, TokenIndex from) const {
    TokenIndex last = mention.cue.front();
    if (const SlotValue* statement = mention.find("statement")) {
        for (const TokenSpan piece : statement->pieces) {
            last = std::max(last, piece.end - 1);
        }
    }
    if (!given.within) {
        return text_->sentence_of(mention.cue.front()) == text_->sentence_of(from);
    }
    const bool counts_sentences = given.unit == Given::Unit::sentences;
    const std::uint32_t there =
        counts_sentences ? text_->sentence_of(last) : text_->sentence_at(last).paragraph;
    const std::uint32_t here =
        counts_sentences ? text_->sentence_of(from) : text_->sentence_at(from).paragraph;
    return there < here && here - there <= *given.within;
}

/// Where the cues of earlier results are looked for: a statement can run on far behind its cue.
TokenSpan EarlierResults::search_range(const Given& given, TokenIndex from) const {
    const Sentence& here = text_->sentence_at(from);
    if (!given.within) {
        return here.tokens;
    }
    const auto& sentences = text_->annotation().sentences;
    const auto& paragraphs = text_->annotation().paragraphs;
    constexpr std::uint32_t kLongestStatement = 30;  // sentences or paragraphs
    const std::uint32_t back = *given.within + kLongestStatement;
    if (given.unit == Given::Unit::sentences) {
        const std::uint32_t at = text_->sentence_of(from);
        return {sentences[at > back ? at - back : 0].tokens.begin, here.tokens.begin};
    }
    return {paragraphs[here.paragraph > back ? here.paragraph - back : 0].tokens.begin,
            paragraphs[here.paragraph].tokens.begin};
}

std::vector<MentionId> EarlierResults::find(const Given& given, const Scene& scene) const {
    const TokenIndex from = scene.cue.empty() && !scene.given.empty()
                                ? (*scene.mentions)[scene.given.front().second].cue.front()
                            : !scene.cue.empty()   ? scene.cue.front()
                            : !scene.parts.empty() ? scene.parts.front().pieces.front().begin
                                                   : 0;
    const bool wants_attribution = given.kind == pattern::Kind::attribution;
    std::vector<MentionId> found = scene.results->near(from, search_range(given, from), kMostExamined);
    std::erase_if(found, [&](MentionId id) {
        const Mention& mention = (*scene.mentions)[id];
        const bool is_taken =
            std::ranges::any_of(scene.given, [&](const auto& result) { return result.second == id; });
        return is_taken || wants_attribution != (mention.stage == Stage::attribution) ||
               !is_within(given, mention, from);
    });
    // Who spoke before is whoever the text lets speak, not whom that speaker quotes in turn.
    std::ranges::stable_sort(found, {}, [&](MentionId id) {
        const TokenIndex cue = (*scene.mentions)[id].cue.front();
        return std::pair(
            given.within && scene.results->statement_around((*scene.mentions)[id].cue.front(), id) != kNoId,
            cue > from ? cue - from : from - cue);
    });
    return found;
}

}  // namespace stancegraph
