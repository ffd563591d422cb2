#include "annotate/quotation_marks.hpp"

#include <algorithm>
#include <array>

namespace stancegraph::annotate {

std::optional<MarkType> mark_type(std::string_view token) {
    if (token.size() > 3) {
        return std::nullopt;
    }

    struct Row {
        std::string_view mark;
        MarkType type;
    };

    static constexpr std::array kRows{
        Row{"\"", {Family::double_marks, Shape::either}},
        Row{"\u201C", {Family::double_marks, Shape::opens}},
        Row{"\u201D", {Family::double_marks, Shape::closes}},
        Row{"\u201E", {Family::double_marks, Shape::opens}},
        Row{"``", {Family::double_marks, Shape::opens}},
        Row{"''", {Family::double_marks, Shape::either}},
        Row{"'", {Family::single_marks, Shape::either}},
        Row{"`", {Family::single_marks, Shape::opens}},
        Row{"\u2018", {Family::single_marks, Shape::opens}},
        Row{"\u2019", {Family::single_marks, Shape::closes}},
        Row{"\u201A", {Family::single_marks, Shape::opens}},
        Row{"\u00AB", {Family::guillemets, Shape::opens}},
        Row{"\u00BB", {Family::guillemets, Shape::closes}},
        Row{"\u2039", {Family::guillemets, Shape::opens}},
        Row{"\u203A", {Family::guillemets, Shape::closes}},
    };
    const auto* const row =
        std::find_if(kRows.begin(), kRows.end(), [token](const Row& one) { return one.mark == token; });
    return row == kRows.end() ? std::nullopt : std::optional(row->type);
}

}  // namespace stancegraph::annotate
