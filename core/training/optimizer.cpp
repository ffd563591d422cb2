#include "training/optimizer.hpp"

#include <algorithm>
#include <cmath>

namespace stancegraph {
namespace {

constexpr float kFirstDecay = 0.9F;
constexpr float kSecondDecay = 0.99F;
constexpr float kEpsilon = 1e-6F;

void update(float* weights, const float* gradients, float* first, float* second, std::size_t count,
            float rate, float second_correction) {
    for (std::size_t index = 0; index < count; ++index) {
        const float gradient = gradients[index];
        first[index] = kFirstDecay * first[index] + (1.0F - kFirstDecay) * gradient;
        second[index] = kSecondDecay * second[index] + (1.0F - kSecondDecay) * gradient * gradient;
        weights[index] -= rate * first[index] / (std::sqrt(second[index] * second_correction) + kEpsilon);
    }
}

void blend(std::vector<float>& average, const std::vector<float>& weights, float share) {
    average.resize(weights.size());
    for (std::size_t index = 0; index < weights.size(); ++index) {
        average[index] += share * (weights[index] - average[index]);
    }
}

}  // namespace

Gradients::Gradients(const TrainingNetwork& network)
    : dense(network.dense.size()), place_of(network.shape.rows, kUntouched) {}

void Gradients::clear() {
    std::ranges::fill(dense, 0.0F);
    for (const std::uint32_t row : touched) {
        place_of[row] = kUntouched;
    }
    touched.clear();
    rows.clear();
}

void Gradients::clip(float most) {
    double squares = 0.0;
    for (const std::vector<float>* part : {&dense, &rows}) {
        for (const float value : *part) {
            squares += static_cast<double>(value) * static_cast<double>(value);
        }
    }
    const double norm = std::sqrt(squares);
    if (norm <= static_cast<double>(most)) {
        return;
    }
    const auto factor = static_cast<float>(static_cast<double>(most) / norm);
    for (std::vector<float>* part : {&dense, &rows}) {
        for (float& value : *part) {
            value *= factor;
        }
    }
}

float* Gradients::row(std::uint32_t row, std::size_t width) {
    if (place_of[row] == kUntouched) {
        place_of[row] = static_cast<std::uint32_t>(touched.size());
        touched.push_back(row);
        rows.resize(touched.size() * width);
    }
    return rows.data() + place_of[row] * width;
}

Adam::Adam(const TrainingNetwork& network) {
    dense_.first.resize(network.dense.size());
    dense_.second.resize(network.dense.size());
    rows_.first.resize(network.rows.size());
    rows_.second.resize(network.rows.size());
}

void Adam::step(TrainingNetwork& network, const Gradients& gradients, float rate) {
    ++steps_;
    const auto steps = static_cast<float>(steps_);
    const float first_correction = 1.0F - std::pow(kFirstDecay, steps);
    const float second_correction = 1.0F / (1.0F - std::pow(kSecondDecay, steps));
    const float corrected_rate = rate / first_correction;
    update(network.dense.data(), gradients.dense.data(), dense_.first.data(), dense_.second.data(),
           network.dense.size(), corrected_rate, second_correction);
    const std::size_t width = network.shape.width;
    for (std::size_t place = 0; place < gradients.touched.size(); ++place) {
        const std::size_t begin = gradients.touched[place] * width;
        update(network.rows.data() + begin, gradients.rows.data() + place * width, rows_.first.data() + begin,
               rows_.second.data() + begin, width, corrected_rate, second_correction);
    }
}

void WeightAverage::add(const TrainingNetwork& network, float least_share) {
    ++count_;
    const float share = std::max(least_share, 1.0F / static_cast<float>(count_));
    blend(dense_, network.dense, share);
    blend(rows_, network.rows, share);
}

void WeightAverage::copy_to(TrainingNetwork& network) const {
    network.dense = dense_;
    network.rows = rows_;
}

}  // namespace stancegraph
