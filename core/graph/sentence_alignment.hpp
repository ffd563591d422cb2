#pragma once

#include <cstdint>
#include <span>

namespace stancegraph {

/// How the sentences of two articles fit each other. Sentences of fewer than four content words are left out.
struct SentenceAlignment {
    std::uint32_t sentences = 0;  ///< Of the article that has fewer.
    std::uint32_t matched = 0;    ///< Of these, those that the other one says too.
    std::uint32_t in_order = 0;   ///< Of these, the most that stand in the order of the other one.
};

/// Words as Outline::words. A sentence is said too where another one shares three of its content words or
/// more and 35 % of the weight of the lighter of both; a word weighs log(sentences / those that have it).
[[nodiscard]] SentenceAlignment align_sentences(std::span<const std::uint32_t> a,
                                                std::span<const std::uint32_t> b);

}  // namespace stancegraph
