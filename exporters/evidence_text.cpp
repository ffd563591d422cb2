#include "exporters/evidence_text.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "graph/identifier.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostQuotes = 3;
constexpr std::size_t kLongestQuote = 120;
constexpr std::size_t kMostIds = 100;

std::string joined_by_bar(const std::set<std::string_view>& names) {
    std::string joined;
    for (const std::string_view name : names) {
        if (!name.empty()) {
            const std::size_t begin = joined.size() + (joined.empty() ? 0 : 1);
            joined.append(joined.empty() ? "" : "|").append(name);
            std::replace(joined.begin() + static_cast<std::ptrdiff_t>(begin), joined.end(), '|', '/');
        }
    }
    return joined;
}

}  // namespace

std::string shortened(std::string_view text, std::size_t limit) {
    if (text.size() <= limit && is_tidy_ascii(text)) {
        return std::string(text);
    }
    std::string line;
    std::size_t count = 0;
    std::size_t cut = 0;  // where the ellipsis would stand
    bool is_gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text.substr(at));
        at += decoded.size;
        if (utf8::is_space(decoded.code_point)) {
            is_gap = !line.empty();
            continue;
        }
        const std::size_t added = is_gap ? 2 : 1;
        if (count + added > limit) {
            line.resize(cut);
            return line + "…";
        }
        line.append(is_gap ? " " : "");
        utf8::append(line, decoded.code_point);
        is_gap = false;
        count += added;
        cut = count < limit ? line.size() : cut;
    }
    return line;
}

std::vector<ClaimIndex> best_claims(const StanceGraph& graph, std::span<const ClaimIndex> evidence,
                                    std::size_t count) {
    std::vector<ClaimIndex> ordered(evidence.begin(), evidence.end());
    std::ranges::stable_sort(ordered, std::greater(),
                             [&](ClaimIndex index) { return graph.claims()[index].certainty; });
    std::set<std::string_view> documents;
    std::vector<ClaimIndex> best;
    std::vector<ClaimIndex> repeats;
    for (const ClaimIndex index : ordered) {
        const bool is_new = documents.insert(graph.claims()[index].doc).second;
        (is_new ? best : repeats).push_back(index);
    }
    best.insert(best.end(), repeats.begin(), repeats.end());
    best.resize(std::min(best.size(), count));
    return best;
}

std::string evidence_text(const StanceGraph& graph, std::span<const ClaimIndex> evidence) {
    std::string text;
    for (const ClaimIndex index : best_claims(graph, evidence, kMostQuotes)) {
        const Claim& claim = graph.claims()[index];
        text.append(text.empty() ? "" : " · ");
        text += fmt::format("{} [{}:{}]",
                            shortened(claim.quote.empty() ? claim.cue_text : claim.quote, kLongestQuote),
                            shortened(claim.doc, kLongestQuote), claim.line);
    }
    return text;
}

std::string evidence_ids(const StanceGraph& graph, std::span<const ClaimIndex> evidence) {
    std::string ids;
    for (const ClaimIndex index : evidence.first(std::min(evidence.size(), kMostIds))) {
        ids.append(ids.empty() ? "" : "|").append(graph.claims()[index].id);
    }
    return ids;
}

std::string outlet_names(const StanceGraph& graph, std::span<const ClaimIndex> evidence) {
    std::set<std::string_view> names;
    for (const ClaimIndex index : evidence) {
        names.insert(graph.claims()[index].source.outlet);
    }
    return joined_by_bar(names);
}

std::string rule_names(const StanceGraph& graph, std::span<const ClaimIndex> evidence) {
    std::set<std::string_view> names;
    for (const ClaimIndex index : evidence) {
        names.insert(graph.claims()[index].rule);
    }
    return joined_by_bar(names);
}

}  // namespace stancegraph
