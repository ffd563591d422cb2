#include "text/text_location.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

namespace stancegraph {
namespace {

constexpr std::size_t kShownLineBytes = 400;
constexpr std::size_t kShownFaults = 10;

}  // namespace

Location whole_file(const std::string& name) {
    return {.file = std::make_shared<const InputFile>(name, std::string()), .span = {}};
}

Location place_in(const std::string& name, std::string_view text, std::size_t offset,
                  std::uint32_t first_line) {
    offset = std::min(offset, text.size());
    const std::string_view before = text.substr(0, offset);
    const std::size_t last_break = before.rfind('\n');
    const std::size_t begin = last_break == std::string_view::npos ? 0 : last_break + 1;
    const std::size_t end = std::min({text.find('\n', offset), text.size(), begin + kShownLineBytes});
    const auto lines_above = static_cast<std::size_t>(std::ranges::count(before, '\n')) + first_line - 1;
    // The lines above are kept as empty ones, so that the line has its number.
    std::string kept(lines_above, '\n');
    const auto at = static_cast<std::uint32_t>(lines_above + (offset - begin));
    kept.append(text.substr(begin, end - begin));
    return {.file = std::make_shared<const InputFile>(name, std::move(kept)), .span = {at, at + 1}};
}

FaultCounter::FaultCounter(std::string file_name, std::string what, Diagnostics& diagnostics)
    : file_name_(std::move(file_name)), what_(std::move(what)), diagnostics_(&diagnostics) {}

FaultCounter::~FaultCounter() {
    if (seen_ > kShownFaults) {
        diagnostics_->add({.code = "SG2014",
                           .severity = Severity::note,
                           .message = fmt::format("{} more {} are not shown", seen_ - kShownFaults, what_),
                           .location = whole_file(file_name_),
                           .hint = "mend the ones shown first; they often have one cause",
                           .notes = {}});
    }
}

bool FaultCounter::count() {
    ++seen_;
    return seen_ <= kShownFaults;
}

}  // namespace stancegraph
