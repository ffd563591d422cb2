#include "store/store.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "store/annotation_bytes.hpp"
#include "store/schema.hpp"
#include "store/verdict_table.hpp"

namespace stancegraph {
namespace {

/// The column `stale`: 0, or 1 + Reach.
std::int64_t stale_of(std::optional<Reach> undone) {
    return undone.has_value() ? 1 + static_cast<std::int64_t>(*undone) : 0;
}

std::optional<Reach> undone_of(std::int64_t stale) {
    constexpr std::int64_t kMost = kReaches;
    return stale == 0 ? std::nullopt
                      : std::optional(static_cast<Reach>(std::clamp<std::int64_t>(stale, 1, kMost) - 1));
}

std::string_view bytes_of(std::span<const WordKey> keys) {
    return {reinterpret_cast<const char*>(keys.data()), keys.size_bytes()};
}

/// What an older version wrote is built anew: nothing stands in it that the articles do not tell again.
void remove_older(const std::filesystem::path& file) {
    std::filesystem::remove(file);
    std::filesystem::remove(file.string() + "-wal");
    std::filesystem::remove(file.string() + "-shm");
}

/// What people said of claims in a file of whatever version.
std::vector<StoredVerdict> verdicts_in(const std::filesystem::path& file) {
    Database database(file, Database::Mode::read);
    return VerdictTable(database).all();
}

Database open_project(const std::filesystem::path& file, Database::Mode mode) {
    try {
        Database database(file, mode);
        if (mode == Database::Mode::write) {
            prepare_schema(database);
        } else {
            check_schema(database);
        }
        return database;
    } catch (const StoreFault& fault) {
        if (fault.kind() != StoreFault::Kind::older || mode != Database::Mode::write) {
            throw;
        }
    }
    // All but the verdicts can be made again.
    const std::vector<StoredVerdict> verdicts = verdicts_in(file);
    remove_older(file);
    Database database = open_project(file, mode);
    for (const StoredVerdict& verdict : verdicts) {
        VerdictTable(database).put(verdict);
    }
    return database;
}

}  // namespace

std::uint64_t content_hash(const Document& document) {
    ByteWriter all;
    const Source& source = document.source;
    for (const std::string* const part :
         {&document.text, &source.outlet, &source.title, &source.url, &source.date, &source.author}) {
        all.text(*part);
    }
    all.text(layout_bytes(document));
    return hash_of(all.take());
}

Store::Store(const std::filesystem::path& file, Database::Mode mode) : database_(open_project(file, mode)) {}

std::vector<StoredInput> Store::inputs() {
    std::vector<StoredInput> inputs;
    Statement rows = database_.prepare(
        "SELECT id, path, name, first_byte, last_byte, size, modified, changed, inode FROM input ORDER BY "
        "id");
    while (rows.step()) {
        inputs.push_back({.id = rows.number(0),
                          .path = rows.text(1),
                          .name = rows.text(2),
                          .begin = static_cast<std::uint64_t>(rows.number(3)),
                          .end = static_cast<std::uint64_t>(rows.number(4)),
                          .stamp = {.size = static_cast<std::uint64_t>(rows.number(5)),
                                    .modified = rows.number(6),
                                    .changed = rows.number(7),
                                    .inode = static_cast<std::uint64_t>(rows.number(8))}});
    }
    return inputs;
}

std::vector<StoredDocument> Store::documents() {
    std::vector<StoredDocument> documents;
    Statement rows = database_.prepare(
        "SELECT id, input, position, own_name, name, content, stale FROM document ORDER BY input, position");
    while (rows.step()) {
        documents.push_back({.id = rows.number(0),
                             .input = rows.number(1),
                             .position = static_cast<std::uint32_t>(rows.number(2)),
                             .own_name = rows.text(3),
                             .name = rows.text(4),
                             .content = static_cast<std::uint64_t>(rows.number(5)),
                             .undone = undone_of(rows.number(6))});
    }
    return documents;
}

std::optional<DocumentId> Store::find_document(std::string_view name) {
    Statement& row = database_.prepared("SELECT id FROM document WHERE name = ?");
    row.bind(0, name);
    return row.step() ? std::optional(row.number(0)) : std::nullopt;
}

std::optional<StoredArticle> Store::article(DocumentId document) {
    Statement& row = database_.prepared(
        "SELECT name, outlet, title, url, date, author, text, layout, annotation "
        "FROM document JOIN article ON article.document = document.id WHERE id = ?");
    row.bind(0, document);
    if (!row.step()) {
        return std::nullopt;
    }
    StoredArticle article;
    article.document.name = row.text(0);
    article.document.source = {.outlet = row.text(1),
                               .title = row.text(2),
                               .url = row.text(3),
                               .date = row.text(4),
                               .author = row.text(5)};
    article.document.text = row.text(6);
    if (!read_layout(row.bytes(7), article.document)) {
        throw StoreFault(StoreFault::Kind::damaged, "the article '" + article.document.name + "' is damaged");
    }
    article.annotation = row.text(8);
    return article;
}

void Store::for_each_word_keys(const std::function<void(DocumentId, std::span<const WordKey>)>& visit) {
    Statement rows = database_.prepare("SELECT document, keys FROM word_keys ORDER BY document");
    std::vector<WordKey> keys;
    while (rows.step()) {
        const std::string_view bytes = rows.bytes(1);
        keys.resize(bytes.size() / sizeof(WordKey));
        std::memcpy(keys.data(), bytes.data(), keys.size() * sizeof(WordKey));
        visit(rows.number(0), keys);
    }
}

std::optional<std::string> Store::state(std::string_view key) {
    Statement& row = database_.prepared("SELECT value FROM state WHERE key = ?");
    row.bind(0, key);
    return row.step() ? std::optional(row.text(0)) : std::nullopt;
}

void Store::put_state(std::string_view key, std::string_view value) {
    database_
        .prepared(
            "INSERT INTO state(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = "
            "excluded.value")
        .bind(0, key)
        .bind_blob(1, value)
        .run();
}

InputId Store::put_input(const StoredInput& input) {
    database_
        .prepared(
            "INSERT OR REPLACE INTO input(path, name, first_byte, last_byte, size, modified, changed, inode) "
            "VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(0, std::string_view(input.path))
        .bind(1, std::string_view(input.name))
        .bind(2, static_cast<std::int64_t>(input.begin))
        .bind(3, static_cast<std::int64_t>(input.end))
        .bind(4, static_cast<std::int64_t>(input.stamp.size))
        .bind(5, input.stamp.modified)
        .bind(6, input.stamp.changed)
        .bind(7, static_cast<std::int64_t>(input.stamp.inode))
        .run();
    return database_.last_row();
}

void Store::remove_input(InputId input) {
    database_.prepared("DELETE FROM input WHERE id = ?").bind(0, input).run();
}

DocumentId Store::add_document(const StoredDocument& stored, const Document& document) {
    const Source& source = document.source;
    database_
        .prepared(
            "INSERT INTO document(input, position, own_name, name, content, stale, outlet, title, url, date, "
            "author) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(0, stored.input)
        .bind(1, std::int64_t{stored.position})
        .bind(2, std::string_view(stored.own_name))
        .bind(3, std::string_view(stored.name))
        .bind(4, static_cast<std::int64_t>(stored.content))
        .bind(5, stale_of(stored.undone))
        .bind(6, std::string_view(source.outlet))
        .bind(7, std::string_view(source.title))
        .bind(8, std::string_view(source.url))
        .bind(9, std::string_view(source.date))
        .bind(10, std::string_view(source.author))
        .run();
    const DocumentId id = database_.last_row();
    database_.prepared("INSERT INTO article(document, text, layout, annotation) VALUES(?, ?, ?, '')")
        .bind(0, id)
        .bind(1, std::string_view(document.text))
        .bind_blob(2, layout_bytes(document))
        .run();
    return id;
}

void Store::update_document(const StoredDocument& stored) {
    database_
        .prepared(
            "UPDATE document SET input = ?, position = ?, own_name = ?, name = ?, stale = ? WHERE id = ?")
        .bind(0, stored.input)
        .bind(1, std::int64_t{stored.position})
        .bind(2, std::string_view(stored.own_name))
        .bind(3, std::string_view(stored.name))
        .bind(4, stale_of(stored.undone))
        .bind(5, stored.id)
        .run();
}

void Store::put_annotation(DocumentId document, std::string_view bytes, std::span<const WordKey> keys) {
    database_.prepared("UPDATE article SET annotation = ? WHERE document = ?")
        .bind_blob(0, bytes)
        .bind(1, document)
        .run();
    database_.prepared("INSERT OR REPLACE INTO word_keys(document, keys) VALUES(?, ?)")
        .bind(0, document)
        .bind_blob(1, bytes_of(keys))
        .run();
}

void Store::mark_undone(DocumentId document, Reach reach) {
    database_.prepared("UPDATE document SET stale = max(stale, ?) WHERE id = ?")
        .bind(0, stale_of(reach))
        .bind(1, document)
        .run();
}

void Store::forget_stamps() {
    database_.run("UPDATE input SET size = 0, modified = 0, changed = 0, inode = 0");
}

void Store::remove_document(DocumentId document) {
    forget_story(document);
    for (const std::string_view sql :
         {"DELETE FROM claim WHERE document = ?", "DELETE FROM attribution WHERE document = ?",
          "DELETE FROM word_keys WHERE document = ?", "DELETE FROM outline WHERE document = ?",
          "DELETE FROM story WHERE document = ?", "DELETE FROM article WHERE document = ?",
          "DELETE FROM document WHERE id = ?"}) {
        database_.prepared(sql).bind(0, document).run();
    }
}

}  // namespace stancegraph
