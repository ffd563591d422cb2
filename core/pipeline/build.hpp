#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
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
    std::uint32_t inputs = 0;     ///< Files, or pieces of large ones.
    std::uint32_t rejected = 0;   ///< Inputs that gave no article because of an error.
    std::uint32_t documents = 0;  ///< In the project now.
    std::uint32_t annotated = 0;  ///< Of these annotated in this build, and then matched.
    std::uint32_t matched = 0;    ///< Matched again with the annotation that was there.
    std::uint32_t removed = 0;    ///< Documents that are gone.
    std::uint64_t bytes = 0;      ///< Of the text of all documents that were annotated or matched.
    std::uint64_t tokens = 0;
    std::uint64_t sentences = 0;
    std::uint64_t mentions = 0;
    std::uint64_t claims = 0;         ///< In the project now.
    std::uint64_t claims_gained = 0;  ///< Claims that were not there before.
    std::uint64_t claims_lost = 0;
};

/// Told of each article that is done: so many inputs were begun, so many articles are done.
using BuildProgress = std::function<void(std::uint32_t inputs, std::uint32_t documents)>;

/// Makes the project file hold what the inputs give with these rules, as if it had been built anew, and does
/// only what has to be done for that: files that did not change are not read, annotations are kept, and after
/// an edit of the rules only the documents with a word that the edit can touch are matched again (see
/// match/footprint.hpp). Documents are kept by content, so that a moved file is not annotated again; those of
/// no input are removed. A bad input is reported each time, and the rest built.
///
/// Works on several threads; the file's content does not depend on their number, nor on the builds before.
/// It is written in batches, so that a build that was killed goes on where it ended. Memory depends on the
/// number of threads, the largest article and, by 200 bytes, the number of articles. Throws StoreFault, and
/// what `progress` throws.
BuildStats build(const Engine& engine, const std::vector<Input>& inputs, const BuildOptions& options,
                 const std::filesystem::path& project_file, const BuildProgress& progress,
                 Diagnostics& diagnostics);

}  // namespace stancegraph
