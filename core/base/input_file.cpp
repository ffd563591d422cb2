#include "base/input_file.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace stancegraph {

InputFile::InputFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
    line_begins_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
        line_begins_.push_back(static_cast<std::uint32_t>(at + 1));
    }
}

LineColumn InputFile::place_of(std::uint32_t byte) const {
    byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
    const auto next = std::ranges::upper_bound(line_begins_, byte);
    const auto line = static_cast<std::uint32_t>(next - line_begins_.begin());
    const std::uint32_t begin = line_begins_[line - 1];
    const auto before = text().substr(begin, byte - begin);
    return {.line = line, .column = static_cast<std::uint32_t>(utf8::count_code_points(before)) + 1};
}

ByteSpan InputFile::line_span(std::uint32_t line) const {
    if (line == 0 || line > line_begins_.size()) {
        return {};
    }
    const std::uint32_t begin = line_begins_[line - 1];
    std::uint32_t end =
        line < line_begins_.size() ? line_begins_[line] - 1 : static_cast<std::uint32_t>(text_.size());
    if (end > begin && text_[end - 1] == '\r') {
        --end;
    }
    return {begin, end};
}

}  // namespace stancegraph
