#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "resolve/claim.hpp"

/// Reprints and rewrites of one article tell one story, however many outlets print it.
namespace stancegraph {

/// An article as the search for stories sees it.
struct Outline {
    std::string date;  ///< ISO 8601; empty where none is known.
    /// Sentence after sentence the hashes of its content words, none of them 0; a 0 ends each sentence.
    std::vector<std::uint32_t> words;
};

/// Two articles, by their place in a list, that were compared sentence by sentence; a < b.
struct Comparison {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    bool is_one_story = false;
};

/// What is known of pairs of articles, so that adding an article to many compares only the new one.
class Comparisons {
public:
    /// Precondition: the pair is not known yet.
    void add(const Comparison& comparison);
    [[nodiscard]] std::optional<bool> find(std::uint32_t a, std::uint32_t b) const;

    /// In the order in which they were added.
    [[nodiscard]] const std::vector<Comparison>& all() const { return all_; }

private:
    std::vector<Comparison> all_;
    std::unordered_map<std::uint64_t, bool> is_one_story_;
};

/// For each article the index of the first of its story. Two articles tell one story if the shorter one
/// repeats sentences of the longer one in their order: 3 or more and 60 % of its own (a reprint, cut or not),
/// or 8 or more and 30 %, of those that both have at least four in five in order, within 30 days (a rewrite).
/// Articles with the same words are one story, and what is linked to the same article is. What comes back
/// depends on the articles alone, not on their order. Pairs that are `known` are not compared again; those
/// that are compared are added to them.
///
/// **Source:** candidates are those that share sampled shingles, as in A. Broder, "On the resemblance and
/// containment of documents" (1997), but of three content words in any order, so that a rewrite keeps some.
/// Sentences are then aligned by the words that both share, weighted by their rarity, and what stands in
/// order counted as the longest increasing subsequence, because two reports of one event share facts, but
/// only a rewrite has their order. O(n log n) in the number of words: a shingle that many articles share is
/// compared among neighbours only.
[[nodiscard]] std::vector<std::uint32_t> find_stories(std::span<const Outline> articles, Comparisons& known);

/// Two documents of a list of claims, counted from 0 in the order in which they first come up; a < b.
struct DocumentPair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

/// The pairs of documents that have the same sentences in their claims: at least two, and at least half of
/// what the shorter one has. Sentences of fewer than eight words say nothing. Weaker than `find_stories`, for
/// claims whose articles are not at hand. Of many documents with one sentence only neighbours are compared.
/// Precondition: the claims stand in the order of `claim_order`.
[[nodiscard]] std::vector<DocumentPair> same_sentences(std::span<const Claim> claims);

}  // namespace stancegraph
