#include "annotate/segmenter.hpp"

#include <algorithm>

#include "annotate/quotations.hpp"

namespace stancegraph {
namespace {

void clear(Annotation& annotation) {
    annotation.span.clear();
    annotation.form.clear();
    annotation.lower.clear();
    annotation.paragraphs.clear();
    annotation.sentences.clear();
    annotation.quotations.clear();
    annotation.names.clear();
}

void set_forms(std::string_view text, Vocabulary& vocabulary, Annotation& annotation) {
    const std::size_t count = annotation.span.size();
    annotation.form.resize(count);
    annotation.lower.resize(count);
    for (std::size_t index = 0; index < count; ++index) {
        const ByteSpan span = annotation.span[index];
        annotation.form[index] = vocabulary.intern(text.substr(span.begin, span.size()));
        annotation.lower[index] = vocabulary.lower(annotation.form[index]);
    }
}

void reset_analysis(Annotation& annotation) {
    const std::size_t count = annotation.span.size();
    annotation.lemma.assign(count, 0);
    annotation.upos.assign(count, Upos::none);
    annotation.xpos.assign(count, Xpos::none);
    annotation.head.assign(count, kNoToken);
    annotation.deprel.assign(count, Deprel::none);
}

/// Tokens, analysis and sentences as the input gives them.
void take_given(const Document& document, Vocabulary& vocabulary, Annotation& out) {
    for (const GivenToken& token : document.given->tokens) {
        out.span.push_back(token.span);
    }
    set_forms(document.text, vocabulary, out);
    reset_analysis(out);
    for (std::size_t index = 0; index < out.span.size(); ++index) {
        const GivenToken& token = document.given->tokens[index];
        out.lemma[index] = vocabulary.intern(token.lemma);
        out.upos[index] = token.upos;
        out.xpos[index] = token.xpos;
        out.head[index] = token.head;
        out.deprel[index] = token.deprel;
    }
    for (const TokenSpan tokens : document.given->sentences) {
        out.sentences.push_back(
            {.span = out.bytes_of(tokens), .tokens = tokens, .paragraph = 0, .has_tree = true});
    }
}

/// One paragraph for each block, or one for a text without any; a sentence belongs to the block in which it
/// begins.
void place_given_sentences(const Document& document, Annotation& out) {
    std::uint32_t sentence = 0;
    TokenIndex token = 0;
    if (document.blocks.empty() && !out.sentences.empty()) {
        out.paragraphs.push_back({.span = out.bytes_of({0, out.token_count()}),
                                  .tokens = {0, out.token_count()},
                                  .sentence_count = static_cast<std::uint32_t>(out.sentences.size())});
    }
    for (std::size_t index = 0; index < document.blocks.size(); ++index) {
        const bool is_last = index + 1 == document.blocks.size();
        const std::uint32_t end = is_last ? 0xFFFFFFFF : document.blocks[index + 1].span.begin;
        Paragraph paragraph{.span = document.blocks[index].span,
                            .tokens = {token, token},
                            .block_class = document.blocks[index].block_class,
                            .first_sentence = sentence};
        for (; sentence < out.sentences.size() && out.sentences[sentence].span.begin < end; ++sentence) {
            out.sentences[sentence].paragraph = static_cast<std::uint32_t>(index);
            token = out.sentences[sentence].tokens.end;
        }
        paragraph.tokens.end = token;
        paragraph.sentence_count = sentence - paragraph.first_sentence;
        out.paragraphs.push_back(paragraph);
    }
}

}  // namespace

Segmenter::Segmenter(const SegmenterLexicons& lexicons) : tokenizer_(lexicons), splitter_(lexicons) {}

void Segmenter::segment(const Document& document, Vocabulary& vocabulary, Annotation& out) const {
    clear(out);
    if (document.given != nullptr) {
        take_given(document, vocabulary, out);
        place_given_sentences(document, out);
        find_quotations(document.text, out.span, out.paragraphs, out.quotations);
        return;
    }
    for (const Block& block : document.blocks) {
        const auto begin = static_cast<TokenIndex>(out.span.size());
        tokenizer_.tokenize(document.text, block.span, out.span);
        const auto end = static_cast<TokenIndex>(out.span.size());
        out.paragraphs.push_back(
            {.span = block.span, .tokens = {begin, end}, .block_class = block.block_class});
    }
    set_forms(document.text, vocabulary, out);
    reset_analysis(out);
    find_quotations(document.text, out.span, out.paragraphs, out.quotations);
    splitter_.split(document.text, out);
}

}  // namespace stancegraph
