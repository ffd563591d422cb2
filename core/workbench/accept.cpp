#include "workbench/accept.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/utf8.hpp"
#include "base/yaml.hpp"
#include "base/yaml_text.hpp"
#include "workbench/remarks.hpp"
#include "workbench/scalar_writer.hpp"

namespace stancegraph {
namespace {

struct Edit {
    ByteSpan span;
    std::string text;
};

/// The mapping of the example whose text stands there, or null.
const yaml::Node* find_example(const yaml::Node& root, ByteSpan text) {
    const yaml::Node* const rules = root.find("rules");
    for (std::size_t at = 0; rules != nullptr && at < rules->items.size(); ++at) {
        const yaml::Node* const examples = rules->items[at].find("examples");
        for (std::size_t number = 0; examples != nullptr && number < examples->items.size(); ++number) {
            const yaml::Node* const found = examples->items[number].find("text");
            if (found != nullptr && found->span == text) {
                return &examples->items[number];
            }
        }
    }
    return nullptr;
}

class ExampleEditor {
public:
    ExampleEditor(const InputFile& file, const yaml::Node& root)
        : file_(file), raw_(file.text()), remarks_(file, root) {}

    [[nodiscard]] Edit accepted(const yaml::Node& example, const std::vector<std::string>& got) const {
        const yaml::Entry& gives = *std::ranges::find(example.entries, "gives", key_of);
        const ByteSpan span{gives.key.span.begin, std::max(gives.value.span.end, gives.key.span.end + 1)};
        const std::size_t column = file_.place_of(span.begin).column - 1;
        return {span, comments_in(gives, column) + written(got, is_flow(example), column)};
    }

    [[nodiscard]] Edit without_todo(const yaml::Node& example) const {
        const auto todo = std::ranges::find(example.entries, "todo", key_of);
        const ByteSpan own{todo->key.span.begin, std::max(todo->value.span.end, todo->key.span.end + 1)};
        const auto line = static_cast<std::uint32_t>(raw_.rfind('\n', own.begin) + 1);
        const bool begins_line =
            raw_.substr(line, own.begin - line).find_first_not_of(' ') == std::string_view::npos;
        if (!is_flow(example) && begins_line) {
            const std::size_t end = std::min(raw_.find('\n', own.end), raw_.size() - 1);
            return {{line, static_cast<std::uint32_t>(end + 1)}, ""};
        }
        if (std::next(todo) != example.entries.end()) {
            return {{own.begin, std::next(todo)->key.span.begin}, ""};
        }
        return {{std::prev(todo)->value.span.end, own.end}, ""};
    }

private:
    static const std::string& key_of(const yaml::Entry& entry) { return entry.key.text; }

    [[nodiscard]] bool is_flow(const yaml::Node& mapping) const { return raw_[mapping.span.begin] == '{'; }

    /// Comments between the lines of the old value, each on a line of its own above.
    [[nodiscard]] std::string comments_in(const yaml::Entry& gives, std::size_t column) const {
        const std::uint32_t first = file_.place_of(gives.key.span.begin).line;
        const std::uint32_t last = file_.place_of(std::max(gives.value.span.end, gives.key.span.end)).line;
        std::vector<std::string> comments;
        for (const yaml::Node& item : gives.value.items) {
            for (const Remark& remark : remarks_.above(item)) {
                comments.push_back(remark.text);
            }
        }
        for (std::uint32_t line = first; line < last; ++line) {
            if (const Remark* const remark = remarks_.beside(line)) {
                comments.push_back(remark->text);
            }
        }
        std::string text;
        for (const std::string& comment : comments) {
            text += comment.empty() ? "" : comment + '\n' + std::string(column, ' ');
        }
        return text;
    }

    [[nodiscard]] static std::string written(const std::vector<std::string>& got, bool is_flow,
                                             std::size_t column) {
        using yaml::Surroundings;
        if (got.size() < 2) {
            const std::string only = got.empty() ? "nothing" : got.front();
            return "gives: " + yaml::scalar_text(only, is_flow ? Surroundings::flow : Surroundings::block);
        }
        std::vector<std::string> texts;
        for (const std::string& line : got) {
            texts.push_back(yaml::scalar_text(line, Surroundings::flow));
        }
        const std::string one_line = fmt::format("gives: [{}]", fmt::join(texts, ", "));
        if (is_flow || column + utf8::count_code_points(one_line) <= kRuleFileWidth) {
            return one_line;
        }
        std::string list = "gives:";
        for (const std::string& line : got) {
            list += '\n' + std::string(column + 2, ' ') + "- " + yaml::scalar_text(line, Surroundings::block);
        }
        return list;
    }

    const InputFile& file_;
    std::string_view raw_;
    Remarks remarks_;
};

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// The lines that an edit touches, before and after.
std::string shown(const InputFile& file, const Edit& edit) {
    const std::string_view raw = file.text();
    const std::size_t begin = raw.rfind('\n', edit.span.begin == 0 ? 0 : edit.span.begin - 1) + 1;
    const bool is_whole_line = edit.span.end > 0 && raw[edit.span.end - 1] == '\n';
    const std::size_t end =
        is_whole_line ? edit.span.end : std::min(raw.find('\n', edit.span.end), raw.size());
    const std::string before(raw.substr(begin, end - begin));
    const std::string after =
        before.substr(0, edit.span.begin - begin) + edit.text + before.substr(edit.span.end - begin);
    std::string text = fmt::format("@@ line {}\n", file.place_of(edit.span.begin).line);
    for (const std::string& line : lines_of(before)) {
        text += '-' + line + '\n';
    }
    for (const std::string& line : lines_of(after)) {
        text += '+' + line + '\n';
    }
    return text;
}

std::optional<AcceptedFile> changed(const std::shared_ptr<const InputFile>& file, std::vector<Edit> edits) {
    std::ranges::sort(edits, {}, [](const Edit& edit) { return edit.span.begin; });
    AcceptedFile result{.before = file, .after = {}, .changes = {}, .examples = edits.size()};
    std::uint32_t done = 0;
    for (const Edit& edit : edits) {
        result.after += file->text().substr(done, edit.span.begin - done);
        result.after += edit.text;
        result.changes += shown(*file, edit);
        done = edit.span.end;
    }
    result.after += file->text().substr(done);
    Diagnostics mistakes;
    const auto again = yaml::parse(std::make_shared<const InputFile>(file->name(), result.after), mistakes);
    return again && !mistakes.has_errors() ? std::optional(std::move(result)) : std::nullopt;
}

std::vector<Edit> edits_of(const InputFile& file, const yaml::Node& root, const RuleSet& rules,
                           const std::vector<const ExampleDifference*>& differences) {
    const ExampleEditor editor(file, root);
    std::vector<Edit> edits;
    for (const ExampleDifference* difference : differences) {
        const Example& example = rules.rules[difference->rule].examples[difference->example];
        if (const yaml::Node* const node = find_example(root, example.location.span)) {
            edits.push_back(difference->works_now ? editor.without_todo(*node)
                                                  : editor.accepted(*node, difference->got));
        }
    }
    return edits;
}

}  // namespace

std::vector<AcceptedFile> accept(const RuleSet& rules, const std::vector<ExampleDifference>& differences,
                                 Diagnostics& diagnostics) {
    std::map<std::string, std::pair<std::shared_ptr<const InputFile>, std::vector<const ExampleDifference*>>>
        by_file;
    for (const ExampleDifference& difference : differences) {
        const Example& example = rules.rules[difference.rule].examples[difference.example];
        auto& there = by_file[example.location.file->name()];
        there.first = example.location.file;
        there.second.push_back(&difference);
    }
    std::vector<AcceptedFile> files;
    for (const auto& [name, there] : by_file) {
        Diagnostics ignored;  // the file was loaded
        const auto root = yaml::parse(there.first, ignored);
        auto file =
            root ? changed(there.first, edits_of(*there.first, *root, rules, there.second)) : std::nullopt;
        if (file) {
            files.push_back(std::move(*file));
        } else {
            Diagnostic refusal;
            refusal.code = "SG1033";
            refusal.message = "the examples of this file cannot be rewritten, and stay as they are";
            refusal.location.file = there.first;
            refusal.hint = "put the file into its canonical form first: stancegraph rules fmt";
            diagnostics.add(std::move(refusal));
        }
    }
    return files;
}

}  // namespace stancegraph
