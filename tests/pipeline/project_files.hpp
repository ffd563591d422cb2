#pragma once

#include <filesystem>
#include <string>

namespace stancegraph {

/// The path of a project file that is not there yet, in an empty folder below the build folder.
[[nodiscard]] std::filesystem::path fresh_project(const std::string& name);

/// All that a project file holds of documents, annotations, claims and attributions, in an order that does
/// not depend on when what was built.
[[nodiscard]] std::string contents_of(const std::filesystem::path& project_file);

}  // namespace stancegraph
