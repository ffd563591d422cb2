#include "cli/stats_footer.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/streams.hpp"
#include "query/text_table.hpp"

namespace stancegraph::cli {
namespace {

using Align = TextTable::Align;

constexpr std::size_t kSlowest = 5;

std::vector<RuleId> running_rules(const RuleSet& rules) {
    std::vector<RuleId> ids;
    for (RuleId id = 0; id < rules.rules.size(); ++id) {
        if (rules.rules[id].status == RuleStatus::on) {
            ids.push_back(id);
        }
    }
    return ids;
}

std::string times(std::uint64_t count) {
    return count == 1 ? "once" : fmt::format("{} times", count);
}

std::string why_silent(const HitCounts& hits, const TryCounts& tries) {
    if (tries.tries == 0) {
        return "nothing that it starts from is in the articles";
    }
    std::string reason = fmt::format("tried {}", times(tries.tries));
    if (hits.beaten > 0) {
        reason += fmt::format(", beaten {}", times(hits.beaten));
    }
    return hits.near_misses == 0 ? reason
                                 : reason + fmt::format(", nearly found {}", times(hits.near_misses));
}

std::string silent_rules(const StatsView& view, const std::vector<RuleId>& running) {
    TextTable table({{"rule", Align::left}, {"place", Align::left}, {"why", Align::left}});
    std::size_t count = 0;
    for (const RuleId id : running) {
        const Rule& rule = view.rules.rules[id];
        const HitCounts& hits = view.statistics->by_rule()[id];
        if (hits.found == 0 && !rule.emit.is_nothing) {
            ++count;
            table.add({rule.name, place_of(rule.location), why_silent(hits, view.tries->by_rule()[id])});
        }
    }
    return count == 0 ? "every rule fired\n"
                      : fmt::format("{} of {} rules never fired\n{}", count, running.size(), table.render());
}

/// Words after each other, on lines as wide as tables.
std::string filled(const std::string& first, const std::vector<std::string>& words) {
    std::string text = first;
    std::size_t width = utf8::display_width(first);
    for (const std::string& word : words) {
        const bool is_last = &word == &words.back();
        const std::size_t more = utf8::display_width(word) + (is_last ? 1 : 2);
        if (width + more > kTableWidth) {
            text += "\n   ";
            width = 3;
        }
        text += ' ' + word + (is_last ? "" : ",");
        width += more;
    }
    return text + '\n';
}

std::string silent_entries(const StatsView& view) {
    std::string lists;
    std::size_t silent = 0;
    std::size_t all = 0;
    for (LexiconId list = 0; list < view.rules.lexicons.size(); ++list) {
        if (view.compiled->anchors_of(list).empty()) {
            continue;  // no rule starts from it
        }
        std::vector<std::string> words;
        for (std::size_t at = 0; at < view.rules.lexicons[list].entries.size(); ++at) {
            if (view.statistics->by_entry()[list][at].found == 0) {
                words.push_back(view.rules.lexicons[list].entries[at].text);
            }
        }
        all += view.rules.lexicons[list].entries.size();
        silent += words.size();
        if (!words.empty()) {
            lists += filled(fmt::format("@{}:", view.rules.lexicons[list].name), words);
        }
    }
    const std::string count =
        fmt::format("{} of {} list entries that rules start from never fired", silent, all);
    return view.has_entries ? count + '\n' + lists : count + "; --entries names them\n";
}

std::string slowest_rules(const StatsView& view, std::vector<RuleId> running) {
    const bool has_times = view.times != nullptr;
    const auto each = [&](RuleId id) {
        const TryCounts& counts = has_times ? view.times->by_rule()[id] : view.tries->by_rule()[id];
        const std::uint64_t sum = has_times ? counts.time : counts.steps;
        return counts.tries == 0 ? 0.0 : static_cast<double>(sum) / static_cast<double>(counts.tries);
    };
    std::erase_if(running, [&](RuleId id) { return view.tries->by_rule()[id].tries == 0; });
    std::ranges::stable_sort(running, std::ranges::greater(), each);
    running.resize(std::min(running.size(), kSlowest));
    TextTable table({{"rule", Align::left},
                     {has_times ? "us each" : "steps each", Align::right},
                     {"tries", Align::right},
                     {"place", Align::left}});
    for (const RuleId id : running) {
        const Rule& rule = view.rules.rules[id];
        table.add({rule.name,
                   has_times ? fmt::format("{:.1f}", each(id) / 1000.0) : fmt::format("{:.0f}", each(id)),
                   std::to_string(view.tries->by_rule()[id].tries), place_of(rule.location)});
    }
    return running.empty() ? std::string() : "the slowest rules\n" + table.render();
}

}  // namespace

std::string place_of(const Location& location) {
    if (location.file == nullptr) {
        return "?";
    }
    const std::string& name = location.file->name();
    return fmt::format("{}:{}", name.substr(name.rfind('/') + 1),
                       location.file->place_of(location.span.begin).line);
}

std::string stats_footer(const StatsView& view) {
    const std::vector<RuleId> running = running_rules(view.rules);
    return silent_rules(view, running) + '\n' + silent_entries(view) + '\n' + slowest_rules(view, running);
}

}  // namespace stancegraph::cli
