#include "annotate/characters.hpp"

#include "base/utf8.hpp"

namespace stancegraph::annotate {
namespace {

constexpr std::array<Kind, 256> make_byte_kinds() {
    std::array<Kind, 256> kinds{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        kinds[byte] = byte >= 0x80 ? Kind::high : byte > 0x20 && byte < 0x7F ? Kind::symbol : Kind::blank;
    }
    const auto set = [&kinds](std::string_view bytes, Kind kind) {
        for (const char byte : bytes) {
            kinds[static_cast<unsigned char>(byte)] = kind;
        }
    };
    set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", Kind::letter);
    set("0123456789", Kind::digit);
    set(".", Kind::dot);
    set("!?", Kind::stop);
    set(",", Kind::comma);
    set("-", Kind::hyphen);
    set("'", Kind::apostrophe);
    set("\"", Kind::double_quote);
    set("`", Kind::backtick);
    set("([{", Kind::open_bracket);
    set(")]}", Kind::close_bracket);
    set("$", Kind::currency);
    return kinds;
}

constexpr bool is_between(char32_t value, char32_t first, char32_t last) {
    return first <= value && value <= last;
}

/// The general punctuation block, U+2000 to U+206F.
Kind general_punctuation(char32_t code_point) {
    switch (code_point) {
        case 0x200C:
        case 0x200D:
            return Kind::letter;  // joiners keep words and emoji together
        case 0x2010:
        case 0x2011:
            return Kind::hyphen;
        case 0x2018:
        case 0x201A:
        case 0x201C:
        case 0x201E:
        case 0x2039:
            return Kind::open_mark;
        case 0x2019:
            return Kind::apostrophe;
        case 0x201D:
        case 0x203A:
            return Kind::close_mark;
        default:
            break;
    }
    if (is_between(code_point, 0x2012, 0x2015)) {
        return Kind::dash;
    }
    const bool is_shown = is_between(code_point, 0x2016, 0x2027) || is_between(code_point, 0x2030, 0x205E);
    return is_shown ? Kind::symbol : Kind::blank;
}

Kind latin_supplement(char32_t code_point) {
    switch (code_point) {
        case 0xAA:
        case 0xAD:
        case 0xB5:
        case 0xBA:
        case 0xD7:
        case 0xF7:
            return code_point == 0xD7 || code_point == 0xF7 ? Kind::symbol : Kind::letter;
        case 0xA2:
        case 0xA3:
        case 0xA4:
        case 0xA5:
            return Kind::currency;
        case 0xAB:
            return Kind::open_mark;
        case 0xBB:
            return Kind::close_mark;
        default:
            break;
    }
    if (code_point <= 0xA0) {
        return Kind::blank;
    }
    return code_point < 0xC0 ? Kind::symbol : Kind::letter;
}

Kind wide_kind(char32_t code_point) {
    if (code_point < 0x100) {
        return latin_supplement(code_point);
    }
    if (is_between(code_point, 0x2000, 0x206F)) {
        return general_punctuation(code_point);
    }
    if (is_between(code_point, 0x20A0, 0x20CF)) {
        return Kind::currency;
    }
    if (is_between(code_point, 0x2600, 0x27BF) || is_between(code_point, 0x1F000, 0x1FAFF)) {
        return Kind::pictograph;
    }
    if (is_between(code_point, 0x2190, 0x2BFF) || is_between(code_point, 0x3001, 0x3020)) {
        return Kind::symbol;
    }
    return code_point == 0xFEFF || utf8::is_space(code_point) ? Kind::blank : Kind::letter;
}

}  // namespace

constinit const std::array<Kind, 256> kByteKinds = make_byte_kinds();

Character character_at(std::string_view text, std::size_t at) {
    const Kind kind = kByteKinds[static_cast<unsigned char>(text[at])];
    if (kind != Kind::high) {
        return {kind, 1};
    }
    const utf8::Decoded decoded = utf8::decode(text.substr(at));
    return {wide_kind(decoded.code_point), decoded.size};
}

Character character_before(std::string_view text, std::size_t at) {
    if (at == 0) {
        return {Kind::blank, 0};
    }
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) {
        --begin;
    }
    return character_at(text, begin);
}

}  // namespace stancegraph::annotate
