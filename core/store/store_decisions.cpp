#include "base/json.hpp"
#include "store/store.hpp"

/// The part of Store that decisions on actors need: one value, a JSON array of arrays.
namespace stancegraph {
namespace {

constexpr const char* kKey = "actors";

using Pairs = std::set<std::pair<std::string, std::string>>;

void write_pairs(json::Writer& writer, std::string_view name, const Pairs& pairs) {
    writer.key(name).begin_array();
    for (const auto& [first, second] : pairs) {
        writer.begin_array().value(first).value(second).end_array();
    }
    writer.end_array();
}

Pairs read_pairs(const json::Value& value, std::string_view name) {
    Pairs pairs;
    const json::Value* member = value.find(name);
    if (member == nullptr || member->array() == nullptr) {
        return pairs;
    }
    for (const json::Value& pair : *member->array()) {
        const json::Array* names = pair.array();
        if (names != nullptr && names->size() == 2 && (*names)[0].string() != nullptr &&
            (*names)[1].string() != nullptr) {
            pairs.emplace(*(*names)[0].string(), *(*names)[1].string());
        }
    }
    return pairs;
}

}  // namespace

IdentityDecisions Store::decisions() {
    const auto parsed = json::parse(state(kKey).value_or("{}"));
    if (!parsed.value.has_value()) {
        return {};
    }
    return {.same = read_pairs(*parsed.value, "same"), .different = read_pairs(*parsed.value, "different")};
}

void Store::put_decisions(const IdentityDecisions& decisions) {
    std::string text;
    {
        json::Writer writer(text);
        writer.begin_object();
        write_pairs(writer, "same", decisions.same);
        write_pairs(writer, "different", decisions.different);
        writer.end_object();
    }
    put_state(kKey, text);
}

}  // namespace stancegraph
