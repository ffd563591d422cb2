#include "text/fuzz_reader.hpp"

#include <cstdlib>

#include "base/utf8.hpp"
#include "text/shipped_block_lexicons.hpp"

namespace stancegraph::test {
namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

const ReadOptions& options() {
    static const ReadOptions shipped{
        .jsonl_fields = {},
        .file_name_pattern = "{outlet}_{date}_*",
        .lexicons = shipped_block_lexicons(),
        .limits = {.document_bytes = 1U << 20U, .line_bytes = 4096, .text_bytes = 65536}};
    return shipped;
}

/// Blocks lie in the text in order, are not empty, and begin and end at whole characters.
void check_blocks(const Document& document) {
    std::uint32_t last = 0;
    for (const Block& block : document.blocks) {
        require(block.span.begin >= last && block.span.end > block.span.begin);
        require(block.span.end <= document.text.size());
        require(utf8::is_valid(document.text.substr(block.span.begin, block.span.size())));
        last = block.span.end;
    }
}

void check_given(const Document& document) {
    const GivenAnnotation& given = *document.given;
    std::uint32_t last = 0;
    for (const GivenToken& token : given.tokens) {
        require(token.span.begin >= last && token.span.end > token.span.begin);
        require(token.span.end <= document.text.size());
        require(token.head == kNoToken || token.head < given.tokens.size());
        last = token.span.end;
    }
    TokenIndex next = 0;
    for (const TokenSpan sentence : given.sentences) {
        require(sentence.begin == next && sentence.end > sentence.begin);
        for (TokenIndex token = sentence.begin; token < sentence.end; ++token) {
            std::size_t steps = 0;
            for (TokenIndex at = token; at != kNoToken; at = given.tokens[at].head) {
                require(sentence.contains(at) && ++steps <= sentence.size());
            }
        }
        next = sentence.end;
    }
    require(next == given.tokens.size());
}

}  // namespace

std::string bytes_of(const std::uint8_t* data, std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t at = 0; at < size; ++at) {
        bytes[at] = static_cast<char>(data[at]);
    }
    return bytes;
}

void check_reader(const std::string& bytes, Format format) {
    Diagnostics diagnostics;
    for (const Document& document :
         read_documents("a/b_2025-03-05_c.txt", bytes, format, options(), diagnostics)) {
        require(utf8::is_valid(document.text));
        check_blocks(document);
        if (document.given != nullptr) {
            check_given(document);
        }
        const bool has_mark = bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
                              bytes.starts_with("\xFE\xFF");
        require(format != Format::plain || has_mark || document.text == utf8::repair(bytes).text);
    }
    static_cast<void>(render(diagnostics));
}

}  // namespace stancegraph::test
