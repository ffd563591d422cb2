#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/build.hpp"
#include "pipeline/build_plan.hpp"
#include "pipeline/ordered_queue.hpp"
#include "store/store.hpp"

namespace stancegraph {

/// An article on its way, or what there is to say about an input that gave none.
struct BuildJob {
    std::optional<StoredInput> input;        ///< Set where an input begins that was read.
    std::optional<StoredDocument> document;  ///< Its place in the project; id 0 for one that is new.
    Document content;                        ///< Only where something is to be done with it.
    std::string annotation;                  ///< The one that is there, to be kept.
    Diagnostics diagnostics;                 ///< Of reading.
    std::uint32_t inputs = 0;                ///< So many inputs were begun.
    bool is_rejected = false;
    std::exception_ptr failure;  ///< The machine's refusal while reading: ends the build.
};

/// What became of it.
struct BuildOutcome {
    BuildJob job;
    std::optional<DocumentResults> results;
    std::vector<WordKey> word_keys;      ///< With an annotation that was made now.
    std::vector<std::uint32_t> outline;  ///< Likewise; as Outline::words.
    bool is_annotated = false;
    BuildStats stats;
};

using BuildQueue = OrderedQueue<BuildJob, BuildOutcome>;

/// Pushes the articles for which something has to be done, in the order of the inputs, with their texts: from
/// the inputs that changed, and from the project file. Closes the queue at the end; a failure of the machine
/// is pushed as a job.
void feed_articles(BuildPlan& plan, const std::vector<Input>& inputs, const ReadOptions& options,
                   const std::filesystem::path& project_file, BuildQueue& queue);

}  // namespace stancegraph
