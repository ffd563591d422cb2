#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "workbench/lint_parts.hpp"

namespace stancegraph {
namespace {

/// Somebody in an office.
struct Holder {
    const Actor* actor = nullptr;
    const Title* title = nullptr;
};

/// Who gives dates speaks of an office that one person holds; councillors there are many.
bool has_dates(const Title& title) {
    return !title.from.empty() || !title.to.empty();
}

/// A bound that holds until the end of its month or year; a day is the last and the next one's first.
std::string end_of(const Title& title) {
    constexpr std::size_t kDay = 10;
    return title.to.size() == kDay ? title.to : title.to + "~";
}

/// The first moment at which both hold the office; nothing where one follows the other.
std::optional<std::string> both_from(const Title& title, const Title& other) {
    const std::string& from = std::max(title.from, other.from);
    const bool do_overlap = from < end_of(title) && from < end_of(other);
    return do_overlap ? std::optional(from) : std::nullopt;
}

void check_names(const LintContext& context) {
    std::map<std::string, const Actor*> owners;
    for (const Actor& actor : context.rules.actors) {
        std::vector<std::string> names = actor.aliases;
        names.push_back(actor.name);
        for (const std::string& name : names) {
            const auto [first, is_new] = owners.emplace(utf8::to_lower(name), &actor);
            if (!is_new && first->second != &actor) {
                context.add(
                    Severity::warning, "SG1214",
                    fmt::format("'{}' is a name of {} and of {}", name, first->second->name, actor.name),
                    actor.location, "the first one gets every mention; leave it to one of them",
                    {{.message = "the first", .location = first->second->location}});
            }
        }
    }
}

void check_offices(const LintContext& context) {
    std::map<std::string, std::vector<Holder>> offices;
    for (const Actor& actor : context.rules.actors) {
        for (const Title& title : actor.titles) {
            if (!has_dates(title)) {
                continue;
            }
            std::vector<Holder>& holders = offices[utf8::to_lower(title.title)];
            for (const Holder& other : holders) {
                const auto from = both_from(title, *other.title);
                if (other.actor != &actor && from) {
                    context.add(Severity::warning, "SG1222",
                                fmt::format("{} and {} are both '{}'{}", other.actor->name, actor.name,
                                            title.title, from->empty() ? "" : " from " + *from),
                                actor.location, "the title alone then means nobody; give it 'from' and 'to'",
                                {{.message = "the other", .location = other.actor->location}});
                }
            }
            holders.push_back({.actor = &actor, .title = &title});
        }
    }
}

}  // namespace

void lint_actors(const LintContext& context) {
    check_names(context);
    check_offices(context);
}

}  // namespace stancegraph
