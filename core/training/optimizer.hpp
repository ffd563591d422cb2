#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "training/network.hpp"

namespace stancegraph {

/// The gradients of one batch. Only rows named in `touched` have any.
struct Gradients {
    std::vector<float> dense;
    std::vector<float> rows;              ///< One after the other in the order of `touched`.
    std::vector<std::uint32_t> touched;   ///< Rows of TrainingNetwork::rows, each once.
    std::vector<std::uint32_t> place_of;  ///< For each row its place in `touched`, or kUntouched.
    static constexpr std::uint32_t kUntouched = 0xFFFFFFFF;

    explicit Gradients(const TrainingNetwork& network);
    void clear();
    /// Shortens the whole to the norm `most` if it is longer: a recurrence may blow up a gradient, and a few
    /// such steps are enough to lose what was learnt. O(number of weights). Source: Pascanu, Mikolov, Bengio
    /// 2013, "On the difficulty of training recurrent neural networks".
    void clip(float most);
    /// The gradient of a row, zero at first sight. The pointer is good until the next call.
    [[nodiscard]] float* row(std::uint32_t row, std::size_t width);
};

/// Adam; a row of the feature table moves only when it was used.
/// Source: Kingma, Ba 2015, "Adam: A Method for Stochastic Optimization".
class Adam {
public:
    explicit Adam(const TrainingNetwork& network);
    void step(TrainingNetwork& network, const Gradients& gradients, float rate);

private:
    struct Moments {
        std::vector<float> first;
        std::vector<float> second;
    };

    Moments dense_;
    Moments rows_;
    std::uint32_t steps_ = 0;
};

/// A running average of a network's weights, which generalises better than the last ones.
/// Source: Polyak, Juditsky 1992, "Acceleration of Stochastic Approximation by Averaging".
class WeightAverage {
public:
    /// Takes the weights in with the share 1 / (number taken so far), or `least_share` if that is more.
    void add(const TrainingNetwork& network, float least_share);

    [[nodiscard]] bool is_empty() const { return count_ == 0; }

    /// Puts the average in place of the weights. Precondition: not empty.
    void copy_to(TrainingNetwork& network) const;

private:
    std::vector<float> dense_;
    std::vector<float> rows_;
    std::uint32_t count_ = 0;
};

}  // namespace stancegraph
