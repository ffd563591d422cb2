#include "annotate/tokenizer.hpp"

#include "annotate/characters.hpp"
#include "annotate/chunk_reader.hpp"

namespace stancegraph {
namespace {

using namespace annotate;

Kind kind_of_byte(char byte) {
    return kByteKinds[static_cast<unsigned char>(byte)];
}

/// The end of the chunk that begins at `at`, which holds no blank.
std::size_t end_of_chunk(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const Kind kind = kind_of_byte(text[at]);
        if (kind == Kind::blank) {
            return at;
        }
        if (kind != Kind::high) {
            ++at;
            continue;
        }
        const Character character = character_at(text, at);
        if (character.kind == Kind::blank) {
            return at;
        }
        at += character.size;
    }
    return at;
}

}  // namespace

Tokenizer::Tokenizer(const SegmenterLexicons& lexicons) : lists_(lexicons) {}

void Tokenizer::tokenize(std::string_view text, ByteSpan range, std::vector<ByteSpan>& out) const {
    const std::string_view upto = text.substr(0, range.end);
    std::size_t at = range.begin;
    const auto emit = [&out](std::size_t begin, std::size_t end) {
        out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    };
    const auto is_blank = [upto](std::size_t place) {
        return place >= upto.size() || kind_of_byte(upto[place]) == Kind::blank;
    };
    while (at < upto.size()) {
        const std::size_t begin = at;
        while (at < upto.size() && kind_of_byte(upto[at]) == Kind::letter) {
            ++at;
        }
        // Most chunks are one word in ASCII letters, perhaps with a comma.
        if (at > begin) {
            const bool has_comma = at < upto.size() && upto[at] == ',';
            const bool is_plain =
                is_blank(has_comma ? at + 1 : at) && lists_.joined_at(upto.substr(begin, at - begin)) == 0;
            if (is_plain) {
                emit(begin, at);
                if (has_comma) {
                    emit(at, at + 1);
                    ++at;
                }
                continue;
            }
            at = begin;
        } else if (is_blank(at)) {
            ++at;
            continue;
        }
        const std::size_t end = end_of_chunk(upto, at);
        if (end == at) {  // a blank above ASCII
            at += character_at(upto, at).size;
            continue;
        }
        read_chunk({.text = upto, .end = end, .range_begin = range.begin}, at, lists_, out);
        at = end;
    }
}

}  // namespace stancegraph
