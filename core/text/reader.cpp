#include "text/reader.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "text/conllu_reader.hpp"
#include "text/encoding.hpp"
#include "text/file_name.hpp"
#include "text/html_reader.hpp"
#include "text/jsonl_reader.hpp"
#include "text/markdown_reader.hpp"
#include "text/plain_reader.hpp"
#include "text/text_location.hpp"

namespace stancegraph {
namespace {

struct Ending {
    std::string_view text;
    Format format;
};

constexpr std::array<Ending, 11> kEndings{{{".txt", Format::plain},
                                           {".text", Format::plain},
                                           {".md", Format::markdown},
                                           {".markdown", Format::markdown},
                                           {".html", Format::html},
                                           {".htm", Format::html},
                                           {".xhtml", Format::html},
                                           {".jsonl", Format::jsonl},
                                           {".ndjson", Format::jsonl},
                                           {".conllu", Format::conllu},
                                           {".conll", Format::conllu}}};

/// True for a line with the ten columns of CoNLL-U.
bool is_conllu_line(std::string_view line) {
    return !line.empty() && line.front() >= '1' && line.front() <= '9' && std::ranges::count(line, '\t') == 9;
}

bool looks_like_conllu(std::string_view begin) {
    for (std::size_t at = 0; at < begin.size();) {
        const std::size_t end = std::min(begin.find('\n', at), begin.size());
        const std::string_view line = begin.substr(at, end - at);
        if (!line.empty() && line.front() != '#') {
            return is_conllu_line(line);
        }
        at = end + 1;
    }
    return false;
}

Format format_by_content(std::string_view bytes) {
    constexpr std::size_t kLooked = 4096;
    std::string_view begin = bytes.substr(0, kLooked);
    const std::size_t first = begin.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    begin = first == std::string_view::npos ? std::string_view() : begin.substr(first);
    const std::string lower = utf8::to_lower(begin.substr(0, 256));
    if (lower.starts_with("<!doctype html") || lower.starts_with("<html") ||
        (lower.starts_with('<') && lower.find("<html") != std::string::npos)) {
        return Format::html;
    }
    if (begin.starts_with("{\"")) {
        return Format::jsonl;
    }
    if (looks_like_conllu(begin)) {
        return Format::conllu;
    }
    return begin.starts_with("---\n") || begin.starts_with("---\r\n") ? Format::markdown : Format::plain;
}

void report_size(const std::string& name, std::size_t size, std::size_t limit, Diagnostics& diagnostics) {
    diagnostics.add({.code = "SG2007",
                     .severity = Severity::error,
                     .message = fmt::format("the article has {} bytes, and the limit is {}", size, limit),
                     .location = whole_file(name),
                     .hint = "split the file into articles, or put them into a JSONL file, one on each line",
                     .notes = {}});
}

void report_empty(const std::string& name, Diagnostics& diagnostics) {
    diagnostics.add({.code = "SG2008",
                     .severity = Severity::warning,
                     .message = "there is no text in this file",
                     .location = whole_file(name),
                     .hint = "take it out of the corpus, or check how it was saved",
                     .notes = {}});
}

std::vector<Document> read_articles(const std::string& name, std::string bytes, Format format,
                                    const ReadOptions& options, Diagnostics& diagnostics) {
    std::vector<Document> documents;
    if (format == Format::html) {
        documents.push_back(read_html(name, std::move(bytes), options, diagnostics));
    } else {
        std::string text = utf8_text(name, std::move(bytes), diagnostics);
        if (format == Format::conllu) {
            documents = read_conllu(name, text, options, diagnostics);
        } else if (format == Format::markdown) {
            documents.push_back(read_markdown(name, text, options, diagnostics));
        } else {
            documents.push_back(read_plain(name, std::move(text), options));
        }
    }
    std::erase_if(documents, [](const Document& document) { return document.blocks.empty(); });
    if (documents.empty()) {
        report_empty(name, diagnostics);
    }
    return documents;
}

}  // namespace

std::optional<Format> find_format(std::string_view name) {
    const auto* const found = std::ranges::find(kFormatNames, name);
    return found == kFormatNames.end() ? std::nullopt
                                       : std::optional(static_cast<Format>(found - kFormatNames.begin()));
}

std::optional<Format> format_by_ending(std::string_view name) {
    const std::string lower =
        utf8::to_lower(name.substr(name.size() - std::min<std::size_t>(name.size(), 12)));
    const auto* const found =
        std::ranges::find_if(kEndings, [&](const Ending& ending) { return lower.ends_with(ending.text); });
    return found == kEndings.end() ? std::nullopt : std::optional(found->format);
}

Format format_of(std::string_view name, std::string_view bytes) {
    const std::optional<Format> by_ending = format_by_ending(name);
    return by_ending ? *by_ending : format_by_content(bytes);
}

std::vector<Document> read_documents(const std::string& name, std::string bytes, Format format,
                                     const ReadOptions& options, Diagnostics& diagnostics,
                                     std::uint32_t first_line) {
    std::vector<Document> documents;
    if (format == Format::jsonl) {
        documents = read_jsonl(name, bytes, options, diagnostics, first_line);
    } else if (bytes.size() > options.limits.document_bytes) {
        report_size(name, bytes.size(), options.limits.document_bytes, diagnostics);
        return {};
    } else {
        documents = read_articles(name, std::move(bytes), format, options, diagnostics);
    }
    for (Document& document : documents) {
        fill_from_name(document.source, name, options.file_name_pattern);
    }
    return documents;
}

}  // namespace stancegraph
