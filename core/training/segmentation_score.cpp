#include "training/segmentation_score.hpp"

#include <charconv>
#include <string>

#include "annotate/conllu.hpp"

namespace stancegraph {
namespace {

/// The next field or line of `text` up to `separator`, which is taken off its front.
std::string_view take(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return taken;
}

std::size_t number_of(std::string_view digits) {
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// Puts the text together line by line.
class GoldReader {
public:
    explicit GoldReader(std::string_view id_part) : id_part_(id_part), is_wanted_(id_part.empty()) {}

    void read_line(std::string_view line) {
        if (line.starts_with("# newdoc")) {
            is_wanted_ = id_part_.empty() || line.find(id_part_) != std::string_view::npos;
            starts_paragraph_ = true;
        } else if (line.starts_with("# newpar") && !line.starts_with("# newpar_block")) {
            starts_paragraph_ = true;
            has_paragraphs_ = true;
        } else if (line.empty()) {
            end_sentence();
        } else if (line.front() != '#' && is_wanted_) {
            read_token(line);
        }
    }

    GoldText finish() {
        end_sentence();
        end_paragraph();
        if (!has_paragraphs_) {
            gold_.document.blocks.clear();
            for (const ByteSpan sentence : gold_.sentences) {
                gold_.document.blocks.push_back({.span = sentence});
            }
        }
        return std::move(gold_);
    }

private:
    void read_token(std::string_view line) {
        const std::string_view id = take(line, '\t');
        const std::string_view form = take(line, '\t');
        const bool is_glued = line.find("SpaceAfter=No") != std::string_view::npos;
        if (id.find('.') != std::string_view::npos) {
            return;  // an empty node
        }
        if (const std::size_t hyphen = id.find('-'); hyphen != std::string_view::npos) {
            range_end_ = number_of(id.substr(hyphen + 1));
            add_token(form, is_glued);
            word_begin_ = gold_.tokens.back().begin;
            return;
        }
        if (number_of(id) <= range_end_) {
            return add_inner_word(form, number_of(id) == range_end_);
        }
        add_token(form, is_glued);
        gold_.words.push_back(gold_.tokens.back());
    }

    void add_token(std::string_view form, bool is_glued) {
        start_text();
        const auto begin = static_cast<std::uint32_t>(gold_.document.text.size());
        gold_.document.text += form;
        gold_.tokens.push_back({begin, static_cast<std::uint32_t>(gold_.document.text.size())});
        needs_blank_ = !is_glued;
    }

    /// Words that do not spell the token ("ur") take all of it.
    void add_inner_word(std::string_view form, bool is_last) {
        const ByteSpan token = gold_.tokens.back();
        const std::string_view rest = std::string_view(gold_.document.text).substr(word_begin_);
        if (rest.starts_with(form) && (!is_last || rest.size() == form.size())) {
            const auto end = word_begin_ + static_cast<std::uint32_t>(form.size());
            gold_.words.push_back({word_begin_, end});
            word_begin_ = end;
        } else {
            gold_.words.push_back(token);
        }
    }

    void start_text() {
        std::string& text = gold_.document.text;
        if (starts_paragraph_) {
            end_paragraph();
            text += text.empty() ? "" : "\n\n";
            paragraph_begin_ = static_cast<std::uint32_t>(text.size());
            starts_paragraph_ = false;
        } else if (needs_blank_ && !text.empty()) {
            text += ' ';
        }
        needs_blank_ = false;
        if (sentence_first_ == kNone) {
            sentence_first_ = gold_.tokens.size();
        }
    }

    void end_sentence() {
        range_end_ = 0;
        if (sentence_first_ != kNone) {
            gold_.sentences.push_back({gold_.tokens[sentence_first_].begin, gold_.tokens.back().end});
        }
        sentence_first_ = kNone;
    }

    void end_paragraph() {
        if (!gold_.tokens.empty() && gold_.tokens.back().end > paragraph_begin_) {
            gold_.document.blocks.push_back({.span = {paragraph_begin_, gold_.tokens.back().end}});
        }
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    GoldText gold_;
    std::string_view id_part_;
    bool is_wanted_;
    bool starts_paragraph_ = true;
    bool has_paragraphs_ = false;
    bool needs_blank_ = false;
    std::uint32_t paragraph_begin_ = 0;
    std::size_t sentence_first_ = kNone;  ///< Index of the sentence's first token, if it has begun.
    std::size_t range_end_ = 0;           ///< The last word number of the token of several words being read.
    std::uint32_t word_begin_ = 0;
};

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

GoldText read_gold_text(std::string_view conllu, std::string_view id_part) {
    GoldReader reader(id_part);
    while (!conllu.empty()) {
        std::string_view line = take(conllu, '\n');
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        reader.read_line(line);
    }
    return reader.finish();
}

double SpanScore::precision() const {
    return percent(correct, found);
}

double SpanScore::recall() const {
    return percent(correct, gold);
}

double SpanScore::f1() const {
    return percent(2 * correct, gold + found);
}

SpanScore score_spans(const std::vector<ByteSpan>& gold, const std::vector<ByteSpan>& found) {
    SpanScore score{.gold = gold.size(), .found = found.size()};
    auto next = found.begin();
    for (const ByteSpan span : gold) {
        while (next != found.end() && *next < span) {
            ++next;
        }
        if (next != found.end() && *next == span) {
            ++score.correct;
            ++next;
        }
    }
    return score;
}

SegmentationScore score_segmentation(const GoldText& gold, const Segmenter& segmenter) {
    Vocabulary vocabulary;
    Annotation annotation;
    segmenter.segment(gold.document, vocabulary, annotation);
    std::vector<ByteSpan> tokens;
    for (TokenIndex token = 0; token < annotation.token_count(); ++token) {
        if (continues_word(gold.document, annotation, token)) {
            tokens.back().end = annotation.span[token].end;
        } else {
            tokens.push_back(annotation.span[token]);
        }
    }
    std::vector<ByteSpan> sentences;
    for (const Sentence& sentence : annotation.sentences) {
        sentences.push_back(sentence.span);
    }
    return {.tokens = score_spans(gold.tokens, tokens),
            .words = score_spans(gold.words, annotation.span),
            .sentences = score_spans(gold.sentences, sentences)};
}

}  // namespace stancegraph
