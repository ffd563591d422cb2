#include "resolve/result_id.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"

namespace stancegraph {

std::string id_of(const Claim& claim) {
    return "c:" +
           hex_hash_of(fmt::format("{}\n{}\n{} {}\n{} {} {}\n{} {} {}\n{}", claim.doc, claim.rule,
                                   claim.cue.begin, claim.cue.end, claim.speaker.span.begin,
                                   claim.speaker.span.end, claim.speaker.name, claim.subject.span.begin,
                                   claim.subject.span.end, claim.subject.name, claim.stance.label));
}

std::string id_of(const Attribution& attribution, const std::string& doc) {
    std::string parts =
        fmt::format("{}\n{}\n{} {}\n{} {}", doc, attribution.rule_name, attribution.cue.begin,
                    attribution.cue.end, attribution.speaker.span.begin, attribution.speaker.span.end);
    for (const ByteSpan piece : attribution.statement) {
        parts += fmt::format("\n{} {}", piece.begin, piece.end);
    }
    return "a:" + hex_hash_of(parts);
}

}  // namespace stancegraph
