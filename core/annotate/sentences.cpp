#include "annotate/sentences.hpp"

#include <algorithm>

#include "annotate/characters.hpp"
#include "annotate/dateline.hpp"
#include "annotate/pairs.hpp"
#include "base/utf8.hpp"

namespace stancegraph {
namespace {

using annotate::Kind;

/// Longer brackets and quotations may hold sentences of their own.
constexpr TokenIndex kShortBracket = 60;
constexpr TokenIndex kShortQuotation = 8;
/// How far behind "Why?" the verb of saying is looked for.
constexpr TokenIndex kSpeakerReach = 7;
/// A row of that many marks is a line drawn across the page.
constexpr std::uint32_t kRuledLine = 8;

/// How a token ends a sentence.
enum class Ending : std::uint8_t { none, full_stop, call, ellipsis, abbreviation };

}  // namespace

/// Splits one paragraph, from left to right.
class ParagraphSplitter {
public:
    ParagraphSplitter(const SentenceSplitter& lists, std::string_view text, const Annotation& annotation,
                      const std::vector<TokenIndex>& partners, std::vector<TokenSpan>& out)
        : lists_(lists), text_(text), span_(annotation.span), partners_(partners), out_(out) {}

    void split(TokenSpan paragraph) {
        end_ = paragraph.end;
        begin_ = paragraph.begin;
        if (const TokenIndex behind = annotate::end_of_dateline(text_, span_, paragraph); behind > begin_) {
            finish(behind);
        }
        TokenIndex protected_until = begin_;
        for (TokenIndex index = begin_; index < end_; ++index) {
            protected_until = std::max(protected_until, end_of_protection(index));
            if (index - begin_ + 1 >= Sentence::kMostTokens) {
                finish(index + 1);
                continue;
            }
            if (index + 1 < end_ && (is_blank_line_behind(index) || is_ruled(index) || is_ruled(index + 1))) {
                finish(index + 1);
                continue;
            }
            if (index < protected_until) {
                continue;
            }
            const Ending ending = ending_at(index);
            if (ending == Ending::none) {
                continue;
            }
            const TokenIndex next = behind_closers(index + 1);
            if (next < end_ && next - begin_ < Sentence::kMostTokens && begins_sentence(next, ending)) {
                finish(next);
                index = next - 1;
            }
        }
        if (begin_ < end_) {
            finish(end_);
        }
    }

private:
    [[nodiscard]] std::string_view token(TokenIndex index) const {
        return text_.substr(span_[index].begin, span_[index].size());
    }

    [[nodiscard]] char first_byte(TokenIndex index) const { return text_[span_[index].begin]; }

    [[nodiscard]] bool is_glued(TokenIndex index) const {
        return index > begin_ && span_[index - 1].end == span_[index].begin;
    }

    [[nodiscard]] Kind kind(TokenIndex index) const {
        return annotate::character_at(text_, span_[index].begin).kind;
    }

    [[nodiscard]] bool is_closer(TokenIndex index) const {
        return partners_[index] != kNoToken && partners_[index] < index;
    }

    void finish(TokenIndex end) {
        out_.push_back({begin_, end});
        begin_ = end;
    }

    /// No sentence ends before the token given back: a bracket or a short quotation opens at `index`.
    [[nodiscard]] TokenIndex end_of_protection(TokenIndex index) const {
        const TokenIndex partner = partners_[index];
        if (partner == kNoToken || partner <= index) {
            return 0;
        }
        const bool is_bracket = kind(index) == Kind::open_bracket;
        const bool is_short = partner - index <= (is_bracket ? kShortBracket : kShortQuotation);
        return is_short && !(is_bracket && index == begin_) ? partner : 0;
    }

    [[nodiscard]] bool is_blank_line_behind(TokenIndex index) const {
        const std::uint32_t from = span_[index].end;
        const std::uint32_t to = span_[index + 1].begin;
        return to - from >= 2 && std::count(text_.begin() + from, text_.begin() + to, '\n') >= 2;
    }

    [[nodiscard]] bool is_ruled(TokenIndex index) const {
        const Kind mark = kind(index);
        return span_[index].size() >= kRuledLine && (mark == Kind::symbol || mark == Kind::hyphen) &&
               text_[span_[index].end - 1] == first_byte(index);
    }

    [[nodiscard]] Ending ending_at(TokenIndex index) const {
        if (is_closer(index)) {  // "No." and then a new sentence: the stop was inside
            return index > begin_ && is_glued(index) ? ending_of(index - 1) : Ending::none;
        }
        return ending_of(index);
    }

    [[nodiscard]] Ending ending_of(TokenIndex index) const {
        const std::string_view word = token(index);
        const char last = word.back();
        if (last == '!' || last == '?') {
            return kind(index) == Kind::stop ? Ending::call : Ending::none;
        }
        if (last == '.') {
            if (word.size() == 1) {
                return is_list_number(index) ? Ending::none : Ending::full_stop;
            }
            if (word.front() == '.') {
                return index > begin_ ? Ending::ellipsis : Ending::none;
            }
            return may_end_sentence(word) ? Ending::abbreviation : Ending::none;
        }
        return word == "\u2026" ? Ending::ellipsis : Ending::none;
    }

    /// "2. Methods": the stop belongs to the figure that begins the sentence.
    [[nodiscard]] bool is_list_number(TokenIndex index) const {
        return index == begin_ + 1 && kind(begin_) == Kind::digit;
    }

    /// Inc., and what has a dot inside: U.S., a.m.
    [[nodiscard]] bool may_end_sentence(std::string_view word) const {
        const bool has_inner_dot = word.find('.') + 1 < word.size();
        return lists_.ending_abbreviations_.contains(word) ||
               (has_inner_dot && annotate::is_ascii_upper(word.front()));
    }

    /// Behind the closing quotation marks and brackets, and the stops that follow them.
    [[nodiscard]] TokenIndex behind_closers(TokenIndex index) const {
        while (index < end_) {
            const Kind mark = kind(index);
            const bool closes = is_closer(index) || mark == Kind::close_mark ||
                                (mark == Kind::close_bracket && is_glued(index)) ||
                                (is_glued(index) && partners_[index] == kNoToken && is_lone_quote(index));
            const bool stops = mark == Kind::stop || mark == Kind::dot;
            if (!closes && !stops && !is_reference(index)) {
                break;
            }
            index = is_reference(index) ? index + 3 : index + 1;
        }
        return index;
    }

    /// [12], as encyclopedias put behind the stop.
    [[nodiscard]] bool is_reference(TokenIndex index) const {
        return index + 2 < end_ && first_byte(index) == '[' && kind(index + 1) == Kind::digit &&
               first_byte(index + 2) == ']';
    }

    /// A quotation mark behind the stop that nothing opened, with a blank or the end behind it.
    [[nodiscard]] bool is_lone_quote(TokenIndex index) const {
        const Kind mark = kind(index);
        const bool is_quote = mark == Kind::double_quote || mark == Kind::apostrophe;
        return is_quote && (index + 1 >= end_ || span_[index].end < span_[index + 1].begin);
    }

    [[nodiscard]] bool begins_sentence(TokenIndex index, Ending ending) const {
        const Kind first = kind(index);
        if (ending == Ending::call && is_closer(index - 1) && goes_on_with_speaker(index)) {
            return false;
        }
        if (ending == Ending::abbreviation) {
            return lists_.starters_.contains(token(index)) ||
                   (first == Kind::double_quote && index + 1 < end_ &&
                    lists_.starters_.contains(token(index + 1)));
        }
        if (first == Kind::letter) {
            return is_capital(index) || (!is_glued(index) && may_begin_small(index, ending));
        }
        if (is_glued(index)) {
            return first == Kind::open_mark || first == Kind::double_quote;
        }
        switch (first) {
            case Kind::comma:
            case Kind::close_mark:
            case Kind::close_bracket:
                return false;
            case Kind::dash:
            case Kind::hyphen:
                return ending == Ending::full_stop && index + 1 < end_ && is_capital(index + 1);
            case Kind::double_quote:
            case Kind::open_mark:
            case Kind::apostrophe:
                return ending != Ending::ellipsis || (index + 1 < end_ && is_capital(index + 1));
            case Kind::symbol:
                return first_byte(index) != ';' && first_byte(index) != ':';
            case Kind::blank:
            case Kind::letter:
            case Kind::digit:
            case Kind::dot:
            case Kind::stop:
            case Kind::backtick:
            case Kind::open_bracket:
            case Kind::currency:
            case Kind::pictograph:
            case Kind::high:
                break;
        }
        return ending != Ending::ellipsis;
    }

    /// "Why?" Dana Lee asked: a name and a verb of saying follow the quotation.
    [[nodiscard]] bool goes_on_with_speaker(TokenIndex index) const {
        if (lists_.starters_.contains(token(index))) {
            return false;
        }
        const TokenIndex last = std::min(end_, index + kSpeakerReach);
        for (TokenIndex next = index; next < last; ++next) {
            const Kind mark = kind(next);
            if (mark == Kind::dot || mark == Kind::double_quote || mark == Kind::open_mark) {
                return false;
            }
            if (lists_.speech_verbs_.contains(token(next))) {
                return true;
            }
        }
        return false;
    }

    /// In careless writing a sentence may begin with a small letter; but `approx. five` goes on.
    [[nodiscard]] bool may_begin_small(TokenIndex index, Ending ending) const {
        if (ending == Ending::call) {
            return kind(index - 1) == Kind::stop && !is_capital(begin_);
        }
        if (ending != Ending::full_stop || kind(index - 1) != Kind::dot || index < begin_ + 3) {
            return false;
        }
        const std::string_view last = token(index - 2);
        return is_glued(index - 1) && last.size() >= 3;
    }

    [[nodiscard]] bool is_capital(TokenIndex index) const {
        const char byte = first_byte(index);
        if (static_cast<unsigned char>(byte) < 0x80) {
            return annotate::is_ascii_upper(byte);
        }
        const utf8::Decoded letter = utf8::decode(token(index));
        return utf8::is_upper(letter.code_point);
    }

    const SentenceSplitter& lists_;
    std::string_view text_;
    const std::vector<ByteSpan>& span_;
    const std::vector<TokenIndex>& partners_;
    std::vector<TokenSpan>& out_;
    TokenIndex begin_ = 0;  ///< Of the sentence being read.
    TokenIndex end_ = 0;    ///< Of the paragraph.
};

SentenceSplitter::SentenceSplitter(const SegmenterLexicons& lexicons)
    : ending_abbreviations_(lexicons.ending_abbreviations),
      starters_(lexicons.sentence_starters),
      speech_verbs_(lexicons.speech_verbs) {}

void SentenceSplitter::split(std::string_view text, Annotation& annotation) const {
    const std::vector<TokenIndex> partners = annotate::find_partners(text, annotation);
    std::vector<TokenSpan> spans;
    annotation.sentences.clear();
    ParagraphSplitter splitter(*this, text, annotation, partners, spans);
    for (std::uint32_t index = 0; index < annotation.paragraphs.size(); ++index) {
        Paragraph& paragraph = annotation.paragraphs[index];
        spans.clear();
        splitter.split(paragraph.tokens);
        paragraph.first_sentence = static_cast<std::uint32_t>(annotation.sentences.size());
        paragraph.sentence_count = static_cast<std::uint32_t>(spans.size());
        for (const TokenSpan tokens : spans) {
            annotation.sentences.push_back({.span = annotation.bytes_of(tokens),
                                            .tokens = tokens,
                                            .paragraph = index,
                                            .has_tree = false});
        }
    }
}

}  // namespace stancegraph
