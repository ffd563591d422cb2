#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace stancegraph {

/// What keeps a project file from being used. It is the machine's or the file's fault, never the program's.
class StoreFault : public std::runtime_error {
public:
    enum class Kind : std::uint8_t {
        unusable,  ///< Cannot be opened or written: rights, a failing disk.
        full,      ///< No room left on the device.
        busy,      ///< Another process holds it.
        damaged,   ///< Not what this program wrote.
        older,     ///< Written by an older version of the program.
        newer      ///< Written by a newer one.
    };

    StoreFault(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}

    [[nodiscard]] Kind kind() const { return kind_; }

private:
    Kind kind_;
};

/// A prepared SQL statement. Parameters and columns count from 0. Everything throws StoreFault.
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bind_blob(int parameter, std::string_view bytes);

    /// Goes to the next row; false after the last.
    [[nodiscard]] bool step();
    /// Runs a statement without rows to its end, and makes it ready for other values.
    void run();
    /// Ready to run again; what was bound stays.
    void reset();

    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] double real(int column) const;
    /// The bytes of a text or blob; valid until the next step or reset.
    [[nodiscard]] std::string_view bytes(int column) const;

    [[nodiscard]] std::string text(int column) const { return std::string(bytes(column)); }

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };

    void check(int code) const;

    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

/// A connection to an SQLite file in write-ahead mode: one process writes, any number read what was last
/// committed. Not for two threads at once. Everything throws StoreFault.
class Database {
public:
    enum class Mode : std::uint8_t { read, write };

    /// Mode::write makes the file where it is missing.
    Database(const std::filesystem::path& path, Mode mode);

    void run(const char* sql);

    [[nodiscard]] Statement prepare(std::string_view sql) { return {connection_.get(), sql}; }

    /// A statement that is kept for the next call with the same text, which must outlive the connection. It
    /// is ready to run.
    [[nodiscard]] Statement& prepared(std::string_view sql);
    /// The value of a query of one number; 0 where it has no row.
    [[nodiscard]] std::int64_t number_of(std::string_view sql);
    [[nodiscard]] std::int64_t last_row() const;

private:
    struct Closer {
        void operator()(sqlite3* connection) const;
    };

    void open(const std::string& name, int flags);

    std::unique_ptr<sqlite3, Closer> connection_;
    std::map<std::string_view, Statement> prepared_;
};

/// All or nothing: what happened since its construction is taken back unless it was committed.
class Transaction {
public:
    explicit Transaction(Database& database) : database_(&database) { database.run("BEGIN IMMEDIATE"); }

    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    void commit();

private:
    Database* database_;  ///< Null after the commit.
};

}  // namespace stancegraph
