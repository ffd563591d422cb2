#include "workbench/yaml_places.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

/// The first node below `node`, or itself, for which `found` gives something other than null.
template <typename Found>
auto search(const yaml::Node& node, const Found& found) -> decltype(found(node)) {
    if (const auto here = found(node)) {
        return here;
    }
    for (const yaml::Node& item : node.items) {
        if (const auto below = search(item, found)) {
            return below;
        }
    }
    for (const yaml::Entry& entry : node.entries) {
        if (const auto below = search(entry.value, found)) {
            return below;
        }
    }
    return nullptr;
}

/// The last byte of all that stands in the node.
std::uint32_t end_of(const yaml::Node& node) {
    std::uint32_t end = node.span.end;
    for (const yaml::Node& item : node.items) {
        end = std::max(end, end_of(item));
    }
    for (const yaml::Entry& entry : node.entries) {
        end = std::max({end, entry.key.span.end, end_of(entry.value)});
    }
    return end;
}

std::uint32_t begin_of(const yaml::Node& node) {
    return node.entries.empty() ? node.span.begin
                                : std::min(node.span.begin, node.entries.front().key.span.begin);
}

}  // namespace

YamlPlaces::YamlPlaces(const RuleBook& book, const Location& location) {
    const auto at = std::ranges::find_if(book.files(), [&](const auto& file) {
        return location.file != nullptr && file->name() == location.file->name();
    });
    if (at != book.files().end()) {
        Diagnostics ignored;
        file_ = *at;
        root_ = yaml::parse(file_, ignored);
    }
}

const yaml::Entry* YamlPlaces::pair_with_key(ByteSpan key) const {
    const auto in_mapping = [key](const yaml::Node& node) -> const yaml::Entry* {
        const auto at = std::ranges::find_if(
            node.entries, [key](const yaml::Entry& entry) { return entry.key.span == key; });
        return at == node.entries.end() ? nullptr : &*at;
    };
    return root_.has_value() ? search(*root_, in_mapping) : nullptr;
}

const yaml::Node* YamlPlaces::value_of_key(ByteSpan key) const {
    const yaml::Entry* const pair = pair_with_key(key);
    return pair == nullptr ? nullptr : &pair->value;
}

const yaml::Node* YamlPlaces::mapping_with_value(ByteSpan value) const {
    const auto is_mapping = [value](const yaml::Node& node) -> const yaml::Node* {
        const bool has_value = std::ranges::any_of(
            node.entries, [value](const yaml::Entry& entry) { return entry.value.span == value; });
        return has_value ? &node : nullptr;
    };
    return root_.has_value() ? search(*root_, is_mapping) : nullptr;
}

std::uint32_t YamlPlaces::line_of(std::uint32_t byte) const {
    return file_->place_of(byte).line;
}

bool YamlPlaces::is_flow(const yaml::Node& node) const {
    const char first = node.span.begin < file_->text().size() ? file_->text()[node.span.begin] : '\0';
    return first == '[' || first == '{';
}

std::optional<RuleEdit> YamlPlaces::replace(ByteSpan bytes, const std::string& text,
                                            std::string purpose) const {
    const std::uint32_t line = file_ == nullptr ? 0 : line_of(bytes.begin);
    if (line == 0 || line != line_of(bytes.end)) {
        return std::nullopt;
    }
    const ByteSpan span = file_->line_span(line);
    std::string changed(file_->text().substr(span.begin, span.size()));
    changed.replace(bytes.begin - span.begin, bytes.size(), text);
    return RuleEdit{.form = RuleEdit::Form::change_line,
                    .file = file_->name(),
                    .line = line,
                    .text = std::move(changed),
                    .purpose = std::move(purpose)};
}

std::optional<RuleEdit> YamlPlaces::add_item(const yaml::Node& sequence, std::size_t after,
                                             const std::string& item, std::string purpose) const {
    if (file_ == nullptr || after >= sequence.items.size()) {
        return std::nullopt;
    }
    if (is_flow(sequence)) {
        const std::uint32_t end = end_of(sequence.items.back());
        return replace({end, end}, ", " + item, std::move(purpose));
    }
    const yaml::Node& before = sequence.items[after];
    const ByteSpan first = file_->line_span(line_of(begin_of(before)));
    const std::string_view line = file_->text().substr(first.begin, first.size());
    const std::size_t dash = line.find_first_not_of(' ');
    if (dash == std::string_view::npos || line[dash] != '-') {
        return std::nullopt;
    }
    return RuleEdit{.form = RuleEdit::Form::add_lines,
                    .file = file_->name(),
                    .line = line_of(end_of(before)),
                    .text = std::string(dash, ' ') + "- " + item,
                    .purpose = std::move(purpose)};
}

std::optional<RuleEdit> YamlPlaces::add_key(const yaml::Node& mapping, ByteSpan value,
                                            const std::string& pair, std::string purpose) const {
    if (file_ == nullptr) {
        return std::nullopt;
    }
    if (is_flow(mapping)) {
        return replace({value.end, value.end}, ", " + pair, std::move(purpose));
    }
    const auto at = std::ranges::find_if(
        mapping.entries, [value](const yaml::Entry& entry) { return entry.value.span == value; });
    const ByteSpan line = file_->line_span(line_of(at->key.span.begin));
    return RuleEdit{.form = RuleEdit::Form::add_lines,
                    .file = file_->name(),
                    .line = line_of(value.end),
                    .text = std::string(at->key.span.begin - line.begin, ' ') + pair,
                    .purpose = std::move(purpose)};
}

}  // namespace stancegraph
