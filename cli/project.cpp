#include "cli/project.hpp"

#include <algorithm>
#include <fstream>
#include <memory>
#include <sstream>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "cli/atomic_file.hpp"
#include "resolve/claim_file.hpp"
#include "store/verdict_table.hpp"

namespace stancegraph::cli {
namespace {

namespace filesystem = std::filesystem;

/// In large pieces: files of claims can be large.
std::string rest_of(std::istream& in) {
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

std::optional<std::string> read_bytes(const std::string& path, Streams& streams) {
    if (path == "-") {
        return rest_of(streams.in);
    }
    std::ifstream in(path, std::ios::binary);
    std::error_code error;
    if (!in || filesystem::is_directory(path, error)) {
        return std::nullopt;
    }
    return rest_of(in);
}

/// Hidden files do not count: a build that was killed at once leaves its lock.
bool has_visible_files(const filesystem::path& folder) {
    return std::ranges::any_of(filesystem::directory_iterator(folder), [](const auto& entry) {
        return !entry.path().filename().string().starts_with('.');
    });
}

}  // namespace

void add_project_option(Options& options, std::string& project) {
    options.value("-p,--project", "FOLDER", "The folder that build wrote", project);
}

std::shared_ptr<const InputFile> read_lines(const std::string& path, const std::string& hint,
                                            Streams& streams) {
    auto bytes = read_bytes(path, streams);
    if (!bytes.has_value()) {
        report(streams, plain_error("SG4006", fmt::format("cannot read '{}'", path), hint));
        return nullptr;
    }
    return std::make_shared<const InputFile>(path, std::move(*bytes));
}

std::optional<std::vector<Claim>> read_claim_file(const std::string& path, Streams& streams) {
    const auto file = read_lines(path, "name a claims.jsonl that build or merge wrote", streams);
    if (file == nullptr) {
        return std::nullopt;
    }
    Diagnostics diagnostics;
    std::vector<Claim> claims = read_claims(file, diagnostics);
    report(streams, diagnostics);
    return claims;
}

std::optional<Store> open_store(const std::string& project) {
    const filesystem::path file = filesystem::path(project) / Store::kFileName;
    std::error_code error;
    return filesystem::exists(file, error) ? std::optional<Store>(std::in_place, file, Database::Mode::read)
                                           : std::nullopt;
}

JudgedClaims judged_claims(const std::string& project) {
    auto store = open_store(project);
    return JudgedClaims(store.has_value() ? VerdictTable(store->database()).all()
                                          : std::vector<StoredVerdict>());
}

std::shared_ptr<const InputFile> read_project_attributions(const std::string& project, Streams& streams) {
    const std::string path = (filesystem::path(project) / kAttributionsFile).string();
    auto store = open_store(project);
    std::error_code error;
    if (!store.has_value() && !filesystem::exists(path, error)) {
        report(streams, plain_error("SG0009", fmt::format("'{}' holds no {}", project, kAttributionsFile),
                                    "run stancegraph build first, or name its folder with -p"));
        return nullptr;
    }
    if (!store.has_value()) {
        return read_lines(path, "check its permissions, or build the project again", streams);
    }
    std::string lines;
    store->for_each_attribution([&lines](std::string_view line) { lines.append(line).append("\n"); });
    return std::make_shared<const InputFile>(path, std::move(lines));
}

std::optional<ClaimSet> read_project(const std::string& project, Streams& streams) {
    if (auto store = open_store(project)) {
        ClaimSet claims;
        store->for_each_claim([&claims](Claim&& claim) { claims.add(std::move(claim)); });
        claims.decide(store->decisions());
        store->for_each_story([&claims](const std::string& document, const std::string& story) {
            claims.link(document, story);
        });
        return claims;
    }
    const filesystem::path path = filesystem::path(project) / kClaimsFile;
    std::error_code error;
    if (!filesystem::exists(path, error)) {
        report(streams, plain_error("SG0009", fmt::format("'{}' holds no {}", project, kClaimsFile),
                                    "run stancegraph build first, or name its folder with -p"));
        return std::nullopt;
    }
    auto claims = read_claim_file(path.string(), streams);
    if (!claims.has_value()) {
        return std::nullopt;
    }
    return ClaimSet(std::move(*claims));
}

std::optional<ExitCode> prepare_project(const filesystem::path& folder, bool is_forced, Streams& streams) {
    std::error_code error;
    filesystem::create_directories(folder, error);
    if (error || !filesystem::is_directory(folder)) {
        const std::string reason = error ? error.message() : "it is a file";
        report(streams,
               plain_error("SG4002", fmt::format("cannot make the folder '{}': {}", folder.string(), reason),
                           "choose another place with -o"));
        return ExitCode::failure;
    }
    const bool is_foreign = has_visible_files(folder) && !filesystem::exists(folder / kClaimsFile) &&
                            !filesystem::exists(folder / Store::kFileName);
    if (is_foreign && !is_forced) {
        report(
            streams,
            plain_error("SG0007",
                        fmt::format("'{}' holds files and none of them is {}", folder.string(), kClaimsFile),
                        "choose another folder with -o, or write there all the same with --force"));
        return ExitCode::usage;
    }
    return std::nullopt;
}

ExitCode report_fault(const StoreFault& fault, Streams& streams) {
    const std::string message = fmt::format("the project file cannot be used: {}", fault.what());
    switch (fault.kind()) {
        case StoreFault::Kind::full:
            report(streams,
                   plain_error("SG4004", message,
                               "make room, then run the same command again: what was stored is valid, "
                               "and the build goes on from there"));
            return ExitCode::failure;
        case StoreFault::Kind::busy:
            report(streams, plain_error("SG5001", message,
                                        "wait until the other build is done, longer with --wait, or write to "
                                        "another folder with -o"));
            return ExitCode::busy;
        case StoreFault::Kind::damaged:
            report(streams, plain_error("SG6001", message,
                                        "delete the project folder and build it again from the articles"));
            return ExitCode::damaged;
        case StoreFault::Kind::older:
            report(streams, plain_error("SG6003", message, "run stancegraph build again on its articles"));
            return ExitCode::damaged;
        case StoreFault::Kind::newer:
            report(streams, plain_error("SG6002", message,
                                        "use the newer program, or build into another folder with -o"));
            return ExitCode::damaged;
        case StoreFault::Kind::unusable:
            break;
    }
    report(streams, plain_error("SG4002", message, "check that you may read and write in its folder"));
    return ExitCode::failure;
}

ExitCode exit_code_of(const Diagnostics& write_faults) {
    const bool is_busy = !write_faults.is_empty() && write_faults.all().front().code == "SG5001";
    return is_busy ? ExitCode::busy : ExitCode::failure;
}

}  // namespace stancegraph::cli
