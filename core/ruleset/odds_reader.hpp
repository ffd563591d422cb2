#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "ruleset/certainty_table.hpp"
#include "ruleset/node_reader.hpp"

namespace stancegraph {

/// Reads what was counted: odds, and the factors that change them.
class OddsReader {
public:
    /// What was counted, by value.
    using Counts = std::map<std::string, Measured, std::less<>>;

    /// `reader` must outlive it.
    explicit OddsReader(const NodeReader& reader) : reader_(reader) {}

    /// The key `odds` of a mapping; 1, and a report with `help`, where it is missing or wrong.
    [[nodiscard]] double base(const yaml::Node& mapping, std::string_view what, std::string_view help) const;
    /// For each kind, the counts under the key of its name; mistakes are reported and left out.
    void add_evidence(const yaml::Node& mapping, std::span<const std::string_view> kinds,
                      std::span<Counts> evidence) const;
    /// 0 where the key is missing.
    [[nodiscard]] std::uint32_t count(const yaml::Node& mapping, std::string_view key) const;

private:
    void add_values(const yaml::Node& node, const std::string& what, Counts& values) const;

    const NodeReader& reader_;
};

}  // namespace stancegraph
