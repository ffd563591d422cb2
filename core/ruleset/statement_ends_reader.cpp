#include "ruleset/context.hpp"
#include "ruleset/keys.hpp"
#include "ruleset/odds_reader.hpp"

namespace stancegraph {

void read_statement_ends(Context& context) {
    context.for_each_section("statement_ends", [&context](const NodeReader& reader,
                                                          const yaml::Node& section) {
        if (!reader.is_mapping(section, "'statement_ends'")) {
            return;
        }
        reader.check_keys(section, keys::kStatementEnds, "statement_ends");
        const OddsReader odds(reader);
        StatementEnds ends;
        ends.location = reader.location(section);
        ends.odds = odds.base(section, "statement_ends",
                              "add 'odds:', at how many pauses a statement ends for one where it goes on");
        odds.add_evidence(section, kEndNames, ends.evidence);
        context.rules.statement_ends = std::move(ends);
    });
}

}  // namespace stancegraph
