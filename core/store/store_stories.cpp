#include <cstring>
#include <string_view>

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

void Store::for_each_comparison(const std::function<void(const StoredComparison&)>& visit) {
    Statement rows = database_.prepare("SELECT first, second, is_one_story FROM comparison");
    while (rows.step()) {
        visit({.first = rows.number(0), .second = rows.number(1), .is_one_story = rows.number(2) != 0});
    }
}

bool Store::has_all_stories() {
    return database_.number_of("SELECT EXISTS(SELECT 1 FROM story WHERE first IS NULL)") == 0;
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

void Store::forget_story(DocumentId document) {
    for (const std::string_view sql :
         {"UPDATE story SET first = NULL WHERE first = (SELECT first FROM story WHERE document = ?)",
          "DELETE FROM comparison WHERE first = ?", "DELETE FROM comparison WHERE second = ?"}) {
        database_.prepared(sql).bind(0, document).run();
    }
}

void Store::put_outline(DocumentId document, std::span<const std::uint32_t> words) {
    forget_story(document);
    database_.prepared("INSERT OR REPLACE INTO outline(document, words) VALUES(?, ?)")
        .bind(0, document)
        .bind_blob(1, {reinterpret_cast<const char*>(words.data()), words.size_bytes()})
        .run();
    database_.prepared("INSERT OR IGNORE INTO story(document, first) VALUES(?, NULL)")
        .bind(0, document)
        .run();
}

void Store::put_story(DocumentId document, DocumentId first) {
    database_.prepared("UPDATE story SET first = ?2 WHERE document = ?1 AND first IS NOT ?2")
        .bind(0, document)
        .bind(1, first)
        .run();
}

void Store::put_comparison(const StoredComparison& comparison) {
    database_.prepared("INSERT INTO comparison(first, second, is_one_story) VALUES(?, ?, ?)")
        .bind(0, comparison.first)
        .bind(1, comparison.second)
        .bind(2, std::int64_t{comparison.is_one_story ? 1 : 0})
        .run();
}

}  // namespace stancegraph
