#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/processor.hpp"

namespace stancegraph {

/// One result of the rules in an article as the workbench shows it: a claim, or a statement that no claim
/// tells. Ids are those of the engine that found it.
struct Finding {
    bool is_claim = true;
    std::string line;  ///< `Scott Bessent -> optimistic -> H20 sales`; see result_lines.hpp.
    std::string stance;
    double polarity = 0.0;
    double certainty = 1.0;
    std::string speaker_by;    ///< As ClaimSpeaker::resolved_by.
    std::string subject_from;  ///< As ClaimSubject::from; empty for statements.
    ByteSpan cue;
    ByteSpan speaker;  ///< Empty where the text names none.
    ByteSpan subject;
    std::vector<ByteSpan> statement;
    std::uint32_t sentence = 0;  ///< Index into Annotation::sentences.
    std::string quote;           ///< Its words on one line; of a very long one a part.
    RuleId rule = kNoId;
    std::string rule_name;
    LexiconId lexicon = kNoId;  ///< With `entry`: the list entry that fitted the cue.
    std::uint32_t entry = 0;
    std::string entry_text;
    std::vector<RuleId> modifiers;
};

/// Everything found in a document, by the place of the cue.
[[nodiscard]] std::vector<Finding> findings_of(const Document& document, const Processed& processed);

/// What an edit of the rules did to one finding. A finding stays the same if its line and its cue do.
struct FindingChange {
    enum class Kind : std::uint8_t {
        none,
        gained,
        lost,
        changed  ///< By another rule or entry, or with another certainty.
    };

    Kind kind = Kind::none;
    std::optional<std::uint32_t> before;  ///< Index into the findings before; absent where gained.
    std::optional<std::uint32_t> after;
};

/// All findings of both lists, paired, by the place of the cue; what was lost stands before what was gained.
/// Both must be sorted by cue, as `findings_of` gives them. O((n + m) * findings on one cue).
[[nodiscard]] std::vector<FindingChange> compare(const std::vector<Finding>& before,
                                                 const std::vector<Finding>& after);

}  // namespace stancegraph
