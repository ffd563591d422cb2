#include "annotate/chunk_reader.hpp"

#include <algorithm>

#include "annotate/addresses.hpp"
#include "annotate/characters.hpp"
#include "annotate/word_cuts.hpp"
#include "annotate/word_scanner.hpp"

namespace stancegraph::annotate {
namespace {

/// Marks that are one token however often they are repeated.
bool is_repeated_mark(char byte) {
    return std::string_view("=*_~#+<>^|/\\$").find(byte) != std::string_view::npos;
}

/// Cuts one chunk, a stretch without blanks.
class ChunkReader {
public:
    ChunkReader(const Chunk& chunk, std::size_t begin, const TokenizerLists& lists,
                std::vector<ByteSpan>& out)
        : chunk_(chunk),
          chunk_begin_(begin),
          at_(begin),
          lists_(lists),
          out_(out),
          addresses_(chunk.text.substr(begin, chunk.end - begin)) {}

    void read() {
        while (at_ < chunk_.end) {
            read_token();
        }
    }

private:
    [[nodiscard]] std::string_view rest() const { return chunk_.text.substr(at_, chunk_.end - at_); }

    [[nodiscard]] char byte(std::size_t ahead) const {
        return at_ + ahead < chunk_.end ? chunk_.text[at_ + ahead] : ' ';
    }

    [[nodiscard]] Kind kind_at(std::size_t at) const {
        return at < chunk_.end ? character_at(chunk_.text, at).kind : Kind::blank;
    }

    void emit(std::size_t end) {
        out_.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)});
        at_ = end;
    }

    void read_token() {
        const Character character = character_at(chunk_.text, at_);
        const std::size_t next = at_ + character.size;
        switch (character.kind) {
            case Kind::letter:
            case Kind::digit:
                return read_word();
            case Kind::blank:
                at_ = next;
                return;
            case Kind::dot:
                return read_dots();
            case Kind::apostrophe:
                return read_apostrophe(next);
            case Kind::open_mark:
                return read_open_mark(next);
            case Kind::stop:
                return emit(end_of_run([](Kind kind, char) { return kind == Kind::stop; }));
            case Kind::hyphen:
            case Kind::dash:
                return read_dashes(character);
            case Kind::pictograph:
                return read_pictograph(next);
            case Kind::backtick:
                return emit(byte(1) == '`' ? next + 1 : next);
            case Kind::symbol:
            case Kind::currency:
                return read_symbol(next);
            case Kind::comma:
            case Kind::double_quote:
            case Kind::close_mark:
            case Kind::open_bracket:
            case Kind::close_bracket:
            case Kind::high:
                return emit(next);
        }
    }

    /// The end of the characters from `at_` on for which `belongs` holds.
    template <typename Belongs>
    [[nodiscard]] std::size_t end_of_run(Belongs belongs) const {
        std::size_t end = at_;
        while (end < chunk_.end) {
            const Character character = character_at(chunk_.text, end);
            if (!belongs(character.kind, chunk_.text[end])) {
                break;
            }
            end += character.size;
        }
        return end;
    }

    void read_word() {
        if (addresses_.is_worthwhile()) {
            const std::size_t address = chunk_begin_ + addresses_.end_of_address(at_ - chunk_begin_);
            if (address > at_) {
                return emit(address);
            }
        }
        const std::size_t end = find_word_end(chunk_, at_, lists_);
        if (takes_currency(end)) {  // US$5
            return emit(end + 1);
        }
        const std::string_view word = chunk_.text.substr(at_, end - at_);
        const std::size_t begin = at_;
        const Cuts cuts = find_cuts(word, lists_);
        for (std::size_t index = 0; index < cuts.count; ++index) {
            emit(begin + cuts.at[index]);
        }
        emit(end);
    }

    [[nodiscard]] bool takes_currency(std::size_t end) const {
        return end < chunk_.end && chunk_.text[end] == '$' && end - at_ <= 3 &&
               std::all_of(chunk_.text.begin() + static_cast<std::ptrdiff_t>(at_),
                           chunk_.text.begin() + static_cast<std::ptrdiff_t>(end), is_ascii_upper);
    }

    void read_dots() {
        const std::size_t end = end_of_run([](Kind kind, char) { return kind == Kind::dot; });
        const bool is_fraction = end == at_ + 1 && is_ascii_digit(byte(1)) &&
                                 !is_word_kind(character_before(chunk_.text, at_).kind);
        if (is_fraction) {
            ++at_;
            const std::size_t word_end = find_word_end(chunk_, at_, lists_);
            --at_;
            return emit(word_end);
        }
        emit(end);
    }

    /// A clitic cut off from what is no word (`"Dune"'s`), an elision ('em), '' or a mark on its own.
    void read_apostrophe(std::size_t next) {
        const bool follows_text = at_ > chunk_begin_;
        const std::size_t word_end = kind_at(next) == Kind::letter || kind_at(next) == Kind::digit
                                         ? find_word_end(chunk_, next, lists_)
                                         : next;
        const std::string_view tail = chunk_.text.substr(next, word_end - next);
        if (follows_text && (tail == "s" || tail == "S" || tail == "d" || tail == "ll" || tail == "re")) {
            return emit(word_end);
        }
        if (is_elided(tail)) {
            return emit(word_end);
        }
        // Three at the end of a word close a single quotation, then a double one.
        const bool closes_both = follows_text && rest().starts_with("'''") && byte(3) != '\'';
        const bool is_double = rest().starts_with("''") && !closes_both;
        emit(is_double ? next + 1 : next);
    }

    /// 'em, '90s, '16: `tail` is what follows the apostrophe.
    [[nodiscard]] bool is_elided(std::string_view tail) const {
        const bool is_figure = tail.size() >= 2 && is_ascii_digit(tail[0]) && is_ascii_digit(tail[1]);
        const bool is_year = is_figure && (tail.size() == 2 || tail.substr(2) == "s");
        return is_year || lists_.elisions.contains(tail);
    }

    /// Word processors turn the apostrophe of 'em into an opening quotation mark.
    void read_open_mark(std::size_t next) {
        const bool is_single = chunk_.text.substr(at_, next - at_) == "\u2018";
        if (is_single && is_word_kind(kind_at(next))) {
            const std::size_t word_end = find_word_end(chunk_, next, lists_);
            if (is_elided(chunk_.text.substr(next, word_end - next))) {
                return emit(word_end);
            }
        }
        emit(next);
    }

    /// A row of hyphens or one dash; rules drawn with = and - are one token.
    void read_dashes(Character first) {
        if (first.kind == Kind::dash) {
            return emit(at_ + first.size);
        }
        emit(end_of_run([](Kind kind, char mark) { return kind == Kind::hyphen || mark == '='; }));
    }

    /// An emoji with what modifies it and what is joined to it.
    void read_pictograph(std::size_t next) {
        constexpr std::string_view kJoiner = "\u200D";
        std::size_t end = next;
        while (end < chunk_.end) {
            const std::string_view rest = chunk_.text.substr(end, chunk_.end - end);
            if (rest.starts_with("\uFE0F")) {
                end += 3;
            } else if (rest.starts_with("\U0001F3FB") || rest.starts_with("\U0001F3FC") ||
                       rest.starts_with("\U0001F3FD") || rest.starts_with("\U0001F3FE") ||
                       rest.starts_with("\U0001F3FF")) {
                end += 4;
            } else if (rest.starts_with(kJoiner) && kind_at(end + kJoiner.size()) == Kind::pictograph) {
                end += kJoiner.size();
                end += character_at(chunk_.text, end).size;
            } else {
                break;
            }
        }
        emit(end);
    }

    void read_symbol(std::size_t next) {
        if (const std::size_t smile = end_of_emoticon(rest()); smile > 0) {
            return emit(at_ + smile);
        }
        const char mark = chunk_.text[at_];
        const bool is_front = at_ == chunk_begin_;
        if (mark == '+' && is_front && is_ascii_digit(byte(1))) {  // a telephone number, a difference
            return emit(find_word_end(chunk_, at_ + 1, lists_));
        }
        if ((mark == '@' || mark == '#') && is_ascii_letter(byte(1))) {
            ++at_;
            std::size_t end = end_of_run(
                [](Kind kind, char inner) { return is_word_kind(kind) || inner == '_' || inner == '.'; });
            --at_;
            while (chunk_.text[end - 1] == '.') {
                --end;
            }
            return emit(end);
        }
        if (is_repeated_mark(mark)) {
            return emit(end_of_run([mark](Kind, char other) { return other == mark; }));
        }
        emit(next);
    }

    Chunk chunk_;
    std::size_t chunk_begin_;
    std::size_t at_;
    const TokenizerLists& lists_;
    std::vector<ByteSpan>& out_;
    AddressFinder addresses_;
};

}  // namespace

void read_chunk(const Chunk& chunk, std::size_t begin, const TokenizerLists& lists,
                std::vector<ByteSpan>& out) {
    ChunkReader(chunk, begin, lists, out).read();
}

}  // namespace stancegraph::annotate
