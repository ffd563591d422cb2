#include "measure/verdict_file.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/json.hpp"

namespace stancegraph {
namespace {

/// The id and the verdict of a line; nothing where it is no verdict.
std::optional<Verdicts::value_type> verdict_of(std::string_view line) {
    const json::Parsed parsed = json::parse(line);
    if (!parsed.value) {
        return std::nullopt;
    }
    const json::Value* right = parsed.value->find("right");
    const std::optional<bool> is_right = right == nullptr ? std::nullopt : right->boolean();
    const std::string id = parsed.value->text_of("id");
    if (id.empty() || !is_right) {
        return std::nullopt;
    }
    return Verdicts::value_type(id, {.is_right = *is_right, .wrong = parsed.value->text_of("wrong")});
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

void read_verdicts(const std::shared_ptr<const InputFile>& file, Verdicts& verdicts,
                   Diagnostics& diagnostics) {
    const std::string_view text = file->text();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (auto verdict = verdict_of(line)) {
            verdicts.insert_or_assign(verdict->first, verdict->second);
        } else if (!is_blank(line)) {
            const auto at = static_cast<std::uint32_t>(begin);
            diagnostics.add({.code = "SG2404",
                             .severity = Severity::warning,
                             .message = "this line is no verdict",
                             .location = {.file = file, .span = {.begin = at, .end = at + 1}},
                             .hint = R"(write {"id": "c:…", "right": true} with the id of a claim)",
                             .notes = {}});
        }
        begin = end + 1;
    }
}

}  // namespace stancegraph
