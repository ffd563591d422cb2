#include <optional>

#include "resolve/claim.hpp"
#include "resolve/record_json.hpp"

namespace stancegraph {
namespace {

void write_text_or_null(json::Writer& writer, std::string_view name, const std::string& text) {
    if (text.empty()) {
        writer.key(name).null();
    } else {
        writer.member(name, text);
    }
}

void write_source(json::Writer& writer, const Source& source) {
    writer.key("source").begin_object();
    writer.member("outlet", source.outlet).member("title", source.title).member("url", source.url);
    writer.member("date", source.date).member("author", source.author).end_object();
}

void write_speaker(json::Writer& writer, const ClaimSpeaker& speaker) {
    writer.key("speaker").begin_object();
    writer.member("name", speaker.name).member("kind", speaker.kind).member("text", speaker.text);
    json::write_span(writer, speaker.span);
    json::write_origin(writer, speaker);
    if (!speaker.scope.empty()) {
        writer.member("scope", speaker.scope);
    }
    writer.end_object();
}

void write_stance(json::Writer& writer, const ClaimStance& stance) {
    writer.key("stance").begin_object();
    writer.member("label", stance.label).member("polarity", stance.polarity);
    writer.member("negated", stance.is_negated).member("modality", stance.modality).end_object();
}

void write_subject(json::Writer& writer, const ClaimSubject& subject) {
    writer.key("subject").begin_object();
    writer.member("name", subject.name).member("text", subject.text);
    json::write_span(writer, subject.span);
    writer.member("from", subject.from).end_object();
}

void write_places(json::Writer& writer, const Claim& claim) {
    writer.key("cue").begin_object().member("text", claim.cue_text);
    json::write_span(writer, claim.cue);
    writer.end_object();
    writer.key("statement").begin_object().member("kind", claim.statement_kind).key("spans");
    json::write_spans(writer, claim.statement);
    writer.end_object();
    writer.key("content");
    json::write_spans(writer, claim.statement);
    writer.key("sentence").begin_object();
    json::write_span(writer, claim.sentence);
    writer.member("line", claim.line).end_object();
}

Source source_of(const json::Value& value) {
    return {.outlet = value.text_of("outlet"),
            .title = value.text_of("title"),
            .url = value.text_of("url"),
            .date = value.text_of("date"),
            .author = value.text_of("author")};
}

ClaimSpeaker speaker_of(const json::Value& value) {
    ClaimSpeaker speaker{.name = value.text_of("name"),
                         .kind = value.text_of("kind"),
                         .text = value.text_of("text"),
                         .span = json::span_of(value)};
    json::read_origin(value, speaker);
    speaker.scope = value.text_of("scope");
    return speaker;
}

ClaimStance stance_of(const json::Value& value) {
    const std::string modality = value.text_of("modality");
    return {.label = value.text_of("label"),
            .polarity = json::number_of(value, "polarity", -1.0, 1.0, 0.0),
            .is_negated = json::member_of(value, "negated").boolean().value_or(false),
            .modality = modality.empty() ? ClaimStance().modality : modality};
}

ClaimSubject subject_of(const json::Value& value) {
    return {.name = value.text_of("name"),
            .text = value.text_of("text"),
            .span = json::span_of(value),
            .from = value.text_of("from")};
}

}  // namespace

std::string to_json(const Claim& claim) {
    std::string line;
    line.reserve(1024 + claim.quote.size());
    json::Writer writer(line);
    writer.begin_object().member("id", claim.id).member("doc", claim.doc);
    write_source(writer, claim.source);
    write_speaker(writer, claim.speaker);
    write_stance(writer, claim.stance);
    write_subject(writer, claim.subject);
    write_text_or_null(writer, "target", claim.target);
    write_text_or_null(writer, "via", claim.via);
    write_text_or_null(writer, "judged_by", claim.judged_by);
    write_places(writer, claim);
    writer.member("quote", claim.quote).member("rule", claim.rule).member("entry", claim.entry);
    writer.member("certainty", claim.certainty).end_object();
    return line;
}

std::optional<Claim> claim_from_json(const json::Value& value) {
    Claim claim;
    claim.id = value.text_of("id");
    if (claim.id.empty()) {
        return std::nullopt;
    }
    const json::Value& cue = json::member_of(value, "cue");
    const json::Value& statement = json::member_of(value, "statement");
    const json::Value& sentence = json::member_of(value, "sentence");
    claim.doc = value.text_of("doc");
    claim.source = source_of(json::member_of(value, "source"));
    claim.speaker = speaker_of(json::member_of(value, "speaker"));
    claim.stance = stance_of(json::member_of(value, "stance"));
    claim.subject = subject_of(json::member_of(value, "subject"));
    claim.target = value.text_of("target");
    claim.via = value.text_of("via");
    claim.judged_by = value.text_of("judged_by");
    claim.cue_text = cue.text_of("text");
    claim.cue = json::span_of(cue);
    claim.statement_kind = statement.text_of("kind");
    claim.statement = json::spans_of(statement, "spans");
    claim.sentence = json::span_of(sentence);
    claim.line = json::count_of(sentence, "line");
    claim.quote = value.text_of("quote");
    claim.rule = value.text_of("rule");
    claim.entry = value.text_of("entry");
    claim.certainty = json::number_of(value, "certainty", json::kLeastCertainty, 1.0, 1.0);
    return claim;
}

}  // namespace stancegraph
