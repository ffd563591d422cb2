#pragma once

#include <array>
#include <streambuf>

namespace stancegraph::cli {

/// Writes a stream to a file descriptor and remembers why a write failed. Does not close the descriptor.
class DescriptorBuffer : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor);

    /// The errno of the first write that failed, or 0.
    [[nodiscard]] int error() const { return error_; }

protected:
    int_type overflow(int_type character) override;
    int sync() override;

private:
    [[nodiscard]] bool write_out();

    static constexpr std::size_t kSize = 1U << 16U;
    int descriptor_;
    int error_ = 0;
    std::array<char, kSize> buffer_{};
};

}  // namespace stancegraph::cli
