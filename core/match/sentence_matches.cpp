#include "match/sentence_matches.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

/// Joins spans that touch or overlap. O(n log n).
void join(std::vector<TokenSpan>& spans) {
    std::ranges::sort(spans);
    std::vector<TokenSpan> joined;
    for (const TokenSpan span : spans) {
        if (joined.empty() || joined.back().end < span.begin) {
            joined.push_back(span);
        } else {
            joined.back().end = std::max(joined.back().end, span.end);
        }
    }
    spans = std::move(joined);
}

/// Whether one of the joined spans has a word of `tokens`.
bool overlap(const std::vector<TokenSpan>& joined, TokenSpan tokens) {
    const auto after = std::ranges::lower_bound(joined, tokens.end, {}, &TokenSpan::begin);
    return after != joined.begin() && std::prev(after)->overlaps(tokens);
}

void add(const RunnablePattern& pattern, const PatternMatch& match, std::vector<TokenSpan>& cues,
         std::vector<TokenSpan>& extents) {
    const auto cue = std::ranges::find_if(
        match.parts, [&](const NamedSpan& part) { return pattern.code.names[part.name] == "cue"; });
    const bool has_cue = cue != match.parts.end();
    const TokenSpan tokens = has_cue ? cue->tokens : match.extent;
    if (!tokens.is_empty()) {
        (has_cue ? cues : extents).push_back(tokens);
    }
}

}  // namespace

bool SentenceMatches::concern(std::uint32_t pattern, const Mention& mention) {
    const TokenIndex cue = mention.cue.front();
    const Places& known = places(pattern, text_->sentence_of(cue));
    if (overlap(known.cues, {cue, cue + 1}) || overlap(known.extents, {cue, cue + 1})) {
        return true;
    }
    return !known.extents.empty() && std::ranges::any_of(mention.slots, [&](const SlotValue& slot) {
        return std::ranges::any_of(slot.pieces,
                                   [&](TokenSpan piece) { return overlap(known.extents, piece); });
    });
}

const SentenceMatches::Places& SentenceMatches::places(std::uint32_t pattern, std::uint32_t sentence) {
    const auto [at, is_new] = places_.try_emplace(std::uint64_t{pattern} << 32 | sentence);
    if (is_new) {
        fill(text_->compiled().patterns()[pattern], text_->annotation().sentences[sentence].tokens,
             at->second);
    }
    return at->second;
}

void SentenceMatches::fill(const RunnablePattern& pattern, TokenSpan sentence, Places& places) {
    for (std::uint32_t anchor = 0; anchor < pattern.code.anchors.size(); ++anchor) {
        for (TokenIndex token = sentence.begin; token < sentence.end; ++token) {
            run(pattern, anchor, token, places);
        }
    }
    join(places.cues);
    join(places.extents);
}

void SentenceMatches::run(const RunnablePattern& pattern, std::uint32_t anchor, TokenIndex token,
                          Places& places) {
    const pattern::Anchor& start = pattern.code.anchors[anchor];
    if (start.form == pattern::Anchor::Form::none) {
        if (const auto match = runner_->run_at(pattern, token)) {
            add(pattern, *match, places.cues, places.extents);
        }
        return;
    }
    std::vector<EntryFit> fits;
    if (!runner_->starts(start, token, fits)) {
        return;
    }
    Occurrence occurrence{token, {0, anchor}, {}};
    for (std::size_t at = 0; at < std::max<std::size_t>(fits.size(), 1); ++at) {
        if (at < fits.size()) {
            occurrence.fit = fits[at];
        }
        if (const auto match = runner_->run(pattern, occurrence)) {
            add(pattern, *match, places.cues, places.extents);
        }
    }
}

}  // namespace stancegraph
