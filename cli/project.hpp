#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "graph/claim_set.hpp"
#include "store/store.hpp"
#include "workbench/verdicts.hpp"

namespace stancegraph::cli {

/// A project is the folder that `build` or `merge` wrote. `build` keeps what it found in the project file
/// (store/store.hpp), from which all commands read; claims.jsonl is for other programs, and all that `merge`
/// writes.
inline constexpr const char* kDefaultProject = "stancegraph-out";
inline constexpr const char* kClaimsFile = "claims.jsonl";
inline constexpr const char* kAttributionsFile = "attributions.jsonl";

void add_project_option(Options& options, std::string& project);

/// A file of JSON lines, `-` being standard input. Null, with a report and `hint`, where it cannot be read.
[[nodiscard]] std::shared_ptr<const InputFile> read_lines(const std::string& path, const std::string& hint,
                                                          Streams& streams);

/// The claims of one file, `-` being standard input. Lines that are no claims are reported and left out.
/// Nothing, with a report, where the file cannot be read.
[[nodiscard]] std::optional<std::vector<Claim>> read_claim_file(const std::string& path, Streams& streams);

/// The project file of a folder that `build` wrote, to read; nothing where it has none, as one that `merge`
/// wrote.
[[nodiscard]] std::optional<Store> open_store(const std::string& project);

/// The claims of a project folder; nothing, with a report, where it is none.
[[nodiscard]] std::optional<ClaimSet> read_project(const std::string& project, Streams& streams);

/// What `review` was told of claims of the project; of none where it has no project file.
[[nodiscard]] JudgedClaims judged_claims(const std::string& project);

/// The attributions of a project folder as lines of JSON; null, with a report, where it has none.
[[nodiscard]] std::shared_ptr<const InputFile> read_project_attributions(const std::string& project,
                                                                         Streams& streams);

/// Makes the folder where it is missing. Refuses, with a report, a folder that holds files and is no project,
/// unless forced: outputs must not land among somebody's files by a slip.
[[nodiscard]] std::optional<ExitCode> prepare_project(const std::filesystem::path& folder, bool is_forced,
                                                      Streams& streams);

/// Reports what keeps the project file from being used: 4, 5 or 6.
[[nodiscard]] ExitCode report_fault(const StoreFault& fault, Streams& streams);

/// 4 for a failed write, 5 where another process holds the file.
[[nodiscard]] ExitCode exit_code_of(const Diagnostics& write_faults);

}  // namespace stancegraph::cli
