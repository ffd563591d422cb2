#include "support/conllu_text.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

#include "base/utf8.hpp"

namespace stancegraph::test {
namespace {

/// Marks and clitics that are written without a blank before them.
bool sticks_left(const std::string& form) {
    static const std::vector<std::string> kForms{",", ".", "?", "!", ":", ";", "”", ")", "'s", "n't", "’s"};
    return std::find(kForms.begin(), kForms.end(), form) != kForms.end();
}

class Builder {
public:
    explicit Builder(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    void add_line(const std::string& line) {
        if (line.rfind("# par", 0) == 0) {
            end_paragraph();
        } else if (line.rfind("# bare", 0) == 0) {
            is_bare_ = true;
        } else if (line.empty()) {
            end_sentence();
        } else if (line.front() != '#') {
            add_token(line);
        }
    }

    [[nodiscard]] AnnotatedText finish() {
        end_paragraph();
        text_.document.name = "test";
        add_quotations();
        add_names();
        return std::move(text_);
    }

private:
    void add_token(const std::string& line) {
        std::istringstream fields(line);
        std::string form;
        std::string lemma;
        std::string upos;
        std::string xpos;
        std::string label;
        TokenIndex head = 0;
        fields >> form >> lemma >> upos >> xpos >> head >> label;
        Annotation& annotation = text_.annotation;
        std::string& text = text_.document.text;
        const bool opens = !text.empty() && text.size() >= 3 && text.compare(text.size() - 3, 3, "“") == 0;
        if (!text.empty() && text.back() != '\n' && !sticks_left(form) && !opens) {
            text += ' ';
        }
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += form;
        annotation.span.push_back({begin, static_cast<std::uint32_t>(text.size())});
        const Symbol symbol = vocabulary_.intern(form);
        const Symbol lower = vocabulary_.lower(symbol);
        annotation.form.push_back(symbol);
        annotation.lower.push_back(lower);
        annotation.lemma.push_back(is_bare_ ? 0 : lemma == "_" ? lower : vocabulary_.intern(lemma));
        annotation.upos.push_back(is_bare_ ? Upos::none : find_upos(upos).value_or(Upos::x));
        annotation.xpos.push_back(is_bare_ ? Xpos::none : find_xpos(xpos).value_or(Xpos::none));
        annotation.deprel.push_back(is_bare_ ? Deprel::none : find_deprel(label).value_or(Deprel::dep));
        annotation.head.push_back(is_bare_ || head == 0 ? kNoToken : sentence_begin_ + head - 1);
    }

    void end_sentence() {
        const TokenIndex end = text_.annotation.token_count();
        if (end > sentence_begin_) {
            Sentence sentence;
            sentence.tokens = {sentence_begin_, end};
            sentence.span = text_.annotation.bytes_of(sentence.tokens);
            sentence.paragraph = static_cast<std::uint32_t>(text_.annotation.paragraphs.size());
            sentence.has_tree = !is_bare_;
            text_.annotation.sentences.push_back(sentence);
            sentence_begin_ = end;
        }
        is_bare_ = false;
    }

    void end_paragraph() {
        end_sentence();
        Annotation& annotation = text_.annotation;
        const auto sentences = static_cast<std::uint32_t>(annotation.sentences.size());
        if (sentences > first_sentence_) {
            Paragraph paragraph;
            paragraph.tokens = {annotation.sentences[first_sentence_].tokens.begin, annotation.token_count()};
            paragraph.span = annotation.bytes_of(paragraph.tokens);
            paragraph.first_sentence = first_sentence_;
            paragraph.sentence_count = sentences - first_sentence_;
            annotation.paragraphs.push_back(paragraph);
            first_sentence_ = sentences;
            text_.document.text += "\n\n";
        }
    }

    void add_quotations() {
        Annotation& annotation = text_.annotation;
        for (const Paragraph& paragraph : annotation.paragraphs) {
            TokenIndex open = kNoToken;
            for (TokenIndex token = paragraph.tokens.begin; token < paragraph.tokens.end; ++token) {
                const std::string_view form = vocabulary_.text(annotation.form[token]);
                if (form == "“") {
                    open = token;
                } else if (form == "”" && open != kNoToken) {
                    add_quotation({open, token + 1}, false);
                    open = kNoToken;
                }
            }
            if (open != kNoToken) {
                add_quotation({open, paragraph.tokens.end}, true);
            }
        }
    }

    void add_quotation(TokenSpan tokens, bool is_open) {
        Quotation quotation;
        quotation.tokens = tokens;
        quotation.span = text_.annotation.bytes_of(tokens);
        quotation.is_open = is_open;
        text_.annotation.quotations.push_back(quotation);
    }

    void add_names() {
        Annotation& annotation = text_.annotation;
        for (TokenIndex token = 0; token < annotation.token_count(); ++token) {
            TokenIndex end = token;
            while (end < annotation.token_count() && annotation.upos[end] == Upos::propn) {
                ++end;
            }
            if (end > token) {
                annotation.names.push_back({{token, end}, NameKind::person});
                token = end;
            }
        }
    }

    Vocabulary& vocabulary_;
    AnnotatedText text_;
    TokenIndex sentence_begin_ = 0;
    std::uint32_t first_sentence_ = 0;
    bool is_bare_ = false;
};

}  // namespace

AnnotatedText annotated(std::string_view trees, Vocabulary& vocabulary) {
    Builder builder(vocabulary);
    std::istringstream lines{std::string(trees)};
    for (std::string line; std::getline(lines, line);) {
        builder.add_line(line);
    }
    return builder.finish();
}

}  // namespace stancegraph::test
