#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "annotate/kernels.hpp"
#include "annotate/model.hpp"
#include "base/vocabulary.hpp"

namespace stancegraph {

/// A sentence to encode: its words, and whether the first one opens it (not so for the later pieces of a very
/// long sentence).
struct EncoderInput {
    std::span<const Symbol> forms;
    bool opens_sentence = true;
};

/// Words to vectors that know their sentence: summed sub-word features, then layers of a residual convolution
/// over three words and a residual recurrence that runs over the sentence from both ends, whose gates see the
/// word alone. All that the first convolution does depends on single word types, so it is computed once for
/// each and kept. Sources: Collobert et al. 2011, "Natural Language Processing (Almost) from Scratch"; Lei et
/// al. 2018, "Simple Recurrent Units for Highly Parallelizable Recurrence"; see features.hpp.
class Encoder {
public:
    Encoder(const Model& model, const Kernels& kernels, const Vocabulary& vocabulary)
        : model_(model), kernels_(kernels), vocabulary_(vocabulary) {}

    /// Encodes sentences side by side. The views stay valid until the next call.
    void encode(std::span<const EncoderInput> sentences);

    /// All words of the last call, with one empty row before, between and after the sentences.
    [[nodiscard]] InputRows rows() const { return {output_, model_.width(), row_count_}; }

    /// The row of a sentence's first word.
    [[nodiscard]] std::size_t first_row(std::size_t sentence) const { return first_rows_[sentence]; }

private:
    /// The kept vectors of a word type: itself, and its products as left neighbour, centre and right
    /// neighbour.
    static constexpr std::size_t kParts = 4;

    [[nodiscard]] const std::int16_t* type_vectors(Symbol form, bool is_first);
    void compute(Symbol form, bool is_first, std::int16_t* vectors) const;
    void run_first_layer(std::span<const EncoderInput> sentences);
    void run_recurrence(const AffineLayer& layer, std::span<const EncoderInput> sentences,
                        std::vector<std::int16_t>& rows);
    void clear_gaps(std::vector<std::int16_t>& layer) const;
    void forget_stale_types();

    const Model& model_;
    const Kernels& kernels_;
    const Vocabulary& vocabulary_;
    std::uint32_t generation_ = 0xFFFFFFFF;
    std::vector<std::uint32_t>
        entry_of_;  ///< For 2 * form + is_first the entry's number + 1; 0 = not computed.
    std::vector<std::unique_ptr<std::int16_t[]>> blocks_;
    std::uint32_t entries_ = 0;
    std::vector<std::int16_t> zeros_;
    std::vector<std::size_t> first_rows_;
    std::vector<const std::int16_t*> types_;
    std::vector<std::int16_t> layers_[2];  ///< In turn input and output; one spare row before and after.
    std::vector<std::int16_t> gates_;      ///< Candidates and gates of each row.
    std::vector<std::int16_t> state_;
    const std::int16_t* output_ = nullptr;
    std::size_t row_count_ = 0;
};

}  // namespace stancegraph
