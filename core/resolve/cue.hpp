#pragma once

#include "match/mention.hpp"
#include "resolve/phrase.hpp"
#include "resolve/word_lists.hpp"

namespace stancegraph {

/// The words that introduce a statement, as people mark them: the cue's head with its auxiliaries, negation,
/// particles and fixed words ("has repeatedly said", "according to"), as far as nothing else stands between.
[[nodiscard]] TokenSpan cue_extent(const ReadView& view, const Mention& mention);

}  // namespace stancegraph
