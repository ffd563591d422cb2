#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "exporters/network.hpp"
#include "exporters/output.hpp"
#include "exporters/rdf_writer.hpp"
#include "exporters/writers.hpp"
#include "graph/date.hpp"
#include "graph/identifier.hpp"

namespace stancegraph {
namespace {

using enum RdfSpace;

constexpr std::string_view kBuild = "build";
constexpr std::string_view kProgram = "program";

RdfTerm term_of_actor(std::string_view type) {
    if (type == "person" || type == "author") {
        return {schema, "Person"};
    }
    if (type == "media") {
        return {schema, "NewsMediaOrganization"};
    }
    if (type == "state") {
        return {schema, "Country"};
    }
    const bool is_organisation = type == "organisation" || type == "company" || type == "institution";
    return {schema, is_organisation ? "Organization" : "Thing"};
}

std::string id_of_document(const Claim& claim) {
    return "d:" + hex_hash_of(claim.doc);
}

std::string id_of_outlet(const std::string& outlet) {
    Identifiers ids;
    return ids.make("o_", folded_name(outlet));
}

std::string id_of_rule(const Claim& claim) {
    return "rule:" + claim.rule;
}

void write_vertex(RdfWriter& writer, const Vertex& vertex) {
    const bool is_actor = vertex.kind == VertexKind::actor;
    writer.about(vertex.id).type(is_actor ? term_of_actor(vertex.type) : RdfTerm{schema, "DefinedTerm"});
    writer.text({schema, "name"}, vertex.name);
    for (const std::string& alias : vertex.aliases) {
        writer.text({schema, "alternateName"}, alias);
    }
    writer.text({own, "kind"}, is_actor ? vertex.type : "subject");
    writer.end();
}

/// Documents, outlets and rules: each once, in the order in which claims name them.
class Sources {
public:
    explicit Sources(RdfWriter& writer) : writer_(&writer) {}

    void write(const Claim& claim) {
        if (written_.insert(id_of_document(claim)).second) {
            write_document(claim);
        }
        if (!claim.source.outlet.empty() && written_.insert(id_of_outlet(claim.source.outlet)).second) {
            writer_->about(id_of_outlet(claim.source.outlet)).type({schema, "NewsMediaOrganization"});
            writer_->text({schema, "name"}, claim.source.outlet).end();
        }
        if (written_.insert(id_of_rule(claim)).second) {
            writer_->about(id_of_rule(claim)).type({prov, "Plan"}).type({prov, "Entity"});
            writer_->text({schema, "name"}, claim.rule).end();
            rules_.push_back(id_of_rule(claim));
        }
    }

    /// The build that used them all.
    void write_build() {
        writer_->about(kProgram).type({prov, "SoftwareAgent"}).text({schema, "name"}, "stancegraph").end();
        writer_->about(kBuild).type({prov, "Activity"}).link({prov, "wasAssociatedWith"}, kProgram);
        for (const std::string& rule : rules_) {
            writer_->link({prov, "used"}, rule);
        }
        for (const std::string& document : documents_) {
            writer_->link({prov, "used"}, document);
        }
        writer_->end();
    }

private:
    void write_document(const Claim& claim) {
        const std::string id = id_of_document(claim);
        writer_->about(id).type({schema, "NewsArticle"}).type({prov, "Entity"});
        writer_->text({schema, "identifier"}, claim.doc).text({schema, "headline"}, claim.source.title);
        writer_->address({schema, "url"}, claim.source.url).text({schema, "author"}, claim.source.author);
        if (const auto day = parse_date(claim.source.date)) {
            writer_->date({schema, "datePublished"}, to_string(*day));
        }
        if (!claim.source.outlet.empty()) {
            writer_->link({schema, "publisher"}, id_of_outlet(claim.source.outlet));
        }
        writer_->end();
        documents_.push_back(id);
    }

    RdfWriter* writer_;
    std::set<std::string, std::less<>> written_;
    std::vector<std::string> rules_;
    std::vector<std::string> documents_;
};

void write_claim(RdfWriter& writer, const StanceGraph& graph, const Claim& claim, const StanceEdge& edge) {
    const std::string quotation = "q:" + hex_hash_of(claim.id);
    const std::string& actor = graph.vertex(edge.actor).id;
    writer.about(claim.id).type({schema, "Claim"}).type({prov, "Entity"});
    writer.link({schema, "author"}, actor).link({schema, "about"}, graph.vertex(edge.subject).id);
    writer.link({schema, "appearance"}, quotation);
    writer.text({own, "stance"}, claim.stance.label).number({own, "polarity"}, claim.stance.polarity);
    writer.text({own, "modality"}, claim.stance.modality).truth({own, "negated"}, claim.stance.is_negated);
    writer.number({own, "certainty"}, claim.certainty);
    writer.link({prov, "wasDerivedFrom"}, id_of_document(claim)).link({prov, "wasGeneratedBy"}, kBuild);
    writer.link({own, "rule"}, id_of_rule(claim)).end();
    writer.about(quotation).type({schema, "Quotation"});
    writer.text({schema, "text"}, claim.quote.empty() ? claim.cue_text : claim.quote);
    writer.link({schema, "spokenByCharacter"}, actor).link({schema, "isPartOf"}, id_of_document(claim));
    writer.whole({own, "line"}, claim.line).end();
}

void write_claims_of(const StanceGraph& graph, RdfWriter& writer) {
    for (VertexIndex index = 0; index < graph.vertex_count(); ++index) {
        write_vertex(writer, graph.vertex(index));
    }
    Sources sources(writer);
    for (EdgeIndex index = 0; index < graph.edge_count(); ++index) {
        for (const ClaimIndex claim : graph.evidence(graph.edge(index))) {
            sources.write(graph.claims()[claim]);
            write_claim(writer, graph, graph.claims()[claim], graph.edge(index));
        }
    }
    sources.write_build();
}

/// The ids that `evidence_ids` joins.
void link_claims(RdfWriter& writer, std::string_view ids) {
    while (!ids.empty()) {
        const std::size_t end = std::min(ids.find('|'), ids.size());
        writer.link({prov, "wasDerivedFrom"}, ids.substr(0, end));
        ids.remove_prefix(std::min(end + 1, ids.size()));
    }
}

void write_tie(RdfWriter& writer, const Network& network, const EdgeRow& edge) {
    writer.about(edge.id).type({own, "Tie"}).type({prov, "Entity"});
    writer.text({own, "relation"}, edge.kind);
    writer.link({own, network.is_directed() ? "from" : "between"}, edge.source);
    writer.link({own, network.is_directed() ? "to" : "between"}, edge.target);
    writer.number({own, "weight"}, edge.weight).number({own, "polarity"}, edge.polarity);
    for (std::size_t index = 0; index < edge.cells.size(); ++index) {
        if (network.edge_columns()[index].name == "evidence_ids") {
            if (const auto* ids = std::get_if<std::string>(&edge.cells[index])) {
                link_claims(writer, *ids);
            }
        }
    }
    writer.link({prov, "wasGeneratedBy"}, kBuild).end();
}

void write_ties(const Network& network, RdfWriter& writer) {
    for (std::size_t index = 0; index < network.node_count(); ++index) {
        const NodeRow node = network.node(index);
        const auto* name = std::get_if<std::string>(&node.cells.front());
        writer.about(node.id).type({schema, "Thing"});
        writer.text({schema, "name"}, name == nullptr ? std::string_view() : std::string_view(*name));
        writer.text({own, "kind"}, name_of(node.kind)).end();
    }
    for (std::size_t index = 0; index < network.edge_count(); ++index) {
        write_tie(writer, network, network.edge(index));
    }
    writer.about(kBuild).type({prov, "Activity"}).end();
}

void write_rdf(const Network& network, std::ostream& out, RdfSyntax syntax) {
    Output output(out);
    RdfWriter writer(output, syntax);
    if (network.discourse() == nullptr) {
        write_claims_of(network.graph(), writer);
    } else {
        write_ties(network, writer);
    }
}

}  // namespace

void write_n_triples(const Network& network, const ExportOptions& /*options*/, std::ostream& out) {
    write_rdf(network, out, RdfSyntax::n_triples);
}

void write_turtle(const Network& network, const ExportOptions& /*options*/, std::ostream& out) {
    write_rdf(network, out, RdfSyntax::turtle);
}

}  // namespace stancegraph
