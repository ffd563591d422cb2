#pragma once

#include <span>
#include <string>
#include <vector>

#include "resolve/phrase.hpp"
#include "resolve/word_lists.hpp"

namespace stancegraph {

/// How good or bad the words of a statement make its subject: the mean of the judging words that the tree
/// says of the subject, each turned round by a negation above or beside it ("would not have a major impact",
/// "failed to help") and where what is judged ends the subject ("lifting the controls is a mistake"). With an
/// empty `subject` all judging words count. In [-1, 1]; 0 without any.
[[nodiscard]] double polarity_of(const ReadView& view, std::span<const TokenSpan> pieces, TokenSpan subject);

/// direct, indirect or mixed: whether all, none or some of the words stand in quotation marks.
/// `is_quoted` is Annotation::quoted_tokens. Empty where nothing but punctuation is stated.
[[nodiscard]] std::string statement_kind(const Annotation& annotation, const std::vector<bool>& is_quoted,
                                         std::span<const TokenSpan> pieces);

}  // namespace stancegraph
