#pragma once

#include <span>
#include <string_view>

#include "graph/stance_graph.hpp"

namespace stancegraph {

/// The claim that a condition looks at.
struct ConditionRow {
    const StanceGraph& graph;
    const StanceEdge& edge;
    ClaimIndex claim = 0;
};

/// Something that a condition can ask for. Of the readers one is set, by the type.
struct ConditionField {
    enum class Type : std::uint8_t { words, number, date, truth };

    std::string_view name;
    Type type = Type::words;
    /// All names that fit; a vertex has several.
    bool (*has_words)(const ConditionRow& row, bool (*fits)(std::string_view asked, std::string_view found),
                      std::string_view asked) = nullptr;
    double (*number)(const ConditionRow& row) = nullptr;
    std::string_view (*date)(const ConditionRow& row) = nullptr;
    bool (*truth)(const ConditionRow& row) = nullptr;
};

[[nodiscard]] std::span<const ConditionField> condition_fields();

}  // namespace stancegraph
