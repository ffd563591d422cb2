#include <filesystem>

#include <catch2/catch.hpp>

#include "cli/atomic_file.hpp"
#include "run_program.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using namespace stancegraph::cli;

namespace {

std::size_t files_in(const std::string& folder) {
    const auto files = std::filesystem::directory_iterator(folder);
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

}  // namespace

TEST_CASE("a whole file is written, or why not is told", "[cli]") {
    const std::string folder = fresh_folder("write_whole");
    Diagnostics diagnostics;
    CHECK(write_whole(
        folder + "/a.txt", [](std::ostream& out) { out << "all"; }, diagnostics));
    CHECK(read_file(folder + "/a.txt") == "all");
    using std::filesystem::perms;
    std::filesystem::permissions(folder + "/a.txt", perms::owner_read | perms::owner_write);
    CHECK(write_whole(
        folder + "/a.txt", [](std::ostream& out) { out << "new"; }, diagnostics));
    CHECK(std::filesystem::status(folder + "/a.txt").permissions() ==
          (perms::owner_read | perms::owner_write));
    bool is_called = false;
    CHECK_FALSE(write_whole(
        folder + "/none/a.txt", [&](std::ostream&) { is_called = true; }, diagnostics));
    CHECK_FALSE(is_called);
    CHECK(render(diagnostics) == "error[SG4002]: cannot write '" + folder +
                                     "/none/a.txt': No such file or directory\n"
                                     "help: check that the folder exists and that you may write in it\n");
}

TEST_CASE("a file that is not committed leaves what was there, and nothing else", "[cli]") {
    const std::string folder = fresh_folder("atomic");
    const std::string path = folder + "/graph.dot";
    write_file(path, "before");
    Diagnostics diagnostics;
    {
        auto file = AtomicFile::open(path, diagnostics);
        REQUIRE(file.has_value());
        file->stream() << "half";
    }
    CHECK(read_file(path) == "before");
    CHECK(files_in(folder) == 1);

    auto file = AtomicFile::open(path, diagnostics);
    REQUIRE(file.has_value());
    file->stream() << std::string(200000, 'x');
    CHECK(read_file(path) == "before");
    CHECK(file->commit(diagnostics));
    CHECK(read_file(path) == std::string(200000, 'x'));
    CHECK(files_in(folder) == 1);
    CHECK(diagnostics.is_empty());
}

TEST_CASE("what is left of a killed run does not matter", "[cli]") {
    const std::string folder = fresh_folder("killed");
    write_file(folder + "/.graph.dot.partial", "left over, and longer than what comes");
    Diagnostics diagnostics;
    auto file = AtomicFile::open(folder + "/graph.dot", diagnostics);
    REQUIRE(file.has_value());
    file->stream() << "whole";
    CHECK(file->commit(diagnostics));
    CHECK(read_file(folder + "/graph.dot") == "whole");
    CHECK(files_in(folder) == 1);
}

TEST_CASE("two writers of one file: the second is told", "[cli]") {
    const std::string path = fresh_folder("two") + "/graph.dot";
    Diagnostics diagnostics;
    const auto first = AtomicFile::open(path, diagnostics);
    CHECK(first.has_value());
    CHECK_FALSE(AtomicFile::open(path, diagnostics).has_value());
    CHECK(render(diagnostics) == "error[SG5001]: another process is writing '" + path +
                                     "'\nhelp: wait until it is done, or write to another folder\n");
}

TEST_CASE("a file that cannot be written is reported with the reason", "[cli]") {
    struct Row {
        std::string path;
        std::string error;
    };

    const std::string folder = fresh_folder("refused");
    std::filesystem::create_symlink("elsewhere.dot", folder + "/link.dot");
    const auto row = GENERATE_COPY(values<Row>({
        {folder + "/none/graph.dot",
         "error[SG4002]: cannot write '" + folder +
             "/none/graph.dot': No such file or directory\nhelp: check that the folder "
             "exists and that you may write in it\n"},
        {folder, "error[SG4002]: cannot write '" + folder +
                     "': Is a directory\nhelp: check that the folder exists and that you may write in it\n"},
        {folder + "/link.dot", "error[SG4005]: '" + folder +
                                   "/link.dot' is a symbolic link\nhelp: name the file that it points at\n"},
    }));
    Diagnostics diagnostics;
    CHECK_FALSE(AtomicFile::open(row.path, diagnostics).has_value());
    CHECK(render(diagnostics) == row.error);
}

TEST_CASE("a full device is an error at the latest when the file is committed", "[cli]") {
    Diagnostics diagnostics;
    auto file = AtomicFile::open("/dev/full", diagnostics);
    REQUIRE(file.has_value());
    file->stream() << "text";
    CHECK_FALSE(file->commit(diagnostics));
    CHECK(diagnostics.all().front().code == "SG4004");
}
