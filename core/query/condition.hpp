#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "graph/stance_graph.hpp"
#include "query/date_range.hpp"

namespace stancegraph {

struct ConditionField;

/// What one comparison compares with, by the type of its field.
using ConditionValue = std::variant<bool, double, std::string, DateRange>;

/// A condition on claims, such as
///
///     polarity < 0 and outlet != 'The Herald' and date >= 2025-08
///
/// `or` binds weakest, then `and`, then `not`; parentheses group. Comparisons are = != < <= > >= for numbers
/// and dates, = != and ~ (contains) for words; `outlet in ('A', 'B')` is short for several of =. Upper and
/// lower case are the same. A date stands for all of its days: `date = 2025-08` is any day of August, `<` is
/// before the first and `>` after the last. What a claim does not tell, as the date of an undated article,
/// fulfils no comparison.
class Condition {
public:
    /// Nothing, with the place of the mistake, for a text that is none: no such field (SG3008), something
    /// else expected (SG3009), a value that the field cannot have (SG3010). The texts that it holds are at
    /// most kMostBytes long.
    [[nodiscard]] static std::optional<Condition> parse(const std::string& text, Diagnostics& diagnostics);

    static constexpr std::size_t kMostBytes = 4096;
    static constexpr std::size_t kDeepest = 64;  ///< Of parentheses and `not` inside of each other.

    [[nodiscard]] bool holds(const StanceGraph& graph, const StanceEdge& edge, ClaimIndex claim) const;
    /// The condition with all of its parentheses; parses to the same.
    [[nodiscard]] std::string to_string() const;

    struct Step;

    /// In postfix order.
    [[nodiscard]] std::span<const Step> steps() const;

    /// One step of the condition in postfix order: what it takes stands before it.
    struct Step {
        enum class Kind : std::uint8_t { compare, negate, both, either };

        Kind kind = Kind::compare;
        const ConditionField* field = nullptr;  ///< Of a comparison, with its operator and value.
        std::string_view comparison;
        ConditionValue value = false;
    };

private:
    explicit Condition(std::vector<Step> steps) : steps_(std::move(steps)) {}

    std::vector<Step> steps_;
};

inline std::span<const Condition::Step> Condition::steps() const {
    return steps_;
}

}  // namespace stancegraph
