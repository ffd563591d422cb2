#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

/// YAML as Stancegraph reads it: one document, every node with its place, no anchors, aliases, tags or merge
/// keys, no key twice. Scalars stay text: `no`, `on` and `1e3` are what they look like. The only user of
/// yaml-cpp.
namespace stancegraph::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, mapping };

/// How a scalar was written.
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

struct Entry;

struct Node {
    Kind kind = Kind::null;
    Style style = Style::plain;
    std::string text;         ///< Of a scalar; of a null what stands there (`~`, `null`), often nothing.
    ByteSpan span;            ///< In the file, with quotes, `|` and brackets. That of a null without a text
                              ///< is empty, but where a value was no YAML: that has been reported.
    std::vector<Node> items;  ///< Of a sequence.
    std::vector<Entry> entries;  ///< Of a mapping, in the order of the file, each key once.

    [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }

    /// The value of that key; null for other kinds and missing keys. O(entries).
    [[nodiscard]] const Node* find(std::string_view key) const;
};

struct Entry {
    Node key;
    Node value;
};

/// Limits that keep a hostile file from taking the machine.
inline constexpr std::uint32_t kMaxBytes = 16U << 20U;
inline constexpr std::uint32_t kMaxDepth = 32;
inline constexpr std::uint32_t kMaxNodes = 1'000'000;

/// Parses a file. All mistakes go to `diagnostics`: a value that is no YAML does not hide those behind it;
/// nothing comes back where the text is not YAML at all, and a tree without the faulty parts where the rest
/// can be used. An empty file is a null node.
[[nodiscard]] std::optional<Node> parse(const std::shared_ptr<const InputFile>& file,
                                        Diagnostics& diagnostics);
/// The same over a part of a file, such as the front matter of an article; spans are still in the file.
[[nodiscard]] std::optional<Node> parse(const std::shared_ptr<const InputFile>& file, ByteSpan part,
                                        Diagnostics& diagnostics);

/// The bytes of the file that gave a part of a scalar's text: exact for plain scalars, quoted ones with their
/// escapes, and literal blocks with their indentation; folded line ends count as one blank.
/// Precondition: `scalar` comes from `parse` over `file`.
[[nodiscard]] ByteSpan place_in_file(const InputFile& file, const Node& scalar, ByteSpan in_text);

/// The comment behind a plain scalar on the same line, with its `#`: text that YAML drops without a word.
[[nodiscard]] std::optional<ByteSpan> comment_after(const InputFile& file, const Node& scalar);

}  // namespace stancegraph::yaml
