#include "pipeline/sentence_choice.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

bool is_article_text(const Annotation& annotation, const Sentence& sentence) {
    const BlockClass block_class = annotation.paragraphs[sentence.paragraph].block_class;
    return block_class == BlockClass::body || block_class == BlockClass::headline;
}

/// For each sentence whether a quotation touches it.
std::vector<bool> quoted_sentences(const Annotation& annotation) {
    std::vector<bool> is_quoted(annotation.sentences.size(), false);
    for (const Quotation& quotation : annotation.quotations) {
        if (quotation.tokens.is_empty()) {
            continue;
        }
        const std::uint32_t last = annotation.sentence_of(quotation.tokens.end - 1);
        for (std::uint32_t at = annotation.sentence_of(quotation.tokens.begin); at <= last; ++at) {
            is_quoted[at] = true;
        }
    }
    return is_quoted;
}

}  // namespace

std::vector<std::uint32_t> choose_sentences(const Annotation& annotation,
                                            const std::function<bool(Symbol)>& is_trigger) {
    const std::vector<bool> is_quoted = quoted_sentences(annotation);
    const auto is_wanted = [&](std::size_t at) {
        const TokenSpan tokens = annotation.sentences[at].tokens;
        return is_quoted[at] || std::any_of(annotation.lower.begin() + tokens.begin,
                                            annotation.lower.begin() + tokens.end, is_trigger);
    };
    std::vector<bool> is_chosen(annotation.sentences.size(), false);
    for (std::size_t at = 0; at < annotation.sentences.size(); ++at) {
        if (is_article_text(annotation, annotation.sentences[at]) && is_wanted(at)) {
            is_chosen[at] = true;
            is_chosen[at - (at > 0 ? 1 : 0)] = true;
            is_chosen[std::min(at + 1, is_chosen.size() - 1)] = true;
        }
    }
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t at = 0; at < annotation.sentences.size(); ++at) {
        if (is_chosen[at] && is_article_text(annotation, annotation.sentences[at])) {
            chosen.push_back(at);
        }
    }
    return chosen;
}

}  // namespace stancegraph
