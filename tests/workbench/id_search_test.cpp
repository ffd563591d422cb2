#include "workbench/id_search.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/row.hpp"

namespace stancegraph::test {
namespace {

const std::vector<std::string> kIds{"c:9f3a77b0c1d2e3f4", "c:9f3b000000000001", "c:02b7aaaaaaaaaaaa"};

/// "0", "0 1", "near c:…", "-"
std::string found_text(const std::string& typed) {
    const FoundIds found = find_ids(typed, kIds);
    std::string text;
    for (const std::size_t place : found.places) {
        text += (text.empty() ? "" : " ") + std::to_string(place);
    }
    return !text.empty() ? text : found.nearest.empty() ? "-" : "near " + found.nearest;
}

}  // namespace

TEST_CASE("a record is found by the beginning of its id", "[workbench]") {
    const auto row = GENERATE(values<Row>({
        {"whole", "c:9f3a77b0c1d2e3f4", "0"},
        {"beginning", "c:9f3a", "0"},
        {"capitals", "c:9F3A", "0"},
        {"with dots for the rest", "c:9f3a…", "0"},
        {"with three dots", "c:02...", "2"},
        {"several", "c:9f3", "0 1"},
        {"a slip", "c:9f3a78b0c1d2e3f4", "near c:9f3a77b0c1d2e3f4"},
        {"goes wrong late", "c:9f3a0011223344", "near c:9f3a77b0c1d2e3f4"},
        {"of nothing", "c:dead", "-"},
        {"too short to guess", "c:9e", "-"},
    }));
    INFO(row.what);
    CHECK(found_text(row.text) == row.expected);
}

TEST_CASE("an id is told from a sentence and a place in a file", "[workbench]") {
    for (const char* typed : {"c:9f", "a:02b7", "C:9F3A", "c:9f3a…"}) {
        INFO(typed);
        CHECK(is_record_id(typed));
    }
    for (const char* typed : {"", "c:", "c:9", "c:…", "b:9f3a", "c: 9f", "c:9f3x", "SG1105", "a.txt:14"}) {
        INFO(typed);
        CHECK_FALSE(is_record_id(typed));
    }
    CHECK(record_kind("C:9F3A") == RecordKind::claim);
    CHECK(record_kind("a:02b7") == RecordKind::attribution);
}

}  // namespace stancegraph::test
