#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/streams.hpp"
#include "pipeline/engine.hpp"
#include "workbench/articles.hpp"

namespace stancegraph::cli {

/// What somebody asks about: a file, perhaps one line of it, or a sentence written on the command line.
struct Passage {
    std::vector<Document> documents;
    std::optional<std::uint32_t> line;
};

/// `FILE:LINE`, also with the name of an article of the project; `FILE`, `-` for standard input as text, or
/// else a text. Nothing, with a report, where a file is meant that cannot be read.
[[nodiscard]] std::optional<Passage> find_passage(const std::string& argument, const std::string& project,
                                                  const Engine& engine, Streams& streams);

/// The articles of the files and folders; `-` is standard input. What cannot be read is reported.
[[nodiscard]] std::vector<Document> read_articles(const std::vector<std::string>& paths,
                                                  const ReadOptions& options, Streams& streams);

/// The articles that tools run rules over: those of the files and folders, or those of the project where
/// there are no paths. Null, with a report, where there are none. `reading` is for paths.
[[nodiscard]] std::unique_ptr<Articles> open_articles(const std::vector<std::string>& paths,
                                                      const std::string& project, const ReadOptions& reading,
                                                      Streams& streams);

}  // namespace stancegraph::cli
