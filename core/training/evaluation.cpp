#include "training/evaluation.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "annotate/analyzer.hpp"
#include "annotate/features.hpp"

namespace stancegraph {
namespace {

double percent(std::uint32_t part, std::uint32_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// A treebank as an annotation of its raw text, with the gold tags and trees.
struct GoldText {
    Document document;
    Annotation annotation;
};

/// Writes sentences out and notes where their words stand.
class GoldWriter {
public:
    explicit GoldWriter(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    void add(const TreebankSentence& sentence) {
        if (sentence.opens_paragraph && !gold_.document.text.empty()) {
            close_paragraph();
        }
        const TokenIndex first = gold_.annotation.token_count();
        for (std::size_t word = 0; word < sentence.forms.size(); ++word) {
            add_word(sentence, word);
        }
        for (std::size_t word = 0; word < sentence.heads.size(); ++word) {
            const std::int32_t head = sentence.heads[word];
            gold_.annotation.head.push_back(head < 0 ? kNoToken : first + static_cast<TokenIndex>(head));
            gold_.annotation.deprel.push_back(sentence.deprels[word]);
        }
        Sentence span;
        span.tokens = {first, gold_.annotation.token_count()};
        span.span = gold_.annotation.bytes_of(span.tokens);
        gold_.annotation.sentences.push_back(span);
    }

    [[nodiscard]] GoldText finish() {
        close_paragraph();
        return std::move(gold_);
    }

private:
    /// The bytes of a word: its share of the surface token, or all of it where the words do not spell it.
    void add_word(const TreebankSentence& sentence, std::size_t word) {
        std::string& text = gold_.document.text;
        const std::uint32_t token =
            sentence.surface.empty() ? static_cast<std::uint32_t>(word) : sentence.surface[word];
        const bool opens_token = word == 0 || sentence.surface.empty() || sentence.surface[word - 1] != token;
        const std::string& surface =
            sentence.surfaces.empty() ? sentence.forms[word] : sentence.surfaces[token];
        if (opens_token) {
            if (needs_blank_) {
                text.push_back(' ');
            }
            word_begin_ = static_cast<std::uint32_t>(text.size());
            text.append(surface);
            needs_blank_ = sentence.space_after.empty() || sentence.space_after[token];
        }
        const auto end = static_cast<std::uint32_t>(text.size());
        const bool is_last = word + 1 == sentence.forms.size() || sentence.surface.empty() ||
                             sentence.surface[word + 1] != token;
        const std::uint32_t rest = end - word_begin_;
        const std::uint32_t size =
            is_last ? rest : std::min(rest, static_cast<std::uint32_t>(sentence.forms[word].size()));
        Annotation& annotation = gold_.annotation;
        annotation.span.push_back({word_begin_, word_begin_ + size});
        word_begin_ += size;
        annotation.form.push_back(vocabulary_.intern(sentence.forms[word]));
        annotation.lower.push_back(vocabulary_.intern(normalised(sentence.forms[word])));
        if (!sentence.lemmas.empty()) {
            annotation.lemma.push_back(vocabulary_.intern(sentence.lemmas[word]));
            annotation.upos.push_back(sentence.upos[word]);
            annotation.xpos.push_back(sentence.xpos[word]);
        }
    }

    void close_paragraph() {
        std::string& text = gold_.document.text;
        const auto end = static_cast<std::uint32_t>(text.size());
        if (end > paragraph_begin_) {
            gold_.document.blocks.push_back({{paragraph_begin_, end}, BlockClass::body});
        }
        text.append("\n\n");
        paragraph_begin_ = static_cast<std::uint32_t>(text.size());
        needs_blank_ = false;
    }

    Vocabulary& vocabulary_;
    GoldText gold_;
    std::uint32_t paragraph_begin_ = 0;
    std::uint32_t word_begin_ = 0;
    bool needs_blank_ = false;
};

GoldText gold_text(std::span<const TreebankSentence> sentences, Vocabulary& vocabulary) {
    GoldWriter writer(vocabulary);
    for (const TreebankSentence& sentence : sentences) {
        writer.add(sentence);
    }
    return writer.finish();
}

/// For each token of `gold` the token of `found` with the same bytes, or kNoToken.
std::vector<TokenIndex> aligned(const Annotation& gold, const Annotation& found) {
    std::vector<TokenIndex> partners(gold.token_count(), kNoToken);
    TokenIndex other = 0;
    for (TokenIndex token = 0; token < gold.token_count(); ++token) {
        while (other < found.token_count() && found.span[other].begin < gold.span[token].begin) {
            ++other;
        }
        if (other < found.token_count() && found.span[other] == gold.span[token]) {
            partners[token] = other;
        }
    }
    return partners;
}

Agreement agreement(std::uint32_t correct, std::size_t gold, std::size_t found) {
    return {correct, static_cast<std::uint32_t>(gold), static_cast<std::uint32_t>(found)};
}

void compare_words(const Annotation& gold, const Annotation& found, Evaluation& evaluation) {
    const std::vector<TokenIndex> partners = aligned(gold, found);
    std::array<std::uint32_t, 6> correct{};
    for (TokenIndex token = 0; token < gold.token_count(); ++token) {
        const TokenIndex other = partners[token];
        if (other == kNoToken) {
            continue;
        }
        const TokenIndex head = gold.head[token];
        const bool same_head = (head == kNoToken ? kNoToken : partners[head]) == found.head[other] &&
                               (head == kNoToken) == (found.head[other] == kNoToken);
        const bool same_label = universal(gold.deprel[token]) == universal(found.deprel[other]);
        correct[0] += 1;
        correct[1] += gold.upos[token] == found.upos[other] ? 1U : 0U;
        correct[2] += gold.xpos[token] == found.xpos[other] ? 1U : 0U;
        correct[3] += gold.lemma[token] == found.lemma[other] ? 1U : 0U;
        correct[4] += same_head ? 1U : 0U;
        correct[5] += same_head && same_label ? 1U : 0U;
    }
    const std::array<Agreement*, 6> targets{&evaluation.words, &evaluation.upos,
                                            &evaluation.xpos,  &evaluation.lemmas,
                                            &evaluation.heads, &evaluation.labelled_heads};
    for (std::size_t index = 0; index < targets.size(); ++index) {
        *targets[index] = agreement(correct[index], gold.token_count(), found.token_count());
    }
}

void compare_sentences(const Annotation& gold, const Annotation& found, Evaluation& evaluation) {
    const auto is_before = [](const Sentence& left, const Sentence& right) { return left.span < right.span; };
    std::uint32_t correct = 0;
    for (const Sentence& sentence : gold.sentences) {
        correct += std::ranges::binary_search(found.sentences, sentence, is_before) ? 1U : 0U;
    }
    evaluation.sentences = agreement(correct, gold.sentences.size(), found.sentences.size());
}

std::vector<Name> gold_names(std::span<const TreebankSentence> sentences) {
    std::vector<Name> names;
    TokenIndex token = 0;
    for (const TreebankSentence& sentence : sentences) {
        for (std::size_t word = 0; word < sentence.forms.size(); ++word, ++token) {
            const NameTag tag = sentence.names.empty() ? NameTag::outside : sentence.names[word];
            if (tag == NameTag::begin_person) {
                names.push_back({{token, token + 1}, NameKind::person});
            } else if (tag == NameTag::begin_organisation) {
                names.push_back({{token, token + 1}, NameKind::organisation});
            } else if (tag == NameTag::begin_place) {
                names.push_back({{token, token + 1}, NameKind::place});
            } else if (tag != NameTag::outside && !names.empty() && names.back().tokens.end == token) {
                ++names.back().tokens.end;
            }
        }
    }
    return names;
}

void compare_names(std::span<const Name> gold, std::span<const Name> found, Evaluation& evaluation) {
    constexpr std::array<NameKind, 3> kKinds{NameKind::person, NameKind::organisation, NameKind::place};
    for (std::size_t index = 0; index < kKinds.size(); ++index) {
        Agreement& agreement = evaluation.name_kinds[index];
        for (const Name& name : gold) {
            agreement.gold += name.kind == kKinds[index] ? 1U : 0U;
        }
        for (const Name& name : found) {
            if (name.kind == kKinds[index]) {
                agreement.found += 1;
                agreement.correct +=
                    std::ranges::any_of(gold,
                                        [&](const Name& other) {
                                            return other.tokens == name.tokens && other.kind == name.kind;
                                        })
                        ? 1U
                        : 0U;
            }
        }
        evaluation.names.correct += agreement.correct;
        evaluation.names.gold += agreement.gold;
        evaluation.names.found += agreement.found;
    }
}

}  // namespace

double Agreement::precision() const {
    return percent(correct, found);
}

double Agreement::recall() const {
    return percent(correct, gold);
}

double Agreement::f1() const {
    return percent(2 * correct, gold + found);
}

Evaluation evaluate(const Model& model, std::span<const TreebankSentence> gold,
                    std::span<const std::string> titles) {
    Vocabulary vocabulary;
    GoldText text = gold_text(gold, vocabulary);
    Annotation found;
    found.span = text.annotation.span;
    found.form = text.annotation.form;
    found.lower = text.annotation.lower;
    found.sentences = text.annotation.sentences;
    Analyzer analyzer(model, vocabulary, {titles.begin(), titles.end()});
    analyzer.analyze_all(found);
    Evaluation evaluation;
    if (text.annotation.head.size() == text.annotation.form.size()) {
        compare_words(text.annotation, found, evaluation);
        compare_sentences(text.annotation, found, evaluation);
    }
    compare_names(gold_names(gold), found.names, evaluation);
    return evaluation;
}

Evaluation evaluate_raw(const Model& model, const Segmenter& segmenter,
                        std::span<const TreebankSentence> gold) {
    Vocabulary vocabulary;
    const GoldText text = gold_text(gold, vocabulary);
    Annotation found;
    segmenter.segment(text.document, vocabulary, found);
    Analyzer analyzer(model, vocabulary);
    analyzer.analyze_all(found);
    Evaluation evaluation;
    compare_words(text.annotation, found, evaluation);
    compare_sentences(text.annotation, found, evaluation);
    return evaluation;
}

}  // namespace stancegraph
