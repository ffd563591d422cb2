#include "annotate/quotations.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "annotate/characters.hpp"
#include "annotate/quotation_marks.hpp"

namespace stancegraph {
namespace {

using namespace annotate;

/// A quotation mark and what it may do at its place.
struct Mark {
    TokenIndex token = 0;
    MarkType type;
    bool can_open = false;
    bool can_close = false;
    bool must_open = false;      ///< A blank before it and none behind.
    bool is_possessive = false;  ///< Rather the companies' than the end of a quotation.
};

/// Reads one paragraph at a time; open marks wait on a stack.
class QuotationFinder {
public:
    QuotationFinder(std::string_view text, const std::vector<ByteSpan>& tokens, std::vector<Quotation>& out)
        : text_(text), tokens_(tokens), out_(out) {}

    void read(const Paragraph& paragraph) {
        paragraph_ = paragraph.tokens;
        const auto first_of_paragraph = static_cast<std::ptrdiff_t>(out_.size());
        collect_marks();
        for (const Mark& mark : marks_) {
            take(mark);
        }
        finish_paragraph();
        std::sort(out_.begin() + first_of_paragraph, out_.end(),
                  [](const Quotation& left, const Quotation& right) {
                      return left.tokens.begin != right.tokens.begin ? left.tokens.begin < right.tokens.begin
                                                                     : left.tokens.end > right.tokens.end;
                  });
        set_depths(static_cast<std::size_t>(first_of_paragraph));
        const bool is_body = paragraph.block_class == BlockClass::body;
        if (is_body || out_.size() > static_cast<std::size_t>(first_of_paragraph)) {
            link(static_cast<std::size_t>(first_of_paragraph));
        }
    }

private:
    [[nodiscard]] std::string_view token(TokenIndex index) const {
        return text_.substr(tokens_[index].begin, tokens_[index].size());
    }

    [[nodiscard]] bool is_glued_before(TokenIndex index) const {
        return index > paragraph_.begin && tokens_[index - 1].end == tokens_[index].begin;
    }

    [[nodiscard]] bool is_glued_after(TokenIndex index) const {
        return index + 1 < paragraph_.end && tokens_[index + 1].begin == tokens_[index].end;
    }

    [[nodiscard]] bool is_word_before(TokenIndex index) const {
        return is_glued_before(index) && is_word_kind(character_before(text_, tokens_[index].begin).kind);
    }

    [[nodiscard]] bool is_word_after(TokenIndex index) const {
        return is_glued_after(index) && is_word_kind(character_at(text_, tokens_[index].end).kind);
    }

    void collect_marks() {
        marks_.clear();
        for (TokenIndex index = paragraph_.begin; index < paragraph_.end; ++index) {
            const Kind kind = kByteKinds[static_cast<unsigned char>(text_[tokens_[index].begin])];
            if (is_word_kind(kind)) {
                continue;
            }
            if (const auto type = mark_type(token(index))) {
                marks_.push_back(placed(index, *type));
            }
        }
        mark_possessives();
    }

    /// Marks are also written the wrong way round, “so“ and ”so”: the blanks around them decide.
    [[nodiscard]] Mark placed(TokenIndex index, MarkType type) const {
        const bool before = is_glued_before(index);
        const bool after = is_glued_after(index);
        Mark mark{.token = index, .type = type};
        mark.must_open = !before && after;
        const bool opens_here = after ? !is_word_before(index) : !before;
        if (type.family == Family::single_marks) {
            const bool may_open =
                type.shape == Shape::either && opens_here && after && !is_stop_before(index);
            mark.can_open = type.shape == Shape::opens || may_open;
            mark.can_close = before && !is_word_after(index) && (type.shape != Shape::opens || !after);
            return mark;
        }
        mark.can_open =
            type.shape == Shape::opens || mark.must_open || (type.shape == Shape::either && opens_here);
        mark.can_close = (type.shape != Shape::opens || (before && !after)) && !is_inch_mark(index);
        return mark;
    }

    /// 6'2" tall.
    [[nodiscard]] bool is_inch_mark(TokenIndex index) const {
        if (!is_glued_before(index) || !is_ascii_digit(token(index - 1).front())) {
            return false;
        }
        const std::string_view figure = token(index - 1);
        return figure.find('\'') != std::string_view::npos || figure.find("\u2019") != std::string_view::npos;
    }

    /// A straight single mark behind a full stop or comma closes.
    [[nodiscard]] bool is_stop_before(TokenIndex index) const {
        if (!is_glued_before(index)) {
            return false;
        }
        const Kind kind = character_before(text_, tokens_[index].begin).kind;
        return kind == Kind::dot || kind == Kind::comma || kind == Kind::stop;
    }

    /// Behind a word in s and before a word in lower case, a single mark is a possessive if a better one
    /// follows before the next opens.
    void mark_possessives() {
        bool has_closer_ahead = false;
        for (auto mark = marks_.rbegin(); mark != marks_.rend(); ++mark) {
            if (mark->type.family != Family::single_marks) {
                has_closer_ahead = has_closer_ahead && !mark->can_close;
                continue;
            }
            mark->is_possessive = has_closer_ahead && mark->can_close && looks_possessive(mark->token);
            if (mark->can_open) {
                has_closer_ahead = false;
            } else if (mark->can_close) {
                has_closer_ahead = true;
            }
        }
    }

    [[nodiscard]] bool looks_possessive(TokenIndex index) const {
        if (index == paragraph_.begin || index + 1 >= paragraph_.end || is_glued_after(index)) {
            return false;
        }
        const char last = token(index - 1).back();
        const char next = token(index + 1).front();
        return (last == 's' || last == 'S') && (is_ascii_letter(next) || is_ascii_digit(next));
    }

    void take(const Mark& mark) {
        const auto family = static_cast<std::size_t>(mark.type.family);
        const bool is_waiting = open_count_[family] > 0;
        const bool reopens = mark.must_open && mark.type.shape == Shape::either && mark.can_open;
        if (is_waiting && mark.can_close && !mark.is_possessive && !reopens) {
            return close(mark);
        }
        if (!mark.can_open) {
            return;
        }
        if (is_waiting && mark.type.shape == Shape::either) {
            end_unclosed(mark);
        }
        open_.push_back(mark);
        ++open_count_[family];
    }

    void close(const Mark& mark) {
        while (open_.back().type.family != mark.type.family) {
            pop();
        }
        const TokenIndex first = open_.back().token;
        pop();
        if (first + 1 < mark.token) {
            add({first, mark.token + 1}, false);
        }
    }

    /// Another straight mark opens although one is open: the earlier was never closed and ends here.
    void end_unclosed(const Mark& mark) {
        while (open_.back().type.family != mark.type.family) {
            pop();
        }
        const Mark unclosed = open_.back();
        if (unclosed.type.shape != Shape::either) {
            return;  // “ … " is nested
        }
        pop();
        if (mark.type.family != Family::single_marks && unclosed.token + 1 < mark.token) {
            add({unclosed.token, mark.token}, true);
        }
    }

    void finish_paragraph() {
        while (!open_.empty()) {
            const Mark& mark = open_.back();
            const bool is_first = mark.token == paragraph_.begin;
            const bool is_kept = mark.type.family != Family::single_marks || is_first;
            if (is_kept && mark.token + 1 < paragraph_.end) {
                add({mark.token, paragraph_.end}, true);
            }
            pop();
        }
    }

    void pop() {
        --open_count_[static_cast<std::size_t>(open_.back().type.family)];
        open_.pop_back();
    }

    void add(TokenSpan tokens, bool is_open) {
        out_.push_back({.span = {tokens_[tokens.begin].begin, tokens_[tokens.end - 1].end},
                        .tokens = tokens,
                        .is_open = is_open});
    }

    void set_depths(std::size_t first) {
        ends_.clear();
        for (std::size_t index = first; index < out_.size(); ++index) {
            while (!ends_.empty() && ends_.back() <= out_[index].tokens.begin) {
                ends_.pop_back();
            }
            out_[index].depth = static_cast<std::uint8_t>(std::min<std::size_t>(ends_.size(), 255));
            ends_.push_back(out_[index].tokens.end);
        }
    }

    /// A speech that the paragraph before left open goes on where this one begins with a mark of its family.
    void link(std::size_t first) {
        const bool has_any = first < out_.size();
        if (has_any && unfinished_ != Quotation::kNone && out_[first].tokens.begin == paragraph_.begin &&
            family_of(first) == family_of(unfinished_)) {
            out_[first].continues = unfinished_;
        }
        unfinished_ = Quotation::kNone;
        for (std::size_t index = first; index < out_.size(); ++index) {
            if (out_[index].depth == 0 && out_[index].is_open && out_[index].tokens.end == paragraph_.end) {
                unfinished_ = static_cast<std::uint32_t>(index);
            }
        }
    }

    [[nodiscard]] std::optional<Family> family_of(std::size_t quotation) const {
        const auto type = mark_type(token(out_[quotation].tokens.begin));
        return type ? std::optional(type->family) : std::nullopt;
    }

    std::string_view text_;
    const std::vector<ByteSpan>& tokens_;
    std::vector<Quotation>& out_;
    TokenSpan paragraph_;
    std::vector<Mark> marks_;
    std::vector<Mark> open_;
    std::array<std::size_t, kFamilies> open_count_{};
    std::vector<TokenIndex> ends_;
    std::uint32_t unfinished_ =
        Quotation::kNone;  ///< The open quotation that the next paragraph may carry on.
};

}  // namespace

void find_quotations(std::string_view text, const std::vector<ByteSpan>& tokens,
                     const std::vector<Paragraph>& paragraphs, std::vector<Quotation>& out) {
    out.clear();
    QuotationFinder finder(text, tokens, out);
    for (const Paragraph& paragraph : paragraphs) {
        if (!paragraph.tokens.is_empty()) {
            finder.read(paragraph);
        }
    }
}

}  // namespace stancegraph
