#include "workbench/format.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/utf8.hpp"
#include "base/yaml.hpp"
#include "workbench/file_parts.hpp"
#include "workbench/remarks.hpp"
#include "workbench/scalar_writer.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kStep = 2;

bool is_collection(const yaml::Node& node) {
    return node.kind == yaml::Kind::sequence || node.kind == yaml::Kind::mapping;
}

std::vector<const yaml::Entry*> in_order(const yaml::Node& mapping, FilePart part) {
    std::vector<const yaml::Entry*> entries;
    for (const yaml::Entry& entry : mapping.entries) {
        entries.push_back(&entry);
    }
    const auto keys = keys_of(part);
    std::ranges::stable_sort(entries, {}, [&keys](const yaml::Entry* entry) {
        return std::ranges::find(keys, entry->key.text) - keys.begin();
    });
    return entries;
}

class Formatter {
public:
    Formatter(const InputFile& file, const yaml::Node& root) : file_(file), remarks_(file, root) {}

    [[nodiscard]] std::string write(const yaml::Node& root) {
        write_block(root, FilePart::file, 0, {});
        while (!lines_.empty() && lines_.back().empty()) {
            lines_.pop_back();
        }
        std::string text;
        for (const std::string& line : lines_) {
            text += line + '\n';
        }
        return text;
    }

private:
    [[nodiscard]] std::uint32_t line_of(std::uint32_t byte) const { return file_.place_of(byte).line; }

    [[nodiscard]] bool is_flow(const yaml::Node& node) const {
        const char first = file_.text()[node.span.begin];
        return first == (node.kind == yaml::Kind::sequence ? '[' : '{');
    }

    void add_line(std::string line) {
        const bool is_repeated = line.empty() && (lines_.empty() || lines_.back().empty());
        if (!is_repeated) {
            lines_.push_back(std::move(line));
        }
    }

    /// A line with what stands in the file at the end of line `number`, if nothing has taken that yet.
    void add_line(std::string line, std::uint32_t number) {
        const Remark* const remark = remarks_.beside(number);
        if (remark != nullptr && beside_done_.insert(number).second) {
            const std::size_t width = utf8::count_code_points(line);
            const bool can_stay = remark->column >= width + 2 &&
                                  remark->column + utf8::count_code_points(remark->text) <= kRuleFileWidth;
            line.append(can_stay ? remark->column - width : 2, ' ');
            line += remark->text;
        }
        add_line(std::move(line));
    }

    void add_remarks(const std::vector<Remark>& remarks, std::size_t indentation) {
        for (const Remark& remark : remarks) {
            add_line(remark.text.empty() ? std::string() : std::string(indentation, ' ') + remark.text);
        }
    }

    /// The items of a list or mapping on lines of their own. The first line begins with `first` where that is
    /// not empty: with the `- ` of the list around it.
    void write_block(const yaml::Node& node, FilePart part, std::size_t indentation, std::string first) {
        const std::string blanks(indentation, ' ');
        const auto head = [&] { return first.empty() ? blanks : std::exchange(first, {}); };
        // What is said about the first line stands above the `- ` that it begins with.
        const auto remarks_column = [&] {
            return first.empty() ? indentation : first.find_first_not_of(' ');
        };
        for (const yaml::Node& item : node.items) {
            add_remarks(remarks_.above(item), remarks_column());
            write_value(item, part_at(part, {}), indentation, head() + "-", line_of(item.span.begin));
        }
        for (const yaml::Entry* entry : in_order(node, part)) {
            add_remarks(remarks_.above(entry->key), remarks_column());
            write_value(entry->value, part_at(part, entry->key.text), indentation,
                        head() + key_text(entry->key, yaml::Surroundings::block) + ":",
                        line_of(entry->key.span.begin));
        }
        if (is_flow(node)) {
            const std::uint32_t last = line_of(node.span.end - 1);
            const Remark* const behind = remarks_.beside(last);
            if (behind != nullptr && beside_done_.insert(last).second) {
                add_line(blanks + behind->text);
            }
        }
        add_remarks(remarks_.below(node), indentation);
    }

    /// A value behind its key or `-`, which stand in line `line` of the file.
    void write_value(const yaml::Node& value, FilePart part, std::size_t indentation, std::string head,
                     std::uint32_t line) {
        if (!is_collection(value)) {
            write_scalar(value, part, indentation, std::move(head), line);
        } else if (is_flow(value) && write_flow(value, part, head)) {
            return;
        } else if (head.ends_with('-')) {
            write_block(value, part, indentation + kStep, head + ' ');
        } else {
            const bool is_one_line = line_of(value.span.begin) == line_of(value.span.end - 1);
            const bool is_header = line_of(first_byte(value)) > line || (is_flow(value) && is_one_line);
            add_line(std::move(head), is_header ? line : 0);
            write_block(value, part, indentation + kStep, {});
        }
    }

    [[nodiscard]] static std::uint32_t first_byte(const yaml::Node& collection) {
        return collection.items.empty() ? collection.entries.front().key.span.begin
                                        : collection.items.front().span.begin;
    }

    void write_scalar(const yaml::Node& value, FilePart part, std::size_t indentation, std::string head,
                      std::uint32_t line) {
        const std::size_t column = utf8::count_code_points(head) + 1;
        std::vector<std::string> lines = block_scalar(file_, value, part, column, indentation + kStep);
        if (!lines.front().empty()) {
            head += ' ' + lines.front();
        }
        const bool is_block = value.style == yaml::Style::literal || value.style == yaml::Style::folded;
        const std::uint32_t last = value.kind == yaml::Kind::null
                                       ? line
                                       : line_of(std::max(value.span.end, value.span.begin + 1) - 1);
        if (lines.size() == 1 || is_block) {
            add_line(std::move(head), is_block ? line_of(value.span.begin) : last);
        } else {
            lines_.push_back(std::move(head));
        }
        for (std::size_t at = 1; at < lines.size(); ++at) {
            const bool is_last = at + 1 == lines.size() && !is_block;
            if (is_last) {
                add_line(std::move(lines[at]), last);
            } else {
                lines_.push_back(std::move(lines[at]));  // also blank ones: they are text
            }
        }
    }

    /// A list or mapping in brackets. False where it cannot stay in them.
    bool write_flow(const yaml::Node& value, FilePart part, const std::string& head) {
        const std::uint32_t last = line_of(value.span.end - 1);
        if (remarks_.are_between(line_of(value.span.begin), last)) {
            return false;
        }
        const std::string line = head + ' ' + flow_text(value, part);
        if (utf8::count_code_points(line) <= kRuleFileWidth) {
            add_line(line, last);
            return true;
        }
        if (value.kind == yaml::Kind::mapping) {
            return false;
        }
        write_filled(value, part, head + " [", last);
        return true;
    }

    void write_filled(const yaml::Node& sequence, FilePart part, std::string line, std::uint32_t last) {
        const std::string blanks(utf8::count_code_points(line), ' ');
        for (const yaml::Node& item : sequence.items) {
            const bool is_last = &item == &sequence.items.back();
            const std::string text = flow_item(item, part_at(part, {})) + (is_last ? "]" : ",");
            const bool is_first = line.ends_with('[') || line == blanks;
            const std::size_t width = utf8::count_code_points(line) + utf8::count_code_points(text) + 1;
            if (!is_first && width > kRuleFileWidth) {
                add_line(std::exchange(line, blanks));
            }
            line += (line.ends_with('[') || line == blanks ? "" : " ") + text;
        }
        add_line(std::move(line), last);
    }

    [[nodiscard]] std::string flow_text(const yaml::Node& node, FilePart part) const {
        if (!is_collection(node)) {
            return flow_scalar(file_, node);
        }
        std::string text;
        for (const yaml::Node& item : node.items) {
            text += (text.empty() ? "" : ", ") + flow_item(item, part_at(part, {}));
        }
        for (const yaml::Entry* entry : in_order(node, part)) {
            text += (text.empty() ? "" : ", ") + pair_text(*entry, part);
        }
        return node.kind == yaml::Kind::sequence ? '[' + text + ']' : '{' + text + '}';
    }

    /// `word: stance` in a list needs no braces of its own.
    [[nodiscard]] std::string flow_item(const yaml::Node& item, FilePart part) const {
        const bool is_pair = item.kind == yaml::Kind::mapping && item.entries.size() == 1 && !is_flow(item);
        return is_pair ? pair_text(item.entries.front(), part) : flow_text(item, part);
    }

    [[nodiscard]] std::string pair_text(const yaml::Entry& entry, FilePart part) const {
        const std::string value = flow_text(entry.value, part_at(part, entry.key.text));
        return key_text(entry.key, yaml::Surroundings::flow) + (value.empty() ? ":" : ": ") + value;
    }

    const InputFile& file_;
    Remarks remarks_;
    std::set<std::uint32_t> beside_done_;
    std::vector<std::string> lines_;
};

/// True if two files say the same, whatever the order of keys that has no meaning.
bool say_the_same(const yaml::Node& a, const yaml::Node& b, FilePart part) {
    if (a.kind != b.kind || a.items.size() != b.items.size() || a.entries.size() != b.entries.size()) {
        return false;
    }
    const bool is_same_text =
        part == FilePart::pattern ? pattern_text(a.text) == pattern_text(b.text) : a.text == b.text;
    bool is_same = is_same_text;
    for (std::size_t at = 0; at < a.items.size(); ++at) {
        is_same = is_same && say_the_same(a.items[at], b.items[at], part_at(part, {}));
    }
    const auto left = in_order(a, part);
    const auto right = in_order(b, part);
    for (std::size_t at = 0; at < left.size(); ++at) {
        is_same = is_same && left[at]->key.text == right[at]->key.text &&
                  say_the_same(left[at]->value, right[at]->value, part_at(part, left[at]->key.text));
    }
    return is_same;
}

std::multiset<std::string> comments_of(const InputFile& file, const yaml::Node& root) {
    const Remarks remarks(file, root);
    return {remarks.comments().begin(), remarks.comments().end()};
}

}  // namespace

std::optional<std::string> formatted(const std::shared_ptr<const InputFile>& file, Diagnostics& diagnostics) {
    Diagnostics mistakes;
    const auto root = yaml::parse(file, mistakes);
    diagnostics.append(mistakes);
    if (!root || mistakes.has_errors()) {
        return std::nullopt;
    }
    const auto result = std::make_shared<const InputFile>(
        file->name(),
        is_collection(*root) ? Formatter(*file, *root).write(*root) : std::string(file->text()));
    const auto again = yaml::parse(result, mistakes);
    if (!again || mistakes.has_errors() || !say_the_same(*root, *again, FilePart::file) ||
        comments_of(*file, *root) != comments_of(*result, *again)) {
        Diagnostic refusal;
        refusal.code = "SG1033";
        refusal.message = "this file is laid out in a way that cannot be kept, and stays as it is";
        refusal.location.file = file;
        refusal.hint = "write its comments on lines of their own and its long texts after '|'";
        diagnostics.add(std::move(refusal));
        return std::nullopt;
    }
    return std::string(result->text());
}

}  // namespace stancegraph
