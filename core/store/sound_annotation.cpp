#include "store/sound_annotation.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

bool is_boundary(std::string_view text, std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

bool lies_in(ByteSpan span, std::string_view text) {
    return span.begin <= span.end && span.end <= text.size() && is_boundary(text, span.begin) &&
           is_boundary(text, span.end);
}

bool lies_in(TokenSpan tokens, TokenIndex count) {
    return tokens.begin <= tokens.end && tokens.end <= count;
}

/// Every token is in one sentence and the sentences stand in order.
template <typename Sentences, typename TokensOf>
bool cut_up(const Sentences& sentences, TokenIndex count, TokensOf tokens_of) {
    TokenIndex end = 0;
    for (const auto& sentence : sentences) {
        const TokenSpan tokens = tokens_of(sentence);
        if (tokens.begin != end || tokens.end < tokens.begin) {
            return false;
        }
        end = tokens.end;
    }
    return end == count;
}

/// The heads of one sentence make trees. Each token is walked over once.
bool are_trees(TokenSpan sentence, const std::function<TokenIndex(TokenIndex)>& head_of) {
    std::vector<TokenIndex> walk_of(sentence.size(), 0);  // the number + 1 of the walk that came by
    for (TokenIndex start = sentence.begin; start < sentence.end; ++start) {
        const TokenIndex walk = start - sentence.begin + 1;
        for (TokenIndex at = start; at != kNoToken; at = head_of(at)) {
            if (!sentence.contains(at)) {
                return false;
            }
            TokenIndex& seen = walk_of[at - sentence.begin];
            if (seen == walk) {
                return false;
            }
            if (seen != 0) {
                break;
            }
            seen = walk;
        }
    }
    return true;
}

/// Each stands behind the one before; `of` gives the range.
template <typename Parts, typename RangeOf>
bool are_apart(const Parts& parts, RangeOf of) {
    return std::ranges::adjacent_find(
               parts, [of](const auto& a, const auto& b) { return of(b).begin < of(a).end; }) == parts.end();
}

bool are_paragraphs_sound(const Annotation& annotation, std::string_view text) {
    std::uint32_t sentence = 0;
    for (std::uint32_t at = 0; at < annotation.paragraphs.size(); ++at) {
        const Paragraph& paragraph = annotation.paragraphs[at];
        if (!lies_in(paragraph.span, text) || !lies_in(paragraph.tokens, annotation.token_count()) ||
            paragraph.first_sentence != sentence ||
            paragraph.sentence_count > annotation.sentences.size() - sentence) {
            return false;
        }
        for (const std::uint32_t end = sentence + paragraph.sentence_count; sentence < end; ++sentence) {
            const Sentence& inside = annotation.sentences[sentence];
            if (inside.paragraph != at || !paragraph.tokens.contains(inside.tokens)) {
                return false;
            }
        }
    }
    return sentence == annotation.sentences.size() &&
           are_apart(annotation.paragraphs, [](const Paragraph& part) { return part.span; });
}

bool are_sentences_sound(const Annotation& annotation) {
    return cut_up(annotation.sentences, annotation.token_count(), std::mem_fn(&Sentence::tokens)) &&
           std::ranges::all_of(annotation.sentences, [&](const Sentence& sentence) {
               return !sentence.tokens.is_empty() && sentence.tokens.size() <= Sentence::kMostTokens &&
                      sentence.span == annotation.bytes_of(sentence.tokens) &&
                      are_trees(sentence.tokens, [&](TokenIndex token) { return annotation.head[token]; });
           });
}

bool are_quotations_sound(const Annotation& annotation) {
    std::uint32_t number = 0;
    return std::ranges::all_of(annotation.quotations,
                               [&](const Quotation& quotation) {
                                   const bool follows = quotation.continues == Quotation::kNone ||
                                                        quotation.continues < number;
                                   ++number;
                                   return follows && !quotation.tokens.is_empty() &&
                                          lies_in(quotation.tokens, annotation.token_count()) &&
                                          quotation.span == annotation.bytes_of(quotation.tokens);
                               }) &&
           std::ranges::is_sorted(annotation.quotations, {},
                                  [](const Quotation& quotation) { return quotation.tokens.begin; });
}

bool are_names_sound(const Annotation& annotation) {
    return std::ranges::all_of(annotation.names,
                               [&](const Name& name) {
                                   return !name.tokens.is_empty() &&
                                          lies_in(name.tokens, annotation.token_count()) &&
                                          annotation.sentence_of(name.tokens.begin) ==
                                              annotation.sentence_of(name.tokens.end - 1);
                               }) &&
           are_apart(annotation.names, [](const Name& name) { return name.tokens; });
}

}  // namespace

bool is_sound(const Annotation& annotation, std::string_view text) {
    const auto begins_before = [](ByteSpan a, ByteSpan b) { return a.begin < b.begin; };
    return std::ranges::all_of(annotation.span,
                               [text](ByteSpan span) { return !span.is_empty() && lies_in(span, text); }) &&
           std::ranges::is_sorted(annotation.span, begins_before) && are_sentences_sound(annotation) &&
           are_paragraphs_sound(annotation, text) && are_quotations_sound(annotation) &&
           are_names_sound(annotation);
}

bool is_sound(const Document& document) {
    if (!utf8::is_valid(document.text) || !std::ranges::all_of(document.blocks, [&](const Block& block) {
            return lies_in(block.span, document.text);
        })) {
        return false;
    }
    if (document.given == nullptr) {
        return true;
    }
    const auto& tokens = document.given->tokens;
    return std::ranges::all_of(tokens,
                               [&](const GivenToken& token) { return lies_in(token.span, document.text); }) &&
           cut_up(document.given->sentences, static_cast<TokenIndex>(tokens.size()),
                  [](TokenSpan sentence) { return sentence; }) &&
           std::ranges::all_of(document.given->sentences, [&](TokenSpan sentence) {
               return are_trees(sentence, [&](TokenIndex token) { return tokens[token].head; });
           });
}

}  // namespace stancegraph
