#include "cli/stats_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/json.hpp"
#include "cli/measure_table.hpp"
#include "cli/stats_footer.hpp"
#include "cli/streams.hpp"
#include "query/text_table.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::array<std::string_view, 4> kStageNames{"attribution", "stance", "discourse", "modifier"};

/// What was counted of a value before; nothing counted gives 0 of 0.
Share counted(const CertaintyModel& model, EvidenceKind kind, const std::string& value) {
    const auto& values = model.evidence[static_cast<std::size_t>(kind)];
    const auto found = values.find(value);
    return found == values.end() ? Share() : Share{.right = found->second.right, .of = found->second.of};
}

/// One line: a rule or a list entry.
struct Row {
    std::string name;
    std::string sort;  ///< The rule's stage or the entry's list.
    std::string place;
    HitCounts hits;
    TryCounts tries;
    std::uint64_t time = 0;  ///< Of all tries, in nanoseconds.
    Share attributions;
    Share claims;
};

std::vector<Row> rule_rows(const StatsView& view) {
    std::vector<Row> rows;
    const CertaintyTable& certainty = view.rules.certainty;
    for (RuleId id = 0; id < view.rules.rules.size(); ++id) {
        const Rule& rule = view.rules.rules[id];
        if (rule.status == RuleStatus::on) {
            rows.push_back({.name = rule.name,
                            .sort = std::string(kStageNames[static_cast<std::size_t>(rule.stage)]),
                            .place = place_of(rule.location),
                            .hits = view.statistics == nullptr ? HitCounts() : view.statistics->by_rule()[id],
                            .tries = view.tries == nullptr ? TryCounts() : view.tries->by_rule()[id],
                            .time = view.times == nullptr ? 0 : view.times->by_rule()[id].time,
                            .attributions = counted(certainty.attribution, EvidenceKind::rule, rule.name),
                            .claims = counted(certainty.claim, EvidenceKind::rule, rule.name)});
        }
    }
    return rows;
}

std::vector<Row> entry_rows(const StatsView& view) {
    std::vector<Row> rows;
    for (LexiconId list = 0; view.has_entries && list < view.rules.lexicons.size(); ++list) {
        const Lexicon& lexicon = view.rules.lexicons[list];
        for (std::size_t at = 0; at < lexicon.entries.size(); ++at) {
            const LexiconEntry& entry = lexicon.entries[at];
            Row row{
                .name = entry.text,
                .sort = "@" + lexicon.name,
                .place = place_of(entry.location),
                .hits = view.statistics == nullptr ? HitCounts() : view.statistics->by_entry()[list][at],
                .tries = view.tries == nullptr ? TryCounts() : view.tries->by_entry()[list][at],
                .time = view.times == nullptr ? 0 : view.times->by_entry()[list][at].time,
                .attributions = counted(view.rules.certainty.attribution, EvidenceKind::entry, entry.text),
                .claims = {}};
            const bool was_met =
                row.tries.tries + row.hits.found + row.hits.beaten + row.hits.near_misses > 0;
            if (view.statistics == nullptr ? row.attributions.of > 0 : was_met) {
                rows.push_back(std::move(row));
            }
        }
    }
    return rows;
}

std::string right_of(Share share) {
    return share.of == 0 ? "-" : fmt::format("{}/{}", share.right, share.of);
}

std::string microseconds(const Row& row) {
    return row.tries.tries == 0 ? "-"
                                : fmt::format("{:.1f}", static_cast<double>(row.time) / 1000.0 /
                                                            static_cast<double>(row.tries.tries));
}

std::string rows_table(std::vector<Row> rows, std::string_view what, bool has_hits, bool has_times) {
    using enum TextTable::Align;
    std::vector<TextTable::Column> columns{{std::string(what), left}, {"of", left}};
    if (has_hits) {
        for (const char* title : {"tries", "steps each", "found", "statements", "claims", "beaten", "near"}) {
            columns.push_back({title, right});
        }
    }
    if (has_times) {
        columns.insert(columns.begin() + 4, {"us each", right});
    }
    columns.insert(columns.end(),
                   {{"right", right}, {"share", right}, {"95 %", right}, {"claims right", right}});
    columns.push_back({has_hits ? "last" : "place", left});
    TextTable table(std::move(columns));
    std::ranges::stable_sort(rows, std::ranges::greater(), [has_hits](const Row& row) {
        return has_hits ? row.hits.found : row.attributions.of;
    });
    for (const Row& row : rows) {
        std::vector<std::string> cells{row.name, row.sort};
        if (has_hits) {
            cells.push_back(std::to_string(row.tries.tries));
            cells.push_back(row.tries.tries == 0 ? "-" : std::to_string(row.tries.steps / row.tries.tries));
        }
        if (has_times) {
            cells.push_back(microseconds(row));
        }
        if (has_hits) {
            for (const std::uint32_t number : {row.hits.found, row.hits.attributions, row.hits.claims,
                                               row.hits.beaten, row.hits.near_misses}) {
                cells.push_back(std::to_string(number));
            }
        }
        cells.insert(cells.end(), {right_of(row.attributions), percent(row.attributions),
                                   percent_interval(row.attributions), right_of(row.claims)});
        cells.push_back(!has_hits                     ? row.place
                        : row.hits.last_place.empty() ? std::string()
                                                      : row.hits.last_place + "  " + row.hits.last_sentence);
        table.add(std::move(cells));
    }
    return table.render(has_hits ? 0 : kTableWidth);
}

std::string calibration(std::string_view what, const CertaintyModel& model) {
    if (model.checked.empty()) {
        return {};
    }
    return fmt::format("\nhow often {} were right, by certainty\n", what) + calibration_table(model.checked);
}

void write_counted(json::Writer& writer, std::string_view name, Share share) {
    writer.key(name).begin_object();
    write_share(writer, share);
    writer.end_object();
}

void write_rows(json::Writer& writer, const std::vector<Row>& rows, std::string_view sort, bool has_hits,
                bool has_times) {
    writer.begin_array();
    for (const Row& row : rows) {
        writer.begin_object().member("name", row.name).member(sort, row.sort).member("place", row.place);
        if (has_hits) {
            writer.member("tries", row.tries.tries).member("steps", row.tries.steps);
            if (has_times) {
                writer.member("nanoseconds", row.time);
            }
            writer.member("found", row.hits.found).member("attributions", row.hits.attributions);
            writer.member("claims", row.hits.claims).member("beaten", row.hits.beaten);
            writer.member("near_misses", row.hits.near_misses).member("last", row.hits.last_place);
            writer.member("sentence", row.hits.last_sentence);
        }
        write_counted(writer, "attributions_counted", row.attributions);
        write_counted(writer, "claims_counted", row.claims);
        writer.end_object();
    }
    writer.end_array();
}

void write_checked(json::Writer& writer, std::string_view name, const CertaintyModel& model) {
    writer.key(name).begin_array();
    for (const CheckedBin& bin : model.checked) {
        writer.begin_object().member("from", bin.from).member("to", bin.to).member("mean", bin.expected);
        write_share(writer, {.right = bin.right, .of = bin.of});
        writer.end_object();
    }
    writer.end_array();
}

const std::map<std::string, Share>& reviewed_rules(const StatsView& view) {
    return view.reviewed->by_evidence[static_cast<std::size_t>(EvidenceKind::rule)];
}

/// The rules that were judged most often first.
std::string reviewed_table(const StatsView& view) {
    if (view.reviewed == nullptr || view.reviewed->all.of == 0) {
        return {};
    }
    std::vector<std::pair<std::string, Share>> rules(reviewed_rules(view).begin(),
                                                     reviewed_rules(view).end());
    std::ranges::stable_sort(rules, std::ranges::greater(), [](const auto& rule) { return rule.second.of; });
    using enum TextTable::Align;
    TextTable table({{"reviewed claims of", left}, {"right", right}, {"precision", right}, {"95 %", right}});
    for (const auto& [rule, share] : rules) {
        table.add({rule, right_of(share), percent(share), percent_interval(share)});
    }
    table.add({"all rules", right_of(view.reviewed->all), percent(view.reviewed->all),
               percent_interval(view.reviewed->all)});
    return '\n' + table.render(kTableWidth);
}

void write_reviewed(json::Writer& writer, const StatsView& view) {
    writer.key("reviewed").begin_object();
    for (const auto& [rule, share] : reviewed_rules(view)) {
        write_counted(writer, rule, share);
    }
    writer.end_object();
}

}  // namespace

std::string stats_table(const StatsView& view) {
    const bool has_hits = view.statistics != nullptr;
    const bool has_times = view.times != nullptr;
    std::string text = rows_table(rule_rows(view), "rule", has_hits, has_times);
    if (view.has_entries) {
        text += '\n' + rows_table(entry_rows(view), "entry", has_hits, has_times);
    }
    if (has_hits) {
        text += '\n' + stats_footer(view);
    }
    return text + reviewed_table(view) + calibration("statements", view.rules.certainty.attribution) +
           calibration("claims", view.rules.certainty.claim);
}

std::string stats_json(const StatsView& view) {
    const bool has_hits = view.statistics != nullptr;
    const bool has_times = view.times != nullptr;
    std::string text;
    json::Writer writer(text);
    writer.begin_object();
    if (has_hits) {
        writer.member("articles", view.statistics->documents());
    }
    writer.key("rules");
    write_rows(writer, rule_rows(view), "stage", has_hits, has_times);
    if (view.has_entries) {
        writer.key("entries");
        write_rows(writer, entry_rows(view), "list", has_hits, has_times);
    }
    if (view.reviewed != nullptr) {
        write_reviewed(writer, view);
    }
    write_checked(writer, "attributions_checked", view.rules.certainty.attribution);
    write_checked(writer, "claims_checked", view.rules.certainty.claim);
    writer.end_object();
    return text + '\n';
}

}  // namespace stancegraph::cli
