#include "pattern/quantifier.hpp"

#include <fmt/format.h>

#include "pattern/parser.hpp"

namespace stancegraph::pattern {
namespace {

bool read_bounds(Cursor& cursor, Repeat& repeat) {
    const std::uint32_t begin = cursor.at();
    cursor.advance(1);
    const bool has_least = cursor.accept_number(repeat.least);
    const bool has_comma = cursor.accept(",");
    if (!has_comma) {
        repeat.most = repeat.least;
    } else if (!cursor.accept_number(repeat.most)) {
        repeat.most = Repeat::kUnbounded;
    }
    const bool has_most = has_comma && repeat.most != Repeat::kUnbounded;
    if (!cursor.accept("}") || (!has_least && !has_most)) {
        cursor.error("SG1116", "this is not a number of repeats", {begin, cursor.at()},
                     "write {2}, {2,4}, {2,} or {,4}");
        return false;
    }
    const bool is_over = repeat.least > kMaxCount || (has_most && repeat.most > kMaxCount);
    if (is_over || repeat.most < repeat.least || repeat.most == 0) {
        cursor.error(
            "SG1116", "these bounds cannot be", {begin, cursor.at()},
            fmt::format("the first number must not be greater than the second, the second is 1 to {}",
                        kMaxCount));
        return false;
    }
    return true;
}

}  // namespace

Quantifier parse_quantifier(Cursor& cursor, Repeat& repeat) {
    if (cursor.peek() == '{') {
        return read_bounds(cursor, repeat) ? Quantifier::something : Quantifier::mistake;
    }
    if (cursor.accept("?")) {
        repeat.most = 1;
    } else if (cursor.accept("+")) {
        repeat.least = 1;
    } else if (!cursor.accept("*")) {
        return Quantifier::nothing;
    }
    return Quantifier::something;
}

}  // namespace stancegraph::pattern
