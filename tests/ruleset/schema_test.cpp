#include <catch2/catch.hpp>

#include <set>

#include "base/json.hpp"
#include "rule_fixture.hpp"
#include "support/golden.hpp"

using namespace stancegraph;

namespace {

/// The keys that the loader lists when it meets one that is far from all of them.
std::set<std::string> keys_of_loader(const std::string& text) {
    const Loaded loaded = load_texts({text});
    std::set<std::string> keys;
    for (const Diagnostic& diagnostic : loaded.diagnostics.all()) {
        if (diagnostic.code == "SG1013" && diagnostic.hint.starts_with("keys: ")) {
            for (std::size_t at = 6; at < diagnostic.hint.size();) {
                const std::size_t end = std::min(diagnostic.hint.find(", ", at), diagnostic.hint.size());
                keys.insert(diagnostic.hint.substr(at, end - at));
                at = end + 2;
            }
        }
    }
    return keys;
}

std::set<std::string> keys_of_schema(const json::Value& schema, const std::vector<std::string>& path) {
    const json::Value* at = &schema;
    for (const std::string& name : path) {
        INFO(name);
        const json::Array* array = at->array();
        at = array != nullptr ? &array->at(static_cast<std::size_t>(std::stoi(name))) : at->find(name);
        REQUIRE(at != nullptr);
    }
    const json::Value* properties = at->find("properties");
    REQUIRE(properties != nullptr);
    std::set<std::string> keys;
    for (const auto& [name, value] : *properties->object()) {
        keys.insert(name);
    }
    return keys;
}

}  // namespace

TEST_CASE("the schema for editors has the keys of the loader") {
    struct Row {
        const char* what;
        std::vector<std::string> path;
        const char* text;
    };

    const auto row = GENERATE(values<Row>({
        {"file", {}, "xxxxxxxxxx: 1\n"},
        {"settings", {"properties", "settings"}, "settings: {xxxxxxxxxx: 1}\n"},
        {"stance", {"properties", "stances", "additionalProperties"}, "stances:\n  a: {xxxxxxxxxx: 1}\n"},
        {"actor", {"properties", "actors", "items"}, "actors:\n  - {name: a, xxxxxxxxxx: 1}\n"},
        {"title",
         {"properties", "actors", "items", "properties", "titles", "items", "oneOf", "1"},
         "actors:\n  - {name: a, titles: [{xxxxxxxxxx: 1}]}\n"},
        {"subject", {"definitions", "subject"}, "subjects:\n  - {subject: a, xxxxxxxxxx: 1}\n"},
        {"lexicon", {"properties", "lexicons", "additionalProperties"}, "lexicons:\n  a: {xxxxxxxxxx: 1}\n"},
        {"entry",
         {"properties", "lexicons", "additionalProperties", "properties", "words", "items", "oneOf", "1",
          "additionalProperties", "oneOf", "1"},
         "lexicons:\n  a:\n    words:\n      - b: {xxxxxxxxxx: 1}\n"},
        {"rule", {"properties", "rules", "items"}, "rules:\n  - {rule: a, xxxxxxxxxx: 1}\n"},
        {"unless", {"definitions", "unless"}, "rules:\n  - {rule: a, unless: {xxxxxxxxxx: 1}}\n"},
        {"emit",
         {"properties", "rules", "items", "properties", "emit", "oneOf", "1"},
         "rules:\n  - {rule: a, emit: {xxxxxxxxxx: 1}}\n"},
        {"effect",
         {"properties", "rules", "items", "properties", "effect"},
         "rules:\n  - {rule: a, effect: {xxxxxxxxxx: 1}}\n"},
        {"certainty", {"properties", "certainty"}, "certainty: {xxxxxxxxxx: 1}\n"},
        {"statement_ends", {"properties", "statement_ends"}, "statement_ends: {odds: 1, xxxxxxxxxx: 1}\n"},
        {"counts", {"definitions", "certainty"}, "certainty:\n  claim: {odds: 1, xxxxxxxxxx: 1}\n"},
        {"measured",
         {"definitions", "measured", "additionalProperties"},
         "certainty:\n  claim: {odds: 1, rule: {a: {xxxxxxxxxx: 1}}}\n"},
        {"bin",
         {"definitions", "certainty", "properties", "checked", "items"},
         "certainty:\n  claim: {odds: 1, checked: [{xxxxxxxxxx: 1}]}\n"},
        {"example",
         {"properties", "rules", "items", "properties", "examples", "items"},
         "rules:\n  - {rule: a, examples: [{xxxxxxxxxx: 1}]}\n"},
    }));
    INFO(row.what);
    const auto schema = json::parse(read_file(STANCEGRAPH_SOURCE_DIR "/rules/rules.schema.json"));
    INFO(schema.error.message);
    REQUIRE(schema.value);
    CHECK(keys_of_schema(*schema.value, row.path) ==
          keys_of_loader(std::string("stancegraph: 1\n") + row.text));
}
