#include "query/condition_field.hpp"

#include <algorithm>
#include <array>

#include "graph/tally.hpp"

namespace stancegraph {
namespace {

using Fits = bool (*)(std::string_view, std::string_view);
using Type = ConditionField::Type;

const Claim& claim_of(const ConditionRow& row) {
    return row.graph.claims()[row.claim];
}

bool any_name(const Vertex& vertex, Fits fits, std::string_view asked) {
    return fits(asked, vertex.name) ||
           std::ranges::any_of(vertex.aliases, [&](const std::string& alias) { return fits(asked, alias); });
}

bool has_actor(const ConditionRow& row, Fits fits, std::string_view asked) {
    return any_name(row.graph.vertex(row.edge.actor), fits, asked);
}

bool has_subject(const ConditionRow& row, Fits fits, std::string_view asked) {
    return any_name(row.graph.vertex(row.edge.subject), fits, asked);
}

bool has_kind(const ConditionRow& row, Fits fits, std::string_view asked) {
    return fits(asked, row.graph.vertex(row.edge.actor).type);
}

bool has_story(const ConditionRow& row, Fits fits, std::string_view asked) {
    return fits(asked, row.graph.story_name(row.graph.table().stories[row.claim]));
}

/// A member of the claim itself.
template <const std::string& (*read)(const Claim&)>
bool has_text(const ConditionRow& row, Fits fits, std::string_view asked) {
    return fits(asked, read(claim_of(row)));
}

const std::string& stance_of(const Claim& claim) {
    return claim.stance.label;
}

const std::string& outlet_of(const Claim& claim) {
    return claim.source.outlet;
}

const std::string& author_of(const Claim& claim) {
    return claim.source.author;
}

const std::string& title_of(const Claim& claim) {
    return claim.source.title;
}

const std::string& document_of(const Claim& claim) {
    return claim.doc;
}

const std::string& rule_of(const Claim& claim) {
    return claim.rule;
}

const std::string& entry_of(const Claim& claim) {
    return claim.entry;
}

const std::string& modality_of(const Claim& claim) {
    return claim.stance.modality;
}

const std::string& via_of(const Claim& claim) {
    return claim.via;
}

const std::string& target_of(const Claim& claim) {
    return claim.target;
}

const std::string& quote_of(const Claim& claim) {
    return claim.quote;
}

double polarity_of(const ConditionRow& row) {
    return asserted_polarity(claim_of(row));
}

double certainty_of(const ConditionRow& row) {
    return claim_of(row).certainty;
}

double belief_of(const ConditionRow& row) {
    return row.edge.belief;
}

double claims_of(const ConditionRow& row) {
    return row.edge.tally.claims;
}

double documents_of(const ConditionRow& row) {
    return row.edge.tally.documents;
}

double stories_of_edge(const ConditionRow& row) {
    return row.edge.tally.stories;
}

double outlets_of_edge(const ConditionRow& row) {
    return row.edge.tally.outlets;
}

double line_of(const ConditionRow& row) {
    return claim_of(row).line;
}

std::string_view date_of(const ConditionRow& row) {
    return claim_of(row).source.date;
}

bool is_negated(const ConditionRow& row) {
    return claim_of(row).stance.is_negated;
}

bool is_contested(const ConditionRow& row) {
    return row.edge.is_contested;
}

bool is_guess(const ConditionRow& row) {
    return claim_of(row).speaker.is_guess;
}

constexpr std::array kFields{
    ConditionField{"actor", Type::words, has_actor, nullptr, nullptr, nullptr},
    ConditionField{"kind", Type::words, has_kind, nullptr, nullptr, nullptr},
    ConditionField{"stance", Type::words, has_text<stance_of>, nullptr, nullptr, nullptr},
    ConditionField{"subject", Type::words, has_subject, nullptr, nullptr, nullptr},
    ConditionField{"polarity", Type::number, nullptr, polarity_of, nullptr, nullptr},
    ConditionField{"certainty", Type::number, nullptr, certainty_of, nullptr, nullptr},
    ConditionField{"belief", Type::number, nullptr, belief_of, nullptr, nullptr},
    ConditionField{"date", Type::date, nullptr, nullptr, date_of, nullptr},
    ConditionField{"outlet", Type::words, has_text<outlet_of>, nullptr, nullptr, nullptr},
    ConditionField{"author", Type::words, has_text<author_of>, nullptr, nullptr, nullptr},
    ConditionField{"title", Type::words, has_text<title_of>, nullptr, nullptr, nullptr},
    ConditionField{"document", Type::words, has_text<document_of>, nullptr, nullptr, nullptr},
    ConditionField{"story", Type::words, has_story, nullptr, nullptr, nullptr},
    ConditionField{"line", Type::number, nullptr, line_of, nullptr, nullptr},
    ConditionField{"quote", Type::words, has_text<quote_of>, nullptr, nullptr, nullptr},
    ConditionField{"modality", Type::words, has_text<modality_of>, nullptr, nullptr, nullptr},
    ConditionField{"negated", Type::truth, nullptr, nullptr, nullptr, is_negated},
    ConditionField{"guess", Type::truth, nullptr, nullptr, nullptr, is_guess},
    ConditionField{"target", Type::words, has_text<target_of>, nullptr, nullptr, nullptr},
    ConditionField{"via", Type::words, has_text<via_of>, nullptr, nullptr, nullptr},
    ConditionField{"rule", Type::words, has_text<rule_of>, nullptr, nullptr, nullptr},
    ConditionField{"entry", Type::words, has_text<entry_of>, nullptr, nullptr, nullptr},
    ConditionField{"contested", Type::truth, nullptr, nullptr, nullptr, is_contested},
    ConditionField{"claims", Type::number, nullptr, claims_of, nullptr, nullptr},
    ConditionField{"documents", Type::number, nullptr, documents_of, nullptr, nullptr},
    ConditionField{"stories", Type::number, nullptr, stories_of_edge, nullptr, nullptr},
    ConditionField{"outlets", Type::number, nullptr, outlets_of_edge, nullptr, nullptr},
};

}  // namespace

std::span<const ConditionField> condition_fields() {
    return kFields;
}

}  // namespace stancegraph
