#include "workbench/marked_sentence.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::array<std::string_view, 5> kNames{"speaker", "cue", "subject", "statement", "target"};
constexpr const char* kForm =
    "mark words like this: [Mara Lindqvist]{speaker} [griped]{cue} about the [ferry toll]{subject}";

class MarkReader {
public:
    MarkReader(const std::string& typed, Diagnostics& diagnostics)
        : file_(std::make_shared<const InputFile>("sentence", utf8::repair(typed).text)),
          typed_(file_->text()),
          diagnostics_(diagnostics) {}

    [[nodiscard]] std::optional<MarkedSentence> read() {
        while (at_ < typed_.size()) {
            read_next();
        }
        if (opened_.has_value()) {
            report(*opened_, *opened_ + 1, "this bracket is never closed", kForm);
        }
        const bool has_content =
            !sentence_.find("subject").is_empty() || !sentence_.find("statement").is_empty();
        if (is_sound_ && !has_content) {
            report(0, typed_.size(), "no subject and no statement is marked", kForm);
        }
        return is_sound_ ? std::optional(std::move(sentence_)) : std::nullopt;
    }

private:
    void read_next() {
        const char character = typed_[at_];
        if (character == '\\' && at_ + 1 < typed_.size() &&
            (typed_[at_ + 1] == '[' || typed_[at_ + 1] == ']')) {
            sentence_.text += typed_[at_ + 1];
            at_ += 2;
        } else if (character == '[') {
            open();
        } else if (character == ']') {
            close();
        } else {
            sentence_.text += character;
            ++at_;
        }
    }

    void open() {
        if (opened_.has_value()) {
            report(at_, at_ + 1, "marks cannot stand inside each other",
                   "close the first one before: [words]{name}");
            ++nested_;
        }
        opened_ = at_;
        begin_ = sentence_.text.size();
        ++at_;
    }

    void close() {
        const std::size_t closing = at_++;
        if (!opened_.has_value() && nested_ > 0) {
            --nested_;  // belongs to the mark around the one that was reported
            return;
        }
        if (!opened_.has_value()) {
            report(closing, closing + 1, "this bracket was never opened",
                   "write \\] for a bracket of the text");
            return;
        }
        const std::size_t opening = *std::exchange(opened_, std::nullopt);
        const std::size_t end =
            at_ < typed_.size() && typed_[at_] == '{' ? typed_.find('}', at_) : std::string::npos;
        if (end == std::string::npos) {
            report(opening, closing + 1, "these words are marked, but not as what",
                   "write {speaker}, {cue}, {subject}, {statement} or {target} behind the bracket");
            return;
        }
        const std::string name(typed_.substr(at_ + 1, end - at_ - 1));
        const std::size_t name_begin = std::exchange(at_, end + 1) + 1;
        add_part(name, name_begin, opening, closing);
    }

    void add_part(const std::string& name, std::size_t name_begin, std::size_t opening, std::size_t closing) {
        if (std::ranges::find(kNames, name) == kNames.end()) {
            const std::vector<std::string> names(kNames.begin(), kNames.end());
            const std::string guess = did_you_mean(name, names);
            report(name_begin, name_begin + std::max<std::size_t>(name.size(), 1),
                   fmt::format("there is no part called '{}'", name),
                   guess.empty() ? "the parts are: speaker, cue, subject, statement, target" : guess);
        } else if (!sentence_.find(name).is_empty()) {
            report(name_begin, name_begin + name.size(), fmt::format("'{}' is marked twice", name),
                   "mark the first only");
        } else if (sentence_.text.find_first_not_of(' ', begin_) == std::string::npos) {
            report(opening, closing + 1, "no words stand in these brackets", kForm);
        } else {
            sentence_.parts.push_back(
                {name,
                 {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(sentence_.text.size())}});
        }
    }

    void report(std::size_t begin, std::size_t end, std::string message, std::string hint) {
        is_sound_ = false;
        diagnostics_.add(
            {.code = "SG0018",
             .severity = Severity::error,
             .message = std::move(message),
             .location = {.file = file_,
                          .span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}},
             .hint = std::move(hint),
             .notes = {}});
    }

    std::shared_ptr<const InputFile> file_;
    std::string_view typed_;
    Diagnostics& diagnostics_;
    MarkedSentence sentence_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;              ///< Of the open mark, in the sentence.
    std::optional<std::size_t> opened_;  ///< Of the open mark, in what was typed.
    std::size_t nested_ = 0;             ///< Marks that were opened inside others, and reported.
    bool is_sound_ = true;
};

}  // namespace

ByteSpan MarkedSentence::find(std::string_view name) const {
    const auto part = std::ranges::find(parts, name, &MarkedPart::name);
    return part == parts.end() ? ByteSpan() : part->span;
}

std::optional<MarkedSentence> read_marked_sentence(const std::string& typed, Diagnostics& diagnostics) {
    return MarkReader(typed, diagnostics).read();
}

}  // namespace stancegraph
