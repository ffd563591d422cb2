#include "workbench/absence.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace stancegraph {
namespace {

std::uint32_t cue_byte(const Processed& run, TokenIndex cue) {
    return run.annotation.span[cue].begin;
}

/// What is missing in the rules themselves.
std::string missing_in_rules(const ClaimOrigin& origin, const RuleSet& rules) {
    const RuleId rule = rules.find_rule(origin.rule);
    if (rule == kNoId) {
        return fmt::format("no rule '{}'", origin.rule);
    }
    if (rules.rules[rule].status != RuleStatus::on) {
        return fmt::format("rule '{}' is not on", origin.rule);
    }
    if (origin.list.empty()) {
        return {};
    }
    const LexiconId list = rules.find_lexicon(origin.list);
    if (list == kNoId) {
        return fmt::format("no list @{}", origin.list);
    }
    const bool has_entry = std::ranges::find(rules.lexicons[list].entries, origin.entry,
                                             &LexiconEntry::text) != rules.lexicons[list].entries.end();
    return has_entry ? std::string() : fmt::format("@{} has no '{}'", origin.list, origin.entry);
}

/// "lost the cue to said_that (higher priority)"; or the condition that ended it.
std::string how_beaten(const Beaten& beaten, const RuleSet& rules) {
    const std::size_t colon = beaten.reason.rfind(": ");
    const bool names_winner =
        colon != std::string::npos && rules.find_rule(beaten.reason.substr(colon + 2)) != kNoId;
    if (!names_winner) {
        return beaten.reason;
    }
    return fmt::format("lost the cue to {} ({})", beaten.reason.substr(colon + 2),
                       beaten.reason.substr(0, colon));
}

std::string why_beaten(const ClaimOrigin& origin, const RuleSet& rules, const Processed& run,
                       const Trace& trace) {
    for (const Beaten& beaten : trace.beaten) {
        if (cue_byte(run, beaten.loser.cue.front()) == origin.cue &&
            rules.rules[beaten.loser.rule].name == origin.rule) {
            return how_beaten(beaten, rules);
        }
    }
    for (const NearMiss& miss : trace.near_misses) {
        if (cue_byte(run, miss.cue) == origin.cue && rules.rules[miss.rule].name == origin.rule) {
            return miss.wanted;
        }
    }
    return {};
}

}  // namespace

ClaimOrigin origin_of(const RuleSet& rules, const Processed& run, std::size_t claim) {
    const Mention& mention = run.matches.mentions[run.resolved.claim_mentions[claim]];
    ClaimOrigin origin{.rule = rules.rules[mention.rule].name,
                       .list = {},
                       .entry = {},
                       .cue = cue_byte(run, mention.cue.front())};
    if (mention.lexicon != kNoId) {
        origin.list = rules.lexicons[mention.lexicon].name;
        origin.entry = rules.lexicons[mention.lexicon].entries[mention.entry].text;
    }
    return origin;
}

std::string why_absent(const ClaimOrigin& origin, const RuleSet& rules, const Processed& run,
                       const Trace& trace) {
    if (std::string missing = missing_in_rules(origin, rules); !missing.empty()) {
        return missing;
    }
    if (std::string beaten = why_beaten(origin, rules, run, trace); !beaten.empty()) {
        return beaten;
    }
    for (const Mention& mention : run.matches.mentions) {
        if (cue_byte(run, mention.cue.front()) == origin.cue) {
            const std::string& name = rules.rules[mention.rule].name;
            return name == origin.rule ? "found, but it gives no claim"
                                       : fmt::format("the cue is {}'s, which gives no claim", name);
        }
    }
    return "what it builds on is not there";
}

}  // namespace stancegraph
