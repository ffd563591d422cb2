#include <fmt/format.h>

#include "base/utf8.hpp"
#include "query/contradictions.hpp"
#include "query/sheet.hpp"

namespace stancegraph {
namespace {

std::string kinds_of(const Contradiction& contradiction) {
    std::string kinds;
    for (const ContradictionKind kind : contradiction.kinds) {
        kinds.append(kinds.empty() ? "" : ", ").append(name_of(kind));
    }
    return kinds;
}

std::string as_table(std::span<const Contradiction> contradictions) {
    std::string text;
    for (const Contradiction& one : contradictions) {
        text.append(text.empty() ? "" : "\n");
        text += utf8::visible(fmt::format("{} on {}: {}", one.actor, one.subject, kinds_of(one)));
        text += one.before.empty() ? "" : fmt::format(", between {} and {}", one.before, one.after);
        text += one.belief > 0.0 ? fmt::format(" (belief {:.2f})\n", one.belief) : "\n";
        for (const EvidenceRow& proof : one.proofs) {
            text += "  " + brief(proof);
        }
    }
    return text;
}

Sheet as_sheet(std::span<const Contradiction> contradictions) {
    Sheet sheet({{"number"},
                 {"kinds"},
                 {"before"},
                 {"after"},
                 {"belief", true},
                 {"actor"},
                 {"stance"},
                 {"subject"},
                 {"polarity", true},
                 {"doc"},
                 {"line"},
                 {"outlet"},
                 {"date"},
                 {"quote"},
                 {"certainty"},
                 {"claim"}});
    std::uint64_t number = 0;
    for (const Contradiction& one : contradictions) {
        ++number;
        for (const EvidenceRow& proof : one.proofs) {
            sheet.add({number, kinds_of(one), one.before, one.after, one.belief, proof.actor, proof.stance,
                       proof.subject, proof.polarity, proof.document, std::uint64_t{proof.line}, proof.outlet,
                       proof.date, proof.quote, proof.certainty, proof.claim});
        }
    }
    return sheet;
}

}  // namespace

std::string render(std::span<const Contradiction> contradictions, AnswerFormat format) {
    return format == AnswerFormat::table ? as_table(contradictions)
                                         : render(as_sheet(contradictions), format);
}

}  // namespace stancegraph
