#include "training/trainer.hpp"

#include <algorithm>

#include "training/head_training.hpp"

namespace stancegraph {
namespace {

constexpr float kExploration = 0.6F;
/// For each word of a batch; some fifty times the usual one.
constexpr float kLongestGradient = 60.0F;
constexpr std::uint32_t kWarmUpSteps = 200;
constexpr std::uint32_t kStepsBetweenAverages = 25;

}  // namespace

Trainer::Trainer(const TrainingRun& run, const NetworkShape& shape)
    : run_(run),
      random_(run.seed),
      network_(make_network(shape, random_)),
      gradients_(network_),
      adam_(network_) {}

TrainingNetwork Trainer::run(const std::function<void(const TrainingProgress&)>& report) {
    std::size_t words = 0;
    for (const TrainingExample& example : run_.examples) {
        words += example.sentence->forms.size();
    }
    all_steps_ = static_cast<float>(words) / static_cast<float>(run_.options.batch_words) *
                 static_cast<float>(run_.epochs);
    for (std::uint32_t epoch = 1; epoch <= run_.epochs; ++epoch) {
        report(run_epoch(epoch));
    }
    if (!average_.is_empty()) {
        average_.copy_to(network_);
    }
    return std::move(network_);
}

TrainingProgress Trainer::run_epoch(std::uint32_t epoch) {
    TrainingProgress progress{epoch, run_.epochs, 0.0, 0.0, 0.0};
    losses_ = {};
    std::vector<const TrainingExample*> order;
    for (const TrainingExample& example : run_.examples) {
        order.push_back(&example);
    }
    random_.shuffle(order);
    std::vector<const TrainingExample*> batch;
    std::size_t words = 0;
    for (const TrainingExample* example : order) {
        batch.push_back(example);
        words += example->sentence->forms.size();
        if (words >= run_.options.batch_words) {
            run_batch(batch, epoch > 1 ? kExploration : 0.0F);
            batch.clear();
            words = 0;
        }
    }
    progress.tag_loss = losses_.tags / static_cast<double>(std::max<std::size_t>(losses_.tagged, 1));
    progress.parser_loss = losses_.moves / static_cast<double>(std::max<std::size_t>(losses_.parsed, 1));
    progress.name_loss = losses_.names / static_cast<double>(std::max<std::size_t>(losses_.named, 1));
    return progress;
}

void Trainer::run_batch(const std::vector<const TrainingExample*>& batch, float exploration) {
    const BatchLayout layout = lay_out(batch);
    collect(batch, layout);
    encoder_.forward(network_, layout, words_, &random_);
    const EncodedBatch encoded{network_, layout, encoder_, gradients_};
    losses_.tags += train_head(encoded, tag_head(network_), tags_);
    losses_.names += train_head(encoded, name_head(network_), names_);
    losses_.moves += parser_.train(encoded, trees_, exploration, random_);
    encoder_.backward(network_, layout, words_, gradients_);
    gradients_.clip(kLongestGradient * static_cast<float>(run_.options.batch_words));
    adam_.step(network_, gradients_, learning_rate());
    gradients_.clear();
    ++steps_;
    if (static_cast<float>(steps_) > all_steps_ * (1.0F - run_.options.averaged_part) &&
        steps_ % kStepsBetweenAverages == 0) {
        average_.add(network_, 0.0F);
    }
}

void Trainer::collect(const std::vector<const TrainingExample*>& batch, const BatchLayout& layout) {
    words_ = empty_words(layout, run_.vectors);
    tags_.assign(layout.rows, kNoTarget);
    names_.assign(layout.rows, kNoTarget);
    trees_.clear();
    for (std::size_t index = 0; index < batch.size(); ++index) {
        const TrainingExample& example = *batch[index];
        const std::size_t row = layout.first_row[index];
        put_words(example, row, run_.vectors, words_);
        hide_rare(run_.table,
                  std::span(words_.features).subspan(row * kFeatureTemplates, example.features.size()),
                  random_);
        std::ranges::copy(example.tags, tags_.begin() + static_cast<std::ptrdiff_t>(row));
        std::ranges::copy(example.names, names_.begin() + static_cast<std::ptrdiff_t>(row));
        if (example.sentence->has_tree()) {
            trees_.push_back({row, &example.gold});
            losses_.tagged += example.tags.size();
            losses_.parsed += 2 * example.tags.size();
        }
        losses_.named += example.sentence->names.size();
    }
}

float Trainer::learning_rate() const {
    const auto step = static_cast<float>(steps_);
    const float warm_up = std::min(1.0F, (step + 1.0F) / static_cast<float>(kWarmUpSteps));
    return run_.options.rate * warm_up * std::max(0.02F, 1.0F - step / all_steps_);
}

}  // namespace stancegraph
