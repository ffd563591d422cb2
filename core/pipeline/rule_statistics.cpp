#include "pipeline/rule_statistics.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "pipeline/result_lines.hpp"

namespace stancegraph {
namespace {

/// Where a mention stands and what is said there.
struct Hit {
    std::string place;
    std::string sentence;
};

Hit hit_of(const Document& document, const Annotation& annotation, const Mention& mention) {
    const Sentence& sentence = annotation.sentences[annotation.sentence_of(mention.cue.front())];
    const std::string_view text = document.text;
    const auto before = static_cast<std::ptrdiff_t>(annotation.span[mention.cue.front()].begin);
    const auto line = std::count(text.begin(), text.begin() + before, '\n') + 1;
    return {.place = fmt::format("{}:{}", document.name, line),
            .sentence = on_one_line(text.substr(sentence.span.begin, sentence.span.size()))};
}

}  // namespace

RuleStatistics::RuleStatistics(const RuleSet& rules) : by_rule_(rules.rules.size()) {
    for (const Lexicon& lexicon : rules.lexicons) {
        by_entry_.emplace_back(lexicon.entries.size());
    }
}

template <typename Change>
void RuleStatistics::change(RuleId rule, LexiconId lexicon, std::uint32_t entry, Change change_counts) {
    change_counts(by_rule_[rule]);
    if (lexicon != kNoId) {
        change_counts(by_entry_[lexicon][entry]);
    }
}

void RuleStatistics::add(const Document& document, const Processed& processed, const Trace& trace) {
    ++documents_;
    const std::vector<Mention>& mentions = processed.matches.mentions;
    const auto change_of = [this](const Mention& mention, auto change_counts) {
        change(mention.rule, mention.lexicon, mention.entry, change_counts);
    };
    for (const Mention& mention : mentions) {
        const Hit hit = hit_of(document, processed.annotation, mention);
        const auto found = [&hit](HitCounts& counts) {
            ++counts.found;
            counts.last_place = hit.place;
            counts.last_sentence = hit.sentence;
        };
        change_of(mention, found);
        for (const RuleId modifier : mention.modifiers) {
            found(by_rule_[modifier]);
        }
    }
    for (const Attribution& attribution : processed.resolved.attributions) {
        change_of(mentions[attribution.mention], [](HitCounts& counts) { ++counts.attributions; });
    }
    for (const MentionId mention : processed.resolved.claim_mentions) {
        change_of(mentions[mention], [](HitCounts& counts) { ++counts.claims; });
    }
    for (const Beaten& beaten : trace.beaten) {
        change_of(beaten.loser, [](HitCounts& counts) { ++counts.beaten; });
    }
    for (const NearMiss& miss : trace.near_misses) {
        change(miss.rule, miss.lexicon, miss.entry, [](HitCounts& counts) { ++counts.near_misses; });
    }
}

}  // namespace stancegraph
