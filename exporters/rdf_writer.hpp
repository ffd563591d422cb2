#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "exporters/output.hpp"

namespace stancegraph {

enum class RdfSyntax : std::uint8_t { n_triples, turtle };

/// The vocabularies that terms are of.
enum class RdfSpace : std::uint8_t {
    rdf,
    schema,  ///< https://schema.org/
    prov,    ///< http://www.w3.org/ns/prov#
    xsd,
    own,  ///< urn:stancegraph:term:
};

struct RdfTerm {
    RdfSpace vocabulary = RdfSpace::own;
    std::string_view name;  ///< Letters only.
};

/// Writes RDF, one resource after the other, its statements in the order of the calls. Any text may be given:
/// what is not UTF-8 is repaired, characters that a syntax wants escaped are. **Source:** RDF 1.1 N-Triples
/// and RDF 1.1 Turtle (W3C, 2014).
class RdfWriter {
public:
    RdfWriter(Output& output, RdfSyntax syntax);

    /// Begins the statements about `urn:stancegraph:` and the id, percent-encoded where it has to be.
    RdfWriter& about(std::string_view id);
    RdfWriter& type(RdfTerm type);
    RdfWriter& link(RdfTerm property, std::string_view id);
    /// Nothing where the text is empty.
    RdfWriter& text(RdfTerm property, std::string_view text);
    /// A link where it is a web address, else text.
    RdfWriter& address(RdfTerm property, std::string_view text);
    /// An xsd:date. Precondition: an ISO date.
    RdfWriter& date(RdfTerm property, std::string_view day);
    RdfWriter& number(RdfTerm property, double number);
    RdfWriter& whole(RdfTerm property, std::uint64_t number);
    RdfWriter& truth(RdfTerm property, bool truth);
    void end();

private:
    void begin_statement(RdfTerm property);
    void end_statement();
    void append_term(RdfTerm term);
    void append_id(std::string_view id);
    void append_literal(std::string_view text);
    void append_typed(std::string_view type);

    Output* output_;
    RdfSyntax syntax_;
    std::string about_;
    bool is_first_ = true;
};

}  // namespace stancegraph
