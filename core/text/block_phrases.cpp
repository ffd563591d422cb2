#include "text/block_phrases.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/date.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kShortBlockBytes = 700;

/// "Mara Quill is a columnist": so many words the name has, and so many are looked at behind it.
constexpr std::size_t kMostWordsOfName = 6;
constexpr std::size_t kWordsBehindName = 9;

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

std::size_t word_count(std::string_view normal) {
    return normal.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(normal, ' ')) + 1;
}

/// The words behind the first `words` ones.
std::string_view words_behind(std::string_view normal, std::size_t words) {
    std::size_t at = 0;
    for (; words > 0 && at < normal.size(); --words) {
        at = std::min(normal.find(' ', at), normal.size() - 1) + 1;
    }
    return normal.substr(at);
}

/// The last sentence or bracket of the block, if it is short: where a photo credit stands.
std::string_view short_tail(std::string_view block) {
    constexpr std::size_t kTailBytes = 80;
    const std::size_t stop = block.find_last_of(".!?(|", block.size() < 2 ? 0 : block.size() - 2);
    const std::string_view tail = stop == std::string_view::npos ? block : block.substr(stop + 1);
    return tail.size() <= kTailBytes ? tail : std::string_view();
}

/// True if one of `marks` stands right behind the phrase of that many bytes at the text's begin.
bool has_mark_behind(std::string_view text, std::size_t phrase_bytes, std::string_view marks) {
    constexpr std::size_t kReach =
        4;  // Quotation marks, brackets and blanks that the normal form leaves out.
    const std::size_t mark = text.find_first_of(marks);
    return mark != std::string_view::npos && mark <= phrase_bytes + kReach;
}

}  // namespace

bool is_age(std::string_view normal, const BlockLexicons& lexicons) {
    const std::size_t count = word_count(normal);
    if (count < 2 || count > 8) {
        return false;
    }
    for (std::size_t words = 1; words < count; ++words) {
        const std::string_view behind = words_behind(normal, words);
        const char before = normal[normal.size() - behind.size() - 2];
        if (is_digit(before) && lexicons.has(BlockList::age_phrase, behind)) {
            return true;
        }
    }
    return false;
}

bool is_count(std::string_view normal, const BlockLexicons& lexicons) {
    const std::size_t count = word_count(normal);
    if (count < 2 || count > 5) {
        return false;
    }
    if (is_digit(normal.front())) {
        return lexicons.has(BlockList::counted_thing, words_behind(normal, 1));
    }
    const std::size_t last = normal.rfind(' ');
    return is_digit(normal[last + 1]) && lexicons.has(BlockList::counted_thing, normal.substr(0, last));
}

bool is_date_line(std::string_view block, std::string_view normal, const BlockLexicons& lexicons) {
    if (block.size() > 80 || word_count(normal) > 10 || iso_date(block).empty()) {
        return false;
    }
    const std::size_t opening = lexicons.match_at_begin(BlockList::date_opening, normal);
    std::size_t others = 0;
    for (const std::string_view word : words_of(normal.substr(opening))) {
        others += is_digit(word.front()) || is_calendar_word(word) ? std::size_t{0} : 1;
    }
    return others <= (ends_as_sentence(block) ? 0U : 2U);
}

bool is_byline(std::string_view normal, const std::vector<std::string_view>& words,
               const BlockLexicons& lexicons) {
    const std::size_t opening = lexicons.match_at_begin(BlockList::byline_opening, normal);
    const std::size_t opening_words = word_count(normal.substr(0, opening));
    if (opening == 0 || words.size() > 14 || words.size() <= opening_words) {
        return false;
    }
    const auto capitals = static_cast<std::size_t>(
        std::count_if(words.begin() + static_cast<std::ptrdiff_t>(opening_words), words.end(),
                      [](std::string_view word) { return utf8::is_capitalised(word); }));
    return utf8::is_capitalised(words[opening_words]) && capitals * 5 >= (words.size() - opening_words) * 3;
}

bool is_caption(std::string_view block, const std::vector<std::string_view>& words,
                const BlockLexicons& lexicons) {
    const std::string_view raw_tail = short_tail(block);
    const std::string tail = normal_phrase(raw_tail);
    const std::size_t credit = lexicons.match_at_begin(BlockList::photo_credit, tail);
    const bool names_agency = word_count(tail) <= 6 && lexicons.occurs(BlockList::photo_agency, tail);
    if (credit > 0 && (credit == tail.size() || has_mark_behind(raw_tail, credit, ":/|") || names_agency)) {
        return block.size() <= kShortBlockBytes;
    }
    if (words.size() > 8) {
        return false;
    }
    const std::string normal = normal_phrase(block);
    if (lexicons.has(BlockList::photo_agency, normal)) {
        return true;
    }
    const bool is_joined =
        block.find('/') != std::string_view::npos || lexicons.occurs(BlockList::photo_joint, normal);
    for (std::size_t first = 1; is_joined && first < word_count(normal); ++first) {
        if (lexicons.has(BlockList::photo_agency, words_behind(normal, first))) {
            return true;
        }
    }
    return false;
}

bool is_credit(std::string_view block, std::string_view normal, const BlockLexicons& lexicons) {
    const std::size_t phrase = lexicons.match_at_begin(BlockList::credit_phrase, normal);
    const std::size_t opening = std::max(phrase, lexicons.match_at_begin(BlockList::credit_opening, normal));
    if (opening == 0 || opening == normal.size() || word_count(normal) > 30) {
        return false;
    }
    // "Reporting by the Herald showed that …" is a sentence.
    const bool is_line = block.find(';') != std::string_view::npos || !ends_as_sentence(block);
    return block.starts_with('(') || has_mark_behind(block, opening, ":|") || (phrase == opening && is_line);
}

BlockLook teaser_look(std::string_view block, std::string_view normal, const BlockLexicons& lexicons) {
    const std::size_t opening = lexicons.match_at_begin(BlockList::teaser_heading, normal);
    if (opening == 0) {
        return BlockLook::prose;
    }
    const std::size_t others = word_count(normal) - word_count(normal.substr(0, opening));
    if (others == 0) {
        return BlockLook::teaser_heading;
    }
    if (has_mark_behind(block, opening, ":|>")) {
        return BlockLook::teaser;
    }
    if (ends_as_sentence(block)) {
        return BlockLook::prose;
    }
    // "Latest poll shows the mayor ahead" is a headline; "Read more Mayor slams critics" is one of another
    // article.
    const bool is_telling = normal.substr(0, opening).find(' ') != std::string_view::npos;
    if (others <= 3) {
        return BlockLook::teaser_heading;
    }
    return is_telling ? BlockLook::teaser : BlockLook::prose;
}

/// The text of at most `count` of the words from `at` on.
std::string_view first_words(const std::vector<std::string_view>& words, std::size_t at, std::size_t count) {
    const std::string_view last = words[std::min(at + count, words.size()) - 1];
    return {words[at].data(), static_cast<std::size_t>(last.data() - words[at].data()) + last.size()};
}

bool is_about_author(std::string_view block, const BlockLexicons& lexicons) {
    const std::vector<std::string_view> words = words_of(block.substr(0, kShortBlockBytes));
    if (block.size() > kShortBlockBytes || words.size() < 5 || !utf8::is_capitalised(words.front())) {
        return false;
    }
    for (std::size_t at = 1; at <= kMostWordsOfName && at < words.size(); ++at) {
        const std::string behind = normal_phrase(first_words(words, at, kWordsBehindName));
        if (const std::size_t introduction =
                lexicons.match_at_begin(BlockList::author_introduction, behind)) {
            return lexicons.occurs(BlockList::author_role, std::string_view(behind).substr(introduction));
        }
    }
    return false;
}

bool has_disclaimer(std::string_view block, const BlockLexicons& lexicons) {
    return block.size() <= kShortBlockBytes && lexicons.occurs(BlockList::disclaimer, normal_phrase(block));
}

}  // namespace stancegraph
