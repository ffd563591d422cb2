#include "workbench/file_parts.hpp"

#include <algorithm>
#include <array>

#include "ruleset/keys.hpp"

namespace stancegraph {
namespace {

/// An item of a list, or the value of any key.
constexpr std::string_view kAny;

struct Edge {
    FilePart parent;
    std::string_view key;
    FilePart child;
};

constexpr std::array<Edge, 32> kEdges{{
    {FilePart::file, "settings", FilePart::settings},
    {FilePart::file, "stances", FilePart::stances},
    {FilePart::file, "actors", FilePart::actors},
    {FilePart::file, "subjects", FilePart::subjects},
    {FilePart::file, "lexicons", FilePart::lexicons},
    {FilePart::file, "macros", FilePart::macros},
    {FilePart::file, "rules", FilePart::rules},
    {FilePart::stances, kAny, FilePart::stance},
    {FilePart::actors, kAny, FilePart::actor},
    {FilePart::actor, "titles", FilePart::titles},
    {FilePart::actor, "match", FilePart::pattern},
    {FilePart::titles, kAny, FilePart::title},
    {FilePart::subjects, kAny, FilePart::subject},
    {FilePart::subject, "match", FilePart::pattern},
    {FilePart::subject, "children", FilePart::subjects},
    {FilePart::lexicons, kAny, FilePart::lexicon},
    {FilePart::lexicon, "words", FilePart::words},
    {FilePart::words, kAny, FilePart::word},
    {FilePart::word, kAny, FilePart::long_form},
    {FilePart::macros, kAny, FilePart::pattern},
    {FilePart::rules, kAny, FilePart::rule},
    {FilePart::rule, "match", FilePart::pattern},
    {FilePart::rule, "given", FilePart::pattern},
    {FilePart::rule, "where", FilePart::pattern},
    {FilePart::rule, "unless", FilePart::pattern},
    {FilePart::rule, "attach", FilePart::pattern},
    {FilePart::rule, "slots", FilePart::slots},
    {FilePart::rule, "effect", FilePart::effect},
    {FilePart::rule, "examples", FilePart::examples},
    {FilePart::slots, kAny, FilePart::pattern},
    {FilePart::examples, kAny, FilePart::example},
    {FilePart::pattern, kAny, FilePart::pattern},
}};

struct Order {
    FilePart part;
    std::span<const std::string_view> keys;
};

constexpr std::array<Order, 10> kOrders{{
    {FilePart::settings, keys::kSettings},
    {FilePart::stance, keys::kStance},
    {FilePart::actor, keys::kActor},
    {FilePart::title, keys::kTitle},
    {FilePart::subject, keys::kSubject},
    {FilePart::lexicon, keys::kLexicon},
    {FilePart::long_form, keys::kEntry},
    {FilePart::rule, keys::kRule},
    {FilePart::effect, keys::kEffect},
    {FilePart::example, keys::kExample},
}};

}  // namespace

FilePart part_at(FilePart parent, std::string_view key) {
    const auto find = [parent](std::string_view wanted) {
        return std::ranges::find_if(
            kEdges, [&](const Edge& edge) { return edge.parent == parent && edge.key == wanted; });
    };
    const auto* const exact = find(key);
    const auto* const found = exact == kEdges.end() ? find(kAny) : exact;
    return found == kEdges.end() ? FilePart::text : found->child;
}

std::span<const std::string_view> keys_of(FilePart part) {
    const auto* const found = std::ranges::find(kOrders, part, &Order::part);
    return found == kOrders.end() ? std::span<const std::string_view>() : found->keys;
}

}  // namespace stancegraph
