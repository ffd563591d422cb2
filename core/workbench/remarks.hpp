#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/yaml.hpp"

/// What YAML programs drop when they read a file: comments and blank lines, each with the part of the tree
/// that it belongs to.
namespace stancegraph {

/// A comment, or a blank line where `text` is empty.
struct Remark {
    std::string text;          ///< With its `#`, without blanks at the end.
    std::uint32_t line = 0;    ///< From 1.
    std::uint32_t column = 0;  ///< Code points before it.
};

class Remarks {
public:
    /// `root` is the tree of the file, and must outlive this.
    Remarks(const InputFile& file, const yaml::Node& root);

    /// The lines above a node: an item of a list, or a key.
    [[nodiscard]] const std::vector<Remark>& above(const yaml::Node& node) const;
    /// The lines at the end of a list or mapping, behind its last item.
    [[nodiscard]] const std::vector<Remark>& below(const yaml::Node& collection) const;
    /// The comment at the end of a line that has something else too, or null.
    [[nodiscard]] const Remark* beside(std::uint32_t line) const;
    /// True if a comment stands on a line from `first` to before `last`, other than at the end of the file's
    /// tree.
    [[nodiscard]] bool are_between(std::uint32_t first, std::uint32_t last) const;

    /// Every comment of the file, in its order, but for blank lines.
    [[nodiscard]] const std::vector<std::string>& comments() const { return comments_; }

private:
    void read_lines(const InputFile& file, const std::vector<ByteSpan>& scalars);
    void visit(const InputFile& file, const yaml::Node& node, const std::vector<ByteSpan>& scalars);
    void take_above(const yaml::Node& node, std::uint32_t line);
    void take_below(const yaml::Node& collection, std::uint32_t column, std::uint32_t next_line);

    std::vector<Remark> lines_;  ///< On lines of their own, in the file's order.
    std::size_t taken_ = 0;      ///< How many of them have their node.
    std::map<std::uint32_t, Remark> beside_;
    std::map<const yaml::Node*, std::vector<Remark>> above_;
    std::map<const yaml::Node*, std::vector<Remark>> below_;
    std::vector<std::string> comments_;
    std::vector<std::uint32_t> comment_lines_;
};

}  // namespace stancegraph
