#include "training/word_vectors.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "annotate/features.hpp"

namespace stancegraph {
namespace {

/// The part of `line` up to the next blank, which is cut off.
std::string_view take_field(std::string_view& line) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view field = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return field;
}

std::vector<float> numbers_of(std::string_view line) {
    std::vector<float> numbers;
    while (!line.empty()) {
        const std::string_view field = take_field(line);
        float number = 0.0F;
        const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
        if (error != std::errc() || end != field.data() + field.size()) {
            return {};
        }
        numbers.push_back(number);
    }
    return numbers;
}

struct RankedVector {
    std::uint32_t rank = 0;
    std::vector<float> numbers;
};

}  // namespace

std::uint32_t WordVectors::find(std::uint32_t key) const {
    const auto found = std::ranges::lower_bound(keys, key);
    return found == keys.end() || *found != key ? kNone : static_cast<std::uint32_t>(found - keys.begin());
}

WordVectors parse_word_vectors(std::string_view text) {
    constexpr std::size_t kFewest = 2;
    WordVectors vectors;
    std::map<std::uint32_t, RankedVector> of_key;
    for (std::uint32_t rank = 0; !text.empty(); ++rank) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::string_view word = take_field(line);
        std::vector<float> numbers = numbers_of(line);
        if (vectors.size == 0 && numbers.size() >= kFewest) {
            vectors.size = numbers.size();
        }
        if (!word.empty() && vectors.size != 0 && numbers.size() == vectors.size) {
            const auto which = static_cast<std::size_t>(FeatureTemplate::word);
            of_key.try_emplace(feature_keys(word, false, FormLexicon())[which],
                               RankedVector{rank, std::move(numbers)});
        }
    }
    for (const auto& [key, vector] : of_key) {
        vectors.keys.push_back(key);
        vectors.ranks.push_back(vector.rank);
        vectors.values.insert(vectors.values.end(), vector.numbers.begin(), vector.numbers.end());
    }
    return vectors;
}

}  // namespace stancegraph
