#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stancegraph {

/// The kinds of records that have ids: `c:9f3a…` is a claim, `a:02b7…` an attribution.
enum class RecordKind : char { claim = 'c', attribution = 'a' };

/// True for an id or its beginning, as people copy it: `c:9f3a`, `a:02B7…`. At least two digits behind the
/// colon; a further `…` or `...` is allowed.
[[nodiscard]] bool is_record_id(std::string_view typed);

/// Precondition: is_record_id(typed).
[[nodiscard]] RecordKind record_kind(std::string_view typed);

struct FoundIds {
    std::vector<std::size_t> places;  ///< Indices into the ids, ascending; one if it is told apart.
    std::string nearest;  ///< Where there is none: the id that has the longest beginning in common,
                          ///< or is a slip of the fingers away; empty if none is near.
};

/// The ids that are or begin with what was typed, in any case. O(ids).
[[nodiscard]] FoundIds find_ids(std::string_view typed, std::span<const std::string> ids);

}  // namespace stancegraph
