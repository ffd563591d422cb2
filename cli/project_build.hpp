#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/project.hpp"
#include "pipeline/build.hpp"
#include "store/build_lock.hpp"

namespace stancegraph::cli {

/// Which articles a project is built from, and how they are read.
struct BuildChoice {
    std::vector<std::string> inputs;
    std::string project = kDefaultProject;
    std::vector<std::string> fields;  ///< `ours=theirs`.
    std::string file_names = "{outlet}_{date}_*";
    std::uint32_t threads = 0;
    std::uint32_t patience = 60;  ///< Seconds.
    bool is_forced = false;
    bool is_quiet = false;
};

/// The inputs and the options --output, --file-names, --field, --threads, --wait, --force and --quiet.
void add_build_options(Options& options, BuildChoice& choice);

/// What the choice and the rules tell the readers; nothing, with a report, where an option is wrong.
[[nodiscard]] std::optional<BuildOptions> build_options(const BuildChoice& choice, const Engine& engine,
                                                        Streams& streams);

/// Keeps other builds out of the project while it lives; waits, and says so, while another one is there.
/// Throws StoreFault.
[[nodiscard]] BuildLock hold_project(const BuildChoice& choice, Streams& streams);

/// Brings the project file up to date and shows progress and what is wrong with the articles. The caller
/// holds the project. Throws StoreFault.
[[nodiscard]] BuildStats update_project(const BuildChoice& choice, const Engine& engine,
                                        const BuildOptions& options, Streams& streams);

/// `read 840 articles (841 inputs, 1 rejected)`
[[nodiscard]] std::string articles_of(const BuildStats& stats);
/// What the build did beyond the one before it, as a line.
[[nodiscard]] std::string changes_of(const BuildStats& stats);

}  // namespace stancegraph::cli
