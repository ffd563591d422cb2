#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/yaml.hpp"
#include "workbench/rule_book.hpp"

namespace stancegraph {

/// The YAML tree of one file of a book, to find the lines that an edit changes.
class YamlPlaces {
public:
    /// The file of `location`, as it stands in the book.
    YamlPlaces(const RuleBook& book, const Location& location);

    /// The value whose key stands there; null where there is none. All searches: O(size of the file).
    [[nodiscard]] const yaml::Node* value_of_key(ByteSpan key) const;
    [[nodiscard]] const yaml::Entry* pair_with_key(ByteSpan key) const;
    /// The mapping of which one of the values stands there: the actor of a name, the rule of a name.
    [[nodiscard]] const yaml::Node* mapping_with_value(ByteSpan value) const;

    /// The bytes of one line replaced. Nothing where they are on several lines.
    [[nodiscard]] std::optional<RuleEdit> replace(ByteSpan bytes, const std::string& text,
                                                  std::string purpose) const;
    /// A further item of a list: below the item `after` of one with dashes, at the end of one in brackets.
    [[nodiscard]] std::optional<RuleEdit> add_item(const yaml::Node& sequence, std::size_t after,
                                                   const std::string& item, std::string purpose) const;
    /// A further `key: value` of a mapping, behind the value that stands at `value`.
    [[nodiscard]] std::optional<RuleEdit> add_key(const yaml::Node& mapping, ByteSpan value,
                                                  const std::string& pair, std::string purpose) const;

private:
    [[nodiscard]] bool is_flow(const yaml::Node& node) const;
    [[nodiscard]] std::uint32_t line_of(std::uint32_t byte) const;

    std::shared_ptr<const InputFile> file_;
    std::optional<yaml::Node> root_;
};

}  // namespace stancegraph
