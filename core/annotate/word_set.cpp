#include "annotate/word_set.hpp"

#include <algorithm>

#include "annotate/characters.hpp"

namespace stancegraph::annotate {
namespace {

constexpr std::size_t kLongest = 63;

constexpr char lower_of(char byte) {
    return is_ascii_upper(byte) ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

std::uint32_t hash_of(std::string_view word) {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char byte : word) {
        hash = (hash ^ static_cast<unsigned char>(lower_of(byte))) * 16777619U;
    }
    return hash ^ hash >> 15;
}

bool equals_lowered(std::string_view lower, std::string_view word) {
    return std::equal(lower.begin(), lower.end(), word.begin(), word.end(),
                      [](char left, char right) { return left == lower_of(right); });
}

}  // namespace

WordSet::WordSet(const std::vector<std::string>& words) {
    std::size_t size = 16;
    while (size < words.size() * 4) {
        size *= 2;
    }
    entries_.resize(size);
    for (std::uint32_t index = 0; index < words.size(); ++index) {
        const std::string& word = words[index];
        if (word.empty() || word.size() > kLongest || contains(word)) {
            continue;
        }
        std::size_t place = hash_of(word) & (size - 1);
        while (entries_[place].index != kAbsent) {
            place = (place + 1) & (size - 1);
        }
        Entry& entry = entries_[place];
        std::transform(word.begin(), word.end(), std::back_inserter(entry.lower), lower_of);
        entry.index = index;
        entry.is_capitalised = is_ascii_upper(word.front());
        lengths_ |= std::uint64_t{1} << word.size();
    }
}

std::uint32_t WordSet::find(std::string_view word) const {
    if (word.size() > kLongest || (lengths_ >> word.size() & 1U) == 0) {
        return kAbsent;
    }
    std::size_t place = hash_of(word) & (entries_.size() - 1);
    for (; entries_[place].index != kAbsent; place = (place + 1) & (entries_.size() - 1)) {
        const Entry& entry = entries_[place];
        if (equals_lowered(entry.lower, word) && (!entry.is_capitalised || is_ascii_upper(word.front()))) {
            return entry.index;
        }
    }
    return kAbsent;
}

}  // namespace stancegraph::annotate
