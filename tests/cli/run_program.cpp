#include "run_program.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/command.hpp"

namespace stancegraph::cli {

Finished run_program(const std::vector<std::string>& arguments, const std::string& input) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream error;
    Streams streams{.in = in, .out = out, .error = error};
    const ExitCode code = run(arguments, streams);
    return {.code = static_cast<int>(code), .out = out.str(), .error = error.str()};
}

std::string fresh_folder(const std::string& name) {
    const std::filesystem::path folder =
        std::filesystem::path(STANCEGRAPH_BINARY_DIR) / "test_folders" / name;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder.string();
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace stancegraph::cli
