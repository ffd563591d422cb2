#include "exporters/report/report_data.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "base/json.hpp"
#include "exporters/palette.hpp"
#include "exporters/report/claim_tables.hpp"
#include "exporters/report/script_text.hpp"
#include "graph/tally.hpp"
#include "query/contradictions.hpp"
#include "query/groups.hpp"
#include "query/query.hpp"
#include "query/relations.hpp"

namespace stancegraph::html_report {
namespace {

constexpr std::size_t kMostRelated = 6;  ///< Allies of an actor, and opponents.
constexpr std::size_t kMostShared = 8;   ///< Subjects that are named of each.
constexpr std::size_t kMostContradictions = 1'000;
constexpr std::size_t kMostProofs = 24;  ///< Quotes of one contradiction.

std::string hex(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

/// Writes the members of the data one after the other. What claims refer to by number is collected on the
/// way and comes last.
class DataWriter {
public:
    DataWriter(const StanceGraph& graph, const Selection& selection, const ExportOptions& options,
               std::string& out)
        : graph_(graph), selection_(selection), options_(options), writer_(out), tables_(graph) {
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
        tables_.write(writer_);
        writer_.end_object();
    }

private:
    void write_tally(const Tally& tally) {
        writer_.member("claims", tally.claims).member("documents", tally.documents);
        writer_.member("stories", tally.stories).member("outlets", tally.outlets);
        writer_.member("positive", tally.positive).member("negative", tally.negative);
        writer_.member("neutral", tally.neutral);
        write_text(writer_, "first", tally.first_date);
        write_text(writer_, "last", tally.last_date);
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
        const std::vector<SelectedEdge> shown_edges = edges_of_shown();
        const Relations relations(graph_, shown_edges);
        writer_.key("vertices").begin_array();
        for (const VertexIndex index : selection_.vertices) {
            const Vertex& vertex = graph_.vertex(index);
            const bool is_actor = vertex.kind == VertexKind::actor;
            writer_.begin_object().member("id", vertex.id).member("name", shown(vertex.name));
            writer_.member("kind", is_actor ? "actor" : "subject");
            write_text(writer_, "type", vertex.type);
            write_text(writer_, "only_in", vertex.scope);
            writer_.member("x", vertex.x).member("y", vertex.y).member("size", rounded(vertex.size));
            write_tally(vertex.tally);
            write_aliases(vertex);
            if (is_actor) {
                write_related("allies", relations.of(index, Side::allies, kMostRelated));
                write_related("opponents", relations.of(index, Side::opponents, kMostRelated));
            }
            writer_.end_object();
        }
        writer_.end_array();
    }

    /// All that the shown actors say, whatever of it is shown: their relations do not depend on that.
    [[nodiscard]] std::vector<SelectedEdge> edges_of_shown() const {
        std::vector<SelectedEdge> edges;
        std::ranges::copy_if(everything_, std::back_inserter(edges), [&](const SelectedEdge& selected) {
            return vertex_numbers_.contains(graph_.edge(selected.edge).actor);
        });
        return edges;
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
        for (const RelatedActor& one : related) {
            writer_.begin_object()
                .member("actor", vertex_numbers_.at(one.actor))
                .member("score", rounded(one.score));
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
                    writer_.value(tables_.number_of(claim));
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
            numbers.insert(tables_.document_of(graph_.claims()[index]));
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
            write_text(writer_, "before", one.before);
            write_text(writer_, "after", one.after);
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
                writer_.begin_object().member("claim", tables_.number_of(by_id.at(proof.claim)));
                write_text(writer_, "actor", proof.actor);
                write_text(writer_, "stance", proof.stance);
                write_text(writer_, "subject", proof.subject);
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

    const StanceGraph& graph_;
    const Selection& selection_;
    const ExportOptions& options_;
    json::Writer writer_;
    std::vector<SelectedEdge> everything_;
    std::map<VertexIndex, std::uint32_t> vertex_numbers_;
    std::map<EdgeIndex, std::uint32_t> edge_numbers_;
    ClaimTables tables_;
};

}  // namespace

std::string report_data(const StanceGraph& graph, const Selection& selection, const ExportOptions& options) {
    std::string data;
    DataWriter(graph, selection, options, data).write();
    return data;
}

}  // namespace stancegraph::html_report
