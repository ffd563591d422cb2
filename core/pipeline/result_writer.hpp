#pragma once

#include <cstdint>
#include <optional>

#include "pipeline/article_feed.hpp"

namespace stancegraph {

/// Writes what a build finds into the project file, in batches of articles, and counts what that changes.
class ResultWriter {
public:
    ResultWriter(Store& store, BuildStats& stats) : store_(store), stats_(stats) {}

    /// Call it in the order of the jobs.
    void write(const BuildOutcome& outcome);
    /// Removes what belongs to no input any more, and commits.
    void finish(const BuildPlan& plan);

private:
    void open();
    void commit();
    void write_document(const BuildOutcome& outcome);

    Store& store_;
    BuildStats& stats_;
    std::optional<Transaction> transaction_;
    InputId input_ = 0;  ///< Of the input that was begun last.
    std::uint32_t written_ = 0;
};

}  // namespace stancegraph
