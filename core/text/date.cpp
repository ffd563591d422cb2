#include "text/date.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

struct Day {
    unsigned year = 0;
    unsigned month = 0;
    unsigned day = 0;
};

/// A run of digits or of letters, and the character before it.
struct Piece {
    std::string_view text;
    bool is_number = false;
    char before = ' ';
};

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

bool is_ascii_letter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// The first pieces of the text: a date needs no more.
std::vector<Piece> pieces_of(std::string_view text) {
    constexpr std::size_t kMostPieces = 8;
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < text.size() && pieces.size() < kMostPieces;) {
        const bool number = is_digit(text[at]);
        if (!number && !is_ascii_letter(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && (number ? is_digit(text[end]) : is_ascii_letter(text[end]))) {
            ++end;
        }
        pieces.push_back(
            {.text = text.substr(at, end - at), .is_number = number, .before = at == 0 ? ' ' : text[at - 1]});
        at = end;
    }
    return pieces;
}

unsigned value_of(std::string_view digits) {
    unsigned value = 0;
    for (const char digit : digits.substr(0, 8)) {
        value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    return value;
}

/// 1 to 12 for a month's name or its first letters (three at least; `sept`), else 0.
unsigned month_of(std::string_view word) {
    const std::string lower = utf8::to_lower(word);
    if (lower.size() < 3) {
        return 0;
    }
    const auto* const found =
        std::ranges::find_if(kMonths, [&](std::string_view month) { return month.starts_with(lower); });
    return found == kMonths.end() ? 0 : static_cast<unsigned>(found - kMonths.begin()) + 1;
}

bool is_real(const Day& day) {
    constexpr std::array<unsigned, 12> kLengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (day.year < 1500 || day.year > 2999 || day.month < 1 || day.month > 12 || day.day < 1) {
        return false;
    }
    const bool is_leap = (day.year % 4 == 0 && day.year % 100 != 0) || day.year % 400 == 0;
    return day.day <= kLengths[day.month - 1] + (day.month == 2 && is_leap ? 1 : 0);
}

std::optional<Day> if_real(const Day& day) {
    return is_real(day) ? std::optional(day) : std::nullopt;
}

/// Three numbers with the same separator: year first, or year last.
std::optional<Day> from_numbers(const Piece& first, const Piece& second, const Piece& third) {
    const unsigned a = value_of(first.text);
    const unsigned b = value_of(second.text);
    const unsigned c = value_of(third.text);
    if (first.text.size() == 4) {
        return if_real({.year = a, .month = b, .day = c});
    }
    if (third.text.size() != 4) {
        return std::nullopt;
    }
    const auto day_first = if_real({.year = c, .month = b, .day = a});
    const auto month_first = if_real({.year = c, .month = a, .day = b});
    if (third.before == '.' || a == b) {
        return day_first;
    }
    return day_first && month_first ? std::nullopt : (day_first ? day_first : month_first);
}

std::optional<Day> numeric_day(const std::vector<Piece>& pieces) {
    if (pieces.empty() || !pieces[0].is_number) {
        return std::nullopt;
    }
    if (pieces[0].text.size() == 8) {
        const unsigned digits = value_of(pieces[0].text);
        return if_real({.year = digits / 10000, .month = digits / 100 % 100, .day = digits % 100});
    }
    if (pieces.size() < 3 || !pieces[1].is_number || !pieces[2].is_number) {
        return std::nullopt;
    }
    return from_numbers(pieces[0], pieces[1], pieces[2]);
}

/// A month's name with a day beside it and a year behind.
std::optional<Day> named_day(const std::vector<Piece>& pieces) {
    Day day;
    for (const Piece& piece : pieces) {
        if (!piece.is_number) {
            const unsigned month = month_of(piece.text);
            day.month = day.month == 0 ? month : day.month;
        } else if (piece.text.size() == 4 && day.month != 0) {
            day.year = value_of(piece.text);
            return if_real(day);
        } else if (piece.text.size() <= 2 && day.day == 0) {
            day.day = value_of(piece.text);
        }
    }
    return std::nullopt;
}

}  // namespace

bool is_calendar_word(std::string_view word) {
    const std::string lower = utf8::to_lower(word);
    return month_of(word) != 0 ||
           (lower.size() >= 3 &&
            std::ranges::any_of(kWeekdays, [&](std::string_view day) { return day.starts_with(lower); }));
}

std::string iso_date(std::string_view text) {
    const std::vector<Piece> pieces = pieces_of(text.substr(0, 200));
    std::optional<Day> day = numeric_day(pieces);
    if (!day) {
        day = named_day(pieces);
    }
    return day ? fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day) : std::string();
}

}  // namespace stancegraph
