#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

#include "base/json.hpp"
#include "exporters/report/numbering.hpp"
#include "graph/stance_graph.hpp"

namespace stancegraph::html_report {

/// The claims that a page quotes, and what claims share: documents, outlets, rules. The file says each of
/// them once; what refers to them does it by number.
class ClaimTables {
public:
    /// The graph must outlive it.
    explicit ClaimTables(const StanceGraph& graph) : graph_(&graph) {}

    std::uint32_t number_of(ClaimIndex claim) { return claims_.number_of(claim); }

    std::uint32_t document_of(const Claim& claim);

    /// Writes all that has got a number, as members of the object that is open.
    void write(json::Writer& writer);

private:
    /// A document as its claims know it: name, outlet, title, address, date.
    using DocumentKey =
        std::tuple<std::string_view, std::string_view, std::string_view, std::string_view, std::string_view>;

    void write_claim(json::Writer& writer, const Claim& claim);
    void write_document(json::Writer& writer, const DocumentKey& document);

    const StanceGraph* graph_;
    Numbering<ClaimIndex> claims_;
    Numbering<DocumentKey> documents_;
    Numbering<std::string_view> outlets_;
    Numbering<std::string_view> rules_;
};

/// A member whose text is not empty.
void write_text(json::Writer& writer, std::string_view name, std::string_view text);

}  // namespace stancegraph::html_report
