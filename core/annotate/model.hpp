#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/features.hpp"
#include "annotate/lexicon.hpp"
#include "text/tagset.hpp"

namespace stancegraph {

/// A layer of the network: output = (bias + sum of weight * input) / 2^shift, in whole numbers.
struct AffineLayer {
    static constexpr std::size_t kBlock = 32;  ///< Outputs whose weights lie together.

    const std::int16_t* weights = nullptr;  ///< [outputs / 32][inputs / 2][32][2].
    const std::int32_t* bias = nullptr;     ///< Null for none.
    std::uint32_t inputs = 0;               ///< Even.
    std::uint32_t outputs = 0;              ///< A multiple of 32.
    std::uint32_t shift = 0;
};

struct TagLabel {
    Xpos xpos = Xpos::none;
    Upos upos = Upos::none;
};

/// What is done to a word form to get its lemma.
struct LemmaEdit {
    std::uint8_t cut = 0;  ///< Bytes to take off the end.
    std::string_view added;
};

/// The trained model for English: views into an image, checked once. Cheap to move; shared by all threads.
class Model {
public:
    /// The model that the program carries. Checked at the first call, under 5 ms.
    [[nodiscard]] static const Model& built_in();
    /// A model of its own copy of `image`; nothing, and a sentence in `problem`, if the bytes are no sound
    /// image: wrong magic, version, size or checksum, sizes that do not fit together, weights that could
    /// overflow.
    [[nodiscard]] static std::optional<Model> load(std::string_view image, std::string& problem);

    /// Tells models apart: the checksum of the image.
    [[nodiscard]] std::uint64_t checksum() const { return checksum_; }

    [[nodiscard]] std::uint32_t width() const { return width_; }

    [[nodiscard]] std::uint32_t hidden() const { return hidden_; }

    /// The first convolution: what a word brings to the one after it, to itself (with the bias), to the one
    /// before.
    [[nodiscard]] const std::array<AffineLayer, 3>& first_layer() const { return first_layer_; }

    /// The further convolutions, over a word's window of three.
    [[nodiscard]] const std::vector<AffineLayer>& convolutions() const { return convolutions_; }

    /// After each convolution (the first one too): the candidates of both directions, half the width each,
    /// then their gates.
    [[nodiscard]] const std::vector<AffineLayer>& recurrences() const { return recurrences_; }

    [[nodiscard]] const AffineLayer& tag_layer() const { return tag_layer_; }

    [[nodiscard]] const AffineLayer& name_layer() const { return name_layer_; }

    [[nodiscard]] const AffineLayer& projection() const { return projection_; }

    [[nodiscard]] const AffineLayer& move_layer() const { return move_layer_; }

    /// The row of parser_fact that has this number; `hidden()` numbers.
    [[nodiscard]] const std::int16_t* fact(std::size_t row) const { return facts_.data() + row * hidden_; }

    [[nodiscard]] std::span<const TagLabel> tag_labels() const { return tag_labels_; }

    [[nodiscard]] const FormLexicon& lexicon() const { return lexicon_; }

    /// The sum of the rows of a word's features, the input of the first layer. `vector` has width() numbers.
    void embed(const FeatureKeys& keys, std::int16_t* vector) const;
    /// The edit for an irregular form, found by its hash (see lemmatizer.cpp), or nothing.
    [[nodiscard]] const LemmaEdit* irregular_lemma(std::uint32_t hash) const;

private:
    class Reader;

    [[nodiscard]] static std::optional<Model> view(std::string_view image, std::string& problem);

    std::vector<char> storage_;  ///< Empty for the built-in image.
    std::uint64_t checksum_ = 0;
    std::uint32_t width_ = 0;
    std::uint32_t hidden_ = 0;
    std::span<const std::uint32_t> row_keys_;
    std::span<const std::uint16_t> row_factors_;
    std::span<const std::int8_t> rows_;
    std::array<AffineLayer, 3> first_layer_;
    std::vector<AffineLayer> convolutions_;
    std::vector<AffineLayer> recurrences_;
    AffineLayer tag_layer_;
    AffineLayer name_layer_;
    AffineLayer projection_;
    AffineLayer move_layer_;
    std::span<const std::int16_t> facts_;
    std::vector<TagLabel> tag_labels_;
    FormLexicon lexicon_;
    std::span<const std::uint32_t> lemma_hashes_;
    std::span<const std::uint16_t> lemma_edits_;
    std::vector<LemmaEdit> edits_;
};

}  // namespace stancegraph
