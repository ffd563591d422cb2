#include "training/teachers.hpp"

#include <future>

namespace stancegraph {
namespace {

/// sum += values / count.
void add_part(std::vector<float>& sum, std::span<const float> values, std::size_t count) {
    sum.resize(values.size());
    for (std::size_t index = 0; index < values.size(); ++index) {
        sum[index] += values[index] / static_cast<float>(count);
    }
}

}  // namespace

Teachers::Teachers(std::vector<TrainingNetwork> networks, float share)
    : networks_(std::move(networks)), readings_(networks_.size()), share_(share) {}

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

std::vector<float> Teachers::tags(const BatchLayout& layout) const {
    std::vector<float> means;
    for (std::size_t index = 0; index < networks_.size(); ++index) {
        const TrainingNetwork& network = networks_[index];
        const LinearHead head{network.at.tags, network.at.tag_bias, network.shape.tags, 1.0F};
        add_part(means, head_probabilities(network, head, layout, readings_[index].encoder),
                 networks_.size());
    }
    return means;
}

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

}  // namespace stancegraph
