#include <algorithm>
#include <string_view>

#include "base/json.hpp"
#include "resolve/attribution.hpp"
#include "resolve/record_json.hpp"

namespace stancegraph {

std::string to_json(const Attribution& attribution, const std::string& doc) {
    std::string line;
    json::Writer writer(line);
    writer.begin_object().member("id", attribution.id).member("doc", doc).key("speaker");
    if (attribution.speaker.span.is_empty()) {
        writer.null();
    } else {
        writer.begin_object();
        json::write_span(writer, attribution.speaker.span);
        writer.member("name", attribution.speaker.name);
        json::write_origin(writer, attribution.speaker);
        writer.end_object();
    }
    writer.key("cue").begin_object();
    json::write_span(writer, attribution.cue);
    writer.end_object().key("content");
    json::write_spans(writer, attribution.statement);
    writer.member("kind", attribution.statement_kind).key("stance").begin_object();
    writer.member("label", attribution.stance).member("negated", attribution.is_negated);
    writer.member("modality", attribution.modality).end_object();
    writer.member("rule", attribution.rule_name).member("entry", attribution.entry);
    writer.member("certainty", attribution.certainty).end_object();
    return line;
}

std::optional<Attribution> attribution_from_json(const json::Value& value) {
    Attribution attribution;
    attribution.id = value.text_of("id");
    if (attribution.id.empty()) {
        return std::nullopt;
    }
    const json::Value& speaker = json::member_of(value, "speaker");
    attribution.speaker.name = speaker.text_of("name");
    attribution.speaker.span = json::span_of(speaker);
    json::read_origin(speaker, attribution.speaker);
    const json::Value& stance = json::member_of(value, "stance");
    attribution.stance = stance.text_of("label");
    attribution.is_negated = json::member_of(stance, "negated").boolean().value_or(false);
    if (std::string modality = stance.text_of("modality"); !modality.empty()) {
        attribution.modality = std::move(modality);
    }
    attribution.cue = json::span_of(json::member_of(value, "cue"));
    attribution.statement = json::spans_of(value, "content");
    attribution.statement_kind = value.text_of("kind");
    attribution.rule_name = value.text_of("rule");
    attribution.entry = value.text_of("entry");
    attribution.certainty = json::number_of(value, "certainty", json::kLeastCertainty, 1.0, 1.0);
    return attribution;
}

std::vector<Attribution> read_attributions(const std::shared_ptr<const InputFile>& file,
                                           Diagnostics& diagnostics) {
    std::vector<Attribution> attributions;
    const std::string_view text = file->text();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const json::Parsed parsed = line.empty() ? json::Parsed() : json::parse(line);
        auto attribution = parsed.value ? attribution_from_json(*parsed.value) : std::nullopt;
        if (attribution) {
            attributions.push_back(*std::move(attribution));
        } else if (!line.empty()) {
            const auto at = static_cast<std::uint32_t>(begin);
            diagnostics.add({.code = "SG2405",
                             .severity = Severity::warning,
                             .message = "this line is no attribution: it is no object with an 'id'",
                             .location = {.file = file, .span = {.begin = at, .end = at + 1}},
                             .hint = "build the project again",
                             .notes = {}});
        }
        begin = end + 1;
    }
    return attributions;
}

}  // namespace stancegraph
