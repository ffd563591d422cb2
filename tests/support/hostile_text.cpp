#include "support/hostile_text.hpp"

#include <array>
#include <random>
#include <string_view>

#include "base/utf8.hpp"
#include "support/sample_claims.hpp"

namespace stancegraph::testing {
namespace {

using namespace std::string_view_literals;

constexpr std::array kPieces{
    // Markup and what ends it.
    "]]>"sv, "<![CDATA["sv, "<!--"sv, "-->"sv, "<?xml version='1.0'?>"sv, "</node>"sv, "<b>bold</b>"sv, "&"sv,
    "&amp;"sv, "&#0;"sv, "&#xFFFF;"sv, "&lt;"sv, "& &"sv, "&unknown;"sv,
    // Quotes and escapes.
    "\""sv, "'"sv, "`"sv, "\\"sv, "\\\\"sv, "\\n"sv, "\\N"sv, "\\L"sv, "\\\""sv, "\\u0041"sv, "\\U0010FFFF"sv,
    "\"\"\""sv, "'''"sv, "“so”"sv,
    // Line ends and blanks of all kinds.
    "\n"sv, "\r"sv, "\r\n"sv, "\t"sv, "\v"sv, "\f"sv, " "sv, "   "sv, "\u00A0"sv, "\u0085"sv, "\u2028"sv,
    "\u2029"sv, "\u3000"sv,
    // Bidirectional, invisible and joining characters.
    "\u202E"sv, "\u202A"sv, "\u2066"sv, "\u2069"sv, "\u200F"sv, "\u200B"sv, "\u200D"sv, "\uFEFF"sv,
    "\u00AD"sv, "שלום"sv, "العربية"sv, "e\u0301\u0323\u0300"sv,
    // Outside of the first plane, noncharacters.
    "\U0001F680"sv, "\U0001F468\u200D\U0001F469\u200D\U0001F467"sv, "\U0001F1E9\U0001F1EA"sv, "\U00010348"sv,
    "\uFFFD"sv, "\xEF\xBF\xBE"sv, "\xEF\xBF\xBF"sv, "\xEF\xB7\x90"sv, "\xF0\x9F\xBF\xBE"sv,
    // Broken UTF-8: surrogates, overlong forms, cut sequences, beyond the last plane.
    "\xED\xA0\x80"sv, "\xED\xA0\xBD\xED\xB8\x80"sv, "\xED\xBF\xBF"sv, "\xC0\x80"sv, "\xE0\x80\xAF"sv,
    "\xC3"sv, "\xE2\x82"sv, "\xF0\x9F\x9A"sv, "\x80"sv, "\xBF\xBF"sv, "\xF4\x90\x80\x80"sv,
    "\xF8\x88\x80\x80\x80"sv, "\xFF\xFE"sv,
    // Words of the formats.
    "node"sv, "edge"sv, "graph"sv, "digraph"sv, "subgraph"sv, "strict"sv, "Node"sv, "EDGE"sv, "label"sv,
    "id"sv, "weight"sv, "Weight"sv, "name"sv, "source"sv, "target"sv, "key"sv, "x"sv, "r"sv, "->"sv, "--"sv,
    "a -- b"sv, "{"sv, "}"sv, "["sv, "]"sv, ";"sv, "#"sv, "//"sv, "/*"sv, "*/"sv, "<urn:x>"sv, "_:b"sv,
    "@en"sv, "^^xsd:int"sv, "|"sv, ","sv,
    // Values that readers take for others.
    "true"sv, "false"sv, "NaN"sv, "-nan"sv, "INF"sv, "-Infinity"sv, "INFLATION"sv, "null"sv, "None"sv, "0"sv,
    "-1"sv, "1e308"sv, "1,5"sv, "0x1F"sv, "007"sv, "2147483648"sv, "2025-01-01"sv, "%s%n"sv, "$HOME"sv,
    // Formulas.
    "=1+1"sv, "+1"sv, "-2"sv, "@SUM(A1)"sv, "=cmd|' /C calc'!A0"sv, "\t=1"sv,
    // Letters that change their number or their look with the case.
    "İstanbul"sv, "ıslak"sv, "straße"sv, "STRASSE"sv, "ﬁn"sv, "Ǆ"sv, "赵明昊"sv, "Kim"sv, "kim"sv, "KIM"sv,
    "Mara Quill"sv, "mara quill"sv, "M. Quill"sv, "Quill"sv};

/// A mixer rather than a distribution: the standard leaves distributions to the library.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}

    std::size_t below(std::size_t limit) { return engine_() % limit; }

    template <typename List>
    const auto& pick(const List& choices) {
        return choices[below(choices.size())];
    }

private:
    std::mt19937 engine_;
};

std::string random_bytes(Dice& dice) {
    std::string bytes;
    for (std::size_t left = 1 + dice.below(6); left > 0; --left) {
        bytes += static_cast<char>(dice.below(256));
    }
    return bytes;
}

std::string random_piece(Dice& dice) {
    switch (dice.below(12)) {
        case 0:
            return std::string(1, static_cast<char>(dice.below(32)));
        case 1:
            return random_bytes(dice);
        case 2: {
            std::string control;
            utf8::append(control, static_cast<char32_t>(0x7F + dice.below(33)));
            return control;
        }
        case 3:
            return std::string(60 + dice.below(300), dice.below(2) == 0 ? 'w' : '=');
        default:
            return std::string(dice.pick(kPieces));
    }
}

std::string random_text(Dice& dice) {
    constexpr std::array kSeparators{""sv, " "sv, "x"sv};
    std::string text;
    for (std::size_t left = 1 + dice.below(4); left > 0; --left) {
        text += random_piece(dice);
        text += dice.pick(kSeparators);
    }
    return dice.below(40) == 0 ? std::string() : text;
}

/// Some of the texts come again in lower case.
std::vector<std::string> random_texts(Dice& dice, std::size_t count) {
    std::vector<std::string> texts;
    while (texts.size() < count) {
        const bool is_echo = !texts.empty() && dice.below(6) == 0;
        texts.push_back(is_echo ? utf8::to_lower(texts.back()) : random_text(dice));
    }
    return texts;
}

}  // namespace

std::vector<Claim> hostile_claims_of(std::uint32_t seed) {
    constexpr std::array kKinds{"person"sv, "company"sv, "anonymous"sv, "unknown"sv, ""sv, "<kind>"sv};
    constexpr std::array kDates{"2025-01-31"sv, "2024-12-31"sv, "2025-06-01"sv, ""sv,          "2025-02-30"sv,
                                "9999-12-31"sv, "0001-01-01"sv, "2025"sv,       "not a date"sv};
    Dice dice(seed);
    const std::vector<std::string> actors = random_texts(dice, 2 + dice.below(5));
    const std::vector<std::string> subjects = random_texts(dice, 1 + dice.below(4));
    const std::vector<std::string> outlets = random_texts(dice, 1 + dice.below(3));
    const std::vector<std::string> stances = random_texts(dice, 1 + dice.below(3));
    std::vector<Claim> claims;
    for (std::size_t left = dice.below(15); left > 0; --left) {
        claims.push_back(make_claim({.document = "doc " + random_piece(dice),
                                     .outlet = dice.pick(outlets),
                                     .date = std::string(dice.pick(kDates)),
                                     .speaker = dice.pick(actors),
                                     .stance = dice.pick(stances),
                                     .polarity = (static_cast<double>(dice.below(21)) - 10.0) / 10.0,
                                     .subject = dice.pick(subjects),
                                     .quote = random_text(dice),
                                     .kind = std::string(dice.pick(kKinds)),
                                     .line = static_cast<std::uint32_t>(left)}));
    }
    return claims;
}

}  // namespace stancegraph::testing
