#include "annotate/model.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <memory>
#include <utility>

#include "annotate/model_format.hpp"
#include "annotate/transitions.hpp"
#include "base/hash.hpp"

namespace stancegraph {

namespace format = model_format;
static_assert(std::endian::native == std::endian::little, "model images are little-endian");

namespace {

constexpr std::uint32_t kMostWidth = 256;
constexpr std::uint32_t kMostHidden = 512;
constexpr std::uint32_t kNameTagCount = 7;
constexpr std::uint32_t kMostTags = 1024;
constexpr std::uint32_t kMostShift = 15;

bool sizes_are_sound(const format::Sizes& sizes) {
    const auto is_size = [](std::uint32_t size, std::uint32_t most) {
        return size != 0 && size <= most && size % format::kOutputPadding == 0;
    };
    const auto is_shift = [](std::uint32_t shift) { return shift <= kMostShift; };
    return is_size(sizes.width, kMostWidth) && is_size(sizes.hidden, kMostHidden) && sizes.layers >= 1 &&
           sizes.layers <= sizes.recurrence_shifts.size() && sizes.tags >= 1 && sizes.tags <= kMostTags &&
           sizes.name_tags == kNameTagCount && sizes.moves == transition::kCount &&
           sizes.projection_shift <= kMostShift && std::ranges::all_of(sizes.first_shifts, is_shift) &&
           std::ranges::all_of(sizes.convolution_shifts, is_shift) &&
           std::ranges::all_of(sizes.recurrence_shifts, is_shift);
}

/// No sum of weight * input can leave int32, whatever the inputs.
bool cannot_overflow(const AffineLayer& layer) {
    constexpr std::int64_t kGreatestInput = 32768;
    constexpr std::int64_t kRounding = 1 << kMostShift;
    std::vector<std::int64_t> sums(layer.outputs, kRounding);
    for (std::size_t output = 0; layer.bias != nullptr && output < layer.outputs; ++output) {
        sums[output] += std::abs(static_cast<std::int64_t>(layer.bias[output]));
    }
    const std::size_t size = static_cast<std::size_t>(layer.inputs) * layer.outputs;
    for (std::size_t at = 0; at < size; ++at) {
        const std::size_t block = at / (AffineLayer::kBlock * layer.inputs);
        const std::size_t output = block * AffineLayer::kBlock + at / 2 % AffineLayer::kBlock;
        sums[output] += kGreatestInput * std::abs(static_cast<int>(layer.weights[at]));
    }
    return std::ranges::all_of(sums, [](std::int64_t sum) { return sum <= INT32_MAX; });
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

}  // namespace

/// Checks an image step by step; the first fault is kept.
class Model::Reader {
public:
    Reader(std::string_view image, std::string& problem) : image_(image), problem_(problem) {}

    bool read(Model& model) {
        return read_header() && read_sizes() && read_rows(model) && read_layers(model) &&
               read_labels(model) && read_lexicon(model);
    }

private:
    bool fail(std::string_view what) {
        problem_ = what;
        return false;
    }

    bool read_header() {
        if (image_.size() < sizeof header_) {
            return fail("the model is shorter than its header");
        }
        std::memcpy(&header_, image_.data(), sizeof header_);
        if (header_.magic != format::kMagic) {
            return fail("this is no model image");
        }
        if (header_.version != format::kVersion || header_.sections != format::kSections) {
            return fail("the model was made by another version of the program");
        }
        if (header_.image_size != image_.size()) {
            return fail("the model is cut short or has bytes too many");
        }
        for (const format::SectionEntry& entry : header_.table) {
            if (entry.offset % format::kAlignment != 0 || entry.offset < sizeof header_ ||
                entry.offset > image_.size() || entry.size > image_.size() - entry.offset) {
                return fail("a section of the model lies outside of it");
            }
        }
        return header_.checksum == hash_of(image_.substr(sizeof header_)) || fail("the model is damaged");
    }

    [[nodiscard]] std::string_view bytes(format::Section section) const {
        const format::SectionEntry& entry = header_.table[static_cast<std::size_t>(section)];
        return image_.substr(entry.offset, entry.size);
    }

    /// Sections are aligned, so a view of numbers is sound.
    template <typename T>
    [[nodiscard]] std::span<const T> numbers(format::Section section) const {
        const std::string_view of_section = bytes(section);
        return {static_cast<const T*>(static_cast<const void*>(of_section.data())),
                of_section.size() / sizeof(T)};
    }

    bool read_sizes() {
        if (bytes(format::Section::sizes).size() != sizeof sizes_) {
            return fail("the model's sizes are missing");
        }
        std::memcpy(&sizes_, bytes(format::Section::sizes).data(), sizeof sizes_);
        return sizes_are_sound(sizes_) || fail("the model's sizes are out of bounds");
    }

    bool read_rows(Model& model) {
        model.checksum_ = header_.checksum;
        model.width_ = sizes_.width;
        model.hidden_ = sizes_.hidden;
        model.row_keys_ = numbers<std::uint32_t>(format::Section::row_keys);
        model.row_factors_ = numbers<std::uint16_t>(format::Section::row_factors);
        model.rows_ = numbers<std::int8_t>(format::Section::rows);
        const std::size_t rows = model.row_keys_.size() + kFeatureTemplates;
        return (model.row_factors_.size() == rows && model.rows_.size() == rows * sizes_.width &&
                std::ranges::is_sorted(model.row_keys_)) ||
               fail("the model's word features do not fit together");
    }

    /// A view of the next layer of a section; false if the section is too short.
    bool take(std::span<const std::int16_t>& weights, std::span<const std::int32_t>* biases,
              AffineLayer& layer) {
        const std::size_t size = static_cast<std::size_t>(layer.inputs) * layer.outputs;
        if (weights.size() < size || (biases != nullptr && biases->size() < layer.outputs)) {
            return fail("a layer of the model is too short");
        }
        layer.weights = weights.data();
        weights = weights.subspan(size);
        if (biases != nullptr) {
            layer.bias = biases->data();
            *biases = biases->subspan(layer.outputs);
        }
        return cannot_overflow(layer) || fail("the model's weights are out of bounds");
    }

    bool read_encoder(Model& model, std::span<const std::int32_t>& biases) {
        auto weights = numbers<std::int16_t>(format::Section::layers);
        for (std::size_t part = 0; part < model.first_layer_.size(); ++part) {
            model.first_layer_[part] = {nullptr, nullptr, sizes_.width, sizes_.width,
                                        sizes_.first_shifts[part]};
            if (!take(weights, part == 1 ? &biases : nullptr, model.first_layer_[part])) {
                return false;
            }
        }
        for (std::uint32_t index = 0; index < sizes_.layers; ++index) {
            if (index != 0 && !take(weights, &biases,
                                    model.convolutions_.emplace_back(
                                        AffineLayer{nullptr, nullptr, 3 * sizes_.width, sizes_.width,
                                                    sizes_.convolution_shifts[index - 1]}))) {
                return false;
            }
            if (!take(weights, &biases,
                      model.recurrences_.emplace_back(AffineLayer{nullptr, nullptr, sizes_.width,
                                                                  2 * sizes_.width,
                                                                  sizes_.recurrence_shifts[index]}))) {
                return false;
            }
        }
        return true;
    }

    bool read_layers(Model& model) {
        auto biases = numbers<std::int32_t>(format::Section::biases);
        if (!read_encoder(model, biases)) {
            return false;
        }
        const auto padded = [](std::size_t count) {
            return static_cast<std::uint32_t>(format::padded(count));
        };
        model.tag_layer_ = {nullptr, nullptr, sizes_.width, padded(sizes_.tags), 0};
        model.name_layer_ = {nullptr, nullptr, sizes_.width, padded(sizes_.name_tags), 0};
        model.move_layer_ = {nullptr, nullptr, sizes_.hidden, padded(sizes_.moves), 0};
        model.projection_ = {nullptr, nullptr, sizes_.width,
                             static_cast<std::uint32_t>(ParserView::kSlots) * sizes_.hidden,
                             sizes_.projection_shift};
        auto tags = numbers<std::int16_t>(format::Section::tags);
        auto names = numbers<std::int16_t>(format::Section::names);
        auto moves = numbers<std::int16_t>(format::Section::moves);
        auto projection = numbers<std::int16_t>(format::Section::projection);
        model.facts_ = numbers<std::int16_t>(format::Section::facts);
        return take(tags, &biases, model.tag_layer_) && take(names, &biases, model.name_layer_) &&
               take(moves, &biases, model.move_layer_) && take(projection, nullptr, model.projection_) &&
               (model.facts_.size() == parser_fact::kRows * sizes_.hidden ||
                fail("the model's parser table has a wrong size"));
    }

    bool read_labels(Model& model) {
        for (const std::string_view line : lines_of(bytes(format::Section::tag_labels))) {
            const std::size_t bar = line.rfind('|');
            const auto xpos = find_xpos(line.substr(0, bar));
            const auto upos = find_upos(bar == std::string_view::npos ? line : line.substr(bar + 1));
            if (!xpos || !upos) {
                return fail("the model has an unknown tag");
            }
            model.tag_labels_.push_back({*xpos, *upos});
        }
        const auto relations = lines_of(bytes(format::Section::relation_labels));
        const bool same_relations = std::ranges::equal(relations, std::span(kDeprelNames).subspan(1));
        return (model.tag_labels_.size() == sizes_.tags && same_relations) ||
               fail("the model's labels are not those of this program");
    }

    bool read_lexicon(Model& model) {
        const auto hashes = numbers<std::uint32_t>(format::Section::lexicon_hashes);
        const auto flags = numbers<std::uint16_t>(format::Section::lexicon_flags);
        model.lexicon_ = FormLexicon(hashes, flags);
        model.lemma_hashes_ = numbers<std::uint32_t>(format::Section::lemma_hashes);
        model.lemma_edits_ = numbers<std::uint16_t>(format::Section::lemma_edits);
        for (const std::string_view line : lines_of(bytes(format::Section::edit_texts))) {
            LemmaEdit edit;
            const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), edit.cut);
            if (error != std::errc() || end == line.data() + line.size()) {
                return fail("the model's lemmas are malformed");
            }
            edit.added = line.substr(static_cast<std::size_t>(end - line.data()) + 1);
            model.edits_.push_back(edit);
        }
        const bool fits = hashes.size() == flags.size() && std::ranges::is_sorted(hashes) &&
                          std::ranges::is_sorted(model.lemma_hashes_) &&
                          model.lemma_hashes_.size() == model.lemma_edits_.size() &&
                          std::ranges::all_of(model.lemma_edits_,
                                              [&](std::uint16_t edit) { return edit < model.edits_.size(); });
        return fits || fail("the model's word list does not fit together");
    }

    std::string_view image_;
    std::string& problem_;
    format::Header header_;
    format::Sizes sizes_;
};

std::optional<Model> Model::view(std::string_view image, std::string& problem) {
    Model model;
    if (!Reader(image, problem).read(model)) {
        return std::nullopt;
    }
    return model;
}

std::optional<Model> Model::load(std::string_view image, std::string& problem) {
    // The image needs an aligned place of its own; a vector's buffer stays where it is when the model moves.
    std::vector<char> storage(image.size() + format::kAlignment);
    void* begin = storage.data();
    std::size_t space = storage.size();
    std::align(format::kAlignment, image.size(), begin, space);
    std::ranges::copy(image, static_cast<char*>(begin));
    std::optional<Model> model = view({static_cast<const char*>(begin), image.size()}, problem);
    if (model) {
        model->storage_ = std::move(storage);
    }
    return model;
}

void Model::embed(const FeatureKeys& keys, std::int16_t* vector) const {
    std::vector<std::int32_t> sums(width_, 1 << (format::kRowShift - 1));
    for (std::size_t which = 0; which < kFeatureTemplates; ++which) {
        const auto found = std::ranges::lower_bound(row_keys_, keys[which]);
        const bool is_known = found != row_keys_.end() && *found == keys[which];
        const std::size_t row =
            is_known ? static_cast<std::size_t>(found - row_keys_.begin()) + kFeatureTemplates : which;
        const std::int32_t factor = row_factors_[row];
        for (std::size_t index = 0; index < width_; ++index) {
            sums[index] += rows_[row * width_ + index] * factor;
        }
    }
    for (std::size_t index = 0; index < width_; ++index) {
        vector[index] =
            static_cast<std::int16_t>(std::clamp(sums[index] >> format::kRowShift, -32768, 32767));
    }
}

const LemmaEdit* Model::irregular_lemma(std::uint32_t hash) const {
    const auto found = std::ranges::lower_bound(lemma_hashes_, hash);
    if (found == lemma_hashes_.end() || *found != hash) {
        return nullptr;
    }
    return &edits_[lemma_edits_[static_cast<std::size_t>(found - lemma_hashes_.begin())]];
}

}  // namespace stancegraph
