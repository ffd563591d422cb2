#include "query/name_search.hpp"

#include <algorithm>
#include <map>

#include "base/diagnostics.hpp"
#include "graph/identifier.hpp"

namespace stancegraph {
namespace {

bool is_word_byte(char byte) {
    const bool is_letter_or_digit = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    return is_letter_or_digit || static_cast<unsigned char>(byte) >= 0x80;
}

/// True if no word of `text` goes on across the borders of the part from `begin` to `end`.
bool is_at_word_borders(std::string_view text, std::size_t begin, std::size_t end) {
    const bool starts_inside = begin > 0 && is_word_byte(text[begin - 1]) && is_word_byte(text[begin]);
    const bool ends_inside = end < text.size() && is_word_byte(text[end - 1]) && is_word_byte(text[end]);
    return !starts_inside && !ends_inside;
}

NameFit fit_of_folded(std::string_view typed, std::string_view name) {
    if (typed.empty()) {
        return NameFit::none;
    }
    if (typed == name) {
        return NameFit::whole;
    }
    NameFit best = NameFit::none;
    for (std::size_t at = name.find(typed); at != std::string_view::npos; at = name.find(typed, at + 1)) {
        if (is_at_word_borders(name, at, at + typed.size())) {
            return NameFit::words;
        }
        best = NameFit::part;
    }
    return best;
}

std::vector<std::string> words_of(std::string_view folded) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        words.emplace_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

}  // namespace

NameFit fit_of(std::string_view typed, std::string_view name) {
    return fit_of_folded(folded_name(typed), folded_name(name));
}

std::vector<Named> named_vertices(const StanceGraph& graph, VertexKind kind) {
    std::vector<Named> all;
    for (VertexIndex index = 0; index < graph.vertex_count(); ++index) {
        const Vertex& vertex = graph.vertex(index);
        if (vertex.kind == kind) {
            Named named{.index = index, .names = {vertex.name}};
            named.names.insert(named.names.end(), vertex.aliases.begin(), vertex.aliases.end());
            all.push_back(std::move(named));
        }
    }
    return all;
}

std::vector<Named> named_texts(const std::set<std::string>& texts) {
    std::vector<Named> all;
    for (const std::string& text : texts) {
        all.push_back({.index = static_cast<std::uint32_t>(all.size()), .names = {text}});
    }
    return all;
}

std::vector<std::uint32_t> find_named(std::span<const Named> all, std::string_view typed, NameFit worst) {
    const std::string folded = folded_name(typed);
    std::vector<std::uint32_t> found;
    for (const Named& named : all) {
        const bool fits = std::ranges::any_of(named.names, [&](const std::string& name) {
            const NameFit fit = fit_of_folded(folded, folded_name(name));
            return fit != NameFit::none && fit <= worst;
        });
        if (fits) {
            found.push_back(named.index);
        }
    }
    return found;
}

std::string nearest_named(std::span<const Named> all, std::string_view typed) {
    constexpr std::size_t kShortestWord = 3;
    std::map<std::string, std::string> shown_for;
    std::vector<std::string> candidates;
    const auto add = [&](const std::string& candidate, const std::string& shown) {
        if (candidate.size() >= kShortestWord && shown_for.try_emplace(candidate, shown).second) {
            candidates.push_back(candidate);
        }
    };
    for (const Named& named : all) {
        for (const std::string& name : named.names) {
            add(folded_name(name), named.names.front());
        }
    }
    for (const Named& named : all) {
        for (const std::string& word : words_of(folded_name(named.names.front()))) {
            add(word, named.names.front());
        }
    }
    const std::string found = nearest(folded_name(typed), candidates);
    return found.empty() ? found : shown_for.at(found);
}

}  // namespace stancegraph
