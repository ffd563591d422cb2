#include "graph/spectrum.hpp"

#include <algorithm>
#include <cmath>

namespace stancegraph {
namespace {

/// A symmetric matrix in full.
class Matrix {
public:
    explicit Matrix(std::size_t size) : size_(size), cells_(size * size, 0.0) {}

    double& at(std::size_t row, std::size_t column) { return cells_[row * size_ + column]; }

    [[nodiscard]] std::size_t size() const { return size_; }

private:
    std::size_t size_;
    std::vector<double> cells_;
};

/// A symmetric matrix with nothing off the three middle diagonals.
struct Tridiagonal {
    std::vector<double> diagonal;
    std::vector<double> beside;  ///< beside[i] stands between i and i + 1; the last is 0.
};

Matrix laplacian(std::uint32_t node_count, std::span<const WeightedEdge> edges) {
    Matrix matrix(node_count);
    for (const WeightedEdge& edge : edges) {
        matrix.at(edge.a, edge.b) -= edge.weight;
        matrix.at(edge.b, edge.a) -= edge.weight;
        matrix.at(edge.a, edge.a) += edge.weight;
        matrix.at(edge.b, edge.b) += edge.weight;
    }
    return matrix;
}

/// Reflects the rows and columns after `column` so that below the diagonal only one number is left in it.
/// Gives that number.
double reflect(Matrix& matrix, std::size_t column) {
    const std::size_t size = matrix.size();
    const std::size_t first = column + 1;
    double length_squared = 0.0;
    for (std::size_t row = first; row < size; ++row) {
        length_squared += matrix.at(row, column) * matrix.at(row, column);
    }
    const double pivot = matrix.at(first, column);
    const double length = pivot > 0.0 ? -std::sqrt(length_squared) : std::sqrt(length_squared);
    const double half_norm = length_squared - length * pivot;  // |v|^2 / 2 for v = x - length e
    if (half_norm <= 0.0) {
        return pivot;
    }
    std::vector<double> v(size, 0.0);
    for (std::size_t row = first; row < size; ++row) {
        v[row] = matrix.at(row, column);
    }
    v[first] -= length;
    std::vector<double> p(size, 0.0);
    double projection = 0.0;
    for (std::size_t row = first; row < size; ++row) {
        for (std::size_t other = first; other < size; ++other) {
            p[row] += matrix.at(row, other) * v[other];
        }
        p[row] /= half_norm;
        projection += p[row] * v[row];
    }
    projection /= 2.0 * half_norm;
    for (std::size_t row = first; row < size; ++row) {
        p[row] -= projection * v[row];
    }
    for (std::size_t row = first; row < size; ++row) {
        for (std::size_t other = first; other < size; ++other) {
            matrix.at(row, other) -= v[row] * p[other] + p[row] * v[other];
        }
    }
    return length;
}

Tridiagonal reduced(Matrix matrix) {
    const std::size_t size = matrix.size();
    Tridiagonal result{.diagonal = std::vector<double>(size), .beside = std::vector<double>(size, 0.0)};
    for (std::size_t column = 0; column < size; ++column) {
        result.diagonal[column] = matrix.at(column, column);
        if (column + 2 < size) {
            result.beside[column] = reflect(matrix, column);
        } else if (column + 1 < size) {
            result.beside[column] = matrix.at(column + 1, column);
        }
    }
    return result;
}

/// One sweep of the QL algorithm over the block from `begin` to `end`, both included.
void sweep(Tridiagonal& matrix, std::size_t begin, std::size_t end) {
    auto& [diagonal, beside] = matrix;
    double shift = (diagonal[begin + 1] - diagonal[begin]) / (2.0 * beside[begin]);
    const double root = std::sqrt(shift * shift + 1.0);
    shift = diagonal[end] - diagonal[begin] + beside[begin] / (shift + (shift >= 0.0 ? root : -root));
    double sine = 1.0;
    double cosine = 1.0;
    double moved = 0.0;
    for (std::size_t at = end; at-- > begin;) {
        const double f = sine * beside[at];
        const double b = cosine * beside[at];
        const double radius = std::sqrt(f * f + shift * shift);
        beside[at + 1] = radius;
        if (radius == 0.0) {
            diagonal[at + 1] -= moved;
            beside[end] = 0.0;
            return;
        }
        sine = f / radius;
        cosine = shift / radius;
        const double g = diagonal[at + 1] - moved;
        const double h = (diagonal[at] - g) * sine + 2.0 * cosine * b;
        moved = sine * h;
        diagonal[at + 1] = g + moved;
        shift = cosine * h - b;
    }
    diagonal[begin] -= moved;
    beside[begin] = shift;
    beside[end] = 0.0;
}

}  // namespace

std::vector<double> laplacian_spectrum(std::uint32_t node_count, std::span<const WeightedEdge> edges) {
    constexpr int kMostSweeps = 60;
    constexpr double kNegligible = 1e-15;
    Tridiagonal matrix = reduced(laplacian(node_count, edges));
    for (std::size_t begin = 0; begin < node_count; ++begin) {
        for (int sweeps = 0; sweeps < kMostSweeps; ++sweeps) {
            std::size_t end = begin;
            while (end + 1 < node_count &&
                   std::abs(matrix.beside[end]) >
                       kNegligible * (std::abs(matrix.diagonal[end]) + std::abs(matrix.diagonal[end + 1]))) {
                ++end;
            }
            if (end == begin) {
                break;
            }
            sweep(matrix, begin, end);
        }
    }
    std::ranges::sort(matrix.diagonal);
    return matrix.diagonal;
}

}  // namespace stancegraph
