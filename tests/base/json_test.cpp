#include "base/json.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace stancegraph;

TEST_CASE("a JSON value is read with all its types") {
    const auto parsed = json::parse(R"({"a": [1, -2.5e3, true, null], "b": {"c": "é\u00e9\n"}})");
    REQUIRE(parsed.value);
    const json::Array* array = parsed.value->find("a")->array();
    REQUIRE(array != nullptr);
    REQUIRE(array->size() == 4);
    CHECK((*array)[0].number() == 1.0);
    CHECK((*array)[1].number() == -2500.0);
    CHECK((*array)[2].boolean() == true);
    CHECK((*array)[3].is_null());
    CHECK(parsed.value->find("b")->text_of("c") == "éé\n");
}

TEST_CASE("wrong types and missing members give nothing") {
    const auto parsed = json::parse(R"({"a": "x", "n": 3})");
    REQUIRE(parsed.value);
    CHECK(parsed.value->find("missing") == nullptr);
    CHECK(parsed.value->text_of("n").empty());
    CHECK_FALSE(parsed.value->find("a")->number());
    CHECK(parsed.value->find("a")->find("x") == nullptr);
    CHECK(parsed.value->array() == nullptr);
}

TEST_CASE("of equal names the last one counts") {
    const auto parsed = json::parse(R"({"a": 1, "a": 2})");
    REQUIRE(parsed.value);
    CHECK(parsed.value->find("a")->number() == 2.0);
}

TEST_CASE("text that is not JSON is refused with its place") {
    struct Row {
        const char* what;
        std::string text;
        std::size_t offset;
    };

    const auto row = GENERATE(values<Row>({
        {"nothing", "", 0},
        {"text after the value", "{} x", 3},
        {"trailing comma", "[1,]", 3},
        {"single quotes", "{'a': 1}", 1},
        {"invalid UTF-8", "\"\xFF\"", 1},
        {"lone surrogate", R"("\ud800")", 1},
    }));
    INFO(row.what);
    const auto parsed = json::parse(row.text);
    CHECK_FALSE(parsed.value);
    CHECK_FALSE(parsed.error.message.empty());
    CHECK(parsed.error.offset == row.offset);
}

TEST_CASE("nesting is bounded") {
    CHECK(json::parse(std::string(64, '[') + std::string(64, ']')).value);
    CHECK_FALSE(json::parse(std::string(65, '[') + std::string(65, ']')).value);
    CHECK_FALSE(json::parse(std::string(1'000'000, '[')).value);
}

TEST_CASE("what is written is read back equal") {
    std::string text;
    json::Writer writer(text);
    writer.begin_object()
        .member("text", "a\"b\\\n\x01é")
        .member("number", 0.1)
        .member("large", std::uint64_t{18446744073709551615U})
        .member("none", std::numeric_limits<double>::quiet_NaN());
    writer.key("list").begin_array().value(true).null().value(std::uint32_t{7}).end_array().end_object();
    CHECK(text ==
          "{\"text\":\"a\\\"b\\\\\\n\\u0001é\",\"number\":0.1,\"large\":18446744073709551615,\"none\":null,"
          "\"list\":[true,null,7]}");
    const auto parsed = json::parse(text);
    REQUIRE(parsed.value);
    CHECK(parsed.value->text_of("text") == "a\"b\\\n\x01é");
    CHECK(parsed.value->find("number")->number() == 0.1);
}

TEST_CASE("text that is not UTF-8 is repaired when it is written") {
    std::string text;
    json::Writer writer(text);
    writer.value(std::string("a\xFF"));
    CHECK(text == "\"a\xEF\xBF\xBD\"");
}
