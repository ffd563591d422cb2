#include "workbench/marked_text.hpp"

#include <algorithm>
#include <array>

namespace stancegraph {
namespace {

constexpr std::array<std::string_view, 4> kClassNames{"body", "headline", "teaser", "furniture"};
constexpr std::array<std::string_view, 4> kPartNames{"statement", "speaker", "subject", "cue"};

/// Walks a text from left to right and writes it piece by piece.
class MarkedText {
public:
    MarkedText(std::string_view text, const Annotation& annotation, std::vector<Mark> marks,
               json::Writer& writer)
        : text_(text), annotation_(annotation), marks_(std::move(marks)), writer_(writer) {
        std::erase_if(marks_, [](const Mark& mark) { return mark.span.is_empty(); });
        std::ranges::sort(marks_, {}, [](const Mark& mark) { return mark.span.begin; });
    }

    void write() {
        writer_.begin_array();
        for (const Paragraph& paragraph : annotation_.paragraphs) {
            writer_.begin_object();
            writer_.member("class", kClassNames[static_cast<std::size_t>(paragraph.block_class)]);
            writer_.key("runs").begin_array();
            write_runs(paragraph);
            writer_.end_array().end_object();
        }
        writer_.end_array();
    }

private:
    void write_runs(const Paragraph& paragraph) {
        std::uint32_t at = paragraph.span.begin;
        std::uint32_t sentence = paragraph.first_sentence;
        const std::uint32_t last = sentence + paragraph.sentence_count;
        while (at < paragraph.span.end) {
            while (sentence < last && annotation_.sentences[sentence].span.end <= at) {
                ++sentence;
            }
            open_marks(at);
            std::uint32_t end = std::min(paragraph.span.end, next_mark_border());
            bool is_in_sentence = false;
            if (sentence < last) {
                const ByteSpan span = annotation_.sentences[sentence].span;
                is_in_sentence = span.contains(at);
                end = std::min(end, is_in_sentence ? span.end : span.begin);
            }
            write_run(at, end, is_in_sentence ? &sentence : nullptr);
            at = end;
        }
    }

    /// Puts the marks that begin at or before `at` on the list of open ones; those that ended leave it.
    void open_marks(std::uint32_t at) {
        for (; next_ < marks_.size() && marks_[next_].span.begin <= at; ++next_) {
            open_.push_back(marks_[next_]);
        }
        std::erase_if(open_, [at](const Mark& mark) { return mark.span.end <= at; });
    }

    [[nodiscard]] std::uint32_t next_mark_border() const {
        std::uint32_t border =
            next_ < marks_.size() ? marks_[next_].span.begin : static_cast<std::uint32_t>(text_.size());
        for (const Mark& mark : open_) {
            border = std::min(border, mark.span.end);
        }
        return border;
    }

    void write_run(std::uint32_t begin, std::uint32_t end, const std::uint32_t* sentence) {
        writer_.begin_object().member("t", text_.substr(begin, end - begin));
        if (sentence != nullptr) {
            writer_.member("s", *sentence);
        }
        if (!open_.empty()) {
            writer_.key("m").begin_array();
            for (const Mark& mark : open_) {
                writer_.begin_array().value(mark.finding);
                writer_.value(kPartNames[static_cast<std::size_t>(mark.part)]).end_array();
            }
            writer_.end_array();
        }
        writer_.end_object();
    }

    std::string_view text_;
    const Annotation& annotation_;
    std::vector<Mark> marks_;  ///< By where they begin.
    std::size_t next_ = 0;
    std::vector<Mark> open_;
    json::Writer& writer_;
};

}  // namespace

void write_marked_text(std::string_view text, const Annotation& annotation, std::vector<Mark> marks,
                       json::Writer& writer) {
    MarkedText(text, annotation, std::move(marks), writer).write();
}

}  // namespace stancegraph
