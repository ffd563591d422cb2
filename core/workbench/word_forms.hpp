#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/model.hpp"
#include "annotate/tokenizer.hpp"
#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// What becomes of the words of rule files in texts: how the tokenizer cuts them, which lemma they have.
class WordForms {
public:
    /// With the word lists of `rules`, as articles are read with. `model` must outlive it.
    explicit WordForms(const RuleSet& rules, const Model& model = Model::built_in());

    /// The words that the text is cut into, as they stand in it.
    [[nodiscard]] std::vector<std::string> cut(std::string_view text) const;

    /// True if some text has this as one word: alone, or cut off a longer one (n't, 's, km).
    [[nodiscard]] bool can_be_word(std::string_view word) const;

    /// True if the words of a text can begin and end where this name does.
    [[nodiscard]] bool can_be_name(std::string_view name) const;

    /// The base form of an inflected one that is no base form itself: said -> say. Nothing for words that can
    /// be the base of a noun or verb (left, saw), and for adjectives that look like a form of a verb
    /// (worried) unless those are wanted too.
    [[nodiscard]] std::optional<std::string> base_of(std::string_view word,
                                                     bool also_adjectives = false) const;

private:
    Tokenizer tokenizer_;
    const Model& model_;
};

}  // namespace stancegraph
