#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "match/mention.hpp"
#include "resolve/claim.hpp"

namespace stancegraph {

/// Who said what by which words: an attribution with its parts as spans, the unit of attributions.jsonl.
struct Attribution {
    std::string id;  ///< "a:" and 16 hex digits, a hash of document, rule and spans.
    MentionId mention = kNoId;
    ClaimSpeaker speaker;  ///< Its span is empty where the text names no speaker; it covers all of
                           ///< "Kim, Lee and Park", of whom the first is told here.
    std::vector<std::string> further_speakers;  ///< The names of the others, in text order.
    std::string stance;                         ///< Label: `states`, `warns of`, …
    bool is_negated = false;
    std::string modality = "asserted";
    ByteSpan cue;                     ///< With auxiliaries, negation and particles.
    std::vector<ByteSpan> statement;  ///< Pieces in text order.
    std::string statement_kind;       ///< As Claim::statement_kind.
    std::string via;
    RuleId rule = kNoId;
    std::string rule_name;
    std::string entry;                 ///< The list entry that fitted the cue; empty for none.
    std::vector<RuleId> continued_by;  ///< The rules that joined further pieces to it.
    bool is_outermost = true;          ///< Not inside a quotation or the statement of another attribution.
    double certainty = 1.0;            ///< The share of such attributions that are right.
};

/// One line of attributions.jsonl without its line end; keys in a fixed order.
[[nodiscard]] std::string to_json(const Attribution& attribution, const std::string& doc);
/// The attribution of one parsed line, without the members that the line has not: mention, rule,
/// continued_by, via. Nothing if it has no id.
[[nodiscard]] std::optional<Attribution> attribution_from_json(const json::Value& value);

/// The attributions of a file in the order of its lines; empty lines are skipped, and lines that are no
/// attribution with an id (SG2405) reported as warnings and left out.
[[nodiscard]] std::vector<Attribution> read_attributions(const std::shared_ptr<const InputFile>& file,
                                                         Diagnostics& diagnostics);

}  // namespace stancegraph
