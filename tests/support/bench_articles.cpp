#include "support/bench_articles.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/line_document.hpp"

namespace stancegraph::test {
namespace {

Document read_document(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    Document document = document_of_lines({std::istreambuf_iterator<char>(file), {}});
    document.name = path.filename().string();
    return document;
}

std::vector<Document> read_all() {
    const char* const chosen = std::getenv("STANCEGRAPH_BENCH_TEXT");
    const std::filesystem::path folder =
        chosen != nullptr ? chosen : std::filesystem::path(STANCEGRAPH_SOURCE_DIR) / "corpus";
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".txt") {
            paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    std::vector<Document> documents;
    for (const auto& path : paths) {
        documents.push_back(read_document(path));
    }
    return documents;
}

}  // namespace

const std::vector<Document>& bench_articles() {
    static const std::vector<Document> all = read_all();
    return all;
}

}  // namespace stancegraph::test
