#include "project_files.hpp"

#include <vector>

#include <fmt/format.h>

#include "base/hash.hpp"
#include "pipeline/stored_articles.hpp"

namespace stancegraph {

std::filesystem::path fresh_project(const std::string& name) {
    const std::filesystem::path folder =
        std::filesystem::path(STANCEGRAPH_BINARY_DIR) / "test_folders" / ("pipeline-" + name);
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder / Store::kFileName;
}

std::string contents_of(const std::filesystem::path& project_file) {
    StoredArticles articles(project_file);
    std::string text;
    for (const StoredDocument& stored : articles.list()) {
        const auto article = articles.store().article(stored.id);
        text += fmt::format("document {} ({}, {}) {:x} {} {}\n", stored.name, stored.own_name,
                            stored.position, stored.content, stored.undone.has_value() ? "undone" : "done",
                            article.has_value() ? hex_hash_of(article->annotation) : "no article");
        for (const Claim& claim : articles.store().claims_of(stored.id)) {
            text += to_json(claim) + "\n";
        }
    }
    Statement stories = articles.store().database().prepare("SELECT doc, story FROM sources ORDER BY doc");
    while (stories.step()) {
        text += fmt::format("story of {}: {}\n", stories.text(0), stories.text(1));
    }
    articles.store().for_each_attribution([&text](std::string_view line) { text.append(line).append("\n"); });
    return text;
}

}  // namespace stancegraph
