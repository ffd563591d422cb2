#include "query/condition.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graph/date.hpp"
#include "graph/identifier.hpp"
#include "query/condition_field.hpp"
#include "query/name_search.hpp"

namespace stancegraph {
namespace {

using Type = ConditionField::Type;
using Step = Condition::Step;

bool is_same(std::string_view asked, std::string_view found) {
    return folded_name(asked) == folded_name(found);
}

bool is_part(std::string_view asked, std::string_view found) {
    return fit_of(asked, found) != NameFit::none;
}

template <typename Number>
bool compares(Number left, std::string_view comparison, Number right) {
    if (comparison == "=") {
        return left == right;
    }
    if (comparison == "!=") {
        return left != right;
    }
    if (comparison == "<") {
        return left < right;
    }
    if (comparison == "<=") {
        return left <= right;
    }
    return comparison == ">" ? left > right : left >= right;
}

bool date_compares(std::string_view date, std::string_view comparison, const DateRange& days) {
    const auto day = parse_date(date);
    if (!day) {
        return false;
    }
    const std::string text = to_string(*day);
    if (comparison == "=" || comparison == "!=") {
        return days.contains(text) == (comparison == "=");
    }
    const bool asks_for_later = comparison == ">" || comparison == "<=";
    return compares<std::string_view>(text, comparison, asks_for_later ? days.last : days.first);
}

bool step_holds(const Step& step, const ConditionRow& row) {
    const ConditionField& field = *step.field;
    switch (field.type) {
        case Type::words: {
            const bool fits = field.has_words(row, step.comparison == "~" ? is_part : is_same,
                                              std::get<std::string>(step.value));
            return fits == (step.comparison != "!=");
        }
        case Type::number:
            return compares(field.number(row), step.comparison, std::get<double>(step.value));
        case Type::date:
            return date_compares(field.date(row), step.comparison, std::get<DateRange>(step.value));
        case Type::truth:
            return (field.truth(row) == std::get<bool>(step.value)) == (step.comparison == "=");
    }
    return false;
}

std::string quoted(std::string_view words) {
    std::string text = "'";
    for (const char byte : words) {
        text.append(byte == '\'' ? 2 : 1, byte);
    }
    return text + "'";
}

std::string written(const ConditionValue& value) {
    if (const auto* words = std::get_if<std::string>(&value)) {
        return quoted(*words);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return fmt::format("{}", *number);
    }
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? "yes" : "no";
    }
    const DateRange& days = std::get<DateRange>(value);
    for (const std::size_t size : {std::size_t{4}, std::size_t{7}}) {
        if (const auto period = parse_period(std::string_view(days.first).substr(0, size));
            period && period->first == days.first && period->last == days.last) {
            return days.first.substr(0, size);
        }
    }
    return days.first;
}

}  // namespace

bool Condition::holds(const StanceGraph& graph, const StanceEdge& edge, ClaimIndex claim) const {
    const ConditionRow row{.graph = graph, .edge = edge, .claim = claim};
    std::vector<bool> values;
    for (const Step& step : steps_) {
        if (step.kind == Step::Kind::compare) {
            values.push_back(step_holds(step, row));
            continue;
        }
        const bool last = values.back();
        if (step.kind == Step::Kind::negate) {
            values.back() = !last;
            continue;
        }
        values.pop_back();
        values.back() = step.kind == Step::Kind::both ? values.back() && last : values.back() || last;
    }
    return values.back();
}

std::string Condition::to_string() const {
    std::vector<std::string> texts;
    for (const Step& step : steps_) {
        if (step.kind == Step::Kind::compare) {
            texts.push_back(fmt::format("{} {} {}", step.field->name, step.comparison, written(step.value)));
            continue;
        }
        const std::string last = texts.back();
        if (step.kind == Step::Kind::negate) {
            texts.back() = fmt::format("not ({})", last);
            continue;
        }
        texts.pop_back();
        texts.back() =
            fmt::format("({}) {} ({})", texts.back(), step.kind == Step::Kind::both ? "and" : "or", last);
    }
    return texts.back();
}

}  // namespace stancegraph
