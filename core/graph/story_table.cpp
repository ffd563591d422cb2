#include "graph/story_table.hpp"

#include <algorithm>

#include "graph/disjoint_sets.hpp"
#include "graph/stories.hpp"

namespace stancegraph {
namespace {

/// All documents that are named anywhere, ascending.
std::vector<std::string> document_names(std::span<const Claim> claims, const StoryLinks& links) {
    std::set<std::string> names;
    for (const Claim& claim : claims) {
        names.insert(names.end(), claim.doc);
    }
    for (const auto& [document, stories] : links) {
        names.insert(document);
        names.insert(stories.begin(), stories.end());
    }
    return {names.begin(), names.end()};
}

std::uint32_t index_of(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(names, name) - names.begin());
}

/// For each document of the claims its place among all names.
std::vector<std::uint32_t> documents_of(std::span<const Claim> claims,
                                        const std::vector<std::string>& names) {
    std::vector<std::uint32_t> documents;
    const std::string* last = nullptr;
    for (const Claim& claim : claims) {
        if (last == nullptr || *last != claim.doc) {
            documents.push_back(index_of(names, claim.doc));
            last = &claim.doc;
        }
    }
    return documents;
}

}  // namespace

StoryTable stories_of(std::span<const Claim> claims, const StoryLinks& links) {
    const std::vector<std::string> names = document_names(claims, links);
    const std::vector<std::uint32_t> documents = documents_of(claims, names);
    DisjointSets stories(names.size());
    for (const auto& [document, firsts] : links) {
        for (const std::string& first : firsts) {
            stories.join(index_of(names, document), index_of(names, first));
        }
    }
    std::vector<bool> is_compared;
    for (const std::uint32_t document : documents) {
        is_compared.push_back(links.contains(names[document]));
    }
    for (const auto& [a, b] : same_sentences(claims)) {
        if (!is_compared[a] || !is_compared[b]) {
            stories.join(documents[a], documents[b]);
        }
    }
    StoryTable table;
    std::map<std::uint32_t, StoryIndex> numbers;
    for (const std::uint32_t document : documents) {
        numbers[stories.find(document)] = 0;
    }
    for (auto& [first, number] : numbers) {
        number = static_cast<StoryIndex>(table.names.size());
        table.names.push_back(names[first]);
    }
    table.of_claim.reserve(claims.size());
    std::size_t place = 0;
    for (std::size_t index = 0; index < claims.size(); ++index) {
        place += index > 0 && claims[index].doc != claims[index - 1].doc ? 1U : 0U;
        table.of_claim.push_back(numbers.at(stories.find(documents[place])));
    }
    return table;
}

}  // namespace stancegraph
