#include "annotate/conllu.hpp"

#include <string_view>

#include "annotate/characters.hpp"

namespace stancegraph {
namespace {

using annotate::Kind;

std::string_view bytes(const Document& document, ByteSpan span) {
    return std::string_view(document.text).substr(span.begin, span.size());
}

/// Tabs and line breaks would end a field or a line.
void append_clean(std::string& out, std::string_view text) {
    bool was_blank = false;
    for (const char byte : text) {
        const bool is_blank = static_cast<unsigned char>(byte) <= ' ';
        if (!is_blank) {
            out += byte;
        } else if (!was_blank) {
            out += ' ';
        }
        was_blank = is_blank;
    }
}

/// Writes the lines of one sentence.
class SentenceWriter {
public:
    SentenceWriter(const Document& document, const Annotation& annotation, const Vocabulary& vocabulary,
                   std::string& out)
        : document_(document), annotation_(annotation), vocabulary_(vocabulary), out_(out) {}

    void write(const Sentence& sentence) {
        TokenIndex word_end = sentence.tokens.begin;
        for (TokenIndex token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            if (token >= word_end) {
                word_end = end_of_word(token, sentence.tokens.end);
                if (word_end > token + 1) {
                    write_word(sentence, {token, word_end});
                }
            }
            const bool is_inside_word =
                word_end > token + 1 || (token > sentence.tokens.begin && is_joined(token));
            write_token(sentence, token, !is_inside_word && lacks_blank(token, sentence));
        }
        out_ += '\n';
    }

private:
    [[nodiscard]] bool is_joined(TokenIndex token) const {
        return continues_word(document_, annotation_, token);
    }

    [[nodiscard]] TokenIndex end_of_word(TokenIndex token, TokenIndex end) const {
        TokenIndex next = token + 1;
        while (next < end && is_joined(next)) {
            ++next;
        }
        return next;
    }

    /// True if the token after this one follows without a blank, in the same paragraph.
    [[nodiscard]] bool lacks_blank(TokenIndex token, const Sentence& sentence) const {
        const TokenIndex next = token + 1;
        return next < annotation_.paragraphs[sentence.paragraph].tokens.end &&
               annotation_.span[token].end == annotation_.span[next].begin;
    }

    void number(TokenIndex index) { out_ += std::to_string(index); }

    void write_word(const Sentence& sentence, TokenSpan tokens) {
        const TokenIndex offset = sentence.tokens.begin;
        number(tokens.begin - offset + 1);
        out_ += '-';
        number(tokens.end - offset);
        out_ += '\t';
        append_clean(out_, bytes(document_, annotation_.bytes_of(tokens)));
        out_ += "\t_\t_\t_\t_\t_\t_\t_\t";
        out_ += lacks_blank(tokens.end - 1, sentence) ? "SpaceAfter=No\n" : "_\n";
    }

    void write_token(const Sentence& sentence, TokenIndex token, bool lacks_space) {
        number(token - sentence.tokens.begin + 1);
        out_ += '\t';
        append_clean(out_, bytes(document_, annotation_.span[token]));
        out_ += '\t';
        const std::string_view lemma = vocabulary_.text(annotation_.lemma[token]);
        append_clean(out_, lemma.empty() ? "_" : lemma);
        for (const std::string_view tag :
             {name_of(annotation_.upos[token]), name_of(annotation_.xpos[token])}) {
            out_ += '\t';
            out_ += tag;
        }
        out_ += "\t_\t";
        write_head(sentence, token);
        out_ += lacks_space ? "\t_\tSpaceAfter=No\n" : "\t_\t_\n";
    }

    void write_head(const Sentence& sentence, TokenIndex token) {
        const TokenIndex head = annotation_.head[token];
        if (!sentence.has_tree) {
            out_ += '_';
        } else if (sentence.tokens.contains(head)) {
            number(head - sentence.tokens.begin + 1);
        } else {
            out_ += '0';
        }
        out_ += '\t';
        out_ += name_of(annotation_.deprel[token]);
    }

    const Document& document_;
    const Annotation& annotation_;
    const Vocabulary& vocabulary_;
    std::string& out_;
};

}  // namespace

std::string to_conllu(const Document& document, const Annotation& annotation, const Vocabulary& vocabulary) {
    std::string out = "# newdoc id = ";
    append_clean(out, document.name);
    out += '\n';
    SentenceWriter writer(document, annotation, vocabulary, out);
    std::size_t number = 0;
    for (const Sentence& sentence : annotation.sentences) {
        if (annotation.paragraphs[sentence.paragraph].first_sentence == number) {
            out += "# newpar\n";
        }
        out += "# sent_id = ";
        append_clean(out, document.name);
        out += '-' + std::to_string(++number) + "\n# text = ";
        append_clean(out, bytes(document, sentence.span));
        out += '\n';
        writer.write(sentence);
    }
    return out;
}

bool continues_word(const Document& document, const Annotation& annotation, TokenIndex token) {
    if (token == 0 || annotation.span[token - 1].end < annotation.span[token].begin) {
        return false;
    }
    if (annotation.span[token - 1].end > annotation.span[token].begin) {
        return true;  // given words that do not spell what is written share all of it
    }
    const std::string_view before = bytes(document, annotation.span[token - 1]);
    const std::string_view form = bytes(document, annotation.span[token]);
    const Kind last = annotate::character_before(before, before.size()).kind;
    if (!annotate::is_word_kind(last) && last != Kind::dot) {
        return false;
    }
    const annotate::Character first = annotate::character_at(form, 0);
    if (first.kind == Kind::letter) {
        return last == Kind::letter && before.size() > 0;
    }
    if (first.kind != Kind::apostrophe) {
        return false;
    }
    const bool is_clitic = form.size() > first.size && form.size() <= first.size + 2 && form != "''";
    return before != "." && (is_clitic || annotation.xpos[token] == Xpos::pos);
}

}  // namespace stancegraph
