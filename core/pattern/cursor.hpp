#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "pattern/source.hpp"

namespace stancegraph::pattern {

/// Reads a text from left to right and reports what is wrong with it. Shared by the parsers of the small
/// languages inside rule files. Offsets are bytes in the text.
class Cursor {
public:
    /// `source` must outlive the cursor.
    Cursor(const SourceText& source, Diagnostics& diagnostics)
        : source_(&source), text_(source.text), diagnostics_(&diagnostics) {}

    [[nodiscard]] std::uint32_t at() const { return at_; }

    [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }

    /// The byte here, or NUL at the end.
    [[nodiscard]] char peek() const { return is_at_end() ? '\0' : text_[at_]; }

    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

    [[nodiscard]] bool is_at(std::string_view expected) const { return rest().starts_with(expected); }

    [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const {
        return text_.substr(begin, end - begin);
    }

    void advance(std::size_t bytes) { at_ += static_cast<std::uint32_t>(bytes); }

    void skip_blanks();
    /// Goes over `expected` if it stands here.
    bool accept(std::string_view expected);
    /// The same with blanks before it.
    bool accept_after_blanks(std::string_view expected);
    /// A lower-case name ([a-z][a-z0-9_]*) here, or an empty text.
    std::string_view accept_name();
    /// A word in capitals ([A-Z][A-Z_]*) here, or an empty text.
    std::string_view accept_capitals();
    /// The digits here as a number, at most 9999; false where there are none.
    bool accept_number(std::uint32_t& number);
    /// What stands here up to the next blank or bracket, for error messages; at least one character.
    [[nodiscard]] ByteSpan word_here() const;

    [[nodiscard]] ByteSpan in_file(std::uint32_t begin, std::uint32_t end) const {
        return source_->in_file({begin, end});
    }

    void error(std::string code, std::string message, ByteSpan in_text, std::string hint = {});

    [[nodiscard]] bool has_failed() const { return has_failed_; }

private:
    const SourceText* source_;
    std::string_view text_;
    Diagnostics* diagnostics_;
    std::uint32_t at_ = 0;
    bool has_failed_ = false;
};

/// Counts the levels of a recursive parser, so that no text can overflow the stack.
class Level {
public:
    static constexpr std::uint32_t kMost = 60;

    explicit Level(std::uint32_t& depth) : depth_(&depth) { ++*depth_; }

    ~Level() { --*depth_; }

    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

    [[nodiscard]] bool is_too_deep() const { return *depth_ > kMost; }

private:
    std::uint32_t* depth_;
};

}  // namespace stancegraph::pattern
