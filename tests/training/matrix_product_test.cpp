#include "training/matrix_product.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "training/random.hpp"

using namespace stancegraph;

TEST_CASE("add_product adds the product of strided matrices", "[training]") {
    Random random(5);
    for (int round = 0; round < 40; ++round) {
        const std::size_t rows = 1 + random.below(20);
        const std::size_t columns = 32 * (1 + random.below(3));
        const std::size_t inner = 1 + random.below(40);
        const bool is_transposed = round % 2 == 0;
        std::vector<float> left(rows * inner);
        std::vector<float> right(inner * columns);
        std::vector<float> result(rows * columns);
        for (auto* values : {&left, &right, &result}) {
            for (float& value : *values) {
                value = random.uniform() - 0.5F;
            }
        }
        const StridedMatrix view{left.data(), is_transposed ? 1 : inner, is_transposed ? rows : 1};
        std::vector<double> expected(result.begin(), result.end());
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t step = 0; step < inner; ++step) {
                const double factor =
                    static_cast<double>(left[row * view.row_stride + step * view.column_stride]);
                for (std::size_t column = 0; column < columns; ++column) {
                    expected[row * columns + column] +=
                        factor * static_cast<double>(right[step * columns + column]);
                }
            }
        }
        add_product(rows, columns, inner, view, right.data(), columns, result.data(), columns);
        double error = 0.0;
        for (std::size_t at = 0; at < result.size(); ++at) {
            error = std::max(error, std::abs(static_cast<double>(result[at]) - expected[at]));
        }
        CHECK(error < 1e-5);
    }
}
