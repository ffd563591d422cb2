#include "store/database.hpp"

#include <new>

#include <sqlite3.h>

#include <fmt/format.h>

namespace stancegraph {
namespace {

constexpr int kWaitMilliseconds = 5000;
constexpr int kPrimaryCode = 0xFF;

StoreFault::Kind kind_of(int code) {
    switch (code & kPrimaryCode) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return StoreFault::Kind::busy;
        case SQLITE_FULL:
            return StoreFault::Kind::full;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_ERROR:
        case SQLITE_MISMATCH:
        case SQLITE_CONSTRAINT:
        case SQLITE_SCHEMA:
        case SQLITE_FORMAT:
        case SQLITE_TOOBIG:
            return StoreFault::Kind::damaged;
        default:
            return StoreFault::Kind::unusable;
    }
}

[[noreturn]] void fail(sqlite3* database, int code) {
    if (code == SQLITE_NOMEM) {
        throw std::bad_alloc();
    }
    if (database == nullptr) {
        throw StoreFault(kind_of(code), sqlite3_errstr(code));
    }
    const char* const file = sqlite3_db_filename(database, "main");
    throw StoreFault(kind_of(code),
                     fmt::format("{}: {}", file == nullptr ? "" : file, sqlite3_errmsg(database)));
}

/// The path as SQLite's URI of a file that nobody changes.
std::string unchanging(const std::string& path) {
    std::string uri = "file:";
    for (const char character : path) {
        if (character == '%' || character == '?' || character == '#') {
            uri += fmt::format("%{:02x}", static_cast<unsigned char>(character));
        } else {
            uri += character;
        }
    }
    return uri + "?immutable=1";
}

}  // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
    statement_.reset(statement);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) {
        fail(database_, code);
    }
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), parameter + 1, value));
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    check(sqlite3_bind_double(statement_.get(), parameter + 1, value));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    check(sqlite3_bind_text64(statement_.get(), parameter + 1, text.empty() ? "" : text.data(), text.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
    check(sqlite3_bind_blob64(statement_.get(), parameter + 1, bytes.empty() ? "" : bytes.data(),
                              bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        fail(database_, code);
    }
    return code == SQLITE_ROW;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(statement_.get(), column);
}

std::string_view Statement::bytes(int column) const {
    const void* const data = sqlite3_column_blob(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return data == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(data), size);
}

void Database::Closer::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

void Database::open(const std::string& name, int flags) {
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &connection, flags, nullptr);
    connection_.reset(connection);
    if (code != SQLITE_OK) {
        fail(connection, code);
    }
    sqlite3_busy_timeout(connection, kWaitMilliseconds);
    // What stands in the file is data: a foreign file's triggers and views are not trusted.
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    run("PRAGMA cell_size_check = ON");
}

Database::Database(const std::filesystem::path& path, Mode mode) {
    if (mode == Mode::write) {
        open(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        return;
    }
    try {
        // Not read-only for SQLite, so that the last connection takes the side files away.
        open(path.string(), SQLITE_OPEN_READWRITE);
        run("PRAGMA query_only = ON");
        static_cast<void>(number_of("SELECT count(*) FROM sqlite_schema"));
    } catch (const StoreFault& fault) {
        // In a folder where nothing can be written, the side files of write-ahead mode cannot be made.
        if (fault.kind() != StoreFault::Kind::unusable) {
            throw;
        }
        open(unchanging(path.string()), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    }
}

void Database::run(const char* sql) {
    const int code = sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(connection_.get(), code);
    }
}

Statement& Database::prepared(std::string_view sql) {
    const auto found = prepared_.find(sql);
    Statement& statement =
        found == prepared_.end() ? prepared_.emplace(sql, prepare(sql)).first->second : found->second;
    statement.reset();
    return statement;
}

std::int64_t Database::number_of(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.number(0) : 0;
}

std::int64_t Database::last_row() const {
    return sqlite3_last_insert_rowid(connection_.get());
}

Transaction::~Transaction() {
    if (database_ != nullptr) {
        try {
            database_->run("ROLLBACK");
        } catch (const std::exception&) {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }
}

void Transaction::commit() {
    database_->run("COMMIT");
    database_ = nullptr;
}

}  // namespace stancegraph
