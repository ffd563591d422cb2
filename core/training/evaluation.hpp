#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "annotate/model.hpp"
#include "annotate/segmenter.hpp"
#include "training/treebank.hpp"

namespace stancegraph {

/// How much of the gold standard is found. Source: Zeman et al. 2018, "CoNLL 2018 Shared Task" (evaluation by
/// spans).
struct Agreement {
    std::uint32_t correct = 0;
    std::uint32_t gold = 0;
    std::uint32_t found = 0;

    /// In percent; 0 where there is nothing.
    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
};

/// Punctuation counts; relations are compared without their subtypes. With gold tokens every F1 is an
/// accuracy.
struct Evaluation {
    Agreement words;
    Agreement sentences;
    Agreement upos;
    Agreement xpos;
    Agreement lemmas;
    Agreement heads;                      ///< UAS.
    Agreement labelled_heads;             ///< LAS.
    Agreement names;                      ///< Exact spans of the right kind.
    std::array<Agreement, 3> name_kinds;  ///< Person, organisation, place.
};

/// Tags, parses and names sentences as the treebank cuts them.
[[nodiscard]] Evaluation evaluate(const Model& model, std::span<const TreebankSentence> gold,
                                  std::span<const std::string> titles);

/// The same from raw text: the treebank's sentences written out, with a paragraph break where it has one, and
/// cut by the segmenter. Names are not compared.
[[nodiscard]] Evaluation evaluate_raw(const Model& model, const Segmenter& segmenter,
                                      std::span<const TreebankSentence> gold);

}  // namespace stancegraph
