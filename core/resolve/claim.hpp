#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/span.hpp"
#include "ruleset/ruleset.hpp"
#include "text/document.hpp"

namespace stancegraph {

struct ClaimSpeaker {
    std::string name;  ///< Canonical: the actor's, or the fullest form in the document.
    std::string kind;  ///< Of kActorKindNames, or "unknown", or "author".
    std::string text;  ///< The words at `span`.
    ByteSpan span;
    std::string
        resolved_by;  ///< name, alias, surname, office, title, apposition, pronoun, anonymous, author, none.
    bool is_guess = false;  ///< The nearest speaker, where the tree names none.
    std::string scope;  ///< Not empty for anonymous speakers: the document, so that they never merge across
                        ///< documents.
};

struct ClaimStance {
    std::string label;
    double polarity = 0.0;
    bool is_negated = false;
    std::string modality = "asserted";
};

struct ClaimSubject {
    std::string name;
    std::string text;
    ByteSpan span;
    std::string from;  ///< taxonomy, phrase, pronoun, statement, paragraph, document.
};

/// One resolved triple with its evidence, on its own: the record of claims.jsonl (design.md, section 6).
/// Offsets are UTF-8 bytes into the document's text.
struct Claim {
    std::string id;  ///< "c:" and 16 hex digits, a hash of document, rule, cue and parts.
    std::string doc;
    Source source;
    ClaimSpeaker speaker;
    ClaimStance stance;
    ClaimSubject subject;
    std::string target;  ///< Canonical name of the actor addressed or accused; empty for none.
    std::string via;     ///< Who reported the speaker; empty for none.
    std::string
        judged_by;  ///< Who says that the speaker holds the stance, where the speaker does not; empty else.
    std::string cue_text;
    ByteSpan cue;
    std::string statement_kind;  ///< direct, indirect, mixed; empty where nothing is stated.
    std::vector<ByteSpan> statement;
    ByteSpan sentence;
    std::uint32_t line = 0;  ///< Line of the cue in the text, from 1.
    std::string quote;       ///< The sentence's words, for people; of a very long one those around the cue.
    std::string rule;
    std::string entry;
    double certainty = 1.0;  ///< The share of such claims that are right.
};

/// One line of claims.jsonl without its line end; keys in a fixed order.
[[nodiscard]] std::string to_json(const Claim& claim);
/// The claim of one parsed line; missing members stay empty. Nothing if it is no object or has no id.
[[nodiscard]] std::optional<Claim> claim_from_json(const json::Value& value);

}  // namespace stancegraph
