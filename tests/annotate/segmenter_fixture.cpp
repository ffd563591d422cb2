#include "annotate/segmenter_fixture.hpp"

#include "annotate/characters.hpp"

namespace stancegraph {
namespace {

using annotate::Kind;

std::string joined(const Document& document, const std::vector<ByteSpan>& spans) {
    std::string out;
    for (const ByteSpan span : spans) {
        out += (out.empty() ? "" : "|") + document.text.substr(span.begin, span.size());
    }
    return out;
}

/// True if nothing but blanks stands from `begin` to `end`.
bool is_blank(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end) {
        const annotate::Character character = annotate::character_at(text, begin);
        if (character.kind != Kind::blank) {
            return false;
        }
        begin += character.size;
    }
    return begin == end;
}

bool is_inside_character(std::string_view text, std::uint32_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
}

std::string fault_of_paragraph(const Document& document, const Annotation& annotation,
                               const Paragraph& paragraph) {
    std::uint32_t covered = paragraph.span.begin;
    for (TokenIndex token = paragraph.tokens.begin; token < paragraph.tokens.end; ++token) {
        const ByteSpan span = annotation.span[token];
        const std::string where = " at byte " + std::to_string(span.begin);
        if (span.is_empty() || !paragraph.span.contains(span)) {
            return "token empty or outside of its paragraph" + where;
        }
        if (is_inside_character(document.text, span.begin) || is_inside_character(document.text, span.end)) {
            return "token cuts a character" + where;
        }
        if (span.begin < covered || !is_blank(document.text, covered, span.begin)) {
            return "tokens overlap or leave text out" + where;
        }
        covered = span.end;
    }
    return is_blank(document.text, covered, paragraph.span.end) ? "" : "text behind the last token";
}

}  // namespace

SegmenterLexicons test_lexicons() {
    return {.abbreviations = {"Mr.", "Dr.", "Gen.", "Jan.", "e.g.", "vs."},
            .ending_abbreviations = {"Inc.", "Co.", "U.S.", "p.m.", "etc."},
            .number_abbreviations = {"No."},
            .sentence_starters = {"The", "He", "She", "It", "But"},
            .speech_verbs = {"said", "asked"},
            .hyphen_prefixes = {"co", "e", "non", "re"},
            .joined_words = {"can not", "gon na", "do nt", "i m"},
            .units = {"km", "pm", "bn"},
            .elisions = {"'em", "'til"}};
}

Segmented::Segmented(const std::string& text, const SegmenterLexicons& lexicons)
    : document(document_of_lines(text)) {
    Segmenter(lexicons).segment(document, vocabulary, annotation);
}

std::string Segmented::text_of(ByteSpan span) const {
    return document.text.substr(span.begin, span.size());
}

std::string Segmented::tokens() const {
    return joined(document, annotation.span);
}

std::string Segmented::sentences() const {
    std::vector<ByteSpan> spans;
    for (const Sentence& sentence : annotation.sentences) {
        spans.push_back(sentence.span);
    }
    return joined(document, spans);
}

std::string fault_of(const Document& document, const Annotation& annotation) {
    if (annotation.paragraphs.size() != document.blocks.size()) {
        return "not one paragraph for each block";
    }
    TokenIndex next_token = 0;
    for (const Paragraph& paragraph : annotation.paragraphs) {
        if (paragraph.tokens.begin != next_token) {
            return "paragraphs leave tokens out";
        }
        next_token = paragraph.tokens.end;
        if (const std::string fault = fault_of_paragraph(document, annotation, paragraph); !fault.empty()) {
            return fault;
        }
        TokenIndex next = paragraph.tokens.begin;
        for (std::uint32_t index = 0; index < paragraph.sentence_count; ++index) {
            const Sentence& sentence = annotation.sentences[paragraph.first_sentence + index];
            if (sentence.tokens.begin != next || sentence.tokens.is_empty() ||
                sentence.tokens.size() > Sentence::kMostTokens ||
                sentence.span != annotation.bytes_of(sentence.tokens)) {
                return "sentences do not tile their paragraph at token " + std::to_string(next);
            }
            next = sentence.tokens.end;
        }
        if (next != paragraph.tokens.end) {
            return "tokens behind the last sentence";
        }
    }
    for (const Quotation& quotation : annotation.quotations) {
        const Sentence& first = annotation.sentences[annotation.sentence_of(quotation.tokens.begin)];
        const Sentence& last = annotation.sentences[annotation.sentence_of(quotation.tokens.end - 1)];
        if (quotation.tokens.size() < 2 || first.paragraph != last.paragraph) {
            return "quotation over two paragraphs or empty at token " +
                   std::to_string(quotation.tokens.begin);
        }
    }
    return next_token == annotation.token_count() ? "" : "tokens in no paragraph";
}

}  // namespace stancegraph
