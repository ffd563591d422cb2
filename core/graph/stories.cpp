#include "graph/stories.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <string_view>
#include <tuple>

#include "base/hash.hpp"
#include "graph/date.hpp"
#include "graph/disjoint_sets.hpp"
#include "graph/identifier.hpp"
#include "graph/sentence_alignment.hpp"
#include "graph/shared_features.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kShingleReach = 6;      ///< The three words of a shingle stand so near.
constexpr std::uint64_t kSampling = 8;        ///< One shingle of so many is looked at.
constexpr std::uint32_t kFewestShingles = 3;  ///< That a pair must share to be compared,
constexpr double kShingleShare = 0.015;       ///< and this share of the sample of the smaller one.
constexpr std::size_t kFewestWords = 8;       ///< Two texts of fewer may be the same by chance.

constexpr std::uint32_t kReprintSentences = 3;
constexpr double kReprintShare = 0.6;
constexpr std::uint32_t kRewriteSentences = 8;
constexpr double kRewriteShare = 0.3;
constexpr double kRewriteOrder = 0.8;  ///< Of the sentences that both have.
constexpr std::int32_t kRewriteDays = 30;

/// **Source:** the finalizer of MurmurHash3 (A. Appleby).
std::uint64_t mixed(std::uint64_t bits) {
    bits = (bits ^ (bits >> 33U)) * 0xff51afd7ed558ccdU;
    bits = (bits ^ (bits >> 33U)) * 0xc4ceb9fe1a85ec53U;
    return bits ^ (bits >> 33U);
}

/// Of three words, in whatever order.
std::uint64_t shingle_of(std::array<std::uint32_t, 3> words) {
    std::ranges::sort(words);
    return mixed(mixed(mixed(words[0]) ^ words[1]) ^ words[2]);
}

void add_sentence(std::span<const std::uint32_t> words, std::uint32_t article,
                  std::vector<Feature>& features) {
    for (std::size_t first = 0; first < words.size(); ++first) {
        const std::size_t end = std::min(words.size(), first + kShingleReach);
        for (std::size_t second = first + 1; second < end; ++second) {
            for (std::size_t third = second + 1; third < end; ++third) {
                const std::uint64_t hash = shingle_of({words[first], words[second], words[third]});
                if (hash % kSampling == 0) {
                    features.push_back({.hash = static_cast<std::uint32_t>(hash >> 32U), .article = article});
                }
            }
        }
    }
}

void add_shingles(const Outline& outline, std::uint32_t article, std::vector<Feature>& features) {
    const std::span<const std::uint32_t> words(outline.words);
    for (std::size_t begin = 0; begin < words.size();) {
        const auto end = static_cast<std::size_t>(
            std::ranges::find(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end(), 0U) -
            words.begin());
        add_sentence(words.subspan(begin, end - begin), article, features);
        begin = end + 1;
    }
}

bool may_be_rewrite(const Outline& a, const Outline& b) {
    const auto first = parse_date(a.date);
    const auto second = parse_date(b.date);
    return !first || !second || std::abs(day_number(*first) - day_number(*second)) <= kRewriteDays;
}

double share_of(std::uint32_t part, std::uint32_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool tells_same_story(const Outline& a, const Outline& b) {
    const SentenceAlignment alignment = align_sentences(a.words, b.words);
    const double share = share_of(alignment.in_order, alignment.sentences);
    const bool is_reprint = alignment.in_order >= kReprintSentences && share >= kReprintShare;
    const bool is_rewrite = alignment.in_order >= kRewriteSentences && share >= kRewriteShare &&
                            share_of(alignment.in_order, alignment.matched) >= kRewriteOrder;
    return is_reprint || (is_rewrite && may_be_rewrite(a, b));
}

/// The articles by their words, which no name or order of reading changes.
std::vector<std::uint32_t> by_content(std::span<const Outline> articles) {
    std::vector<std::uint32_t> order(articles.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(articles[a].words, articles[a].date, a) <
               std::tie(articles[b].words, articles[b].date, b);
    });
    return order;
}

std::vector<std::uint32_t> representatives(DisjointSets& stories, std::size_t count) {
    std::vector<std::uint32_t> first(count);
    for (std::uint32_t index = 0; index < count; ++index) {
        first[index] = stories.find(index);
    }
    return first;
}

std::uint64_t key_of(std::uint32_t a, std::uint32_t b) {
    constexpr unsigned kHalf = 32;
    return (std::uint64_t{std::min(a, b)} << kHalf) | std::max(a, b);
}

bool are_one_story(std::span<const Outline> articles, std::uint32_t a, std::uint32_t b, Comparisons& known) {
    if (const std::optional<bool> before = known.find(a, b)) {
        return *before;
    }
    const bool is_one_story = tells_same_story(articles[a], articles[b]);
    known.add({.a = std::min(a, b), .b = std::max(a, b), .is_one_story = is_one_story});
    return is_one_story;
}

bool is_candidate(const SharedFeatures& pair, const std::vector<std::uint32_t>& sample_sizes) {
    const auto smaller = static_cast<double>(std::min(sample_sizes[pair.a], sample_sizes[pair.b]));
    return pair.count >= kFewestShingles && static_cast<double>(pair.count) >= kShingleShare * smaller;
}

/// A sentence as others would print it; 0 where it is too short to tell.
std::uint32_t sentence_key(std::string_view quote) {
    const std::string folded = folded_name(quote);
    const auto blanks = static_cast<std::size_t>(std::ranges::count(folded, ' '));
    return blanks + 1 < kFewestWords ? 0 : static_cast<std::uint32_t>(hash_of(folded));
}

}  // namespace

void Comparisons::add(const Comparison& comparison) {
    all_.push_back(comparison);
    is_one_story_.emplace(key_of(comparison.a, comparison.b), comparison.is_one_story);
}

std::optional<bool> Comparisons::find(std::uint32_t a, std::uint32_t b) const {
    const auto found = is_one_story_.find(key_of(a, b));
    return found == is_one_story_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::uint32_t> find_stories(std::span<const Outline> articles, Comparisons& known) {
    const std::vector<std::uint32_t> order = by_content(articles);
    std::vector<Feature> features;
    std::vector<std::uint32_t> sample_sizes;
    DisjointSets stories(articles.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        const Outline& article = articles[order[place]];
        const std::size_t before = features.size();
        const bool is_same_as_last = place > 0 && article.words == articles[order[place - 1]].words;
        if (is_same_as_last && article.words.size() > kFewestWords) {
            stories.join(order[place - 1], order[place]);
        } else {
            add_shingles(article, place, features);
        }
        sample_sizes.push_back(static_cast<std::uint32_t>(features.size() - before));
    }
    for (const SharedFeatures& pair : shared_features(std::move(features))) {
        const std::uint32_t a = order[pair.a];
        const std::uint32_t b = order[pair.b];
        if (is_candidate(pair, sample_sizes) && stories.find(a) != stories.find(b) &&
            are_one_story(articles, a, b, known)) {
            stories.join(a, b);
        }
    }
    return representatives(stories, articles.size());
}

std::vector<DocumentPair> same_sentences(std::span<const Claim> claims) {
    std::vector<Feature> features;
    std::vector<std::uint32_t> sizes;
    const std::string* last = nullptr;
    for (const Claim& claim : claims) {
        if (last == nullptr || *last != claim.doc) {
            sizes.push_back(0);
            last = &claim.doc;
        }
        if (const std::uint32_t key = sentence_key(claim.quote); key != 0) {
            features.push_back({.hash = key, .article = static_cast<std::uint32_t>(sizes.size() - 1)});
        }
    }
    std::ranges::sort(features);
    features.erase(std::unique(features.begin(), features.end()), features.end());
    for (const Feature& feature : features) {
        ++sizes[feature.article];
    }
    std::vector<DocumentPair> same;
    for (const SharedFeatures& pair : shared_features(std::move(features))) {
        if (pair.count >= 2 && 2 * pair.count >= std::min(sizes[pair.a], sizes[pair.b])) {
            same.push_back({.a = pair.a, .b = pair.b});
        }
    }
    return same;
}

}  // namespace stancegraph
