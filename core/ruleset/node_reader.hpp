#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/yaml.hpp"
#include "pattern/source.hpp"

namespace stancegraph {

/// Reads values of one rule file's tree and reports what is not as it must be. `what` in the messages names
/// the part that people know: "rule said_that", "actor Nvidia".
class NodeReader {
public:
    NodeReader(std::shared_ptr<const InputFile> file, Diagnostics& diagnostics)
        : file_(std::move(file)), diagnostics_(&diagnostics) {}

    [[nodiscard]] const std::shared_ptr<const InputFile>& file() const { return file_; }

    [[nodiscard]] Diagnostics& diagnostics() const { return *diagnostics_; }

    [[nodiscard]] Location location(const yaml::Node& node) const {
        return {.file = file_, .span = node.span};
    }

    void error(std::string code, std::string message, ByteSpan span, std::string hint = {},
               std::vector<Note> notes = {}) const;
    void warning(std::string code, std::string message, ByteSpan span, std::string hint = {}) const;

    /// True for a mapping; anything else is reported.
    [[nodiscard]] bool is_mapping(const yaml::Node& node, std::string_view what) const;
    /// True for a sequence; anything else is reported, a mapping with the advice to write `- `.
    [[nodiscard]] bool is_sequence(const yaml::Node& node, std::string_view what,
                                   std::string_view first_key) const;
    void check_keys(const yaml::Node& mapping, std::span<const std::string_view> known,
                    const std::string& what) const;

    /// The text of a scalar; reports lists, empty values and words that YAML reads as null.
    [[nodiscard]] std::optional<std::string> text(const yaml::Node& node, std::string_view what) const;
    /// The text of a key's value; nothing, without a report, where the key is missing.
    [[nodiscard]] std::optional<std::string> text_at(const yaml::Node& mapping, std::string_view key) const;
    /// The texts of a list, or of one scalar in the place of a list with one item.
    [[nodiscard]] std::vector<std::string> texts_at(const yaml::Node& mapping, std::string_view key) const;
    [[nodiscard]] std::optional<double> number(const yaml::Node& node, std::string_view what, double least,
                                               double most) const;
    [[nodiscard]] std::optional<bool> truth(const yaml::Node& node, std::string_view what) const;
    /// The place of the text in `choices`.
    [[nodiscard]] std::optional<std::size_t> one_of(const yaml::Node& node, std::string_view what,
                                                    std::span<const std::string_view> choices) const;
    /// `x0.8`, a factor above 0 and at most 1.
    [[nodiscard]] std::optional<double> factor(const yaml::Node& node) const;
    /// True for [a-z][a-z0-9_]*; anything else is reported.
    [[nodiscard]] bool is_name(const yaml::Node& node, std::string_view what) const;

    /// The scalar as a text for the pattern parsers; reports forms in which a caret would not be exact, and
    /// text that YAML dropped as a comment.
    [[nodiscard]] std::optional<pattern::SourceText> source(const yaml::Node& node,
                                                            std::string_view what) const;
    /// Warns of any comment behind a sentence, which may have been meant as text: `# ...`.
    void warn_of_comment(const yaml::Node& node) const;

private:
    std::shared_ptr<const InputFile> file_;
    Diagnostics* diagnostics_;
};

}  // namespace stancegraph
