#pragma once

#include <string>
#include <vector>

namespace stancegraph::cli {

/// What one run of the program left: exit code and both streams.
struct Finished {
    int code = 0;
    std::string out;
    std::string error;
};

/// Runs the program in this process.
[[nodiscard]] Finished run_program(const std::vector<std::string>& arguments, const std::string& input = {});

/// An empty folder for one test, below the build folder.
[[nodiscard]] std::string fresh_folder(const std::string& name);
void write_file(const std::string& path, const std::string& bytes);

}  // namespace stancegraph::cli
