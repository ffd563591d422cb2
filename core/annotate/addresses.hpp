#pragma once

#include <cstddef>
#include <string_view>

/// Things in a chunk of text that stay one token although they are full of marks.
namespace stancegraph::annotate {

/// Finds the web addresses, e-mail addresses and handles of one chunk; asked at ascending places.
class AddressFinder {
public:
    /// `text` is the chunk alone.
    explicit AddressFinder(std::string_view text);

    /// True if the chunk can hold any at all.
    [[nodiscard]] bool is_worthwhile() const { return is_worthwhile_; }

    /// The end of the address that starts at `begin`, without the sentence's own punctuation, or `begin` for
    /// none. All calls together take time linear in the chunk.
    [[nodiscard]] std::size_t end_of_address(std::size_t begin);

private:
    [[nodiscard]] std::size_t end_of_link(std::size_t begin) const;
    [[nodiscard]] std::size_t end_of_email(std::size_t begin);
    void find_next_email(std::size_t from);

    std::string_view text_;
    bool is_worthwhile_ = false;
    std::size_t local_begin_ = 0;  ///< Where the name before the next @ begins.
    std::size_t at_sign_ = 0;      ///< The next @, or npos.
};

/// The end of the emoticon at the start of `text` (":-)"), or 0.
[[nodiscard]] std::size_t end_of_emoticon(std::string_view text);

}  // namespace stancegraph::annotate
