#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "training/parser_training.hpp"
#include "training/training.hpp"
#include "training/training_example.hpp"

namespace stancegraph {

/// What a training run needs and does not change.
struct TrainingRun {
    std::uint64_t seed = 0;
    std::uint32_t epochs = 1;
    const TrainingOptions& options;
    const FeatureTable& table;
    const WordVectors& vectors;
    const std::vector<TrainingExample>& examples;
};

/// Trains one network, batch after batch.
class Trainer {
public:
    Trainer(const TrainingRun& run, const NetworkShape& shape);

    /// The network, its weights averaged over the last part of the run. `report` is called after each epoch.
    [[nodiscard]] TrainingNetwork run(const std::function<void(const TrainingProgress&)>& report);

private:
    struct Losses {
        double tags = 0.0;
        double moves = 0.0;
        double names = 0.0;
        std::size_t tagged = 0;
        std::size_t parsed = 0;
        std::size_t named = 0;
    };

    [[nodiscard]] TrainingProgress run_epoch(std::uint32_t epoch);
    void run_batch(const std::vector<const TrainingExample*>& batch, float exploration);
    void collect(const std::vector<const TrainingExample*>& batch, const BatchLayout& layout);
    [[nodiscard]] float learning_rate() const;

    const TrainingRun run_;
    Random random_;
    TrainingNetwork network_;
    Gradients gradients_;
    Adam adam_;
    WeightAverage average_;
    EncoderPass encoder_;
    ParserPass parser_;
    Losses losses_;
    float all_steps_ = 0.0F;
    std::uint32_t steps_ = 0;
    BatchWords words_;
    std::vector<std::int32_t> tags_;
    std::vector<std::int32_t> names_;
    std::vector<ParserExample> trees_;
};

}  // namespace stancegraph
