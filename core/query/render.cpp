#include "query/render.hpp"

#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "base/json.hpp"
#include "base/utf8.hpp"
#include "query/csv.hpp"
#include "query/text_table.hpp"

namespace stancegraph {
namespace {

constexpr std::array<std::pair<std::string_view, AnswerFormat>, 4> kFormats{{
    {"table", AnswerFormat::table},
    {"json", AnswerFormat::json},
    {"jsonl", AnswerFormat::jsonl},
    {"csv", AnswerFormat::csv},
}};

/// Two places are what a polarity or certainty can bear.
double rounded(double number) {
    return std::round(number * 100.0) / 100.0 + 0.0;
}

std::string signed_number(double polarity) {
    const double shown = rounded(polarity);
    return shown == 0.0 ? std::string("0") : fmt::format("{:+}", shown);
}

void write_row(json::Writer& writer, const AnswerRow& row) {
    writer.begin_object();
    writer.member("actor", row.actor).member("stance", row.stance).member("subject", row.subject);
    writer.member("polarity", rounded(row.polarity)).member("belief", rounded(row.belief));
    writer.member("contested", row.is_contested);
    writer.member("claims", row.tally.claims).member("documents", row.tally.documents);
    writer.member("stories", row.tally.stories).member("outlets", row.tally.outlets);
    writer.member("first", row.tally.first_date).member("last", row.tally.last_date);
    writer.end_object();
}

void write_row(json::Writer& writer, const EvidenceRow& row) {
    writer.begin_object();
    writer.member("actor", row.actor).member("stance", row.stance).member("subject", row.subject);
    writer.member("polarity", rounded(row.polarity)).member("modality", row.modality);
    writer.member("doc", row.document).member("line", row.line);
    writer.member("outlet", row.outlet).member("date", row.date).member("via", row.via);
    writer.member("quote", row.quote).key("cue").begin_object();
    writer.member("start", row.cue.begin).member("end", row.cue.end).end_object();
    writer.member("rule", row.rule).member("entry", row.entry).member("certainty", rounded(row.certainty));
    writer.member("claim", row.claim).end_object();
}

template <typename Row>
std::string as_json(std::span<const Row> rows) {
    std::string text = "[";
    for (const Row& row : rows) {
        text += text.size() == 1 ? "\n" : ",\n";
        json::Writer writer(text);
        write_row(writer, row);
    }
    text += rows.empty() ? "]\n" : "\n]\n";
    return text;
}

template <typename Row>
std::string as_lines(std::span<const Row> rows) {
    std::string text;
    for (const Row& row : rows) {
        {
            json::Writer writer(text);
            write_row(writer, row);
        }
        text += '\n';
    }
    return text;
}

void append_csv_row(std::string& text, const std::vector<std::string>& cells, csv::Guard guard) {
    for (std::size_t index = 0; index < cells.size(); ++index) {
        text.append(index == 0 ? "" : ",");
        csv::append_cell(text, cells[index], guard);
    }
    text += csv::kLineEnd;
}

/// Numbers are written past the guard, which would take a minus sign for a formula.
class CsvRow {
public:
    explicit CsvRow(std::string& text) : text_(&text) {}

    CsvRow& words(std::string_view cell) {
        separate();
        csv::append_cell(*text_, cell, csv::Guard::formulas);
        return *this;
    }

    template <typename Number>
    CsvRow& number(Number number) {
        separate();
        *text_ += fmt::format("{}", number);
        return *this;
    }

    void end() { *text_ += csv::kLineEnd; }

private:
    void separate() {
        text_->append(is_first_ ? "" : ",");
        is_first_ = false;
    }

    std::string* text_;
    bool is_first_ = true;
};

std::string as_csv(std::span<const AnswerRow> rows) {
    std::string text;
    append_csv_row(text,
                   {"actor", "stance", "subject", "polarity", "belief", "contested", "claims", "documents",
                    "stories", "outlets", "first", "last"},
                   csv::Guard::none);
    for (const AnswerRow& row : rows) {
        CsvRow line(text);
        line.words(row.actor).words(row.stance).words(row.subject).number(rounded(row.polarity));
        line.number(rounded(row.belief)).words(row.is_contested ? "true" : "false").number(row.tally.claims);
        line.number(row.tally.documents).number(row.tally.stories).number(row.tally.outlets);
        line.words(row.tally.first_date).words(row.tally.last_date).end();
    }
    return text;
}

std::string as_csv(std::span<const EvidenceRow> rows) {
    std::string text;
    append_csv_row(text,
                   {"actor", "stance", "subject", "polarity", "modality", "doc", "line", "outlet", "date",
                    "via", "quote", "cue", "rule", "entry", "certainty", "claim"},
                   csv::Guard::none);
    for (const EvidenceRow& row : rows) {
        CsvRow line(text);
        line.words(row.actor).words(row.stance).words(row.subject).number(rounded(row.polarity));
        line.words(row.modality).words(row.document).number(row.line).words(row.outlet).words(row.date);
        line.words(row.via).words(row.quote);
        line.words(std::string_view(row.quote).substr(row.cue.begin, row.cue.size()));
        line.words(row.rule).words(row.entry).number(rounded(row.certainty)).words(row.claim).end();
    }
    return text;
}

std::string as_table(std::span<const AnswerRow> rows, std::size_t width) {
    using Align = TextTable::Align;
    TextTable table({{"actor"},
                     {"stance"},
                     {"subject"},
                     {"polarity", Align::right},
                     {"belief", Align::right},
                     {"claims", Align::right},
                     {"documents", Align::right},
                     {"stories", Align::right},
                     {"outlets", Align::right},
                     {"first", Align::right},
                     {"last", Align::right}});
    for (const AnswerRow& row : rows) {
        table.add({row.actor, row.stance, row.subject, signed_number(row.polarity),
                   fmt::format("{:.2f}", row.belief), std::to_string(row.tally.claims),
                   std::to_string(row.tally.documents), std::to_string(row.tally.stories),
                   std::to_string(row.tally.outlets), row.tally.first_date, row.tally.last_date});
    }
    return table.render(width);
}

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char byte : text) {
        line += byte == '\n' || byte == '\r' || byte == '\t' ? ' ' : byte;
    }
    return utf8::visible(line);
}

std::string marked(const EvidenceRow& row) {
    const std::string_view quote = row.quote;
    if (row.cue.is_empty()) {
        return on_one_line(quote);
    }
    return on_one_line(quote.substr(0, row.cue.begin)) + "[" +
           on_one_line(quote.substr(row.cue.begin, row.cue.size())) + "]" +
           on_one_line(quote.substr(row.cue.end));
}

std::string place_of(const EvidenceRow& row) {
    std::string place = fmt::format("{}:{}", row.document, row.line);
    if (!row.outlet.empty() || !row.date.empty()) {
        place +=
            fmt::format("  {}{}{}", row.outlet, row.outlet.empty() || row.date.empty() ? "" : ", ", row.date);
    }
    if (!row.via.empty()) {
        place += fmt::format("  via {}", row.via);
    }
    const std::string modality = row.modality == "asserted" ? std::string() : ", " + row.modality;
    return place + fmt::format("  (rule {}, certainty {}{})", row.rule, rounded(row.certainty), modality);
}

std::string as_table(std::span<const EvidenceRow> rows) {
    std::string text;
    const EvidenceRow* last = nullptr;
    for (const EvidenceRow& row : rows) {
        const bool is_new = last == nullptr || last->actor != row.actor || last->stance != row.stance ||
                            last->subject != row.subject;
        if (is_new) {
            text.append(last == nullptr ? "" : "\n");
            text += on_one_line(fmt::format("{} -> {} -> {}", row.actor, row.stance, row.subject)) + "\n";
        }
        text += fmt::format("  {}\n    {}\n", on_one_line(place_of(row)), marked(row));
        last = &row;
    }
    return text;
}

/// `table()` gives the rows for people.
template <typename Row, typename Table>
std::string render_as(AnswerFormat format, std::span<const Row> rows, Table table) {
    switch (format) {
        case AnswerFormat::table:
            return table();
        case AnswerFormat::json:
            return as_json(rows);
        case AnswerFormat::jsonl:
            return as_lines(rows);
        case AnswerFormat::csv:
            return as_csv(rows);
    }
    return {};
}

}  // namespace

std::optional<AnswerFormat> find_answer_format(std::string_view name) {
    for (const auto& [known, format] : kFormats) {
        if (known == name) {
            return format;
        }
    }
    return std::nullopt;
}

std::string brief(const EvidenceRow& row) {
    return fmt::format("{} {} ({})  {}\n    {}\n", on_one_line(row.actor), on_one_line(row.stance),
                       signed_number(row.polarity), on_one_line(place_of(row)), marked(row));
}

std::string render(std::span<const AnswerRow> rows, AnswerFormat format, std::size_t width) {
    return render_as(format, rows, [&] { return as_table(rows, width); });
}

std::string render(std::span<const EvidenceRow> rows, AnswerFormat format) {
    return render_as(format, rows, [&] { return as_table(rows); });
}

}  // namespace stancegraph
