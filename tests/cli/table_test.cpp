#include <sstream>

#include <catch2/catch.hpp>

#include "cli/table.hpp"

using namespace stancegraph::cli;

namespace {

std::string written(const Table& table, const std::string& format, std::size_t widest = 0) {
    std::ostringstream out;
    write_table(table, table_format(format), out, widest);
    return out.str();
}

const Table kHostile{
    .columns = {"actor", "claims"},
    .rows = {{"=cmd|'/c calc'!A1", 2.0}, {"He said \"no\", twice", 0.5}, {"\x1b[2J北京", -1.0}}};

}  // namespace

TEST_CASE("a table is aligned, numbers to the right, and shows no control characters", "[cli]") {
    CHECK(written(kHostile, "table") ==
          "actor                claims\n"
          "=cmd|'/c calc'!A1         2\n"
          "He said \"no\", twice     0.5\n"
          "\\u{1b}[2J北京            -1\n");
}

TEST_CASE("a long text is cut to the width asked for", "[cli]") {
    CHECK(written({.columns = {"subject"}, .rows = {{"the H20 sales to China"}}}, "table", 10) ==
          "subject\nthe H20 s…\n");
}

TEST_CASE("JSON keeps the true text", "[cli]") {
    CHECK(written(kHostile, "json") ==
          "[\n{\"actor\":\"=cmd|'/c calc'!A1\",\"claims\":2},\n"
          "{\"actor\":\"He said \\\"no\\\", twice\",\"claims\":0.5},\n"
          "{\"actor\":\"\\u001B[2J北京\",\"claims\":-1}\n]\n");
    CHECK(written({.columns = {"actor"}, .rows = {}}, "json") == "[\n]\n");
}

TEST_CASE("CSV is quoted by RFC 4180 and never a formula", "[cli]") {
    CHECK(written(kHostile, "csv") ==
          "actor,claims\r\n'=cmd|'/c calc'!A1,2\r\n\"He said \"\"no\"\", twice\",0.5\r\n\x1b[2J北京,-1\r\n");
}
