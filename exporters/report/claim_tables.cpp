#include "exporters/report/claim_tables.hpp"

#include <array>

#include "exporters/report/script_text.hpp"
#include "graph/date.hpp"
#include "graph/tally.hpp"
#include "query/quote_parts.hpp"

namespace stancegraph::html_report {
namespace {

std::string day_of(std::string_view date) {
    const auto day = parse_date(date);
    return day ? to_string(*day) : std::string();
}

/// Strings, and pairs of a role and a string.
void write_quote(json::Writer& writer, const Claim& claim) {
    constexpr std::array<const char*, 4> kRoles{"", "speaker", "cue", "subject"};
    writer.key("quote").begin_array();
    for (const QuotePart& part : quote_parts(claim)) {
        if (part.role == QuoteRole::none) {
            writer.value(shown(part.text));
        } else {
            writer.begin_array().value(kRoles[static_cast<std::size_t>(part.role)]);
            writer.value(shown(part.text)).end_array();
        }
    }
    writer.end_array();
}

void write_names(json::Writer& writer, std::string_view name, const std::vector<std::string_view>& names) {
    writer.key(name).begin_array();
    for (const std::string_view one : names) {
        writer.value(shown(one));
    }
    writer.end_array();
}

}  // namespace

std::uint32_t ClaimTables::document_of(const Claim& claim) {
    return documents_.number_of(
        {claim.doc, claim.source.outlet, claim.source.title, claim.source.url, claim.source.date});
}

void ClaimTables::write(json::Writer& writer) {
    writer.key("claims").begin_array();
    for (const ClaimIndex index : claims_.keys()) {
        write_claim(writer, graph_->claims()[index]);
    }
    writer.end_array().key("documents").begin_array();
    for (const DocumentKey& document : documents_.keys()) {
        write_document(writer, document);
    }
    writer.end_array();
    write_names(writer, "outlets", outlets_.keys());
    write_names(writer, "rules", rules_.keys());
}

void ClaimTables::write_claim(json::Writer& writer, const Claim& claim) {
    writer.begin_object().member("id", shown(claim.id));
    writer.member("in", document_of(claim)).member("line", claim.line);
    writer.member("polarity", rounded(asserted_polarity(claim)));
    writer.member("certainty", rounded(claim.certainty)).member("rule", rules_.number_of(claim.rule));
    write_text(writer, "entry", claim.entry);
    write_text(writer, "via", claim.via);
    write_text(writer, "judged_by", claim.judged_by);
    write_text(writer, "speaker", claim.speaker.text);
    write_text(writer, "modality", claim.stance.modality == "asserted" ? "" : claim.stance.modality);
    write_quote(writer, claim);
    writer.end_object();
}

void ClaimTables::write_document(json::Writer& writer, const DocumentKey& document) {
    const auto& [name, outlet, title, url, date] = document;
    writer.begin_object().member("name", shown(name)).member("outlet", outlets_.number_of(outlet));
    write_text(writer, "title", title);
    write_text(writer, "date", day_of(date));
    if (is_web_address(url)) {
        writer.member("url", url);
    }
    writer.end_object();
}

void write_text(json::Writer& writer, std::string_view name, std::string_view text) {
    if (!text.empty()) {
        writer.member(name, shown(text));
    }
}

}  // namespace stancegraph::html_report
