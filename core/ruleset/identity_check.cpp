#include <map>
#include <string>

#include <fmt/format.h>

#include "ruleset/context.hpp"

namespace stancegraph {
namespace {

/// The names that `same_as` joins, as trees that point to the name which stands for all.
class SameNames {
public:
    std::string find(const std::string& name) const {
        std::string root = name;
        for (auto found = parent_.find(root); found != parent_.end(); found = parent_.find(root)) {
            root = found->second;
        }
        return root;
    }

    void join(const std::string& name, const std::string& other) {
        const std::string root = find(other);
        if (root != find(name)) {
            parent_[root] = find(name);
        }
    }

private:
    std::map<std::string, std::string> parent_;
};

Diagnostic mistake(std::string_view code, std::string message, const Location& location, std::string hint,
                   std::vector<Note> notes = {}) {
    return {.code = std::string(code),
            .severity = Severity::error,
            .message = std::move(message),
            .location = location,
            .hint = std::move(hint),
            .notes = std::move(notes)};
}

/// Joins all names; reports actors that are the same as themselves.
SameNames joined_names(Context& context) {
    SameNames names;
    for (const Actor& actor : context.rules.actors) {
        for (const NamedActor& other : actor.same_as) {
            if (other.name == actor.name) {
                context.diagnostics.add(mistake("SG1034",
                                                fmt::format("actor {} is the same as itself", actor.name),
                                                other.location, "take the name out"));
            }
            names.join(actor.name, other.name);
        }
        for (const std::string& alias : actor.aliases) {
            names.join(actor.name, alias);
        }
    }
    return names;
}

void check_differences(Context& context, const SameNames& names) {
    for (const Actor& actor : context.rules.actors) {
        for (const NamedActor& other : actor.different_from) {
            if (names.find(actor.name) == names.find(other.name)) {
                context.diagnostics.add(mistake(
                    "SG1034",
                    fmt::format("'{}' and '{}' are both the same and different", actor.name, other.name),
                    other.location, "take one of 'same_as', 'aliases' and 'different_from' back",
                    {{.message = fmt::format("actor {} is here", actor.name), .location = actor.location}}));
            }
        }
    }
}

void check_wikidata(Context& context, const SameNames& names) {
    std::map<std::string, const Actor*> first;
    for (const Actor& actor : context.rules.actors) {
        if (actor.wikidata.empty()) {
            continue;
        }
        const auto [known, is_new] = first.try_emplace(names.find(actor.name), &actor);
        if (!is_new && known->second->wikidata != actor.wikidata) {
            context.diagnostics.add(
                mistake("SG1035",
                        fmt::format("'{}' and '{}' are one actor with two wikidata ids, {} and {}",
                                    known->second->name, actor.name, known->second->wikidata, actor.wikidata),
                        actor.location, "correct one of the ids, or take 'same_as' back",
                        {{.message = "the other id is here", .location = known->second->location}}));
        }
    }
}

}  // namespace

void check_identities(Context& context) {
    const SameNames names = joined_names(context);
    check_differences(context, names);
    check_wikidata(context, names);
}

}  // namespace stancegraph
