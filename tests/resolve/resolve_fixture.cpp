#include "resolve/resolve_fixture.hpp"

#include <memory>
#include <stdexcept>

#include <fmt/format.h>

#include "pipeline/given_text.hpp"
#include "ruleset/load.hpp"

namespace stancegraph::test {

const Engine& shipped_engine() {
    static const std::unique_ptr<const Engine> engine = [] {
        Diagnostics diagnostics;
        RuleSet rules = load_rules({std::string(STANCEGRAPH_SOURCE_DIR) + "/rules"}, diagnostics);
        auto made = std::make_unique<const Engine>(std::move(rules), diagnostics);
        if (diagnostics.has_errors()) {
            throw std::runtime_error(render(diagnostics));
        }
        return made;
    }();
    return *engine;
}

Resolved resolved(std::string_view text, const std::string& name) {
    Processor processor(shipped_engine());
    return processor.process(document_of(name, std::string(text))).resolved;
}

std::string speakers_in(std::string_view text) {
    std::string lines;
    for (const Claim& claim : resolved(text).claims) {
        const ClaimSpeaker& speaker = claim.speaker;
        lines += fmt::format("{} ({}) by {} \"{}\"", speaker.name, speaker.kind, speaker.resolved_by,
                             speaker.text);
        lines += speaker.scope.empty() ? "\n" : " in " + speaker.scope + "\n";
    }
    return lines;
}

std::string subjects_in(std::string_view text) {
    std::string lines;
    for (const Claim& claim : resolved(text).claims) {
        lines += fmt::format("{} from {}\n", claim.subject.name, claim.subject.from);
    }
    return lines;
}

std::string stances_in(std::string_view text) {
    std::string lines;
    for (const Claim& claim : resolved(text).claims) {
        const ClaimStance& stance = claim.stance;
        lines += fmt::format("{} {:+.2g}", stance.label, stance.polarity);
        lines += stance.is_negated ? " negated" : "";
        lines += stance.modality == "asserted" ? "\n" : " " + stance.modality + "\n";
    }
    return lines;
}

std::string attributions_in(std::string_view text) {
    const auto words = [&](ByteSpan span) { return text.substr(span.begin, span.size()); };
    std::string lines;
    for (const Attribution& attribution : resolved(text).attributions) {
        lines += attribution.is_outermost ? "" : "  ";
        lines += fmt::format("{} | {} |", attribution.speaker.name, words(attribution.cue));
        for (const ByteSpan piece : attribution.statement) {
            lines += fmt::format("{}{}", piece.begin == attribution.statement.front().begin ? " " : " + ",
                                 words(piece));
        }
        lines += '\n';
    }
    return lines;
}

}  // namespace stancegraph::test
