#include "workbench/word_forms.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "annotate/lemmatizer.hpp"
#include "annotate/segmenter_lexicons.hpp"
#include "base/utf8.hpp"

namespace stancegraph {
namespace {

SegmenterLexicons lexicons_of(const RuleSet& rules) {
    return make_segmenter_lexicons([&rules](std::string_view list) { return rules.words_of(list); });
}

}  // namespace

WordForms::WordForms(const RuleSet& rules, const Model& model)
    : tokenizer_(lexicons_of(rules)), model_(model) {}

std::vector<std::string> WordForms::cut(std::string_view text) const {
    std::vector<ByteSpan> spans;
    tokenizer_.tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
    std::vector<std::string> words;
    for (const ByteSpan span : spans) {
        words.emplace_back(text.substr(span.begin, span.size()));
    }
    return words;
}

bool WordForms::can_be_word(std::string_view word) const {
    // Alone; behind a name, a verb, a figure; before what is cut off a word.
    constexpr std::array<std::string_view, 7> kSurroundings{"{}",  "it {} it", "Lee{}", "do{}",
                                                            "5{}", "{}n't",    "{}not"};
    return std::ranges::any_of(kSurroundings, [&](std::string_view surroundings) {
        const std::vector<std::string> words = cut(fmt::format(fmt::runtime(surroundings), word));
        return std::ranges::find(words, word) != words.end();
    });
}

bool WordForms::can_be_name(std::string_view name) const {
    constexpr std::string_view kBefore = "that ";
    const std::string text = fmt::format("{}{} said", kBefore, name);
    std::vector<ByteSpan> spans;
    tokenizer_.tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
    const auto begin = static_cast<std::uint32_t>(kBefore.size());
    const auto end = static_cast<std::uint32_t>(begin + name.size());
    return std::ranges::find(spans, begin, &ByteSpan::begin) != spans.end() &&
           std::ranges::find(spans, end, &ByteSpan::end) != spans.end();
}

std::optional<std::string> WordForms::base_of(std::string_view word, bool also_adjectives) const {
    struct Inflected {
        Xpos tag;
        std::uint16_t base;
    };

    constexpr std::array<Inflected, 4> kInflected{
        {{Xpos::vbd, kVerbBase}, {Xpos::vbn, kVerbBase}, {Xpos::vbz, kVerbBase}, {Xpos::nns, kNounBase}}};
    const std::string lower = utf8::to_lower(word);
    const FormLexicon& lexicon = model_.lexicon();
    const bool is_irregular = lexicon.has(lower, kIrregularVerb) && !lower.ends_with("ed");
    if (lexicon.has(lower, kNounBase | kVerbBase) ||
        (!also_adjectives && !is_irregular && lexicon.has(lower, kAdjectiveBase | kAdverbBase))) {
        return std::nullopt;
    }
    for (const Inflected& inflected : kInflected) {
        // The model knows slips of the pen as well ("where" for were); the word list does not.
        const std::string lemma = lexicon.has(lower, kIrregularVerb | kIrregularNoun)
                                      ? lemma_of(model_, lower, inflected.tag)
                                      : regular_lemma(lexicon, lower, inflected.tag);
        if (lemma != lower && lexicon.has(lemma, inflected.base)) {
            return lemma;
        }
    }
    return std::nullopt;
}

}  // namespace stancegraph
