#include "store/compression.hpp"

#include <memory>
#include <new>

#include <zstd.h>

namespace stancegraph {
namespace {

/// The fastest level: higher ones take three times as long for a tenth less.
constexpr int kLevel = 1;
constexpr unsigned long long kMostBytes = 256ULL << 20U;

}  // namespace

std::string compressed(std::string_view bytes) {
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    if (context == nullptr) {
        throw std::bad_alloc();
    }
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress2(context.get(), frame.data(), frame.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0) {
        throw std::bad_alloc();
    }
    frame.resize(size);
    return frame;
}

std::optional<std::string> decompressed(std::string_view frame) {
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > kMostBytes) {
        return std::nullopt;
    }
    std::string bytes(size, '\0');
    const std::size_t got = ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size());
    return ZSTD_isError(got) != 0 || got != size ? std::nullopt : std::optional(std::move(bytes));
}

}  // namespace stancegraph
