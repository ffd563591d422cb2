#include "cli/code_page.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "cli/rule_folders.hpp"

namespace stancegraph::cli {

bool is_code(std::string_view text) {
    return text.size() == 6 && text.starts_with("SG") &&
           std::ranges::all_of(text.substr(2), [](char digit) { return '0' <= digit && digit <= '9'; });
}

std::optional<std::string> find_code_section(const std::string& code) {
    const auto folder = shipped_rules();
    std::ifstream in(folder.value_or(std::filesystem::path()) / "DIAGNOSTICS.md", std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const std::size_t heading = page.find("\n## " + code + ":");
    if (heading == std::string::npos) {
        return std::nullopt;
    }
    const std::size_t begin = heading + 4;
    const std::size_t end = std::min({page.find("\n## ", begin), page.find("\n# ", begin), page.size()});
    const std::string section = page.substr(begin, end - begin);
    return section.substr(0, section.find_last_not_of('\n') + 1) + '\n';
}

}  // namespace stancegraph::cli
