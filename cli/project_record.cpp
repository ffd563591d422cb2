#include "cli/project_record.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "base/json.hpp"
#include "cli/project.hpp"
#include "store/store.hpp"
#include "workbench/id_search.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::size_t kMostShown = 5;

/// The place of the one id that was meant; nothing, with a report, for none or several. `what` is "claim".
std::optional<std::size_t> only_place(const std::string& project, const std::string& typed,
                                      std::string_view what, std::span<const std::string> ids,
                                      Streams& streams) {
    const FoundIds found = find_ids(typed, ids);
    if (found.places.size() == 1) {
        return found.places.front();
    }
    if (found.places.empty()) {
        report(streams,
               plain_error("SG0015", fmt::format("there is no {} '{}' in '{}'", what, typed, project),
                           found.nearest.empty()
                               ? "the ids are in its claims.jsonl and attributions.jsonl; another project: -p"
                               : fmt::format("did you mean '{}'?", found.nearest)));
        return std::nullopt;
    }
    std::string examples;
    for (const std::size_t place : std::span(found.places).first(std::min(kMostShown, found.places.size()))) {
        examples += (examples.empty() ? "" : ", ") + ids[place];
    }
    report(
        streams,
        plain_error(
            "SG0016", fmt::format("'{}' is the beginning of {} {}s", typed, found.places.size(), what),
            fmt::format("write more of it: {}{}", examples, found.places.size() > kMostShown ? ", …" : "")));
    return std::nullopt;
}

}  // namespace

std::optional<Claim> find_claim(const std::string& project, const std::string& typed, Streams& streams) {
    auto known = read_project(project, streams);
    if (!known.has_value()) {
        return std::nullopt;
    }
    std::vector<Claim> claims = std::move(*known).sorted();
    std::vector<std::string> ids;
    std::ranges::transform(claims, std::back_inserter(ids), &Claim::id);
    const auto place = only_place(project, typed, "claim", ids, streams);
    return place.has_value() ? std::optional(std::move(claims[*place])) : std::nullopt;
}

std::optional<FoundAttribution> find_attribution(const std::string& project, const std::string& typed,
                                                 Streams& streams) {
    const auto file = read_project_attributions(project, streams);
    if (file == nullptr) {
        return std::nullopt;
    }
    std::vector<FoundAttribution> all;
    std::vector<std::string> ids;
    for (std::uint32_t line = 1; line <= file->line_count(); ++line) {
        const ByteSpan bytes = file->line_span(line);
        const json::Parsed parsed = json::parse(file->text().substr(bytes.begin, bytes.size()));
        auto attribution = parsed.value ? attribution_from_json(*parsed.value) : std::nullopt;
        if (attribution.has_value()) {
            ids.push_back(attribution->id);
            all.push_back({*std::move(attribution), parsed.value->text_of("doc")});
        }
    }
    const auto place = only_place(project, typed, "attribution", ids, streams);
    return place.has_value() ? std::optional(std::move(all[*place])) : std::nullopt;
}

std::optional<Document> find_document(const std::string& project, const std::string& name) {
    auto store = open_store(project);
    if (!store.has_value()) {
        return std::nullopt;  // a folder that `merge` made has the claims alone
    }
    const auto id = store->find_document(name);
    auto article = id.has_value() ? store->article(*id) : std::nullopt;
    return article.has_value() ? std::optional(std::move(article->document)) : std::nullopt;
}

}  // namespace stancegraph::cli
