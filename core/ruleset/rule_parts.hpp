#pragma once

#include "ruleset/context.hpp"

/// The readers of a rule's parts, each for the value of one key.
namespace stancegraph {

[[nodiscard]] std::vector<Slot> read_slots(const NodeReader& reader, const yaml::Node& node);
[[nodiscard]] std::vector<Given> read_given(const NodeReader& reader, const yaml::Node& node);
[[nodiscard]] std::vector<Predicate> read_where(const NodeReader& reader, const yaml::Node& node);
[[nodiscard]] std::vector<Unless> read_unless(Context& context, const NodeReader& reader,
                                              const yaml::Node& node);
[[nodiscard]] Emit read_emit(Context& context, const NodeReader& reader, const yaml::Node& node);
[[nodiscard]] Effect read_effect(const NodeReader& reader, const yaml::Node& node);
[[nodiscard]] std::vector<Example> read_examples(const NodeReader& reader, const yaml::Node& node);

/// Reports names in the rule that nothing defines, and parts that do not go together.
void check_rule(Context& context, const NodeReader& reader, const yaml::Node& node, const Rule& rule);

}  // namespace stancegraph
