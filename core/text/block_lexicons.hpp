#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace stancegraph {

/// The word lists that the block classifier and the HTML reader consult.
enum class BlockList : std::uint8_t {
    furniture_phrase,
    furniture_prompt,
    furniture_ending,
    teaser_heading,
    section_name,
    counted_thing,
    age_phrase,
    date_opening,
    byline_opening,
    credit_opening,
    credit_phrase,
    photo_credit,
    photo_agency,
    photo_joint,
    author_introduction,
    author_role,
    disclaimer,
    furniture_markup,
    teaser_markup
};

/// The names of the lists in rules/06-blocks.yaml, in the order of BlockList.
inline constexpr std::array<std::string_view, 19> kBlockListNames{
    "furniture_phrase", "furniture_prompt", "furniture_ending", "teaser_heading", "section_name",
    "counted_thing",    "age_phrase",       "date_opening",     "byline_opening", "credit_opening",
    "credit_phrase",    "photo_credit",     "photo_agency",     "photo_joint",    "author_introduction",
    "author_role",      "disclaimer",       "furniture_markup", "teaser_markup"};

/// Words and phrases by list; empty lists switch off what they are for. In a phrase, `_` stands for one to
/// four words and `a/b` for either word: `follow _ on twitter/facebook`.
class BlockLexicons {
public:
    void add(BlockList list, std::string_view phrase);

    /// True if the list has exactly this phrase, given in normal form.
    [[nodiscard]] bool has(BlockList list, std::string_view normal) const;
    /// The length in bytes of the longest phrase of the list that `normal` begins with, ending at a word's
    /// end; 0 if there is none.
    [[nodiscard]] std::size_t match_at_begin(BlockList list, std::string_view normal) const;
    /// True if a phrase of the list stands anywhere in `normal`, at word boundaries.
    [[nodiscard]] bool occurs(BlockList list, std::string_view normal) const;

private:
    struct Gapped {
        std::string before;
        std::string behind;
    };

    struct Phrases {
        std::set<std::string, std::less<>> all;
        std::set<std::string, std::less<>> first_words;  ///< Of all; most places are ruled out by these.
        std::size_t longest = 0;                         ///< In words.
        std::vector<Gapped> gapped;
    };

    static void add_one(Phrases& phrases, std::string_view phrase);

    [[nodiscard]] const Phrases& phrases(BlockList list) const {
        return lists_[static_cast<std::size_t>(list)];
    }

    std::array<Phrases, kBlockListNames.size()> lists_;
};

/// Lower case, letters and digits only, words separated by one space; apostrophes inside words are straight:
/// `Others Also Read »` gives `others also read`.
[[nodiscard]] std::string normal_phrase(std::string_view text);

}  // namespace stancegraph
