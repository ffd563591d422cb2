#include "cli/coverage_table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/json.hpp"
#include "base/utf8.hpp"
#include "cli/rules_actions.hpp"
#include "query/text_table.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::uint32_t kRowsInShort = 8;

/// A part of the report: its name on the command line, its title, where it stands.
struct Part {
    std::string_view name;
    std::string_view title;
    std::string_view last;  ///< The column with what to do.
    CoverageReport::Section CoverageReport::*section;
};

constexpr std::array kParts{
    Part{"cues", "cue words in sentences that gave nothing", "ask why", &CoverageReport::cues},
    Part{"quotes", "quotations without a speaker", "ask why", &CoverageReport::quotations},
    Part{"verbs", "verbs in a speech frame that are in no list", "paste", &CoverageReport::verbs},
    Part{"statements", "statements without a subject, by what they begin with", "ask why",
         &CoverageReport::statements_without_subject},
    Part{"subjects", "subjects that are in no taxonomy", "paste", &CoverageReport::subjects},
    Part{"speakers", "speakers that are no actor of the rules", "paste", &CoverageReport::speakers},
};

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

std::string indented(const std::string& lines) {
    std::string text;
    for (std::size_t begin = 0; begin < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', begin), lines.size());
        text += "      " + utf8::visible(lines.substr(begin, end - begin)) + '\n';
        begin = end + 1;
    }
    return text;
}

std::string title_of(const Part& part, const CoverageReport& report) {
    const CoverageReport::Section& section = report.*part.section;
    std::string title = fmt::format("{}  {}", part.title, section.count);
    if (part.section == &CoverageReport::quotations) {
        title += report.after_colon == 0 ? "" : fmt::format(", {} of them after a colon", report.after_colon);
    }
    if (part.section == &CoverageReport::verbs && !report.verb_list.empty()) {
        title += fmt::format("; the list for them is {}", report.verb_list);
    }
    return title;
}

std::string in_short(const Part& part, const CoverageReport& report, std::uint32_t rows) {
    const CoverageReport::Section& section = report.*part.section;
    std::string text = fmt::format("\n{}   --list {}\n", title_of(part, report), part.name);
    if (section.rows.empty()) {
        return text;
    }
    const bool has_remarks =
        std::ranges::any_of(section.rows, [](const CoverageRow& row) { return !row.remark.empty(); });
    std::vector<TextTable::Column> columns{{"times", TextTable::Align::right}, {"what", {}}};
    if (has_remarks) {
        columns.push_back({"why", {}});
    }
    columns.push_back({std::string(part.last), {}});
    TextTable table(std::move(columns));
    const std::size_t count = std::min<std::size_t>(rows == 0 ? kRowsInShort : rows, section.rows.size());
    for (std::size_t at = 0; at < count; ++at) {
        const CoverageRow& row = section.rows[at];
        std::vector<std::string> cells{std::to_string(row.count), row.what};
        if (has_remarks) {
            cells.push_back(row.remark);
        }
        cells.push_back(first_line(row.paste));
        table.add(std::move(cells));
    }
    return text + table.render();
}

std::string in_full(const Part& part, const CoverageReport& report, std::uint32_t rows) {
    const CoverageReport::Section& section = report.*part.section;
    std::string text = title_of(part, report) + '\n';
    const std::size_t count =
        std::min<std::size_t>(rows == 0 ? section.rows.size() : rows, section.rows.size());
    for (std::size_t at = 0; at < count; ++at) {
        const CoverageRow& row = section.rows[at];
        text += fmt::format("\n{}  {}{}\n", row.count, utf8::visible(row.what),
                            row.remark.empty() ? "" : "  (" + row.remark + ")");
        for (const Occasion& occasion : row.occasions) {
            text +=
                fmt::format("  {}  {}\n", utf8::visible(occasion.place), utf8::visible(occasion.sentence));
        }
        text += indented(row.paste);
    }
    return text;
}

void write_section(json::Writer& writer, const Part& part, const CoverageReport::Section& section) {
    writer.key(part.name).begin_object().member("count", section.count).key("rows").begin_array();
    for (const CoverageRow& row : section.rows) {
        writer.begin_object().member("count", row.count).member("what", row.what);
        writer.member("remark", row.remark).member("paste", row.paste).key("occasions").begin_array();
        for (const Occasion& occasion : row.occasions) {
            writer.begin_object().member("place", occasion.place).member("sentence", occasion.sentence);
            writer.member("remark", occasion.remark).end_object();
        }
        writer.end_array().end_object();
    }
    writer.end_array().end_object();
}

}  // namespace

std::string coverage_table(const CoverageReport& report, const CoverageLayout& layout) {
    const auto part = std::ranges::find(kParts, layout.list, &Part::name);
    if (part != kParts.end()) {
        return in_full(*part, report, layout.rows);
    }
    std::string text =
        fmt::format("{}, {} tokens, {}, {}\n", plural(report.articles, "article"), report.tokens,
                    plural(report.statements, "statement"), plural(report.claims, "claim"));
    for (const Part& each : kParts) {
        text += in_short(each, report, layout.rows);
    }
    return text;
}

std::string coverage_json(const CoverageReport& report) {
    std::string text;
    json::Writer writer(text);
    writer.begin_object().member("articles", report.articles).member("tokens", report.tokens);
    writer.member("statements", report.statements).member("claims", report.claims);
    writer.member("quotes_after_colon", report.after_colon).member("list_for_verbs", report.verb_list);
    for (const Part& part : kParts) {
        write_section(writer, part, report.*part.section);
    }
    writer.end_object();
    return text + '\n';
}

}  // namespace stancegraph::cli
