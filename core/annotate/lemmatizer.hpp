#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "annotate/lexicon.hpp"
#include "text/tagset.hpp"

namespace stancegraph {

class Model;

/// The lemma of a word form with that tag: by the model's list of irregular forms, else by the regular
/// endings of English checked against the word list. Lower case but for proper names.
[[nodiscard]] std::string lemma_of(const Model& model, std::string_view form, Xpos xpos);

/// The lemma by the regular endings alone.
[[nodiscard]] std::string regular_lemma(const FormLexicon& lexicon, std::string_view form, Xpos xpos);

/// The key of an irregular form in the model's list.
[[nodiscard]] std::uint32_t irregular_lemma_hash(std::string_view form, Xpos xpos);

/// A form as the lemmatiser starts from it: lower case, apostrophes made straight, proper names as written.
[[nodiscard]] std::string lemma_base(std::string_view form, Xpos xpos);

}  // namespace stancegraph
