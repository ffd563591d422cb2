#include "query/text_table.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <string_view>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 8;

/// The text in at most `width` terminal columns.
std::string cut(std::string_view text, std::size_t width) {
    if (utf8::display_width(text) <= width) {
        return std::string(text);
    }
    std::size_t end = 0;
    std::size_t used = 0;
    while (end < text.size()) {
        const std::size_t size = utf8::decode(text.substr(end)).size;
        const std::size_t added = utf8::display_width(text.substr(end, size));
        if (used + added + 1 > width) {
            break;
        }
        used += added;
        end += size;
    }
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace

void TextTable::add(std::vector<std::string> cells) {
    assert(cells.size() == columns_.size());
    for (std::string& cell : cells) {
        cell = utf8::visible(cell);
    }
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> TextTable::widths(std::size_t limit) const {
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        std::size_t widest = utf8::display_width(columns_[column].title);
        for (const auto& row : rows_) {
            widest = std::max(widest, utf8::display_width(row[column]));
        }
        widths.push_back(widest);
    }
    const auto total = [&] {
        return std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
    };
    while (limit > 0 && total() > limit) {
        std::size_t* widest = nullptr;
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const bool may_shrink = columns_[column].align == Align::left && widths[column] > kNarrowest;
            if (may_shrink && (widest == nullptr || widths[column] > *widest)) {
                widest = &widths[column];
            }
        }
        if (widest == nullptr) {
            break;
        }
        --*widest;
    }
    return widths;
}

void TextTable::append_line(std::string& out, const std::vector<std::string>& cells,
                            const std::vector<std::size_t>& widths) const {
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const std::string shown = cut(cells[column], widths[column]);
        const std::string padding(widths[column] - utf8::display_width(shown), ' ');
        out.append(column == 0 ? 0 : kGap, ' ');
        out += columns_[column].align == Align::left ? shown + padding : padding + shown;
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
}

std::string TextTable::render(std::size_t width) const {
    std::string out;
    const std::vector<std::size_t> column_widths = widths(width);
    std::vector<std::string> titles;
    for (const Column& column : columns_) {
        titles.push_back(column.title);
    }
    append_line(out, titles, column_widths);
    for (const auto& row : rows_) {
        append_line(out, row, column_widths);
    }
    return out;
}

}  // namespace stancegraph
