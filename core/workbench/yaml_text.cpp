#include "workbench/yaml_text.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

/// Words that YAML 1.1 or 1.2 takes for something else than text.
constexpr std::array<std::string_view, 9> kNoText{"null", "true", "false", "yes", "no",
                                                  "on",   "off",  "y",     "n"};

bool is_plain(std::string_view text) {
    constexpr std::string_view kLeading = "-?:,[]{}#&*!|>'\"%@`=~.0123456789+ ";
    constexpr std::string_view kAnywhere = ",[]{}";
    if (text.empty() || kLeading.find(text.front()) != std::string_view::npos || text.back() == ' ' ||
        text.back() == ':' || text.find_first_of(kAnywhere) != std::string_view::npos) {
        return false;
    }
    const bool has_mark =
        text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos;
    return !has_mark && std::ranges::find(kNoText, utf8::to_lower(text)) == kNoText.end();
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
    if (is_plain(text)) {
        return std::string(text);
    }
    std::string quoted = "'";
    for (const char character : text) {
        quoted += character;
        if (character == '\'') {
            quoted += '\'';
        }
    }
    return quoted + "'";
}

}  // namespace stancegraph
