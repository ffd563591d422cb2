#include "store/annotation_bytes.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/bytes.hpp"
#include "store/compression.hpp"
#include "store/sound_annotation.hpp"

namespace stancegraph {
namespace {

/// How a lemma is written; what is above counts the texts of a table.
enum LemmaCode : std::uint8_t { empty, lower, form, table };

template <typename Span>
void write_span(ByteWriter& out, const Span& span) {
    out.number(span.begin);
    out.number(span.end - span.begin);
}

std::uint32_t read_number(ByteReader& in) {
    return static_cast<std::uint32_t>(in.number());
}

template <typename Span>
Span read_span(ByteReader& in) {
    const std::uint32_t begin = read_number(in);
    return {begin, begin + read_number(in)};
}

template <typename Label>
Label read_label(ByteReader& in, std::size_t count) {
    return static_cast<Label>(std::min<std::size_t>(in.byte(), count - 1));
}

void write_lemmas(ByteWriter& out, const Annotation& annotation, const Vocabulary& vocabulary) {
    std::unordered_map<Symbol, std::uint64_t> places;
    std::vector<Symbol> texts;
    std::vector<std::uint64_t> codes;
    codes.reserve(annotation.lemma.size());
    for (TokenIndex token = 0; token < annotation.token_count(); ++token) {
        const Symbol lemma = annotation.lemma[token];
        if (lemma == 0) {
            codes.push_back(LemmaCode::empty);
        } else if (lemma == annotation.lower[token]) {
            codes.push_back(LemmaCode::lower);
        } else if (lemma == annotation.form[token]) {
            codes.push_back(LemmaCode::form);
        } else {
            const auto [place, is_new] = places.emplace(lemma, LemmaCode::table + texts.size());
            if (is_new) {
                texts.push_back(lemma);
            }
            codes.push_back(place->second);
        }
    }
    out.number(texts.size());
    for (const Symbol text : texts) {
        out.text(vocabulary.text(text));
    }
    for (const std::uint64_t code : codes) {
        out.number(code);
    }
}

void read_lemmas(ByteReader& in, Annotation& annotation, Vocabulary& vocabulary) {
    std::vector<Symbol> texts(in.count());
    for (Symbol& text : texts) {
        text = vocabulary.intern(in.text());
    }
    for (TokenIndex token = 0; token < annotation.token_count(); ++token) {
        const std::uint64_t code = in.number();
        if (code == LemmaCode::lower) {
            annotation.lemma[token] = annotation.lower[token];
        } else if (code == LemmaCode::form) {
            annotation.lemma[token] = annotation.form[token];
        } else if (code >= LemmaCode::table && code - LemmaCode::table < texts.size()) {
            annotation.lemma[token] = texts[code - LemmaCode::table];
        }
    }
}

void write_tokens(ByteWriter& out, const Annotation& annotation) {
    out.number(annotation.token_count());
    std::int64_t last = 0;
    for (const ByteSpan span : annotation.span) {
        out.difference(span.begin - last);
        out.number(span.size());
        last = span.end;
    }
    for (TokenIndex token = 0; token < annotation.token_count(); ++token) {
        out.byte(static_cast<std::uint8_t>(annotation.upos[token]));
        out.byte(static_cast<std::uint8_t>(annotation.xpos[token]));
        out.byte(static_cast<std::uint8_t>(annotation.deprel[token]));
        const TokenIndex head = annotation.head[token];
        out.difference(head == kNoToken ? 0 : std::int64_t{head} - std::int64_t{token});
    }
}

void read_tokens(ByteReader& in, Annotation& annotation) {
    const std::size_t count = in.count();
    std::int64_t last = 0;
    for (std::size_t token = 0; token < count; ++token) {
        const auto begin = static_cast<std::uint32_t>(last + in.difference());
        annotation.span.push_back({begin, begin + read_number(in)});
        last = annotation.span.back().end;
    }
    for (std::size_t token = 0; token < count; ++token) {
        annotation.upos.push_back(read_label<Upos>(in, kUposNames.size()));
        annotation.xpos.push_back(read_label<Xpos>(in, kXposNames.size()));
        annotation.deprel.push_back(read_label<Deprel>(in, kDeprelNames.size()));
        const std::int64_t away = in.difference();
        annotation.head.push_back(
            away == 0 ? kNoToken : static_cast<TokenIndex>(static_cast<std::int64_t>(token) + away));
    }
}

void write_parts(ByteWriter& out, const Annotation& annotation) {
    out.number(annotation.paragraphs.size());
    for (const Paragraph& paragraph : annotation.paragraphs) {
        write_span(out, paragraph.span);
        write_span(out, paragraph.tokens);
        out.byte(static_cast<std::uint8_t>(paragraph.block_class));
        out.number(paragraph.first_sentence);
        out.number(paragraph.sentence_count);
    }
    out.number(annotation.sentences.size());
    for (const Sentence& sentence : annotation.sentences) {
        write_span(out, sentence.span);
        write_span(out, sentence.tokens);
        out.number(sentence.paragraph);
        out.byte(sentence.has_tree ? 1 : 0);
    }
    out.number(annotation.quotations.size());
    for (const Quotation& quotation : annotation.quotations) {
        write_span(out, quotation.span);
        write_span(out, quotation.tokens);
        out.byte(quotation.is_open ? 1 : 0);
        out.byte(quotation.depth);
        out.number(quotation.continues);
    }
    out.number(annotation.names.size());
    for (const Name& name : annotation.names) {
        write_span(out, name.tokens);
        out.byte(static_cast<std::uint8_t>(name.kind));
    }
}

void read_parts(ByteReader& in, Annotation& annotation) {
    annotation.paragraphs.resize(in.count());
    for (Paragraph& paragraph : annotation.paragraphs) {
        paragraph.span = read_span<ByteSpan>(in);
        paragraph.tokens = read_span<TokenSpan>(in);
        paragraph.block_class = read_label<BlockClass>(in, kBlockClasses);
        paragraph.first_sentence = read_number(in);
        paragraph.sentence_count = read_number(in);
    }
    annotation.sentences.resize(in.count());
    for (Sentence& sentence : annotation.sentences) {
        sentence.span = read_span<ByteSpan>(in);
        sentence.tokens = read_span<TokenSpan>(in);
        sentence.paragraph = read_number(in);
        sentence.has_tree = in.byte() != 0;
    }
    annotation.quotations.resize(in.count());
    for (Quotation& quotation : annotation.quotations) {
        quotation.span = read_span<ByteSpan>(in);
        quotation.tokens = read_span<TokenSpan>(in);
        quotation.is_open = in.byte() != 0;
        quotation.depth = in.byte();
        quotation.continues = read_number(in);
    }
    annotation.names.resize(in.count());
    for (Name& name : annotation.names) {
        name.tokens = read_span<TokenSpan>(in);
        name.kind = read_label<NameKind>(in, kNameKinds);
    }
}

/// False where a token lies outside of the text.
bool set_words(std::string_view text, Annotation& annotation, Vocabulary& vocabulary) {
    for (const ByteSpan span : annotation.span) {
        if (span.begin > span.end || span.end > text.size()) {
            return false;
        }
        const Symbol word = vocabulary.intern(text.substr(span.begin, span.size()));
        annotation.form.push_back(word);
        annotation.lower.push_back(vocabulary.lower(word));
    }
    annotation.lemma.assign(annotation.span.size(), 0);
    return true;
}

}  // namespace

std::string annotation_bytes(const Annotation& annotation, const Vocabulary& vocabulary) {
    ByteWriter out;
    write_tokens(out, annotation);
    write_lemmas(out, annotation, vocabulary);
    write_parts(out, annotation);
    return compressed(out.take());
}

std::optional<Annotation> annotation_from_bytes(std::string_view bytes, std::string_view text,
                                                Vocabulary& vocabulary) {
    const auto plain = decompressed(bytes);
    if (!plain.has_value()) {
        return std::nullopt;
    }
    ByteReader in(*plain);
    Annotation annotation;
    read_tokens(in, annotation);
    if (!in.is_good() || !set_words(text, annotation, vocabulary)) {
        return std::nullopt;
    }
    read_lemmas(in, annotation, vocabulary);
    read_parts(in, annotation);
    return in.is_done() && is_sound(annotation, text) ? std::optional(std::move(annotation)) : std::nullopt;
}

std::string layout_bytes(const Document& document) {
    ByteWriter out;
    out.number(document.blocks.size());
    for (const Block& block : document.blocks) {
        write_span(out, block.span);
        out.byte(static_cast<std::uint8_t>(block.block_class));
    }
    out.byte(document.given == nullptr ? 0 : 1);
    if (document.given != nullptr) {
        out.number(document.given->tokens.size());
        for (const GivenToken& token : document.given->tokens) {
            write_span(out, token.span);
            out.text(token.lemma);
            out.byte(static_cast<std::uint8_t>(token.upos));
            out.byte(static_cast<std::uint8_t>(token.xpos));
            out.byte(static_cast<std::uint8_t>(token.deprel));
            out.number(token.head);
        }
        out.number(document.given->sentences.size());
        for (const TokenSpan sentence : document.given->sentences) {
            write_span(out, sentence);
        }
    }
    return compressed(out.take());
}

bool read_layout(std::string_view bytes, Document& document) {
    const auto plain = decompressed(bytes);
    ByteReader in(plain.has_value() ? std::string_view(*plain) : std::string_view());
    document.blocks.resize(in.count());
    for (Block& block : document.blocks) {
        block.span = read_span<ByteSpan>(in);
        block.block_class = read_label<BlockClass>(in, kBlockClasses);
    }
    if (in.byte() != 0) {
        auto given = std::make_shared<GivenAnnotation>();
        given->tokens.resize(in.count());
        for (GivenToken& token : given->tokens) {
            token.span = read_span<ByteSpan>(in);
            token.lemma = in.text();
            token.upos = read_label<Upos>(in, kUposNames.size());
            token.xpos = read_label<Xpos>(in, kXposNames.size());
            token.deprel = read_label<Deprel>(in, kDeprelNames.size());
            token.head = read_number(in);
        }
        given->sentences.resize(in.count());
        for (TokenSpan& sentence : given->sentences) {
            sentence = read_span<TokenSpan>(in);
        }
        document.given = std::move(given);
    }
    return in.is_done() && is_sound(document);
}

}  // namespace stancegraph
