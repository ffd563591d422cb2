#include <fmt/format.h>

#include "pattern/tree.hpp"
#include "workbench/lint_parts.hpp"
#include "workbench/pattern_cost.hpp"

namespace stancegraph {
namespace {

/// A try of a pattern takes a microsecond for about a hundred steps; rules of several parts need some
/// hundreds.
constexpr std::uint64_t kMostSteps = 20'000;

/// True if the pattern says that it wants all up to an end.
bool names_an_end(const pattern::Node& tree) {
    bool is_so = false;
    pattern::for_each_node(tree, [&is_so](const pattern::Node& node) {
        const auto* const kind = std::get_if<pattern::Kind>(&node.form);
        is_so = is_so || (kind != nullptr &&
                          (*kind == pattern::Kind::sentence_end || *kind == pattern::Kind::paragraph_end));
    });
    return is_so;
}

/// A repeat of anything goes on to the end of the sentence at every try, whatever it finds.
void check_repeats(const LintContext& context, const pattern::Node& tree, const std::string& what,
                   const Location& location) {
    constexpr std::uint32_t kManyTurns = 24;
    pattern::for_each_node(tree, [&](const pattern::Node& node) {
        const auto* const repeat = std::get_if<pattern::Repeat>(&node.form);
        const auto* const kind =
            repeat == nullptr ? nullptr : std::get_if<pattern::Kind>(&repeat->inner->form);
        if (kind != nullptr && *kind == pattern::Kind::any && repeat->most > kManyTurns) {
            context.add(Severity::warning, "SG1221",
                        fmt::format("{} is slow: every try goes on to the end of the sentence here", what),
                        {.file = location.file, .span = node.span},
                        "write a gap, which stops as soon as it can: ...12(no VERB)");
        }
    });
}

void check(const LintContext& context, const pattern::NodePtr& tree, const std::string& what,
           const Location& location) {
    const PatternReach reach{.max_gap = context.rules.settings.max_gap,
                             .max_width = context.rules.settings.max_width};
    if (tree == nullptr) {
        return;
    }
    if (!names_an_end(*tree)) {
        check_repeats(context, *tree, what, location);
    }
    const std::uint64_t steps = cost_of(*tree, reach).steps();
    if (steps <= kMostSteps) {
        return;
    }
    const pattern::Node& part = costliest_part(*tree, reach);
    context.add(Severity::warning, "SG1221",
                fmt::format("{} is slow: one try can take {} steps, {} of them for this part", what, steps,
                            cost_of(part, reach).steps()),
                {.file = location.file, .span = part.span},
                "lower the bounds of its repeats and gaps, or name what stands there");
}

}  // namespace

void lint_cost(const LintContext& context) {
    for (const Actor& actor : context.rules.actors) {
        check(context, actor.match, fmt::format("actor {}", actor.name), actor.location);
    }
    for (const Subject& subject : context.rules.subjects) {
        check(context, subject.match, fmt::format("subject {}", subject.name), subject.location);
    }
    for (const Rule& rule : context.rules.rules) {
        check(context, rule.match, fmt::format("rule {}", rule.name), rule.location);
        for (const Unless& unless : rule.unless) {
            check(context, unless.match, fmt::format("this 'unless' of rule {}", rule.name), unless.location);
        }
    }
}

}  // namespace stancegraph
