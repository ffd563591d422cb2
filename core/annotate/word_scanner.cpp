#include "annotate/word_scanner.hpp"

#include <algorithm>

#include "annotate/characters.hpp"

namespace stancegraph::annotate {
namespace {

/// Reads one surface word from left to right; `at` is behind the last character that surely belongs to it.
class WordScanner {
public:
    WordScanner(const Chunk& chunk, std::size_t begin, const TokenizerLists& lists)
        : chunk_(chunk), text_(chunk.text), lists_(lists), begin_(begin), run_begin_(begin), at_(begin) {}

    std::size_t scan() {
        read_run();
        while (at_ < chunk_.end && step()) {
        }
        return at_;
    }

private:
    [[nodiscard]] char byte(std::size_t at) const { return at < chunk_.end ? text_[at] : ' '; }

    [[nodiscard]] char last() const { return text_[at_ - 1]; }

    [[nodiscard]] bool is_word_at(std::size_t at) const {
        return at < chunk_.end && is_word_kind(character_at(text_, at).kind);
    }

    [[nodiscard]] bool is_figure(std::size_t from, std::size_t to) const {
        return from < to && std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(from),
                                        text_.begin() + static_cast<std::ptrdiff_t>(to), is_ascii_digit);
    }

    [[nodiscard]] std::string_view word_with(std::size_t end) const {
        return text_.substr(begin_, end - begin_);
    }

    /// Letters and digits.
    void read_run() {
        run_begin_ = at_;
        while (at_ < chunk_.end) {
            const Character character = character_at(text_, at_);
            if (!is_word_kind(character.kind)) {
                return;
            }
            at_ += character.size;
        }
    }

    /// Takes the mark at `at` into the word, and the run behind it; false if the word ends before the mark.
    bool step() {
        const Character mark = character_at(text_, at_);
        const std::size_t next = at_ + mark.size;
        if (mark.kind == Kind::dot) {
            return step_dot();
        }
        const bool goes_on =
            mark.kind == Kind::hyphen ? takes_hyphen(next) : is_word_at(next) && takes(mark, next);
        if (goes_on) {
            at_ = next;
            read_run();
        }
        return goes_on;
    }

    [[nodiscard]] bool takes(Character mark, std::size_t next) const {
        const bool between_digits = is_ascii_digit(last()) && is_ascii_digit(byte(next));
        if (mark.kind == Kind::apostrophe || text_.substr(at_, mark.size) == kLeftSingleMark) {
            return true;
        }
        switch (text_[at_]) {
            case ',':
                return between_digits && is_figure(next, next + 3) && !is_ascii_digit(byte(next + 3));
            case ':':
                return between_digits;
            case '/':
                return between_digits || is_single_letters(next);
            case '&':
                return is_ascii_upper(last()) && is_ascii_upper(byte(next));
            case '_':
            case '*':
                return true;
            default:
                return false;
        }
    }

    /// b/c, w/o, n/a: one letter on both sides.
    [[nodiscard]] bool is_single_letters(std::size_t next) const {
        return at_ - begin_ == 1 && is_ascii_letter(text_[begin_]) && is_ascii_letter(byte(next)) &&
               !is_word_at(next + 1);
    }

    bool step_dot() {
        const std::size_t next = at_ + 1;
        if (is_word_at(next)) {
            if (is_missing_blank(next)) {
                return false;
            }
            at_ = next;
            read_run();
            return true;
        }
        if (!takes_final_dot(next)) {
            return false;
        }
        at_ = next;
        run_begin_ = next;
        return true;
    }

    /// "available.The": a sentence ends where a blank was forgotten.
    [[nodiscard]] bool is_missing_blank(std::size_t next) const {
        const std::size_t length = at_ - run_begin_;
        return length >= 3 && is_ascii_lower(last()) && is_ascii_lower(text_[at_ - 2]) &&
               is_ascii_upper(byte(next)) && is_ascii_lower(byte(next + 1)) && is_ascii_lower(byte(next + 2));
    }

    [[nodiscard]] bool takes_final_dot(std::size_t next) const {
        const std::string_view with_dot = word_with(next);
        if (last() == '.') {
            return false;
        }
        const char follower = byte(next);
        if (follower ==
            '.') {  // "L.P..": an abbreviation and the sentence's own dot; three dots are an ellipsis
            return byte(next + 1) != '.' && (is_acronym() || lists_.abbreviations.contains(with_dot));
        }
        if (begin_ == chunk_.range_begin && is_list_number(next)) {
            return true;
        }
        if (is_acronym() || lists_.abbreviations.contains(with_dot)) {
            return true;
        }
        if (lists_.number_abbreviations.contains(with_dot)) {
            return is_figure_ahead(next);
        }
        if (at_ - begin_ == 1 && is_ascii_upper(last())) {
            return last() != 'I' && !is_last_in_range(next);
        }
        return follower == ',' && is_ascii_letter(last()) && at_ - begin_ <= 6;
    }

    /// "2." or "4.1." in front of a paragraph's text.
    [[nodiscard]] bool is_list_number(std::size_t next) const {
        return at_ - begin_ <= 4 && next < text_.size() && next == chunk_.end &&
               std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin_),
                           text_.begin() + static_cast<std::ptrdiff_t>(at_),
                           [](char one) { return is_ascii_digit(one) || one == '.'; });
    }

    /// Letters with dots between, at most two at a time: U.S, a.m, Ph.D.
    [[nodiscard]] bool is_acronym() const {
        const std::string_view word = word_with(at_);
        std::size_t length = 0;
        bool has_dot = false;
        for (const char character : word) {
            if (character == '.') {
                has_dot = true;
                length = 0;
            } else if (!is_ascii_letter(character) || ++length > 2) {
                return false;
            }
        }
        return has_dot;
    }

    [[nodiscard]] bool is_figure_ahead(std::size_t at) const {
        while (at < text_.size() && (text_[at] == ' ' || text_[at] == '#')) {
            ++at;
        }
        return at < text_.size() && is_ascii_digit(text_[at]);
    }

    /// Only closing marks and blanks come: a single capital is then no initial ("Plan B.").
    [[nodiscard]] bool is_last_in_range(std::size_t at) const {
        for (std::size_t looked = 0; at < text_.size() && looked < 4; ++looked) {
            const Character character = character_at(text_, at);
            if (is_word_kind(character.kind) || character.kind == Kind::comma) {
                return false;
            }
            at += character.size;
        }
        return at >= text_.size();
    }

    bool takes_hyphen(std::size_t next) {
        if (!is_word_at(next)) {
            return false;
        }
        if (at_ < chain_end_) {
            return true;
        }
        if (is_ascii_digit(byte(next)) && is_figure(begin_, at_)) {
            return is_number_chain();
        }
        return lists_.hyphen_prefixes.contains(text_.substr(run_begin_, at_ - run_begin_)) &&
               run_begin_ == begin_;
    }

    /// Groups of digits: telephone numbers and dates stay whole, a range ("13-17") is split.
    [[nodiscard]] bool is_number_chain() {
        std::size_t groups = 1;
        std::size_t group_begin = at_;
        std::size_t at = at_;
        while (at < chunk_.end &&
               (is_ascii_digit(text_[at]) || (text_[at] == '-' && is_ascii_digit(byte(at + 1))))) {
            if (text_[at] == '-') {
                ++groups;
                group_begin = at + 1;
            }
            ++at;
        }
        const std::size_t first = at_ - begin_;
        const std::size_t final_size = at - group_begin;
        const bool is_telephone = groups == 2 && final_size == 4 && (first == 1 || first == 3);
        if (groups > 2 || is_telephone) {
            chain_end_ = at;
        }
        return chain_end_ > at_;
    }

    const Chunk& chunk_;
    std::string_view text_;
    const TokenizerLists& lists_;
    std::size_t begin_;
    std::size_t run_begin_;  ///< Where the current stretch of letters and digits began.
    std::size_t at_;
    std::size_t chain_end_ = 0;  ///< The end of a chain of figures that is already known to be whole.
};

}  // namespace

std::size_t find_word_end(const Chunk& chunk, std::size_t begin, const TokenizerLists& lists) {
    return WordScanner(chunk, begin, lists).scan();
}

}  // namespace stancegraph::annotate
