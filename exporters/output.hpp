#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace stancegraph {

/// Collects text and hands it to a stream in large pieces, byte by byte as given: no locale has a say.
class Output {
public:
    explicit Output(std::ostream& out);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    Output& operator<<(std::string_view text) {
        text_.append(text);
        return *this;
    }

    Output& operator<<(std::uint64_t number);
    /// The shortest decimal form of the number rounded to four places; never with an exponent.
    /// Precondition: finite.
    Output& operator<<(double number);

    /// A weight, to nine places: readers drop edges whose weight is 0. Precondition: finite.
    Output& weight(double number);

    /// The text so far, to append to.
    [[nodiscard]] std::string& text() { return text_; }

    /// Marks the end of an element: a good moment to hand the text on.
    void end_element();

private:
    void append_rounded(double number, double places);

    std::ostream* out_;
    std::string text_;
};

}  // namespace stancegraph
