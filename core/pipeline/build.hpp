#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "pipeline/engine.hpp"
#include "text/corpus.hpp"

namespace stancegraph {

struct BuildOptions {
    ReadOptions read;
    std::uint32_t threads = 0;  ///< 0: as many as the machine has.
};

struct BuildStats {
    std::uint32_t inputs = 0;    ///< Files, or pieces of large ones.
    std::uint32_t rejected = 0;  ///< Inputs that gave no article because of an error.
    std::uint32_t documents = 0;
    std::uint64_t bytes = 0;  ///< Of article text.
    std::uint64_t tokens = 0;
    std::uint64_t sentences = 0;
    std::uint64_t mentions = 0;
    std::uint64_t claims = 0;
    std::uint64_t attributions = 0;
};

/// What one article gave, in the order of the inputs. Its text is not kept.
struct BuiltDocument {
    std::string name;
    std::uint32_t inputs = 0;               ///< So many inputs were begun, this article's with them.
    std::vector<Claim> claims;              ///< As Resolved::claims.
    std::vector<Attribution> attributions;  ///< As Resolved::attributions.
};

/// Reads the inputs, processes their articles on several threads and hands the results to `sink` on the
/// calling thread in the order of the inputs: the same calls for any number of threads. A bad input is
/// reported, and the rest built. Memory depends on the number of threads and the largest article, not on the
/// size of the corpus. What `sink` throws ends the build and passes through.
BuildStats build(const Engine& engine, const std::vector<Input>& inputs, const BuildOptions& options,
                 const std::function<void(const BuiltDocument&)>& sink, Diagnostics& diagnostics);

}  // namespace stancegraph
