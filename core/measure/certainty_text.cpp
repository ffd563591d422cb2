#include "measure/certainty_text.hpp"

#include <fmt/format.h>

#include "base/yaml_text.hpp"

namespace stancegraph {
namespace {

constexpr std::string_view kHead =
    "# How often results are right, counted. Written by a program (rules/README.md, \"Certainty\"):\n"
    "# count again rather than edit.\n"
    "stancegraph: 1\n\n"
    "certainty:\n";

std::string model_text(const CertaintyModel& model, bool has_attribution) {
    std::string text = fmt::format("    odds: {:.4g}\n", model.odds);
    if (has_attribution) {
        text += fmt::format("    attribution: {:.4g}\n", model.attribution);
    }
    for (std::size_t kind = 0; kind < kEvidenceKinds; ++kind) {
        if (!model.evidence[kind].empty()) {
            text += fmt::format("    {}:\n", kEvidenceNames[kind]);
        }
        for (const auto& [value, measured] : model.evidence[kind]) {
            text += fmt::format("      {}: {{odds: {:.4g}, right: {}, of: {}}}\n",
                                yaml::scalar_text(value, yaml::Surroundings::block), measured.odds,
                                measured.right, measured.of);
        }
    }
    if (!model.checked.empty()) {
        text += "    checked:\n";
    }
    for (const CheckedBin& bin : model.checked) {
        text += fmt::format("      - {{from: {:.1f}, to: {:.1f}, expected: {:.3f}, right: {}, of: {}}}\n",
                            bin.from, bin.to, bin.expected, bin.right, bin.of);
    }
    return text;
}

}  // namespace

std::string certainty_text(const CertaintyTable& table) {
    std::string text(kHead);
    if (table.attribution.odds != 0) {
        text += "  attribution:\n" + model_text(table.attribution, false);
    }
    if (table.claim.odds != 0) {
        text += "  claim:\n" + model_text(table.claim, true);
    }
    if (table.subject.odds != 0) {
        text += "  subject:\n" + model_text(table.subject, false);
    }
    return text;
}

}  // namespace stancegraph
