#include "text/markdown_inline.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
constexpr std::size_t kLongestLink = 4096;

bool is_blank(char character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

bool is_word_byte(char character) {
    return !is_blank(character) && kPunctuation.find(character) == std::string_view::npos;
}

/// Removes marks from one block, left to right.
class InlineStripper {
public:
    explicit InlineStripper(std::string_view raw) : raw_(raw) {}

    [[nodiscard]] std::string strip();

private:
    /// A run of `*`, `_` or `~` in the output that may open emphasis.
    struct Opener {
        std::size_t at = 0;
        std::size_t size = 0;
    };

    void step();
    void take(std::size_t bytes);
    [[nodiscard]] bool take_code();
    [[nodiscard]] bool take_image();
    [[nodiscard]] bool take_link_end();
    [[nodiscard]] bool take_tag();
    [[nodiscard]] bool take_entity();
    void take_emphasis();
    [[nodiscard]] std::size_t link_target_end(std::size_t at) const;

    void erase(std::size_t at, std::size_t size) { erased_.emplace_back(at, size); }

    std::string_view raw_;
    std::size_t at_ = 0;
    std::string out_;
    std::array<std::vector<Opener>, 3> openers_;
    std::vector<std::size_t> brackets_;                        ///< Places of `[` in the output.
    std::vector<std::pair<std::size_t, std::size_t>> erased_;  ///< Ranges of the output that are marks.
};

void InlineStripper::take(std::size_t bytes) {
    out_.append(raw_.substr(at_, bytes));
    at_ += bytes;
}

/// `` `code` ``: the content between runs of backticks of one length.
bool InlineStripper::take_code() {
    const std::size_t run_end = std::min(raw_.find_first_not_of('`', at_), raw_.size());
    const std::string_view run = raw_.substr(at_, run_end - at_);
    const std::size_t close = raw_.substr(run_end, kLongestLink).find(run);
    if (close == std::string_view::npos) {
        take(run.size());
        return true;
    }
    out_.append(raw_.substr(run_end, close));
    at_ = run_end + close + run.size();
    return true;
}

/// The byte behind `(target "title")` or `[reference]` at `at`; 0 if there is none.
std::size_t InlineStripper::link_target_end(std::size_t at) const {
    if (at >= raw_.size() || (raw_[at] != '(' && raw_[at] != '[')) {
        return 0;
    }
    const char open = raw_[at];
    const char close = open == '(' ? ')' : ']';
    std::size_t depth = 0;
    const std::size_t end = std::min(raw_.size(), at + kLongestLink);
    for (; at < end; ++at) {
        if (raw_[at] == '\\') {
            ++at;
        } else if (raw_[at] == open) {
            ++depth;
        } else if (raw_[at] == close && --depth == 0) {
            return at + 1;
        }
    }
    return 0;
}

/// `![alternative](target)` leaves nothing.
bool InlineStripper::take_image() {
    if (at_ + 1 >= raw_.size() || raw_[at_ + 1] != '[') {
        return false;
    }
    const std::size_t label_end = link_target_end(at_ + 1);
    const std::size_t end = label_end == 0 ? 0 : link_target_end(label_end);
    if (end == 0) {
        return false;
    }
    at_ = end;
    return true;
}

/// At `]`: the text since `[` stays if a target follows; otherwise the brackets stay too.
bool InlineStripper::take_link_end() {
    if (brackets_.empty()) {
        return false;
    }
    const std::size_t open = brackets_.back();
    brackets_.pop_back();
    const std::size_t end = link_target_end(at_ + 1);
    if (end == 0) {
        return false;
    }
    erase(open, 1);
    at_ = end;
    return true;
}

/// `<b>`, `</b>`, `<!-- … -->` go; `<https://…>` leaves the address.
bool InlineStripper::take_tag() {
    const std::string_view rest = raw_.substr(at_, kLongestLink);
    if (rest.starts_with("<!--")) {
        const std::size_t end = raw_.find("-->", at_ + 4);
        at_ = end == std::string_view::npos ? raw_.size() : end + 3;
        return true;
    }
    const std::size_t close = rest.find('>');
    if (close == std::string_view::npos || close < 2) {
        return false;
    }
    const std::string_view inner = rest.substr(1, close - 1);
    const bool is_address =
        inner.find("://") != std::string_view::npos || inner.find('@') != std::string_view::npos;
    const bool begins_tag = is_word_byte(inner.front()) || inner.front() == '/' || inner.front() == '!';
    if (is_address && inner.find(' ') == std::string_view::npos) {
        out_.append(inner);
    } else if (!begins_tag || inner.find('<') != std::string_view::npos) {
        return false;
    }
    at_ += close + 1;
    return true;
}

bool InlineStripper::take_entity() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kEntities{
        {{"&amp;", "&"},
         {"&lt;", "<"},
         {"&gt;", ">"},
         {"&quot;", "\""},
         {"&apos;", "'"},
         {"&nbsp;", " "},
         {"&ndash;", "\xE2\x80\x93"},
         {"&mdash;", "\xE2\x80\x94"},
         {"&lsquo;", "\xE2\x80\x98"},
         {"&rsquo;", "\xE2\x80\x99"},
         {"&ldquo;", "\xE2\x80\x9C"},
         {"&rdquo;", "\xE2\x80\x9D"},
         {"&hellip;", "\xE2\x80\xA6"},
         {"&shy;", ""}}};
    const std::string_view rest = raw_.substr(at_, 10);
    for (const auto& entity : kEntities) {
        if (rest.starts_with(entity.first)) {
            out_.append(entity.second);
            at_ += entity.first.size();
            return true;
        }
    }
    const std::size_t digits_end = rest.find_first_not_of("0123456789", 2);
    if (!rest.starts_with("&#") || digits_end == 2 || digits_end > 8 || rest[digits_end] != ';') {
        return false;
    }
    std::uint32_t code = 0;
    for (const char digit : rest.substr(2, digits_end - 2)) {
        code = code * 10 + static_cast<std::uint32_t>(digit - '0');
    }
    const bool is_scalar = code > 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
    utf8::append(out_, is_scalar ? static_cast<char32_t>(code) : utf8::kReplacement);
    at_ += digits_end + 1;
    return true;
}

/// A run of marks closes the last run of its kind if it stands behind text, and opens one if it stands before
/// text.
void InlineStripper::take_emphasis() {
    const char mark = raw_[at_];
    const std::size_t run_end = std::min(raw_.find_first_not_of(mark, at_), raw_.size());
    std::size_t size = run_end - at_;
    const bool text_before = at_ > 0 && !is_blank(raw_[at_ - 1]);
    const bool text_behind = run_end < raw_.size() && !is_blank(raw_[run_end]);
    const bool inside_word = mark == '_' && text_before && text_behind && is_word_byte(raw_[at_ - 1]) &&
                             is_word_byte(raw_[run_end]);
    std::vector<Opener>& openers = openers_[mark == '*' ? 0 : (mark == '_' ? 1 : 2)];
    const std::size_t begin = out_.size();
    take(size);
    if (inside_word || (mark == '~' && size != 2)) {
        return;
    }
    std::size_t closed = 0;
    while (text_before && size > closed && !openers.empty()) {
        Opener& opener = openers.back();
        const std::size_t paired = std::min(opener.size, size - closed);
        erase(opener.at + opener.size - paired, paired);
        erase(begin + closed, paired);
        closed += paired;
        opener.size -= paired;
        if (opener.size == 0) {
            openers.pop_back();
        }
    }
    if (text_behind && size > closed) {
        openers.push_back({.at = begin + closed, .size = size - closed});
    }
}

void InlineStripper::step() {
    const char here = raw_[at_];
    switch (here) {
        case '\\':
            if (at_ + 1 < raw_.size() && kPunctuation.find(raw_[at_ + 1]) != std::string_view::npos) {
                ++at_;
            }
            take(1);
            return;
        case '`':
            if (take_code()) {
                return;
            }
            break;
        case '!':
            if (take_image()) {
                return;
            }
            break;
        case '[':
            brackets_.push_back(out_.size());
            break;
        case ']':
            if (take_link_end()) {
                return;
            }
            break;
        case '<':
            if (take_tag()) {
                return;
            }
            break;
        case '&':
            if (take_entity()) {
                return;
            }
            break;
        case '*':
        case '_':
        case '~':
            take_emphasis();
            return;
        default:
            break;
    }
    take(1);
}

std::string InlineStripper::strip() {
    while (at_ < raw_.size()) {
        step();
    }
    std::ranges::sort(erased_);
    std::string text;
    std::size_t from = 0;
    for (const auto& range : erased_) {
        text.append(out_, from, range.first - from);
        from = range.first + range.second;
    }
    text.append(out_, from);
    return text;
}

}  // namespace

std::string markdown_text(std::string_view raw) {
    return InlineStripper(raw).strip();
}

}  // namespace stancegraph
