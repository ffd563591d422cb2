#include "text/annotation.hpp"

#include <algorithm>

namespace stancegraph {

ByteSpan Annotation::bytes_of(TokenSpan tokens) const {
    if (tokens.is_empty()) {
        return {};
    }
    return {span[tokens.begin].begin, span[tokens.end - 1].end};
}

TokenSpan Annotation::tokens_in(ByteSpan bytes) const {
    const auto first = std::ranges::upper_bound(span, bytes.begin, {}, &ByteSpan::end);
    const auto last = std::ranges::lower_bound(first, span.end(), bytes.end, {}, &ByteSpan::begin);
    return {static_cast<TokenIndex>(first - span.begin()), static_cast<TokenIndex>(last - span.begin())};
}

std::uint32_t Annotation::sentence_of(TokenIndex token) const {
    const auto next = std::ranges::upper_bound(
        sentences, token, {}, [](const Sentence& sentence) { return sentence.tokens.begin; });
    return static_cast<std::uint32_t>(next - sentences.begin()) - 1;
}

std::vector<bool> Annotation::quoted_tokens() const {
    std::vector<bool> quoted(span.size());
    TokenIndex marked_to = 0;
    for (const Quotation& quotation : quotations) {
        for (TokenIndex token = std::max(quotation.tokens.begin, marked_to); token < quotation.tokens.end;
             ++token) {
            quoted[token] = true;
        }
        marked_to = std::max(marked_to, quotation.tokens.end);
    }
    return quoted;
}

std::vector<std::uint32_t> Annotation::names_of_tokens(std::span<const Name> of) const {
    std::vector<std::uint32_t> name_of(span.size(), Name::kNone);
    for (std::uint32_t at = 0; at < of.size(); ++at) {
        const TokenSpan tokens = of[at].tokens;
        std::fill(name_of.begin() + tokens.begin, name_of.begin() + tokens.end, at);
    }
    return name_of;
}

}  // namespace stancegraph
