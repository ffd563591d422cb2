#include "workbench/goal.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "pipeline/result_lines.hpp"

namespace stancegraph {
namespace {

struct Part {
    std::string text;
    ByteSpan span;
};

/// The parts between the arrows, without blanks around them.
std::vector<Part> parts_of(const std::string& typed) {
    std::vector<Part> parts;
    for (std::size_t begin = 0; begin <= typed.size();) {
        std::size_t end = typed.size();
        std::size_t next = typed.size() + 1;
        for (const std::string_view arrow : {"->", "→"}) {
            const std::size_t at = typed.find(arrow, begin);
            if (at < end) {
                end = at;
                next = at + arrow.size();
            }
        }
        const std::size_t first = std::min(typed.find_first_not_of(' ', begin), end);
        const std::size_t last = end == first ? first : typed.find_last_not_of(' ', end - 1) + 1;
        parts.push_back({on_one_line(typed.substr(begin, end - begin)),
                         {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)}});
        begin = next;
    }
    return parts;
}

Diagnostic mistake(const std::shared_ptr<const InputFile>& file, ByteSpan span, std::string message,
                   std::string hint) {
    return {.code = "SG0017",
            .severity = Severity::error,
            .message = std::move(message),
            .location = {.file = file, .span = span},
            .hint = std::move(hint),
            .notes = {}};
}

std::string actor_called(const std::string& typed, const RuleSet& rules) {
    for (const Actor& actor : rules.actors) {
        const auto is_it = [&typed](const std::string& name) {
            return plain_name(name) == plain_name(typed);
        };
        if (is_it(actor.name) || std::ranges::any_of(actor.aliases, is_it)) {
            return actor.name;
        }
    }
    return typed;
}

std::vector<std::string> stance_labels(const RuleSet& rules) {
    std::vector<std::string> labels;
    std::ranges::transform(rules.stances, std::back_inserter(labels), &Stance::label);
    return labels;
}

bool is_known_stance(const std::string& label, const RuleSet& rules) {
    return label == "states" || rules.find_stance(label) != kNoId ||
           (label.starts_with("not ") && is_known_stance(label.substr(4), rules));
}

std::string speaker_of(const Claim& claim) {
    return claim.speaker.name.empty() && claim.speaker.kind == "author" ? "AUTHOR" : claim.speaker.name;
}

/// `Lindqvist` is `Mara Lindqvist`; `China` is no `Bank of China`, whatever the words.
bool is_same_speaker(const std::string& wanted, const std::string& name) {
    const std::string plain = plain_name(wanted);
    const std::string full = plain_name(name);
    const bool is_surname = full.ends_with(" " + plain) && full.find(" of ") == std::string::npos;
    return plain == full || (wanted != "AUTHOR" && is_surname);
}

std::string rest_of(const Claim& claim) {
    const std::string line = line_of(claim);
    const std::size_t bracket = line.find(" [");
    return bracket == std::string::npos ? std::string() : line.substr(bracket + 1);
}

bool is_elsewhere(ByteSpan wanted, ByteSpan found) {
    return !wanted.is_empty() && !wanted.overlaps(found);
}

int difference_count(const Goal& goal, const Attribution& attribution) {
    const bool has_statement = std::ranges::any_of(
        attribution.statement, [&](ByteSpan piece) { return piece.overlaps(goal.statement_at); });
    return static_cast<int>(is_elsewhere(goal.speaker_at, attribution.speaker.span)) +
           static_cast<int>(is_elsewhere(goal.cue_at, attribution.cue)) + static_cast<int>(!has_statement) +
           static_cast<int>(!goal.stance.empty() && goal.stance != attribution.stance);
}

}  // namespace

std::string plain_name(std::string_view name) {
    std::string plain = utf8::to_lower(on_one_line(name));
    for (const std::string_view article : {"the ", "a ", "an "}) {
        if (plain.starts_with(article) && plain.size() > article.size()) {
            return plain.substr(article.size());
        }
    }
    return plain;
}

std::optional<Goal> read_goal(const std::string& typed, const RuleSet& rules, Diagnostics& diagnostics) {
    const std::string text = utf8::repair(typed).text;
    const auto file = std::make_shared<const InputFile>("--want", text);
    const std::vector<Part> parts = parts_of(text);
    constexpr const char* kForm = "write it like this: --want \"Mara Lindqvist -> criticises -> ferry toll\"";
    if (parts.size() != 3) {
        diagnostics.add(mistake(file, {0, static_cast<std::uint32_t>(text.size())},
                                "a claim has three parts: SPEAKER -> STANCE -> SUBJECT", kForm));
        return std::nullopt;
    }
    constexpr std::array<std::string_view, 3> kNames{"speaker", "stance", "subject"};
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (parts[at].text.empty()) {
            diagnostics.add(
                mistake(file, parts[at].span, fmt::format("the {} is missing", kNames[at]), kForm));
            return std::nullopt;
        }
    }
    if (!is_known_stance(parts[1].text, rules)) {
        const std::string guess = did_you_mean(parts[1].text, stance_labels(rules));
        diagnostics.add(
            mistake(file, parts[1].span, fmt::format("there is no stance '{}'", parts[1].text),
                    guess.empty() ? fmt::format("the stances are: {}", fmt::join(stance_labels(rules), ", "))
                                  : guess));
        return std::nullopt;
    }
    Goal goal;
    goal.speaker = parts[0].text == "AUTHOR" ? parts[0].text : actor_called(parts[0].text, rules);
    goal.stance = parts[1].text;
    const std::size_t bracket = std::min(parts[2].text.find(" ["), parts[2].text.size());
    goal.subject = parts[2].text.substr(0, bracket);
    goal.rest = on_one_line(parts[2].text.substr(bracket));
    return goal;
}

std::string to_text(const Goal& goal) {
    return fmt::format("{} -> {} -> {}{}{}", goal.speaker, goal.stance, goal.subject,
                       goal.rest.empty() ? "" : " ", goal.rest);
}

Difference difference(const Goal& goal, const Claim& claim) {
    Difference differs;
    differs.speaker = (!goal.speaker.empty() && !is_same_speaker(goal.speaker, speaker_of(claim))) ||
                      is_elsewhere(goal.speaker_at, claim.speaker.span);
    differs.stance = !goal.stance.empty() && goal.stance != claim.stance.label;
    differs.subject = (!goal.subject.empty() && plain_name(goal.subject) != plain_name(claim.subject.name)) ||
                      is_elsewhere(goal.subject_at, claim.subject.span);
    differs.rest = !goal.rest.empty() && goal.rest != rest_of(claim);
    differs.cue = is_elsewhere(goal.cue_at, claim.cue);
    return differs;
}

const Claim* nearest_claim(const Goal& goal, const Resolved& resolved, ByteSpan part) {
    const Claim* best = nullptr;
    for (const Claim& claim : resolved.claims) {
        const bool is_nearer =
            best == nullptr || difference(goal, claim).count() < difference(goal, *best).count();
        best = claim.sentence.overlaps(part) && is_nearer ? &claim : best;
    }
    return best;
}

int distance(const Goal& goal, const Resolved& resolved, ByteSpan part) {
    int least = kNoClaim;
    if (!goal.statement_at.is_empty()) {
        for (const Attribution& attribution : resolved.attributions) {
            least = std::min(least, difference_count(goal, attribution));
        }
        return least;
    }
    const Claim* const nearest = nearest_claim(goal, resolved, part);
    return nearest == nullptr ? least : std::min(difference(goal, *nearest).count(), least);
}

}  // namespace stancegraph
