#pragma once

#include <vector>

#include "resolve/resolver.hpp"

/// Which of the results of a document stand for themselves.
namespace stancegraph {

/// Sets Attribution::is_outermost: false where the cue stands in the statement of another one or in a
/// quotation, whoever is quoted; but true for "according to Reuters" around the cue of the other one.
/// `is_quoted` by token. O(n log n).
void mark_outermost(std::vector<Attribution>& attributions, const Matches& matches,
                    const Annotation& annotation, const std::vector<bool>& is_quoted);

/// Takes out the claims that another one tells better: a plain statement with the stance inside it or on the
/// same cue, and the same claim by two words for one speaker. Keeps the order.
void drop_retold(Resolved& resolved, const Matches& matches);

}  // namespace stancegraph
