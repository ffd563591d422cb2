#include "desk_fixture.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace stancegraph::test {

std::string make_rule_folder(const std::string& name) {
    const std::string folder = std::string(STANCEGRAPH_BINARY_DIR) + "/test-desk/" + name;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    write_bytes(folder + "/harbour.yaml", kHarbourRules);
    return folder;
}

std::string bytes_of_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

FileWriter plain_writer() {
    return [](const std::filesystem::path& path, const std::string& text, Diagnostics& /*diagnostics*/) {
        write_bytes(path.string(), text);
        return true;
    };
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace stancegraph::test
