#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "ruleset/certainty_table.hpp"
#include "ruleset/node_reader.hpp"

namespace stancegraph {

/// Reads what was counted: odds, and the factors that change them.
class OddsReader {
public:
    /// `reader` must outlive it.
    explicit OddsReader(const NodeReader& reader) : reader_(reader) {}

    /// The key `odds` of a mapping; 1, and a report with `help`, where it is missing or wrong.
    [[nodiscard]] double base(const yaml::Node& mapping, std::string_view what, std::string_view help) const;
    /// Adds a mapping of values to their counts; mistakes are reported and left out.
    void add_values(const yaml::Node& node, const std::string& what,
                    std::map<std::string, Measured, std::less<>>& values) const;
    /// 0 where the key is missing.
    [[nodiscard]] std::uint32_t count(const yaml::Node& mapping, std::string_view key) const;

private:
    const NodeReader& reader_;
};

}  // namespace stancegraph
