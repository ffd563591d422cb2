#pragma once

#include <vector>

#include "match/slot_filler.hpp"

namespace stancegraph {

/// Looks for the results that a rule names in `given`.
class EarlierResults {
public:
    explicit EarlierResults(const TextView& text) : text_(&text) {}

    /// The results that can take the name, best first: who the text lets speak before whom a speaker quotes,
    /// then the nearest. At most 64 are looked at.
    [[nodiscard]] std::vector<MentionId> find(const Given& given, const Scene& scene) const;

private:
    [[nodiscard]] TokenSpan search_range(const Given& given, TokenIndex from) const;
    [[nodiscard]] bool is_within(const Given& given, const Mention& mention, TokenIndex from) const;

    const TextView* text_;
};

}  // namespace stancegraph
