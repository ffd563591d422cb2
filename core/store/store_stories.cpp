#include <cstring>

#include "store/store.hpp"

/// The part of Store that stories need.
namespace stancegraph {

void Store::for_each_outline(const std::function<void(DocumentId, Outline&&)>& visit) {
    Statement rows = database_.prepare(
        "SELECT document, date, words FROM outline JOIN document ON document.id = outline.document "
        "ORDER BY document");
    while (rows.step()) {
        Outline outline{.date = rows.text(1), .words = {}};
        const std::string_view bytes = rows.bytes(2);
        outline.words.resize(bytes.size() / sizeof(std::uint32_t));
        std::memcpy(outline.words.data(), bytes.data(), outline.words.size() * sizeof(std::uint32_t));
        visit(rows.number(0), std::move(outline));
    }
}

void Store::for_each_story(
    const std::function<void(const std::string& document, const std::string& story)>& visit) {
    Statement rows = database_.prepare(
        "SELECT document.name, first.name FROM story JOIN document ON document.id = story.document "
        "JOIN document AS first ON first.id = story.first ORDER BY story.document");
    while (rows.step()) {
        visit(rows.text(0), rows.text(1));
    }
}

void Store::put_outline(DocumentId document, std::span<const std::uint32_t> words) {
    database_.prepared("INSERT OR REPLACE INTO outline(document, words) VALUES(?, ?)")
        .bind(0, document)
        .bind_blob(1, {reinterpret_cast<const char*>(words.data()), words.size_bytes()})
        .run();
}

void Store::put_stories(std::span<const std::pair<DocumentId, DocumentId>> first_of_story) {
    database_.run("DELETE FROM story");
    for (const auto& [document, first] : first_of_story) {
        database_.prepared("INSERT INTO story(document, first) VALUES(?, ?)")
            .bind(0, document)
            .bind(1, first)
            .run();
    }
}

}  // namespace stancegraph
