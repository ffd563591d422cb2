#pragma once

#include <string_view>
#include <vector>

#include "text/block_lexicons.hpp"
#include "text/block_traits.hpp"

/// What blocks say by the word lists. `normal` is normal_phrase of `block`, `words` are words_of it.
namespace stancegraph {

/// `3 weeks ago`, `Sports3 weeks ago`, `Updated 2 hrs ago`.
[[nodiscard]] bool is_age(std::string_view normal, const BlockLexicons& lexicons);

/// `8 Sources`, `Comments 12`.
[[nodiscard]] bool is_count(std::string_view normal, const BlockLexicons& lexicons);

/// Few words besides the parts of a date.
[[nodiscard]] bool is_date_line(std::string_view block, std::string_view normal,
                                const BlockLexicons& lexicons);

/// `By Jane Doe, Staff Writer`.
[[nodiscard]] bool is_byline(std::string_view normal, const std::vector<std::string_view>& words,
                             const BlockLexicons& lexicons);

/// `… in Seoul. Photo: AFP`, `(AP Photo/Jane Doe)`, `Jane Doe / Reuters`, `Getty Images`.
[[nodiscard]] bool is_caption(std::string_view block, const std::vector<std::string_view>& words,
                              const BlockLexicons& lexicons);

/// `Source: Vox`, `(Reporting by Jane Doe; Editing by John Roe)`.
[[nodiscard]] bool is_credit(std::string_view block, std::string_view normal, const BlockLexicons& lexicons);

/// A heading for other articles (teaser_heading), or one with a headline behind it (teaser); else prose.
[[nodiscard]] BlockLook teaser_look(std::string_view block, std::string_view normal,
                                    const BlockLexicons& lexicons);

/// `Jane Doe is a columnist covering …`: a name, a form of be, and an author's trade soon after.
[[nodiscard]] bool is_about_author(std::string_view block, const BlockLexicons& lexicons);

/// Says whose views the article gives.
[[nodiscard]] bool has_disclaimer(std::string_view block, const BlockLexicons& lexicons);

}  // namespace stancegraph
