#include "training/teachers.hpp"

#include <algorithm>
#include <cmath>
#include <future>

#include "annotate/name_finder.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kBatchSentences = 40;

/// sum += values / count.
void add_part(std::vector<float>& sum, std::span<const float> values, std::size_t count) {
    sum.resize(values.size());
    for (std::size_t index = 0; index < values.size(); ++index) {
        sum[index] += values[index] / static_cast<float>(count);
    }
}

std::size_t best_of(std::span<const float> probabilities) {
    return static_cast<std::size_t>(std::ranges::max_element(probabilities) - probabilities.begin());
}

/// Probabilities as the scores that `best_name_tag` compares.
std::array<std::int32_t, kNameTags> name_scores(std::span<const float> probabilities) {
    constexpr float kSteps = 1000.0F;
    constexpr float kLeast = 1e-9F;
    std::array<std::int32_t, kNameTags> scores{};
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
        scores[tag] = static_cast<std::int32_t>(kSteps * std::log(std::max(probabilities[tag], kLeast)));
    }
    return scores;
}

void set_tree(const ParserState& state, TreebankSentence& sentence) {
    sentence.heads.clear();
    sentence.deprels.clear();
    for (std::size_t word = 0; word < sentence.forms.size(); ++word) {
        sentence.heads.push_back(std::max(state.head(word), TreebankSentence::kRoot));
        sentence.deprels.push_back(state.label(word));
    }
}

}  // namespace

void Teachers::read(const BatchLayout& layout, const BatchWords& words) {
    std::vector<std::future<void>> readers;
    for (std::size_t index = 0; index < networks_.size(); ++index) {
        readers.push_back(std::async(std::launch::async, [&, index] {
            Reading& reading = readings_[index];
            reading.encoder.forward(networks_[index], layout, words, nullptr);
            reading.parser.begin(networks_[index], layout, reading.encoder);
        }));
    }
    for (std::future<void>& reader : readers) {
        reader.get();
    }
}

/// The means of an output layer: padded(outputs) for each row of the layout.
std::vector<float> Teachers::means(const BatchLayout& layout,
                                   LinearHead (*head)(const TrainingNetwork&)) const {
    std::vector<float> means;
    for (std::size_t index = 0; index < networks_.size(); ++index) {
        add_part(
            means,
            head_probabilities(networks_[index], head(networks_[index]), layout, readings_[index].encoder),
            networks_.size());
    }
    return means;
}

/// ParserPass::kColumns for each state.
std::vector<float> Teachers::moves(std::span<const ParserStep> steps,
                                   std::span<const ParserState* const> states) {
    std::vector<float> means;
    for (std::size_t index = 0; index < networks_.size(); ++index) {
        const std::span<float> scores = readings_[index].parser.score(networks_[index], steps, nullptr);
        for (std::size_t step = 0; step < steps.size(); ++step) {
            move_probabilities(*states[step],
                               scores.subspan(step * ParserPass::kColumns, transition::kCount));
        }
        add_part(means, scores, networks_.size());
    }
    return means;
}

/// Parses all sentences side by side; gives their final states.
std::vector<ParserState> Teachers::trees(const BatchLayout& layout,
                                         std::span<const TrainingExample* const> batch) {
    std::vector<ParserState> states(batch.size());
    std::vector<std::size_t> open;
    for (std::size_t index = 0; index < batch.size(); ++index) {
        states[index].reset(batch[index]->sentence->forms.size());
        open.push_back(index);
    }
    while (!open.empty()) {
        std::vector<ParserStep> steps;
        std::vector<const ParserState*> read;
        for (const std::size_t index : open) {
            steps.push_back({states[index].view(), layout.first_row[index]});
            read.push_back(&states[index]);
        }
        const std::vector<float> means = moves(steps, read);
        for (std::size_t step = 0; step < open.size(); ++step) {
            states[open[step]].apply(
                best_of(std::span(means).subspan(step * ParserPass::kColumns, transition::kCount)));
        }
        std::erase_if(open, [&](std::size_t index) { return states[index].is_final(); });
    }
    return states;
}

void Teachers::annotate_batch(std::span<const TrainingExample* const> batch,
                              std::vector<TreebankSentence>& out) {
    const BatchLayout layout = lay_out(batch);
    BatchWords words = empty_words(layout, vectors_);
    for (std::size_t index = 0; index < batch.size(); ++index) {
        put_words(*batch[index], layout.first_row[index], vectors_, words);
    }
    read(layout, words);
    const std::vector<float> tag_means = means(layout, tag_head);
    const std::vector<float> name_means = means(layout, name_head);
    const std::vector<ParserState> states = trees(layout, batch);
    for (std::size_t index = 0; index < batch.size(); ++index) {
        TreebankSentence sentence;
        sentence.forms = batch[index]->sentence->forms;
        NameTag before = NameTag::outside;
        for (std::size_t word = 0; word < sentence.forms.size(); ++word) {
            const std::size_t row = layout.first_row[index] + word;
            const TagLabel& label = labels_[best_of(
                std::span(tag_means).subspan(row * NetworkShape::padded(labels_.size()), labels_.size()))];
            sentence.upos.push_back(label.upos);
            sentence.xpos.push_back(label.xpos);
            before = best_name_tag(
                name_scores(std::span(name_means).subspan(row * NetworkShape::padded(kNameTags), kNameTags)),
                before);
            sentence.names.push_back(before);
        }
        set_tree(states[index], sentence);
        out.push_back(std::move(sentence));
    }
}

std::vector<TreebankSentence> Teachers::annotate(std::span<const TrainingExample> examples) {
    std::vector<TreebankSentence> annotated;
    std::vector<const TrainingExample*> batch;
    for (const TrainingExample& example : examples) {
        batch.push_back(&example);
        if (batch.size() == kBatchSentences || &example == &examples.back()) {
            annotate_batch(batch, annotated);
            batch.clear();
        }
    }
    return annotated;
}

}  // namespace stancegraph
