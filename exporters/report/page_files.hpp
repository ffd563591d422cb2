#pragma once

#include <span>

#include "base/embedded_file.hpp"

namespace stancegraph::html_report {

/// report.html, made of page/ by cmake/bundle_page.cmake: everything but the data, which belongs where it
/// says
/// `@DATA@`.
[[nodiscard]] std::span<const EmbeddedFile> page_files();

}  // namespace stancegraph::html_report
