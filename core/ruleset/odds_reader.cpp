#include "ruleset/odds_reader.hpp"

#include <fmt/format.h>

#include "ruleset/keys.hpp"

namespace stancegraph {
namespace {

/// Odds beyond these are no count of anything.
constexpr double kLeastOdds = 0.0001;
constexpr double kMostOdds = 10000;
constexpr double kMostCount = 1e9;

}  // namespace

double OddsReader::base(const yaml::Node& mapping, std::string_view what, std::string_view help) const {
    if (const yaml::Node* odds = mapping.find("odds")) {
        return reader_.number(*odds, "odds", kLeastOdds, kMostOdds).value_or(1.0);
    }
    reader_.error("SG1030", fmt::format("{} has no odds", what), mapping.span, std::string(help));
    return 1.0;
}

std::uint32_t OddsReader::count(const yaml::Node& mapping, std::string_view key) const {
    const yaml::Node* node = mapping.find(key);
    const double number = node == nullptr ? 0.0 : reader_.number(*node, key, 0, kMostCount).value_or(0.0);
    return static_cast<std::uint32_t>(number);
}

void OddsReader::add_evidence(const yaml::Node& mapping, std::span<const std::string_view> kinds,
                              std::span<Counts> evidence) const {
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        if (const yaml::Node* values = mapping.find(kinds[kind])) {
            add_values(*values, fmt::format("'{}'", kinds[kind]), evidence[kind]);
        }
    }
}

void OddsReader::add_values(const yaml::Node& node, const std::string& what, Counts& values) const {
    if (!reader_.is_mapping(node, what)) {
        return;
    }
    for (const yaml::Entry& entry : node.entries) {
        const std::string name = fmt::format("'{}'", entry.key.text);
        if (!reader_.is_mapping(entry.value, name)) {
            continue;
        }
        reader_.check_keys(entry.value, keys::kMeasured, name);
        Measured measured{.right = count(entry.value, "right"), .of = count(entry.value, "of")};
        if (const yaml::Node* odds = entry.value.find("odds")) {
            measured.odds = reader_.number(*odds, "odds", kLeastOdds, kMostOdds).value_or(1.0);
        }
        values.emplace(entry.key.text, measured);
    }
}

}  // namespace stancegraph
