#include "reader_fixture.hpp"

#include <array>
#include <catch2/catch.hpp>

#include "shipped_block_lexicons.hpp"
#include "text/paragraphs.hpp"

namespace stancegraph::test {

const ReadOptions& shipped_options() {
    static const ReadOptions options{
        .jsonl_fields = {}, .file_name_pattern = {}, .lexicons = shipped_block_lexicons(), .limits = {}};
    return options;
}

std::string to_string(const Document& document) {
    static constexpr std::array<std::string_view, 4> kNames{"body", "head", "tease", "furn"};
    std::string lines;
    for (const Block& block : document.blocks) {
        lines += kNames[static_cast<std::size_t>(block.block_class)];
        lines += ' ';
        lines += slice(document.text, block.span);
        lines += '\n';
    }
    return lines;
}

std::string to_string(const Source& source) {
    return source.outlet + " | " + source.title + " | " + source.author + " | " + source.date + " | " +
           source.url;
}

Document read_one(std::string bytes, Format format, Diagnostics& diagnostics) {
    std::vector<Document> documents =
        read_documents("article", std::move(bytes), format, shipped_options(), diagnostics);
    REQUIRE(documents.size() == 1);
    return std::move(documents.front());
}

Document read_one(std::string bytes, Format format) {
    Diagnostics diagnostics;
    Document document = read_one(std::move(bytes), format, diagnostics);
    CHECK(render(diagnostics).empty());
    return document;
}

}  // namespace stancegraph::test
