#include "ruleset/node_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace stancegraph {
namespace {

std::optional<double> to_number(std::string_view text) {
    double number = 0.0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = result.ec == std::errc() && result.ptr == text.data() + text.size();
    return is_whole ? std::optional(number) : std::nullopt;
}

std::string_view kind_of(const yaml::Node& node) {
    switch (node.kind) {
        case yaml::Kind::null:
            return "nothing";
        case yaml::Kind::scalar:
            return "a text";
        case yaml::Kind::sequence:
            return "a list";
        case yaml::Kind::mapping:
            return "a list of 'key: value'";
    }
    return {};
}

ByteSpan first_byte(const yaml::Node& node) {
    return {node.span.begin, std::min(node.span.begin + 1, std::max(node.span.end, node.span.begin))};
}

/// A value that was no YAML: that has been told.
bool is_reported(const yaml::Node& node) {
    return node.kind == yaml::Kind::null && node.text.empty() && !node.span.is_empty();
}

}  // namespace

void NodeReader::error(std::string code, std::string message, ByteSpan span, std::string hint,
                       std::vector<Note> notes) const {
    diagnostics_->add({.code = std::move(code),
                       .severity = Severity::error,
                       .message = std::move(message),
                       .location = {.file = file_, .span = span},
                       .hint = std::move(hint),
                       .notes = std::move(notes)});
}

void NodeReader::warning(std::string code, std::string message, ByteSpan span, std::string hint) const {
    diagnostics_->add({.code = std::move(code),
                       .severity = Severity::warning,
                       .message = std::move(message),
                       .location = {.file = file_, .span = span},
                       .hint = std::move(hint),
                       .notes = {}});
}

bool NodeReader::is_mapping(const yaml::Node& node, std::string_view what) const {
    if (is_reported(node)) {
        return false;
    }
    if (node.kind != yaml::Kind::mapping) {
        error("SG1022", fmt::format("{} must be 'key: value' lines, this is {}", what, kind_of(node)),
              first_byte(node));
        return false;
    }
    return true;
}

bool NodeReader::is_sequence(const yaml::Node& node, std::string_view what,
                             std::string_view first_key) const {
    if (node.kind == yaml::Kind::sequence) {
        return true;
    }
    if (is_reported(node)) {
        return false;
    }
    const bool is_mapping = node.kind == yaml::Kind::mapping;
    const std::string hint =
        first_key.empty() ? "put '- ' before each item" : fmt::format("put '- ' before '{}:'", first_key);
    error("SG1022",
          is_mapping ? fmt::format("{} is a list", what)
                     : fmt::format("{} is a list, this is {}", what, kind_of(node)),
          first_byte(node), hint);
    return false;
}

void NodeReader::check_keys(const yaml::Node& mapping, std::span<const std::string_view> known,
                            const std::string& what) const {
    const std::vector<std::string> names(known.begin(), known.end());
    for (const yaml::Entry& entry : mapping.entries) {
        if (std::ranges::find(known, entry.key.text) == known.end()) {
            const std::string guess = did_you_mean(entry.key.text, names);
            error("SG1013", fmt::format("unknown key '{}' in {}", entry.key.text, what), entry.key.span,
                  guess.empty() ? fmt::format("keys: {}", fmt::join(known, ", ")) : guess);
        }
    }
}

std::optional<std::string> NodeReader::text(const yaml::Node& node, std::string_view what) const {
    if (node.is_scalar() && !node.text.empty()) {
        return node.text;
    }
    if (is_reported(node)) {
        return std::nullopt;
    }
    if (node.kind == yaml::Kind::null && !node.text.empty()) {
        error("SG1029", fmt::format("YAML reads '{}' as nothing", node.text), node.span, "put it in quotes");
    } else if (node.is_scalar() || node.kind == yaml::Kind::null) {
        error("SG1023", fmt::format("{} is empty", what), first_byte(node));
    } else {
        error("SG1022", fmt::format("{} must be a text, this is {}", what, kind_of(node)), first_byte(node),
              "if it begins with [ or {, put it in quotes");
    }
    return std::nullopt;
}

std::optional<std::string> NodeReader::text_at(const yaml::Node& mapping, std::string_view key) const {
    const yaml::Node* node = mapping.find(key);
    return node == nullptr ? std::nullopt : text(*node, fmt::format("'{}'", key));
}

std::vector<std::string> NodeReader::texts_at(const yaml::Node& mapping, std::string_view key) const {
    std::vector<std::string> texts;
    const yaml::Node* node = mapping.find(key);
    if (node == nullptr) {
        return texts;
    }
    const std::string what = fmt::format("'{}'", key);
    if (node->is_scalar()) {
        texts.push_back(node->text);
    } else if (is_sequence(*node, what, {})) {
        for (const yaml::Node& item : node->items) {
            if (auto found = text(item, "an item of " + what)) {
                texts.push_back(std::move(*found));
            }
        }
    }
    return texts;
}

std::optional<double> NodeReader::number(const yaml::Node& node, std::string_view what, double least,
                                         double most) const {
    const auto found = node.is_scalar() ? to_number(node.text) : std::nullopt;
    if (is_reported(node)) {
        return std::nullopt;
    }
    if (!found || !(*found >= least && *found <= most)) {
        error("SG1023", fmt::format("{} must be a number from {} to {}", what, least, most), node.span);
        return std::nullopt;
    }
    return found;
}

std::optional<bool> NodeReader::truth(const yaml::Node& node, std::string_view what) const {
    if (is_reported(node)) {
        return std::nullopt;
    }
    if (node.text != "true" && node.text != "false") {
        error("SG1023", fmt::format("{} must be true or false", what), node.span);
        return std::nullopt;
    }
    return node.text == "true";
}

std::optional<std::size_t> NodeReader::one_of(const yaml::Node& node, std::string_view what,
                                              std::span<const std::string_view> choices) const {
    const auto value = text(node, what);
    if (!value) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(choices, *value);
    if (found == choices.end()) {
        const std::string guess = did_you_mean(*value, {choices.begin(), choices.end()});
        error("SG1023", fmt::format("{} cannot be '{}'", what, *value), node.span,
              guess.empty() ? fmt::format("choose from: {}", fmt::join(choices, ", ")) : guess);
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - choices.begin());
}

std::optional<double> NodeReader::factor(const yaml::Node& node) const {
    const auto found =
        node.text.starts_with('x') ? to_number(std::string_view(node.text).substr(1)) : std::nullopt;
    if (is_reported(node)) {
        return std::nullopt;
    }
    if (!found || !(*found > 0.0 && *found <= 1.0)) {
        error("SG1023", "certainty here is a factor above x0 and at most x1", node.span,
              "write for example x0.8");
        return std::nullopt;
    }
    return found;
}

bool NodeReader::is_name(const yaml::Node& node, std::string_view what) const {
    const auto is_lower = [](char byte) { return byte >= 'a' && byte <= 'z'; };
    const auto is_good = [&is_lower](char byte) {
        return is_lower(byte) || (byte >= '0' && byte <= '9') || byte == '_';
    };
    if (!node.text.empty() && is_lower(node.text.front()) && std::ranges::all_of(node.text, is_good)) {
        return true;
    }
    if (is_reported(node)) {
        return false;
    }
    error("SG1025", fmt::format("'{}' cannot be the name of {}", node.text, what), node.span,
          "names have small letters, figures and underscores, and begin with a letter");
    return false;
}

std::optional<pattern::SourceText> NodeReader::source(const yaml::Node& node, std::string_view what) const {
    if (!text(node, what)) {
        return std::nullopt;
    }
    const std::string_view raw = file_->text().substr(node.span.begin, node.span.size());
    const bool is_block = node.style == yaml::Style::literal;
    const bool has_escapes =
        node.style == yaml::Style::double_quoted && raw.find('\\') != std::string_view::npos;
    if (node.style == yaml::Style::folded || has_escapes ||
        (!is_block && raw.find('\n') != std::string_view::npos)) {
        error("SG1024",
              has_escapes ? fmt::format("{} has escapes (\\) in double quotes", what)
                          : fmt::format("{} goes over several lines without '|'", what),
              first_byte(node), "put '|' after the colon and the text, indented, on the next lines");
        return std::nullopt;
    }
    if (const auto comment = yaml::comment_after(*file_, node)) {
        const std::string_view dropped = file_->text().substr(comment->begin, comment->size());
        if (dropped.find_first_of("@:|<>()[]$") != std::string_view::npos) {
            warning("SG1201",
                    fmt::format("YAML drops everything after ' #'; the text ends at '{}'", node.text),
                    *comment, "if it is a comment, put it on a line of its own");
        }
    }
    const auto shared = std::make_shared<const yaml::Node>(node);
    return pattern::SourceText{
        .text = node.text, .file = file_, .place = [shared, file = file_](ByteSpan span) {
            return yaml::place_in_file(*file, *shared, span);
        }};
}

void NodeReader::warn_of_comment(const yaml::Node& node) const {
    if (const auto comment = yaml::comment_after(*file_, node)) {
        warning("SG1201", "YAML drops everything after ' #'; the text ends before it", *comment,
                "put the text in quotes, or the comment on a line of its own");
    }
}

}  // namespace stancegraph
