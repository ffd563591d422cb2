#include "annotate/encoder.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

constexpr std::uint32_t kEntriesInBlock = 256;

}  // namespace

void Encoder::forget_stale_types() {
    if (generation_ == vocabulary_.generation()) {
        return;
    }
    generation_ = vocabulary_.generation();
    std::ranges::fill(entry_of_, 0);
    entries_ = 0;
}

void Encoder::compute(Symbol form, bool is_first, std::int16_t* vectors) const {
    const std::size_t width = model_.width();
    model_.embed(feature_keys(vocabulary_.text(form), is_first, model_.lexicon()), vectors);
    for (std::size_t part = 0; part < 3; ++part) {
        kernels_.project(model_.first_layer()[part], {vectors, width, 1}, vectors + (part + 1) * width,
                         width);
    }
}

const std::int16_t* Encoder::type_vectors(Symbol form, bool is_first) {
    const std::size_t key = std::size_t{form} * 2 + (is_first ? 1 : 0);
    if (key >= entry_of_.size()) {
        entry_of_.resize(std::max<std::size_t>(key + 1, std::size_t{vocabulary_.size()} * 2));
    }
    const std::size_t entry_size = kParts * model_.width();
    const auto place = [&](std::uint32_t entry) {
        return blocks_[entry / kEntriesInBlock].get() + (entry % kEntriesInBlock) * entry_size;
    };
    if (entry_of_[key] == 0) {
        if (entries_ == blocks_.size() * kEntriesInBlock) {
            blocks_.push_back(std::make_unique<std::int16_t[]>(kEntriesInBlock * entry_size));
        }
        compute(form, is_first, place(entries_));
        entry_of_[key] = ++entries_;
    }
    return place(entry_of_[key] - 1);
}

void Encoder::run_first_layer(std::span<const EncoderInput> sentences) {
    const std::size_t width = model_.width();
    types_.assign(row_count_ + 2, zeros_.data());
    for (std::size_t sentence = 0; sentence < sentences.size(); ++sentence) {
        const EncoderInput& input = sentences[sentence];
        for (std::size_t word = 0; word < input.forms.size(); ++word) {
            const bool is_first = word == 0 && input.opens_sentence;
            types_[first_rows_[sentence] + word + 1] = type_vectors(input.forms[word], is_first);
        }
    }
    for (std::size_t row = 0; row < row_count_; ++row) {
        kernels_.combine(types_[row + 1], types_[row] + width, types_[row + 1] + 2 * width,
                         types_[row + 2] + 3 * width, width, layers_[0].data() + (row + 1) * width);
    }
}

void Encoder::run_recurrence(const AffineLayer& layer, std::span<const EncoderInput> sentences,
                             std::vector<std::int16_t>& rows) {
    const std::size_t width = model_.width();
    const std::size_t half = width / 2;
    gates_.resize(row_count_ * 2 * width);
    kernels_.project(layer, {rows.data() + width, width, row_count_}, gates_.data(), 2 * width);
    const auto step = [&](std::size_t row, std::size_t begin) {
        const std::int16_t* candidates = gates_.data() + row * 2 * width + begin;
        kernels_.recur(candidates, candidates + width, half, state_.data(),
                       rows.data() + (row + 1) * width + begin);
    };
    for (std::size_t sentence = 0; sentence < sentences.size(); ++sentence) {
        const std::size_t begin = first_rows_[sentence];
        const std::size_t end = begin + sentences[sentence].forms.size();
        state_.assign(half, 0);
        for (std::size_t row = begin; row < end; ++row) {
            step(row, 0);
        }
        state_.assign(half, 0);
        for (std::size_t row = end; row-- > begin;) {
            step(row, half);
        }
    }
}

void Encoder::clear_gaps(std::vector<std::int16_t>& layer) const {
    const std::size_t width = model_.width();
    const auto clear = [&](std::size_t row) {
        std::fill_n(layer.begin() + static_cast<std::ptrdiff_t>((row + 1) * width), width, std::int16_t{0});
    };
    for (const std::size_t first : first_rows_) {
        clear(first - 1);
    }
    clear(row_count_ - 1);
}

void Encoder::encode(std::span<const EncoderInput> sentences) {
    forget_stale_types();
    const std::size_t width = model_.width();
    zeros_.assign(kParts * width, 0);
    first_rows_.clear();
    row_count_ = 1;
    for (const EncoderInput& sentence : sentences) {
        first_rows_.push_back(row_count_);
        row_count_ += sentence.forms.size() + 1;
    }
    for (auto& layer : layers_) {
        layer.resize((row_count_ + 2) * width);
        std::fill_n(layer.begin(), width, std::int16_t{0});
        std::fill_n(layer.end() - static_cast<std::ptrdiff_t>(width), width, std::int16_t{0});
    }
    run_first_layer(sentences);
    run_recurrence(model_.recurrences().front(), sentences, layers_[0]);
    std::size_t current = 0;
    for (std::size_t index = 0; index < model_.convolutions().size(); ++index) {
        const std::int16_t* input = layers_[current].data();
        current = 1 - current;
        // The window of a word is the three rows from the one before it.
        kernels_.convolve(model_.convolutions()[index], {input, width, row_count_}, input + width,
                          layers_[current].data() + width, width);
        clear_gaps(layers_[current]);
        run_recurrence(model_.recurrences()[index + 1], sentences, layers_[current]);
    }
    output_ = layers_[current].data() + width;
}

}  // namespace stancegraph
