#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

/// The model image: one little-endian file of a header, a table of sections and the sections, each aligned to
/// 64 bytes. `train` writes it (core/training/image_writer), Model reads it.
///
/// All arithmetic on it is in whole numbers. A word's vector and every layer's output are int16 in steps of
/// 2^-kStreamBits; weights are int16, sums int32. The reader checks that no sum can overflow.
namespace stancegraph::model_format {

inline constexpr std::array<char, 8> kMagic{'S', 'G', 'M', 'O', 'D', 'E', 'L', '\n'};
inline constexpr std::uint32_t kVersion = 3;
inline constexpr std::size_t kAlignment = 64;

/// Binary digits after the point of a layer's output.
inline constexpr int kStreamBits = 9;
/// The sum of a word's feature rows is divided by 2^kRowShift.
inline constexpr int kRowShift = 10;
/// Outputs are padded to whole vectors of the widest machine.
inline constexpr std::size_t kOutputPadding = 32;

[[nodiscard]] constexpr std::size_t padded(std::size_t outputs) {
    return (outputs + kOutputPadding - 1) / kOutputPadding * kOutputPadding;
}

enum class Section : std::uint32_t {
    sizes,            ///< Sizes.
    row_keys,         ///< uint32, sorted: feature hashes; row i + kFeatureTemplates belongs to key i.
    row_factors,      ///< uint16, one for each row.
    rows,             ///< int8, rows x width; a feature adds row * factor.
    layers,           ///< int16, affine layout. For each layer its convolution (the first one as three of
                      ///< width inputs, others of 3 * width) and its recurrence (width inputs, 2 * width
                      ///< outputs).
    biases,           ///< int32: layers as above, tags, names, moves, each padded.
    tags,             ///< int16, affine layout of width inputs.
    names,            ///< int16, affine layout of width inputs.
    projection,       ///< int16, affine layout of width inputs, kSlots * hidden outputs.
    facts,            ///< int16, parser_fact::kRows x hidden.
    moves,            ///< int16, affine layout of hidden inputs.
    tag_labels,       ///< Text: `NN|NOUN`, one a line.
    relation_labels,  ///< Text: `nsubj`, one a line, in the order of the moves.
    lexicon_hashes,   ///< uint32, sorted.
    lexicon_flags,    ///< uint16.
    lemma_hashes,     ///< uint32, sorted: irregular forms.
    lemma_edits,      ///< uint16: for each an entry of edit_texts.
    edit_texts,       ///< Text: number of bytes to cut, then the bytes to add; one a line.
    count
};
inline constexpr std::size_t kSections = static_cast<std::size_t>(Section::count);

struct SectionEntry {
    std::uint64_t offset = 0;  ///< From the begin of the image.
    std::uint64_t size = 0;    ///< In bytes.
};

struct Header {
    std::array<char, 8> magic = kMagic;
    std::uint32_t version = kVersion;
    std::uint32_t sections = kSections;
    std::uint64_t image_size = 0;
    std::uint64_t checksum = 0;  ///< XXH3 of all bytes after the header.
    std::array<SectionEntry, kSections> table{};
};

struct Sizes {
    std::uint32_t width = 0;
    std::uint32_t layers = 0;
    std::uint32_t hidden = 0;
    std::uint32_t tags = 0;
    std::uint32_t name_tags = 0;
    std::uint32_t moves = 0;
    std::uint32_t projection_shift = 0;
    std::array<std::uint32_t, 3> first_shifts{};        ///< Of the first convolution's three parts.
    std::array<std::uint32_t, 8> convolution_shifts{};  ///< Of the others.
    std::array<std::uint32_t, 8> recurrence_shifts{};   ///< Of as many layers as there may be.
};

// Affine layout: [outputs / 32][inputs / 2][32][2]. The weights of two consecutive inputs lie side by side
// for each output, which is what the vector instructions multiply and add in one step; blocks of 32 outputs
// are read from begin to end.

}  // namespace stancegraph::model_format
