#include "base/yaml_bytes.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "base/yaml.hpp"

namespace stancegraph::yaml {
namespace {

/// One line of the part, without its line end.
struct Line {
    std::string_view text;
    std::uint32_t begin = 0;  ///< In the file.
};

bool is_blank_or_comment(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    return first == std::string_view::npos || line[first] == '#';
}

/// `---` or `...` in the first column, alone or before a blank: the end of a YAML document.
bool is_document_mark(std::string_view line, char mark) {
    if (line.size() < 3 || line[0] != mark || line[1] != mark || line[2] != mark) {
        return false;
    }
    return line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r';
}

class ByteChecker {
public:
    ByteChecker(std::shared_ptr<const InputFile> file, ByteSpan part, Diagnostics& diagnostics)
        : file_(std::move(file)), part_(part), diagnostics_(&diagnostics) {
        const std::string_view text = file_->text().substr(part.begin, part.size());
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            lines_.push_back(
                {.text = text.substr(at, end - at), .begin = part.begin + static_cast<std::uint32_t>(at)});
            at = end + 1;
        }
    }

    [[nodiscard]] bool check() {
        const std::size_t before = diagnostics_->all().size();
        check_encoding();
        check_control_characters();
        check_tabs();
        check_document_marks();
        return diagnostics_->all().size() == before;
    }

private:
    void add(std::string code, std::string message, ByteSpan span, std::string hint) {
        diagnostics_->add({.code = std::move(code),
                           .severity = Severity::error,
                           .message = std::move(message),
                           .location = {.file = file_, .span = span},
                           .hint = std::move(hint),
                           .notes = {}});
    }

    void check_encoding() {
        const std::string_view text = file_->text().substr(part_.begin, part_.size());
        if (utf8::is_valid(text)) {
            return;
        }
        const auto faults = utf8::repair(text).faults;
        const std::uint32_t at = part_.begin + faults.front();
        add("SG1002",
            fmt::format("this file is not UTF-8: byte 0x{:02X} at offset {}{}",
                        static_cast<unsigned char>(file_->text()[at]), at,
                        faults.size() == 1 ? "" : fmt::format(", and {} more", faults.size() - 1)),
            {at, at + 1}, "save the file as UTF-8");
    }

    void check_control_characters() {
        const auto is_control = [](char byte) {
            const auto code = static_cast<unsigned char>(byte);
            return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7F;
        };
        for (const Line& line : lines_) {
            std::size_t at =
                static_cast<std::size_t>(std::ranges::find_if(line.text, is_control) - line.text.begin());
            // A carriage return belongs to a line end; alone it would be a line end for some programs only.
            at = std::min(at, line.text.substr(0, line.text.empty() ? 0 : line.text.size() - 1).find('\r'));
            if (at < line.text.size()) {
                const auto begin = line.begin + static_cast<std::uint32_t>(at);
                add("SG1003", "a control character stands here", {begin, begin + 1}, "delete it");
                return;
            }
        }
    }

    void check_tabs() {
        std::size_t count = 0;
        ByteSpan first;
        for (const Line& line : lines_) {
            const std::size_t text = line.text.find_first_not_of(" \t\r");
            const std::size_t tab = line.text.find('\t');
            if (text != std::string_view::npos && tab < text) {
                const auto begin = line.begin + static_cast<std::uint32_t>(tab);
                first = count == 0 ? ByteSpan{begin, begin + 1} : first;
                ++count;
            }
        }
        if (count > 0) {
            add("SG1015",
                count == 1 ? std::string("this line is indented with a tab")
                           : fmt::format("this line and {} more are indented with tabs", count - 1),
                first, "YAML wants blanks: let the editor turn each tab into two blanks");
        }
    }

    void check_document_marks() {
        bool has_content = false;
        for (std::size_t index = 0; index < lines_.size(); ++index) {
            const Line& line = lines_[index];
            const bool is_start = is_document_mark(line.text, '-');
            const bool is_end = is_document_mark(line.text, '.');
            const ByteSpan mark{line.begin, line.begin + 3};
            const std::size_t left = is_end ? lines_with_content_after(index) : 0;
            if (is_end && (left > 0 || line.text.size() > 4)) {
                const std::string lost = left == 0   ? "the rest of the line"
                                         : left == 1 ? "the line below"
                                                     : fmt::format("the {} lines below", left);
                add("SG1014",
                    fmt::format("'...' in the first column ends the file for YAML; {} would be ignored",
                                lost),
                    mark, "indent the pattern by two more blanks");
                return;
            }
            if (is_start && has_content) {
                add("SG1014", "'---' in the first column begins a second document", mark,
                    "a rule file is one document: remove the line, or make it two files");
                return;
            }
            has_content = has_content || is_start || !is_blank_or_comment(line.text);
        }
    }

    [[nodiscard]] std::size_t lines_with_content_after(std::size_t index) const {
        return static_cast<std::size_t>(
            std::count_if(lines_.begin() + static_cast<std::ptrdiff_t>(index) + 1, lines_.end(),
                          [](const Line& line) { return !is_blank_or_comment(line.text); }));
    }

    std::shared_ptr<const InputFile> file_;
    ByteSpan part_;
    Diagnostics* diagnostics_;
    std::vector<Line> lines_;
};

}  // namespace

bool check_bytes(const std::shared_ptr<const InputFile>& file, ByteSpan part, Diagnostics& diagnostics) {
    if (part.size() > kMaxBytes) {
        diagnostics.add(
            {.code = "SG1001",
             .severity = Severity::error,
             .message = fmt::format("this file has {} bytes, the limit is {}", part.size(), kMaxBytes),
             .location = {.file = file, .span = {part.begin, part.begin}},
             .hint = "split it into several files",
             .notes = {}});
        return false;
    }
    return ByteChecker(file, part, diagnostics).check();
}

}  // namespace stancegraph::yaml
