#include "text/markdown_reader.hpp"

#include <algorithm>

#include "text/blocks.hpp"
#include "text/front_matter.hpp"
#include "text/markdown_inline.hpp"
#include "text/text_builder.hpp"

namespace stancegraph {
namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view stripped(std::string_view line) {
    const std::size_t begin = std::min(line.find_first_not_of(kBlank), line.size());
    const std::size_t end = line.find_last_not_of(kBlank);
    return end == std::string_view::npos ? std::string_view() : line.substr(begin, end + 1 - begin);
}

std::size_t indent_of(std::string_view line) {
    std::size_t columns = 0;
    for (const char character : line) {
        if (character == '\t') {
            columns += 4;
        } else if (character == ' ') {
            ++columns;
        } else {
            break;
        }
    }
    return columns;
}

/// The bytes of `> `, `- `, `12. ` at the begin of a line, 0 where there is no such mark.
std::size_t quote_mark(std::string_view line) {
    return line.starts_with('>') ? (line.substr(1).starts_with(' ') ? 2 : 1) : 0;
}

std::size_t list_mark(std::string_view line) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const std::size_t at = digits <= 9 ? digits : line.size();
    if (at + 1 >= line.size() || line[at + 1] != ' ') {
        return 0;
    }
    const std::string_view marks = digits == 0 ? "-*+" : ".)";
    return marks.find(line[at]) == std::string_view::npos ? 0 : at + 2;
}

/// A line of only one of `marks`, three times or more, blanks between them or not.
bool is_rule(std::string_view line, std::string_view marks, std::size_t least) {
    if (line.empty() || marks.find(line.front()) == std::string_view::npos) {
        return false;
    }
    const auto count = static_cast<std::size_t>(std::ranges::count(line, line.front()));
    const auto blanks = static_cast<std::size_t>(std::ranges::count(line, ' '));
    return count >= least && count + blanks == line.size();
}

/// `[1]: https://…`
bool is_link_definition(std::string_view line) {
    const std::size_t close = line.find("]:");
    return line.starts_with('[') && close != std::string_view::npos && close < 80 &&
           line.find("://", close) != std::string_view::npos;
}

/// Cuts Markdown into blocks, line by line (CommonMark 0.31, chapters 3 to 5, without nesting).
class MarkdownBlocks {
public:
    explicit MarkdownBlocks(TextBuilder& out) : out_(&out) {}

    void add_line(std::string_view line);

    void flush() { flush_as(BlockClass::body); }

private:
    void flush_as(BlockClass block_class);
    [[nodiscard]] bool skip_fenced(std::string_view line);
    [[nodiscard]] bool skip_comment(std::string_view line);
    [[nodiscard]] bool take_heading(std::string_view line);
    void take_text(std::string_view line);

    TextBuilder* out_;
    std::string block_;
    std::string_view fence_;  ///< The fence that opened the code block we are in.
    bool in_comment_ = false;
    bool in_list_ = false;
};

void MarkdownBlocks::flush_as(BlockClass block_class) {
    if (!block_.empty()) {
        out_->add(markdown_text(block_), block_class);
        block_.clear();
    }
}

bool MarkdownBlocks::skip_fenced(std::string_view line) {
    if (!fence_.empty()) {
        if (line.starts_with(fence_) && line.find_first_not_of(fence_.front()) == std::string_view::npos) {
            fence_ = {};
        }
        return true;
    }
    if (!line.starts_with("```") && !line.starts_with("~~~")) {
        return false;
    }
    flush();
    fence_ = line.substr(0, std::min(line.find_first_not_of(line.front()), line.size()));
    return true;
}

bool MarkdownBlocks::skip_comment(std::string_view line) {
    if (in_comment_) {
        in_comment_ = line.find("-->") == std::string_view::npos;
        return true;
    }
    if (!line.starts_with("<!--") || line.find("-->") != std::string_view::npos) {
        return false;
    }
    flush();
    in_comment_ = true;
    return true;
}

bool MarkdownBlocks::take_heading(std::string_view line) {
    // A line under a paragraph that makes it a heading.
    if (!block_.empty() && (is_rule(line, "=", 1) || is_rule(line, "-", 2))) {
        flush_as(BlockClass::headline);
        return true;
    }
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    if (marks == 0 || marks > 6 || (marks < line.size() && line[marks] != ' ')) {
        return false;
    }
    flush();
    const std::string_view heading = line.substr(marks);
    const std::size_t end = heading.find_last_not_of("# ");
    out_->add(markdown_text(heading.substr(0, end == std::string_view::npos ? 0 : end + 1)),
              BlockClass::headline);
    return true;
}

void MarkdownBlocks::take_text(std::string_view line) {
    block_ += block_.empty() ? "" : "\n";
    block_ += line;
}

void MarkdownBlocks::add_line(std::string_view raw) {
    const std::size_t indent = indent_of(raw);
    std::string_view line = stripped(raw);
    if (skip_fenced(line) || skip_comment(line)) {
        return;
    }
    if (line.empty()) {
        flush();
        return;
    }
    const bool is_code = indent >= 4 && block_.empty() && !in_list_;
    if (is_code || is_link_definition(line)) {
        return;
    }
    while (const std::size_t mark = quote_mark(line)) {
        line = stripped(line.substr(mark));
    }
    if (line.empty() || take_heading(line) || is_rule(line, "-*_", 3)) {
        flush();
        return;
    }
    if (const std::size_t mark = list_mark(line)) {
        flush();
        in_list_ = true;
        line.remove_prefix(mark);
    } else if (block_.empty() && indent == 0) {
        in_list_ = false;
    }
    if (line.starts_with('|')) {
        flush();
        out_->add(markdown_text(line), BlockClass::furniture);
        return;
    }
    take_text(line);
}

}  // namespace

Document read_markdown(const std::string& name, std::string_view text, const ReadOptions& options,
                       Diagnostics& diagnostics) {
    Document document{.name = name, .source = {}, .text = {}, .blocks = {}, .given = nullptr};
    std::size_t at = read_front_matter(name, text, document.source, diagnostics);
    TextBuilder builder(options.limits.text_bytes);
    MarkdownBlocks blocks(builder);
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        blocks.add_line(text.substr(at, end - at));
        at = end + 1;
    }
    blocks.flush();
    builder.finish(document);
    put_title_first(document);
    classify_blocks(document.text, options.lexicons, document.blocks);
    read_article_head(document.text, document.blocks, options.lexicons, document.source);
    return document;
}

}  // namespace stancegraph
