#include "text/block_traits.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/block_phrases.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kLineBytes = 220;
constexpr std::size_t kLineWords = 30;
constexpr std::size_t kPromptBytes = 700;
constexpr std::size_t kBylineReach = 10;  ///< Blocks from the text's begin.

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

/// True for a short block whose last words are a phrase of the list.
bool ends_in(BlockList list, std::string_view normal, const BlockLexicons& lexicons) {
    constexpr std::size_t kReach = 60;
    std::size_t at = normal.size() <= kReach ? 0 : normal.find(' ', normal.size() - kReach);
    while (at < normal.size()) {
        at += normal[at] == ' ' ? std::size_t{1} : 0;
        if (lexicons.has(list, normal.substr(at))) {
            return true;
        }
        at = normal.find(' ', at);
    }
    return false;
}

BlockLook listed_look(std::string_view block, std::string_view normal, const BlockLexicons& lexicons) {
    const bool is_prompt = block.size() <= kPromptBytes && !is_quoted(block) &&
                           lexicons.match_at_begin(BlockList::furniture_prompt, normal) > 0;
    const bool is_notice =
        block.starts_with("\xC2\xA9") || ends_in(BlockList::furniture_ending, normal, lexicons);
    if (is_prompt || is_notice || lexicons.has(BlockList::furniture_phrase, normal)) {
        return BlockLook::furniture;
    }
    if (lexicons.has(BlockList::section_name, normal) || is_count(normal, lexicons)) {
        return BlockLook::stamp;
    }
    return teaser_look(block, normal, lexicons);
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view block) {
    const auto is_space = [](char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    };
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= block.size(); ++at) {
        if (at == block.size() || is_space(block[at])) {
            if (at > begin) {
                words.push_back(block.substr(begin, at - begin));
            }
            begin = at + 1;
        }
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
    // Of a long paragraph only its opening and its end can tell.
    constexpr std::size_t kOpeningBytes = 120;
    const bool is_long = block.size() > 2 * kOpeningBytes;
    const std::string normal = normal_phrase(is_long ? block.substr(0, kOpeningBytes) : block);
    const BlockLook listed = listed_look(block, normal, lexicons);
    if (listed != BlockLook::prose) {
        traits.look = listed;
    } else if (!is_long && is_age(normal, lexicons)) {
        traits.look = BlockLook::stamp;
        traits.has_age = true;
    } else if (!is_long && is_date_line(block, normal, lexicons)) {
        traits.look = BlockLook::date_line;
    } else if (!is_long && index < kBylineReach && traits.look != BlockLook::prose &&
               is_byline(normal, words, lexicons)) {
        traits.look = BlockLook::byline;
    } else if (!is_long && is_credit(block, normal, lexicons)) {
        traits.look = BlockLook::furniture;
    } else if (is_caption(block, words, lexicons)) {
        traits.look = BlockLook::caption;
    }
    return traits;
}

}  // namespace stancegraph
