#include "pipeline/result_lines.hpp"

namespace stancegraph {
namespace {

std::string speaker_name(const ClaimSpeaker& speaker) {
    if (!speaker.name.empty()) {
        return speaker.name;
    }
    return speaker.kind == "author" ? "AUTHOR" : "?";
}

void append_bracket(std::string& line, std::string_view word, const std::string& value) {
    if (!value.empty()) {
        line.append(" [").append(word).append(" ").append(value).append("]");
    }
}

}  // namespace

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char character : text) {
        const bool is_blank = character == ' ' || character == '\n' || character == '\r' || character == '\t';
        if (!is_blank) {
            line += character;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string line_of(const Claim& claim) {
    std::string line = speaker_name(claim.speaker) + " -> " + claim.stance.label + " -> " +
                       (claim.subject.name.empty() ? "?" : claim.subject.name);
    append_bracket(line, "target", claim.target);
    if (claim.stance.is_negated) {
        line += " [negated]";
    }
    if (claim.stance.modality != name_of(Modality::asserted)) {
        line += " [" + claim.stance.modality + "]";
    }
    append_bracket(line, "via", claim.via);
    return line;
}

std::string line_of(const Attribution& attribution, const Document& document) {
    std::string line = speaker_name(attribution.speaker);
    for (const std::string& name : attribution.further_speakers) {
        line += ", " + name;
    }
    line += " -> " + attribution.stance + " -> ";
    std::string_view separator;
    for (const ByteSpan piece : attribution.statement) {
        line.append(separator);
        line += on_one_line(std::string_view(document.text).substr(piece.begin, piece.size()));
        separator = " + ";
    }
    append_bracket(line, "via", attribution.via);
    return line;
}

}  // namespace stancegraph
