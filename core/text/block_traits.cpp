#include "text/block_traits.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/date.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kLineBytes = 220;
constexpr std::size_t kLineWords = 30;
constexpr std::size_t kShortBlockBytes = 700;

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

/// Code points that may stand behind a final stop.
bool closes(char32_t code_point) {
    constexpr std::u32string_view kClosing = U"\"')]}\u2019\u201D\u00BB\u203A*_";
    return kClosing.find(code_point) != std::u32string_view::npos || utf8::is_space(code_point);
}

bool is_final_stop(char32_t code_point) {
    constexpr std::u32string_view kStops = U".!?:;\u2026\u3002\uFF01\uFF1F";
    return kStops.find(code_point) != std::u32string_view::npos;
}

/// The last code point that closes nothing; 0 if there is none.
char32_t last_telling(std::string_view block) {
    while (!block.empty()) {
        std::size_t begin = block.size() - 1;
        while (begin > 0 && (static_cast<std::uint8_t>(block[begin]) & 0xC0U) == 0x80U) {
            --begin;
        }
        const char32_t code_point = utf8::decode(block.substr(begin)).code_point;
        if (!closes(code_point)) {
            return code_point;
        }
        block = block.substr(0, begin);
    }
    return 0;
}

bool has_letter_or_digit(std::string_view block) {
    for (std::size_t at = 0; at < block.size();) {
        const utf8::Decoded decoded = utf8::decode(block.substr(at));
        if (utf8::is_letter(decoded.code_point) || is_digit(block[at])) {
            return true;
        }
        at += decoded.size;
    }
    return false;
}

bool has_letter(std::string_view block) {
    for (std::size_t at = 0; at < block.size();) {
        const utf8::Decoded decoded = utf8::decode(block.substr(at));
        if (utf8::is_letter(decoded.code_point)) {
            return true;
        }
        at += decoded.size;
    }
    return false;
}

/// `[1]`, `-`, `***`, `12`: nothing that could be a sentence.
bool is_bare_mark(std::string_view block) {
    return !has_letter_or_digit(block) || (!has_letter(block) && block.size() <= 12);
}

bool is_address_or_handle(std::string_view block) {
    const bool one_word = block.find(' ') == std::string_view::npos;
    return one_word && (block.starts_with("http") || block.starts_with("www.") || block.starts_with('@') ||
                        block.starts_with('#'));
}

/// `Home > World > Asia`, `Share | Print | Email`: short segments between separators.
bool is_separated_list(const std::vector<std::string_view>& words) {
    constexpr std::array<std::string_view, 7> kSeparators{
        "|", ">", "\xC2\xBB", "\xE2\x80\xBA", "\xC2\xB7", "\xE2\x80\xA2", "/"};
    std::size_t separators = 0;
    std::size_t segment = 0;
    std::size_t longest = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool separates = at > 0 && std::ranges::find(kSeparators, words[at]) != kSeparators.end();
        separators += separates ? 1 : 0;
        segment = separates ? 0 : segment + 1;
        longest = std::max(longest, segment);
    }
    return separators >= 2 && longest <= 3;
}

bool is_list_item(std::string_view block) {
    constexpr std::array<std::string_view, 6> kBullets{
        "- ", "* ", "\xE2\x80\xA2", "\xE2\x80\x93 ", "\xE2\x80\x94 ", "\xE2\x96\xAA"};
    if (std::ranges::any_of(kBullets, [&](std::string_view bullet) { return block.starts_with(bullet); })) {
        return true;
    }
    const std::size_t digits = block.find_first_not_of("0123456789");
    return digits != 0 && digits <= 3 && digits + 1 < block.size() &&
           (block[digits] == '.' || block[digits] == ')') && block[digits + 1] == ' ';
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

/// `3 weeks ago`, `sports3 weeks ago`, `updated 2 hrs ago`.
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

/// `8 sources`, `comments 12`.
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

/// Few words besides the parts of a date.
bool is_date_line(std::string_view block, std::string_view normal, const BlockLexicons& lexicons) {
    if (block.size() > 80 || word_count(normal) > 10 || iso_date(block).empty()) {
        return false;
    }
    const std::size_t opening = lexicons.match_at_begin(BlockList::date_opening, normal);
    std::size_t others = 0;
    for (const std::string_view word : words_of(normal.substr(opening))) {
        others += is_digit(word.front()) || is_calendar_word(word) ? std::size_t{0} : 1;
    }
    return others <= 2;
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

/// The last sentence or bracket of the block, if it is short: where a photo credit stands.
std::string_view short_tail(std::string_view block) {
    constexpr std::size_t kTailBytes = 80;
    const std::size_t stop = block.find_last_of(".!?(|", block.size() < 2 ? 0 : block.size() - 2);
    const std::string_view tail = stop == std::string_view::npos ? block : block.substr(stop + 1);
    return tail.size() <= kTailBytes ? tail : std::string_view();
}

/// `… in Seoul. Photo: AFP`, `(AP Photo/Jane Doe)`, `Jane Doe / Reuters`, `Getty Images`.
bool is_caption(std::string_view block, const std::vector<std::string_view>& words,
                const BlockLexicons& lexicons) {
    const std::string tail = normal_phrase(short_tail(block));
    const std::size_t credit = lexicons.match_at_begin(BlockList::photo_credit, tail);
    if (credit > 0 &&
        (credit == tail.size() || block.find(':') != std::string_view::npos ||
         block.find('/') != std::string_view::npos || lexicons.occurs(BlockList::photo_agency, tail) ||
         tail.find(" by ") != std::string::npos)) {
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
        block.find('/') != std::string_view::npos || normal.find(" via ") != std::string::npos;
    for (std::size_t first = 1; is_joined && first < word_count(normal); ++first) {
        if (lexicons.has(BlockList::photo_agency, words_behind(normal, first))) {
            return true;
        }
    }
    return false;
}

/// `Source: Vox`, `(Reporting by Jane Doe; Editing by John Roe)`.
bool is_credit(std::string_view block, std::string_view normal, const BlockLexicons& lexicons) {
    const std::size_t opening = lexicons.match_at_begin(BlockList::credit_opening, normal);
    return opening > 0 && opening < normal.size() && word_count(normal) <= 30 &&
           (block.find(':') != std::string_view::npos || block.starts_with('(') ||
            normal.substr(0, opening).ends_with(" by"));
}

/// A heading for other articles, alone or with a headline behind it.
BlockLook teaser_look(std::string_view block, std::string_view normal, const BlockLexicons& lexicons) {
    const std::size_t opening = lexicons.match_at_begin(BlockList::teaser_heading, normal);
    if (opening == 0) {
        return BlockLook::prose;
    }
    const std::size_t others = word_count(normal) - word_count(normal.substr(0, opening));
    if (others == 0) {
        return BlockLook::teaser_heading;
    }
    constexpr std::size_t kMarkReach = 4;
    const std::size_t mark = block.find_first_of(":|>");
    const bool is_marked = mark != std::string_view::npos && mark <= opening + kMarkReach;
    if (is_marked) {
        return BlockLook::teaser;
    }
    if (ends_as_sentence(block)) {
        return BlockLook::prose;
    }
    return others <= 3 ? BlockLook::teaser_heading : BlockLook::teaser;
}

/// `Jane Doe is a columnist covering …`: a name, a form of be, and an author's trade soon after.
bool is_about_author(std::string_view block, const std::vector<std::string_view>& words,
                     const BlockLexicons& lexicons) {
    if (block.size() > kShortBlockBytes || words.size() < 5 || !utf8::is_capitalised(words.front())) {
        return false;
    }
    const auto be = std::find_if(words.begin() + 1, words.end(),
                                 [](std::string_view word) { return word == "is" || word == "was"; });
    const auto name_words = be - words.begin();
    if (be == words.end() || name_words > 6 || words.end() - be < 3) {
        return false;
    }
    const std::string_view article = *(be + 1);
    if (article != "a" && article != "an" && article != "the") {
        return false;
    }
    const auto reach = std::min<std::ptrdiff_t>(9, words.end() - be);
    const std::string_view behind(
        be[1].data(), static_cast<std::size_t>(be[reach - 1].data() - be[1].data()) + be[reach - 1].size());
    return lexicons.occurs(BlockList::author_role, normal_phrase(behind));
}

BlockLook shape_of(std::string_view block, std::size_t words) {
    const bool is_short = block.size() <= kLineBytes && words <= kLineWords;
    if (!ends_as_sentence(block)) {
        return is_short ? BlockLook::line : BlockLook::truncated;
    }
    const char32_t last = last_telling(block);
    const bool asks = last == '?' || last == '!';
    const bool is_one = block.find(". ") == std::string_view::npos;
    return asks && is_one && words <= 16 ? BlockLook::question : BlockLook::prose;
}

/// What stands in quotation marks is said by somebody, not by the page.
bool is_quoted(std::string_view block) {
    return block.starts_with('"') || block.starts_with("''") || block.starts_with("\xE2\x80\x9C");
}

BlockLook listed_look(std::string_view block, std::string_view normal, const BlockLexicons& lexicons) {
    if (lexicons.has(BlockList::furniture_phrase, normal) ||
        (!is_quoted(block) && lexicons.match_at_begin(BlockList::furniture_prompt, normal) > 0)) {
        return BlockLook::furniture;
    }
    if (lexicons.has(BlockList::section_name, normal) || is_count(normal, lexicons)) {
        return BlockLook::stamp;
    }
    return teaser_look(block, normal, lexicons);
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view block) {
    constexpr std::string_view kSpace = " \t\r\n\v\f";
    std::vector<std::string_view> words;
    for (std::size_t at = block.find_first_not_of(kSpace); at < block.size();) {
        const std::size_t end = std::min(block.find_first_of(kSpace, at), block.size());
        words.push_back(block.substr(at, end - at));
        at = block.find_first_not_of(kSpace, end);
    }
    return words;
}

bool ends_as_sentence(std::string_view block) {
    if (is_final_stop(last_telling(block))) {
        return true;
    }
    // A credit behind the last sentence: `… considerations. -- SOUTH CHINA MORNING POST`.
    constexpr std::size_t kCreditBytes = 60;
    const std::size_t dashes = std::max(block.rfind(" -- ") + 1, block.rfind(" \xE2\x80\x94 ") + 1);
    return dashes > 1 && block.size() - dashes <= kCreditBytes &&
           is_final_stop(last_telling(block.substr(0, dashes - 1)));
}

BlockTraits traits_of(std::string_view block, std::size_t index, const BlockLexicons& lexicons) {
    BlockTraits traits;
    const std::vector<std::string_view> words = words_of(block);
    traits.words = static_cast<std::uint32_t>(words.size());
    traits.is_list_item = is_list_item(block);
    traits.look = shape_of(block, words.size());
    if (is_bare_mark(block) || is_address_or_handle(block) ||
        (traits.look == BlockLook::line && is_separated_list(words))) {
        traits.look = BlockLook::furniture;
        return traits;
    }
    if (block.size() > kShortBlockBytes) {
        return traits;
    }
    const std::string normal = normal_phrase(block);
    const BlockLook listed = listed_look(block, normal, lexicons);
    if (listed != BlockLook::prose) {
        traits.look = listed;
    } else if (is_age(normal, lexicons)) {
        traits.look = BlockLook::stamp;
        traits.has_age = true;
    } else if (is_date_line(block, normal, lexicons)) {
        traits.look = BlockLook::date_line;
    } else if (index < 10 && traits.look != BlockLook::prose && is_byline(normal, words, lexicons)) {
        traits.look = BlockLook::byline;
    } else if (is_credit(block, normal, lexicons)) {
        traits.look = BlockLook::furniture;
    } else if (is_caption(block, words, lexicons)) {
        traits.look = BlockLook::caption;
    } else {
        traits.is_disclaimer = lexicons.occurs(BlockList::disclaimer, normal);
        traits.is_about_author = is_about_author(block, words, lexicons);
    }
    return traits;
}

}  // namespace stancegraph
