#include "training/optimizer.hpp"

#include <catch2/catch.hpp>

using namespace stancegraph;

TEST_CASE("a gradient that is too long keeps its direction, a short one stays as it is", "[training]") {
    Random random(1);
    const TrainingNetwork network =
        make_network({.width = 32, .layers = 1, .hidden = 32, .tags = 1, .rows = 4}, random);
    Gradients gradients(network);
    gradients.dense[7] = 3.0F;
    gradients.row(2, 32)[5] = -4.0F;
    gradients.clip(5.0F);
    CHECK(gradients.dense[7] == 3.0F);
    CHECK(gradients.rows[5] == -4.0F);
    gradients.clip(1.0F);
    CHECK(gradients.dense[7] == Approx(0.6));
    CHECK(gradients.rows[5] == Approx(-0.8));
    CHECK(gradients.rows[6] == 0.0F);
}
