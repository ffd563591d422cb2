#include "query/look_up.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace stancegraph {
namespace {

std::string hint_for(const NamedField& field, std::span<const Named> all, std::string_view typed) {
    constexpr std::size_t kListed = 12;
    if (const std::string near = nearest_named(all, typed); !near.empty()) {
        return fmt::format("did you mean '{}'?", near);
    }
    if (all.empty()) {
        return fmt::format("the claims name no {} at all", field.what);
    }
    std::string listed;
    for (const Named& named : all.first(std::min(all.size(), kListed))) {
        listed.append(listed.empty() ? "" : ", ").append(named.names.front());
    }
    return all.size() <= kListed ? fmt::format("the {} are {}", field.plural, listed)
                                 : fmt::format("there are {} {}; a query without --{} lists them", all.size(),
                                               field.plural, field.what);
}

}  // namespace

Diagnostic mistake(std::string_view code, std::string message, std::string hint) {
    return {.code = std::string(code),
            .severity = Severity::error,
            .message = std::move(message),
            .location = {},
            .hint = std::move(hint),
            .notes = {}};
}

std::vector<std::uint32_t> look_up(const NamedField& field, std::span<const Named> all,
                                   const std::string& typed, NameFit good_enough, Diagnostics& diagnostics) {
    for (const NameFit worst : {NameFit::whole, NameFit::words, NameFit::part}) {
        if (worst < good_enough) {
            continue;
        }
        if (auto found = find_named(all, typed, worst); !found.empty()) {
            return found;
        }
    }
    diagnostics.add(mistake(field.code, fmt::format("no {} called '{}'", field.what, typed),
                            hint_for(field, all, typed)));
    return {};
}

std::set<std::string> look_up_text(const NamedField& field, const std::set<std::string>& texts,
                                   const std::string& typed, Diagnostics& diagnostics) {
    const std::vector<Named> all = named_texts(texts);
    std::set<std::string> found;
    for (const std::uint32_t index : look_up(field, all, typed, NameFit::whole, diagnostics)) {
        found.insert(all[index].names.front());
    }
    return found;
}

std::optional<VertexIndex> look_up_actor(const StanceGraph& graph, const std::string& typed,
                                         Diagnostics& diagnostics) {
    constexpr std::size_t kListed = 8;
    const auto found =
        look_up(kActorField, named_vertices(graph, VertexKind::actor), typed, NameFit::whole, diagnostics);
    if (found.empty()) {
        return std::nullopt;
    }
    std::set<std::string> names;
    VertexIndex best = found.front();
    for (const VertexIndex index : found) {
        names.insert(graph.vertex(index).name);
        const bool has_more = graph.vertex(index).tally.claims > graph.vertex(best).tally.claims;
        best = has_more ? index : best;
    }
    if (names.size() == 1) {
        return best;
    }
    std::vector<std::string> listed(names.begin(), names.end());
    const bool are_more = listed.size() > kListed;
    listed.resize(std::min(listed.size(), kListed));
    diagnostics.add(mistake(
        "SG3012", fmt::format("'{}' may be any of {} actors", typed, names.size()),
        fmt::format("name one of them in full: {}{}", fmt::join(listed, ", "), are_more ? ", ..." : "")));
    return std::nullopt;
}

std::optional<VertexKind> kind_called(const StanceGraph& graph, const std::string& typed,
                                      Diagnostics& diagnostics) {
    const auto subjects = named_vertices(graph, VertexKind::subject);
    const auto actors = named_vertices(graph, VertexKind::actor);
    for (const NameFit fit : {NameFit::whole, NameFit::words, NameFit::part}) {
        if (!find_named(subjects, typed, fit).empty()) {
            return VertexKind::subject;
        }
        if (!find_named(actors, typed, fit).empty()) {
            return VertexKind::actor;
        }
    }
    static_cast<void>(look_up(kSubjectField, subjects, typed, NameFit::part, diagnostics));
    return std::nullopt;
}

}  // namespace stancegraph
