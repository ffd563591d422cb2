#include "cli/article_source.hpp"

#include <charconv>
#include <filesystem>
#include <iterator>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include "cli/project_record.hpp"
#include "pipeline/given_text.hpp"
#include "text/corpus.hpp"
#include "text/document_names.hpp"

namespace stancegraph::cli {
namespace {

struct FileLine {
    std::string file;
    std::uint32_t line = 0;
};

/// `FILE:LINE` taken apart; nothing for other texts.
std::optional<FileLine> file_and_line(const std::string& argument) {
    const std::size_t colon = argument.rfind(':');
    if (colon == std::string::npos || colon == 0 || argument.find(' ') != std::string::npos) {
        return std::nullopt;
    }
    FileLine place{.file = argument.substr(0, colon)};
    const char* end = argument.data() + argument.size();
    const auto parsed = std::from_chars(argument.data() + colon + 1, end, place.line);
    return parsed.ec == std::errc() && parsed.ptr == end ? std::optional(place) : std::nullopt;
}

std::optional<Passage> read_passage(const std::string& file, std::optional<std::uint32_t> line,
                                    const Engine& engine, Streams& streams) {
    std::vector<Document> documents = read_articles({file}, engine.read_options(), streams);
    if (documents.empty()) {
        return std::nullopt;
    }
    return Passage{.documents = std::move(documents), .line = line};
}

}  // namespace

std::vector<Document> read_articles(const std::vector<std::string>& paths, const ReadOptions& options,
                                    Streams& streams) {
    Diagnostics diagnostics;
    DocumentNames names;
    std::vector<Document> articles;
    for (const Input& input : list_inputs(paths, streams.in, diagnostics)) {
        for (Document& document : read_input(input, options, diagnostics)) {
            document.name = names.take(document.name, diagnostics);
            articles.push_back(std::move(document));
        }
    }
    report(streams, diagnostics);
    return articles;
}

std::unique_ptr<Articles> open_articles(const std::vector<std::string>& paths, const std::string& project,
                                        const ReadOptions& reading, Streams& streams) {
    if (paths.empty()) {
        const std::filesystem::path file = std::filesystem::path(project) / Store::kFileName;
        std::error_code error;
        if (std::filesystem::exists(file, error)) {
            return std::make_unique<ProjectArticles>(file);
        }
        report(streams,
               plain_error("SG0009", fmt::format("'{}' holds no {}", project, Store::kFileName),
                           "run stancegraph build first, name its folder with -p, or name articles"));
        return nullptr;
    }
    std::vector<Document> articles = read_articles(paths, reading, streams);
    if (articles.empty()) {
        report(streams, plain_error("SG0013", "no article was read, so nothing was counted",
                                    "articles are files that end in .txt, .md, .html, .jsonl or .conllu"));
        return nullptr;
    }
    return std::make_unique<GivenArticles>(std::move(articles));
}

std::optional<Passage> find_passage(const std::string& argument, const std::string& project,
                                    const Engine& engine, Streams& streams) {
    std::error_code error;
    if (argument == "-") {
        std::string text{std::istreambuf_iterator<char>(streams.in), std::istreambuf_iterator<char>()};
        return Passage{.documents = {document_of("-", std::move(text))}, .line = {}};
    }
    if (std::filesystem::is_regular_file(argument, error)) {
        return read_passage(argument, std::nullopt, engine, streams);
    }
    if (const auto place = file_and_line(argument)) {
        const bool is_file = std::filesystem::exists(place->file, error);
        if (auto article = is_file ? std::nullopt : find_document(project, place->file)) {
            return Passage{.documents = {std::move(*article)}, .line = place->line};
        }
        return read_passage(place->file, place->line, engine, streams);
    }
    return Passage{.documents = {document_of("text", argument)}, .line = {}};
}

}  // namespace stancegraph::cli
