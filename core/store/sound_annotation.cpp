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

bool are_parts_sound(const Annotation& annotation, std::string_view text) {
    const TokenIndex count = annotation.token_count();
    const auto fits = [&](const auto& part) {
        return lies_in(part.span, text) && lies_in(part.tokens, count);
    };
    const std::size_t sentences = annotation.sentences.size();
    const std::size_t paragraphs = annotation.paragraphs.size();
    const std::size_t quotations = annotation.quotations.size();
    return std::ranges::all_of(annotation.paragraphs,
                               [&](const Paragraph& paragraph) {
                                   return fits(paragraph) && paragraph.first_sentence <= sentences &&
                                          paragraph.sentence_count <= sentences - paragraph.first_sentence;
                               }) &&
           std::ranges::all_of(annotation.sentences,
                               [&](const Sentence& sentence) {
                                   return fits(sentence) && sentence.paragraph < paragraphs &&
                                          sentence.tokens.size() <= Sentence::kMostTokens;
                               }) &&
           std::ranges::all_of(annotation.quotations,
                               [&](const Quotation& quotation) {
                                   return fits(quotation) && (quotation.continues == Quotation::kNone ||
                                                              quotation.continues < quotations);
                               }) &&
           std::ranges::all_of(annotation.names,
                               [&](const Name& name) { return lies_in(name.tokens, count); });
}

}  // namespace

bool is_sound(const Annotation& annotation, std::string_view text) {
    const auto begins_before = [](ByteSpan a, ByteSpan b) { return a.begin < b.begin; };
    return std::ranges::all_of(annotation.span, [text](ByteSpan span) { return lies_in(span, text); }) &&
           std::ranges::is_sorted(annotation.span, begins_before) && are_parts_sound(annotation, text) &&
           cut_up(annotation.sentences, annotation.token_count(), std::mem_fn(&Sentence::tokens)) &&
           std::ranges::all_of(annotation.sentences, [&](const Sentence& sentence) {
               return are_trees(sentence.tokens, [&](TokenIndex token) { return annotation.head[token]; });
           });
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
