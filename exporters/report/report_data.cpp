#include "exporters/report/report_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/json.hpp"
#include "base/utf8.hpp"
#include "exporters/palette.hpp"
#include "exporters/report/numbering.hpp"
#include "graph/date.hpp"
#include "graph/tally.hpp"
#include "query/contradictions.hpp"
#include "query/groups.hpp"
#include "query/query.hpp"
#include "query/quote_parts.hpp"
#include "query/relations.hpp"

namespace stancegraph::html_report {
namespace {

constexpr std::size_t kMostRelated = 6;  ///< Allies of an actor, and opponents.
constexpr std::size_t kMostShared = 8;   ///< Subjects that are named of each.
constexpr std::size_t kMostContradictions = 1'000;
constexpr std::size_t kMostProofs = 24;  ///< Quotes of one contradiction.

std::string shown(std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(
        line, [](char byte) { return byte == '\n' || byte == '\r' || byte == '\t'; }, ' ');
    return utf8::visible(line);
}

/// Two places are what these numbers can bear.
double rounded(double number) {
    return std::round(number * 100.0) / 100.0 + 0.0;
}

std::string hex(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::string day_of(std::string_view date) {
    const auto day = parse_date(date);
    return day ? to_string(*day) : std::string();
}

/// A document as its claims know it: name, outlet, title, address, date.
using DocumentKey =
    std::tuple<std::string_view, std::string_view, std::string_view, std::string_view, std::string_view>;

DocumentKey document_key(const Claim& claim) {
    return {claim.doc, claim.source.outlet, claim.source.title, claim.source.url, claim.source.date};
}

/// Writes the members of the data one after the other. What claims refer to by number is collected on the
/// way and comes last.
class DataWriter {
public:
    DataWriter(const StanceGraph& graph, const Selection& selection, const ExportOptions& options,
               std::string& out)
        : graph_(graph), selection_(selection), options_(options), writer_(out) {
        for (std::uint32_t number = 0; number < selection.vertices.size(); ++number) {
            vertex_numbers_[selection.vertices[number]] = number;
        }
        Diagnostics none;
        everything_ = select(graph, Query(), none).value_or(std::vector<SelectedEdge>());
    }

    void write() {
        writer_.begin_object();
        writer_.member("view", options_.view == GraphView::net ? "net" : "stance");
        write_totals();
        write_colours();
        write_vertices();
        write_edges();
        write_pairs();
        write_contradictions();
        write_months();
        write_claims();
        write_documents();
        write_names("outlets", outlets_.keys());
        write_names("rules", rules_.keys());
        writer_.end_object();
    }

private:
    void text(std::string_view name, std::string_view value) {
        if (!value.empty()) {
            writer_.member(name, shown(value));
        }
    }

    void write_names(std::string_view name, const std::vector<std::string_view>& names) {
        writer_.key(name).begin_array();
        for (const std::string_view one : names) {
            writer_.value(shown(one));
        }
        writer_.end_array();
    }

    void write_tally(const Tally& tally) {
        writer_.member("claims", tally.claims).member("documents", tally.documents);
        writer_.member("stories", tally.stories).member("outlets", tally.outlets);
        writer_.member("positive", tally.positive).member("negative", tally.negative);
        writer_.member("neutral", tally.neutral);
        text("first", tally.first_date);
        text("last", tally.last_date);
    }

    void write_totals() {
        std::vector<ClaimIndex> all(graph_.claims().size());
        std::iota(all.begin(), all.end(), 0U);
        writer_.key("totals").begin_object();
        write_tally(tally_of(graph_.table(), all));
        writer_.member("edges", graph_.edge_count()).member("vertices", graph_.vertex_count());
        writer_.end_object();
    }

    void write_colours() {
        const std::array<std::pair<const char*, Colour>, 7> colours{
            {{"for", colour_of_polarity(1.0)},
             {"against", colour_of_polarity(-1.0)},
             {"neutral", colour_of_polarity(0.0)},
             {"contested", colour_of_dispute()},
             {"actor", colour_of(NodeKind::actor)},
             {"subject", colour_of(NodeKind::subject)},
             {"unnamed", colour_of(Vertex{.kind = VertexKind::actor, .scope = "somewhere"})}}};
        writer_.key("colours").begin_object();
        for (const auto& [name, colour] : colours) {
            writer_.member(name, hex(colour));
        }
        writer_.end_object();
    }

    void write_vertices() {
        const Relations relations(graph_, everything_);
        writer_.key("vertices").begin_array();
        for (const VertexIndex index : selection_.vertices) {
            const Vertex& vertex = graph_.vertex(index);
            const bool is_actor = vertex.kind == VertexKind::actor;
            writer_.begin_object().member("id", vertex.id).member("name", shown(vertex.name));
            writer_.member("kind", is_actor ? "actor" : "subject");
            text("type", vertex.type);
            text("only_in", vertex.scope);
            writer_.member("x", vertex.x).member("y", vertex.y).member("size", rounded(vertex.size));
            write_tally(vertex.tally);
            write_aliases(vertex);
            if (is_actor) {
                write_related("allies", relations.of(index, Side::allies));
                write_related("opponents", relations.of(index, Side::opponents));
            }
            writer_.end_object();
        }
        writer_.end_array();
    }

    void write_aliases(const Vertex& vertex) {
        if (vertex.aliases.empty()) {
            return;
        }
        writer_.key("aliases").begin_array();
        for (const std::string& alias : vertex.aliases) {
            writer_.value(shown(alias));
        }
        writer_.end_array();
    }

    void write_related(std::string_view name, const std::vector<RelatedActor>& related) {
        if (related.empty()) {
            return;
        }
        writer_.key(name).begin_array();
        std::size_t count = 0;
        for (const RelatedActor& one : related) {
            const auto number = vertex_numbers_.find(one.actor);
            if (number == vertex_numbers_.end() || count == kMostRelated) {
                continue;
            }
            ++count;
            writer_.begin_object().member("actor", number->second).member("score", rounded(one.score));
            write_subjects("same", one.same_side);
            write_subjects("other", one.other_side);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void write_subjects(std::string_view name, const std::vector<VertexIndex>& subjects) {
        writer_.key(name).begin_array();
        std::size_t count = 0;
        for (const VertexIndex subject : subjects) {
            const auto number = vertex_numbers_.find(subject);
            if (number != vertex_numbers_.end() && count < kMostShared) {
                ++count;
                writer_.value(number->second);
            }
        }
        writer_.end_array();
    }

    void write_edges() {
        writer_.key("edges").begin_array();
        for (std::size_t number = 0; number < selection_.edges.size(); ++number) {
            const StanceEdge& edge = graph_.edge(selection_.edges[number]);
            edge_numbers_[selection_.edges[number]] = static_cast<std::uint32_t>(number);
            writer_.begin_object().member("id", edge.id);
            writer_.member("actor", vertex_numbers_.at(edge.actor));
            writer_.member("subject", vertex_numbers_.at(edge.subject));
            writer_.member("stance", shown(edge.stance)).member("polarity", rounded(edge.polarity));
            writer_.member("certainty", rounded(edge.certainty)).member("belief", rounded(edge.belief));
            write_tally(edge.tally);
            write_documents_of(edge);
            if (options_.has_evidence) {
                writer_.key("quotes").begin_array();
                for (const ClaimIndex claim : selection_.quoted[number]) {
                    writer_.value(claims_.number_of(claim));
                }
                writer_.end_array();
            }
            writer_.end_object();
        }
        writer_.end_array();
    }

    void write_documents_of(const StanceEdge& edge) {
        std::set<std::uint32_t> numbers;
        for (const ClaimIndex index : graph_.evidence(edge)) {
            numbers.insert(number_of_document(graph_.claims()[index]));
        }
        writer_.key("in").begin_array();
        for (const std::uint32_t number : numbers) {
            writer_.value(number);
        }
        writer_.end_array();
    }

    void write_pairs() {
        writer_.key("pairs").begin_array();
        for (const StancePair& pair : selection_.pairs) {
            writer_.begin_object();
            writer_.member("actor", vertex_numbers_.at(pair.actor));
            writer_.member("subject", vertex_numbers_.at(pair.subject));
            writer_.member("first_edge", edge_numbers_.at(pair.edges_begin));
            writer_.member("edges", pair.edges_end - pair.edges_begin);
            writer_.member("polarity", rounded(pair.tally.net_polarity()));
            writer_.member("contested", pair.tally.dispute() > 0.0);
            writer_.member("certainty", rounded(pair.certainty)).member("belief", rounded(pair.belief));
            write_tally(pair.tally);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void write_contradictions() {
        std::map<std::string_view, ClaimIndex> by_id;
        for (ClaimIndex index = 0; index < graph_.claims().size(); ++index) {
            by_id.emplace(graph_.claims()[index].id, index);
        }
        const std::vector<Contradiction> all = contradictions(graph_, everything_);
        writer_.member("all_contradictions", std::uint64_t{all.size()});
        writer_.key("contradictions").begin_array();
        for (const Contradiction& one : std::span(all).first(std::min(all.size(), kMostContradictions))) {
            writer_.begin_object().key("kinds").begin_array();
            for (const ContradictionKind kind : one.kinds) {
                writer_.value(name_of(kind));
            }
            writer_.end_array().member("actor", shown(one.actor)).member("subject", shown(one.subject));
            text("before", one.before);
            text("after", one.after);
            write_proofs(one, by_id);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void write_proofs(const Contradiction& contradiction,
                      const std::map<std::string_view, ClaimIndex>& by_id) {
        writer_.member("all_proofs", std::uint64_t{contradiction.proofs.size()});
        writer_.key("proofs").begin_array();
        std::size_t count = 0;
        for (const EvidenceRow& proof : contradiction.proofs) {
            if (options_.has_evidence && ++count <= kMostProofs) {
                writer_.begin_object().member("claim", claims_.number_of(by_id.at(proof.claim)));
                text("actor", proof.actor);
                text("stance", proof.stance);
                text("subject", proof.subject);
                writer_.end_object();
            }
        }
        writer_.end_array();
    }

    void write_months() {
        const Sheet months = timeline(graph_, everything_);
        writer_.key("months").begin_array();
        for (const auto& row : months.rows()) {
            writer_.begin_object();
            for (std::size_t column = 0; column < row.size(); ++column) {
                const std::string& name = months.columns()[column].name;
                if (const auto* const number = std::get_if<std::uint64_t>(&row[column])) {
                    writer_.member(name, *number);
                } else if (name == "month") {
                    writer_.member(name, std::get<std::string>(row[column]));
                }
            }
            writer_.end_object();
        }
        writer_.end_array();
    }

    void write_claims() {
        writer_.key("claims").begin_array();
        for (const ClaimIndex index : claims_.keys()) {
            const Claim& claim = graph_.claims()[index];
            writer_.begin_object().member("id", shown(claim.id));
            writer_.member("in", number_of_document(claim)).member("line", claim.line);
            writer_.member("polarity", rounded(asserted_polarity(claim)));
            writer_.member("certainty", rounded(claim.certainty));
            writer_.member("rule", rules_.number_of(claim.rule));
            text("entry", claim.entry);
            text("via", claim.via);
            text("judged_by", claim.judged_by);
            text("speaker", claim.speaker.text);
            if (claim.stance.modality != "asserted") {
                text("modality", claim.stance.modality);
            }
            write_quote(claim);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void write_quote(const Claim& claim) {
        constexpr std::array<const char*, 4> kRoles{"", "speaker", "cue", "subject"};
        writer_.key("quote").begin_array();
        for (const QuotePart& part : quote_parts(claim)) {
            if (part.role == QuoteRole::none) {
                writer_.value(shown(part.text));
            } else {
                writer_.begin_array().value(kRoles[static_cast<std::size_t>(part.role)]);
                writer_.value(shown(part.text)).end_array();
            }
        }
        writer_.end_array();
    }

    std::uint32_t number_of_document(const Claim& claim) { return documents_.number_of(document_key(claim)); }

    void write_documents() {
        writer_.key("documents").begin_array();
        for (const auto& [name, outlet, title, url, date] : documents_.keys()) {
            writer_.begin_object().member("name", shown(name));
            writer_.member("outlet", outlets_.number_of(outlet));
            text("title", title);
            text("date", day_of(date));
            if (is_web_address(url)) {
                writer_.member("url", url);
            }
            writer_.end_object();
        }
        writer_.end_array();
    }

    const StanceGraph& graph_;
    const Selection& selection_;
    const ExportOptions& options_;
    json::Writer writer_;
    std::vector<SelectedEdge> everything_;
    std::map<VertexIndex, std::uint32_t> vertex_numbers_;
    std::map<EdgeIndex, std::uint32_t> edge_numbers_;
    Numbering<ClaimIndex> claims_;
    Numbering<DocumentKey> documents_;
    Numbering<std::string_view> outlets_;
    Numbering<std::string_view> rules_;
};

}  // namespace

std::string report_data(const StanceGraph& graph, const Selection& selection, const ExportOptions& options) {
    std::string data;
    DataWriter(graph, selection, options, data).write();
    return data;
}

std::string escaped_for_script(std::string_view json) {
    constexpr std::string_view kLineSeparators = "\xE2\x80";  // and A8 or A9
    std::string escaped;
    escaped.reserve(json.size() + json.size() / 64);
    for (std::size_t at = 0; at < json.size(); ++at) {
        const std::string_view rest = json.substr(at);
        if (rest.front() == '<') {
            escaped += "\\u003c";
        } else if (rest.size() > 2 && rest.starts_with(kLineSeparators) &&
                   (rest[2] == '\xA8' || rest[2] == '\xA9')) {
            escaped += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
            at += 2;
        } else {
            escaped += rest.front();
        }
    }
    return escaped;
}

bool is_web_address(std::string_view url) {
    const std::string lower = utf8::to_lower(url);
    const auto is_fit = [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return code > 0x20 && code != 0x7F;
    };
    return (lower.starts_with("https://") || lower.starts_with("http://")) &&
           std::ranges::all_of(url, is_fit) && utf8::visible(url) == url;
}

}  // namespace stancegraph::html_report
