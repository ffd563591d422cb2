#include "ruleset/entry_parser.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

}  // namespace

ParsedEntry parse_entry(std::string_view text, const std::vector<std::string>& particles) {
    std::vector<std::string> words = split(utf8::to_lower(text), " \t\n");
    std::erase(words, "");
    LexiconEntry entry;
    entry.text = text;
    for (std::size_t index = 0; index < words.size(); ++index) {
        const std::string& word = words[index];
        if (word == "_") {
            if (index == 0 || entry.has_person) {
                return {.entry = std::nullopt,
                        .mistake = "'_' stands once, behind the first word: accuse _ of"};
            }
            entry.has_person = true;
        } else if (index == 0) {
            entry.head = word;
        } else if (index + 1 == words.size() && std::ranges::find(particles, word) == particles.end()) {
            entry.prepositions = split(word, "/");
        } else {
            entry.particles.push_back(word);
        }
    }
    if (entry.head.empty()) {
        return {.entry = std::nullopt, .mistake = "this entry has no word"};
    }
    if (std::ranges::find(entry.prepositions, "") != entry.prepositions.end()) {
        return {.entry = std::nullopt, .mistake = "a preposition is missing beside '/'"};
    }
    return {.entry = std::move(entry), .mistake = {}};
}

}  // namespace stancegraph
