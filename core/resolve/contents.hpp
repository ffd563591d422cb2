#pragma once

#include <vector>

#include "match/mention.hpp"
#include "resolve/phrase.hpp"

namespace stancegraph {

/// What one cue tells: the mentions that share it and their words.
struct Content {
    std::vector<MentionId> mentions;  ///< One, or several of one cue: conjoined speakers or subjects.
    std::vector<TokenSpan> pieces;    ///< In text order, not empty.
};

/// What the mentions of a document say, with the mentions that continue them.
class Contents {
public:
    /// Both must outlive the result.
    Contents(const ReadView& view, const Matches& matches);

    /// The pieces of the mention's statement, with those of the mentions that join it; in text order.
    [[nodiscard]] std::vector<TokenSpan> statement_of(MentionId id) const;

    /// The mentions that join the statement of this one.
    [[nodiscard]] const std::vector<MentionId>& joining(MentionId id) const { return joining_[id]; }

    /// What people mark as content, one for each cue: "[Kim and Lee] said [...]" is said once. Of results
    /// that speak of words before the cue and of words behind it, those behind it count. `ids` by cue.
    [[nodiscard]] std::vector<Content> by_cue(const std::vector<MentionId>& ids) const;

private:
    [[nodiscard]] std::vector<TokenSpan> content_of(MentionId id) const;
    void leave_out(Content& content) const;
    [[nodiscard]] std::vector<TokenSpan> merged(std::vector<TokenSpan> pieces) const;

    ReadView view_;
    const Matches* matches_;
    std::vector<std::vector<MentionId>> joining_;
};

}  // namespace stancegraph
