#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/ast.hpp"

/// The closed sets of words of the pattern language.
namespace stancegraph::pattern {

inline constexpr std::array<std::string_view, 8> kAttributeNames{"word", "lemma", "tag",  "pos",
                                                                 "dep",  "ner",   "feat", "shape"};
inline constexpr std::array<std::string_view, 5> kRoleNames{"who", "what", "whom", "clause", "poss"};

[[nodiscard]] std::optional<Role> find_role(std::string_view name);
/// The name of a role as written behind `>`.
[[nodiscard]] std::string_view name_of(Role role);

/// True for the relations of Universal Dependencies, version 2 and the older names, with English subtypes.
[[nodiscard]] bool is_relation(std::string_view name);
/// True for the universal parts of speech: NOUN, VERB, …
[[nodiscard]] bool is_part_of_speech(std::string_view name);

/// For "did you mean".
[[nodiscard]] std::vector<std::string> kind_names();
[[nodiscard]] std::vector<std::string> relation_names();
[[nodiscard]] std::vector<std::string> part_of_speech_names();

}  // namespace stancegraph::pattern
