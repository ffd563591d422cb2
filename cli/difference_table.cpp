#include "cli/difference_table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/json.hpp"
#include "base/utf8.hpp"
#include "cli/rules_actions.hpp"
#include "cli/streams.hpp"
#include "measure/tally.hpp"

namespace stancegraph::cli {
namespace {

using Changes = std::vector<const ClaimChange*>;

constexpr std::array<std::string_view, 3> kSigns{"+", "-", "~"};
constexpr std::array<std::string_view, 3> kKindNames{"gained", "lost", "changed"};

constexpr std::size_t at(ClaimChange::Kind kind) {
    return static_cast<std::size_t>(kind);
}

/// What changed of one rule.
struct RuleChanges {
    std::string rule;
    std::array<Changes, 3> by_kind;
    std::size_t count = 0;
};

/// The rules with most changes first; of equals by name.
std::vector<RuleChanges> by_rule(const RuleDifference& difference) {
    std::map<std::string, RuleChanges> rules;
    for (const ClaimChange& change : difference.changes) {
        RuleChanges& rule = rules[change.rule];
        rule.rule = change.rule;
        rule.by_kind[at(change.kind)].push_back(&change);
        ++rule.count;
    }
    std::vector<RuleChanges> sorted;
    for (auto& [name, rule] : rules) {
        sorted.push_back(std::move(rule));
    }
    std::ranges::stable_sort(sorted, std::ranges::greater(), &RuleChanges::count);
    return sorted;
}

/// `+71 -3 ~2`, without zeros.
std::string counts_of(const std::array<std::size_t, 3>& counts) {
    std::string text;
    for (std::size_t kind = 0; kind < kSigns.size(); ++kind) {
        if (counts[kind] > 0) {
            text += fmt::format("{}{}{}", text.empty() ? "" : " ", kSigns[kind], counts[kind]);
        }
    }
    return text;
}

std::array<std::size_t, 3> sizes_of(const RuleChanges& rule) {
    return {rule.by_kind[0].size(), rule.by_kind[1].size(), rule.by_kind[2].size()};
}

std::string change_lines(const ClaimChange& change) {
    const bool was_there = change.kind == ClaimChange::Kind::lost;
    const std::string& claim = was_there ? change.before : change.now;
    std::string text = fmt::format("{} {}   {}\n", kSigns[at(change.kind)], utf8::visible(claim),
                                   utf8::visible(change.place));
    if (change.kind == ClaimChange::Kind::changed) {
        text += fmt::format("    was  {}\n", utf8::visible(change.before));
    }
    text += fmt::format("    {}\n", utf8::visible(change.sentence));
    if (!change.reason.empty()) {
        text += fmt::format("    {}: {}\n", was_there ? "now" : "before", utf8::visible(change.reason));
    }
    return text;
}

/// At most `sample` of them, spread evenly from the first on.
std::string sample_lines(const Changes& changes, std::size_t sample) {
    const std::size_t count = sample == 0 ? changes.size() : std::min(sample, changes.size());
    std::string text;
    for (std::size_t shown = 0; shown < count; ++shown) {
        text += change_lines(*changes[shown * changes.size() / count]);
    }
    if (count < changes.size()) {
        text += fmt::format("{} … {} more\n", kSigns[at(changes.front()->kind)], changes.size() - count);
    }
    return text;
}

/// Where it was looked: an edit of one word touches few articles.
std::string compared_articles(const RuleDifference& difference) {
    const std::string all = plural(difference.articles, "article");
    return difference.compared == difference.articles
               ? all
               : fmt::format("{} of {}; the others have no word that the change touches", difference.compared,
                             all);
}

/// `by rule  stance_verb -71 ~4   said_that +6`, broken into lines.
std::string rule_lines(const std::vector<RuleChanges>& rules) {
    std::string text;
    std::string line = "by rule";
    for (const RuleChanges& rule : rules) {
        const std::string item = fmt::format("   {} {}", rule.rule, counts_of(sizes_of(rule)));
        if (line.size() + item.size() > kTableWidth) {
            text += line + '\n';
            line = "       ";
        }
        line += item;
    }
    return text + line + '\n';
}

double recall_of(const RuleDifference& difference, const ReviewedFound& found) {
    return Share{.right = found.right, .of = difference.reviewed_right}.value();
}

double precision_of(const ReviewedFound& found) {
    return Share{.right = found.right, .of = found.right + found.wrong}.value();
}

/// `against 12 reviewed claims: recall 100.0 -> 83.3 %, precision 75.0 -> 90.0 %`; nothing where none of them
/// was right and none is found.
std::string reviewed_line(const RuleDifference& difference) {
    const ReviewedFound& before = difference.reviewed_before;
    const ReviewedFound& now = difference.reviewed_now;
    if (difference.reviewed_right + before.wrong + now.wrong == 0) {
        return {};
    }
    return fmt::format(
        "against reviewed claims ({} right): recall {:.1f} -> {:.1f} %, precision {:.1f} -> {:.1f} %\n",
        difference.reviewed_right, 100 * recall_of(difference, before), 100 * recall_of(difference, now),
        100 * precision_of(before), 100 * precision_of(now));
}

std::string summary(const RuleDifference& difference) {
    std::array<std::size_t, 3> counts{};
    for (const ClaimChange& change : difference.changes) {
        ++counts[at(change.kind)];
    }
    std::string text =
        fmt::format("claims +{} -{} ~{}   {} before, {} now, in {}\n", counts[0], counts[1], counts[2],
                    difference.claims_before, difference.claims_now, compared_articles(difference));
    if (difference.other_rule + difference.other_certainty > 0) {
        text += fmt::format("the same claims: {} by another rule, {} with another certainty\n",
                            difference.other_rule, difference.other_certainty);
    }
    return text + reviewed_line(difference);
}

void write_found(json::Writer& writer, std::string_view name, const ReviewedFound& found) {
    writer.key(name).begin_object().member("right", found.right).member("wrong", found.wrong).end_object();
}

}  // namespace

std::string difference_table(const RuleDifference& difference, std::uint32_t sample) {
    const std::vector<RuleChanges> rules = by_rule(difference);
    std::string text = summary(difference) + (rules.empty() ? "" : rule_lines(rules));
    for (const RuleChanges& rule : rules) {
        text += fmt::format("\n{}  {}\n", rule.rule, counts_of(sizes_of(rule)));
        for (const Changes& changes : rule.by_kind) {
            text += sample_lines(changes, sample);
        }
    }
    return text;
}

std::string difference_json(const RuleDifference& difference) {
    std::string text;
    json::Writer writer(text);
    writer.begin_object().member("articles", difference.articles).member("compared", difference.compared);
    writer.member("claims_before", difference.claims_before).member("claims_now", difference.claims_now);
    writer.member("other_rule", difference.other_rule).member("other_certainty", difference.other_certainty);
    writer.key("reviewed").begin_object().member("right", difference.reviewed_right);
    write_found(writer, "before", difference.reviewed_before);
    write_found(writer, "now", difference.reviewed_now);
    writer.end_object();
    writer.key("changes").begin_array();
    for (const ClaimChange& change : difference.changes) {
        writer.begin_object().member("change", kKindNames[at(change.kind)]).member("rule", change.rule);
        writer.member("doc", change.doc).member("place", change.place).member("cue", change.cue);
        writer.member("before", change.before).member("now", change.now);
        writer.member("reason", change.reason).member("sentence", change.sentence).end_object();
    }
    writer.end_array().end_object();
    return text + '\n';
}

}  // namespace stancegraph::cli
