#include "workbench/session_json.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "workbench/miss_edits.hpp"

namespace stancegraph::json {
namespace {

constexpr std::array<std::string_view, 3> kSeverityNames{"error", "warning", "note"};
constexpr std::array<std::string_view, 2> kVertexKindNames{"actor", "subject"};
constexpr std::size_t kMostEvidence = 30;

std::string joined(std::string_view prefix, std::string_view name) {
    return std::string(prefix).append(name);
}

/// Code points of the span as far as they stand on the line it begins on; at least 1.
std::uint32_t length_of(const InputFile& file, ByteSpan span) {
    const ByteSpan line = file.line_span(file.place_of(span.begin).line);
    const std::uint32_t end = std::min(span.end, line.end);
    const std::string_view text = file.text();
    const std::size_t length =
        end > span.begin ? utf8::count_code_points(text.substr(span.begin, end - span.begin)) : 0;
    return std::max(static_cast<std::uint32_t>(length), 1U);
}

void write_diagnostic(Writer& writer, const Diagnostic& diagnostic, const RuleDesk& desk) {
    writer.begin_object();
    write_place(writer, "", diagnostic.location, desk);
    if (diagnostic.location.file != nullptr) {
        const InputFile& file = *diagnostic.location.file;
        writer.member("column", file.place_of(diagnostic.location.span.begin).column);
        writer.member("length", length_of(file, diagnostic.location.span));
    }
    writer.member("severity", kSeverityNames[static_cast<std::size_t>(diagnostic.severity)]);
    writer.member("code", diagnostic.code).member("message", diagnostic.message);
    writer.member("hint", diagnostic.hint).key("notes").begin_array();
    for (const Note& note : diagnostic.notes) {
        writer.begin_object();
        write_place(writer, "", note.location, desk);
        writer.member("message", note.message).end_object();
    }
    writer.end_array().end_object();
}

void write_entry(Writer& writer, LexiconId list, std::uint32_t entry, const RuleSet& rules,
                 const RuleDesk& desk) {
    if (list == kNoId) {
        return;
    }
    const Lexicon& lexicon = rules.lexicons[list];
    writer.member("list", lexicon.name).member("entry", lexicon.entries[entry].text);
    write_place(writer, "entry_", lexicon.entries[entry].location, desk);
}

void write_rule(Writer& writer, RuleId id, const RuleSet& rules, const RuleDesk& desk) {
    writer.member("rule", rules.rules[id].name).member("title", rules.rules[id].title);
    write_place(writer, "rule_", rules.rules[id].location, desk);
}

std::string_view words(const Document& document, const Annotation& annotation, TokenIndex token) {
    if (token == kNoToken) {
        return "?";
    }
    const ByteSpan span = annotation.span[token];
    return std::string_view(document.text).substr(span.begin, span.size());
}

/// An edit as the page can make it in its editor.
void write_edit(Writer& writer, const RuleEdit& edit, const RuleDesk& desk) {
    const auto file = desk.find(edit.file);
    if (!file.has_value() || edit.form == RuleEdit::Form::add_file) {
        return;
    }
    writer.key("edit").begin_object().member("purpose", edit.purpose).member("file", *file);
    writer.member("line", edit.line).member("adds", edit.form == RuleEdit::Form::add_lines);
    writer.member("text", edit.text).end_object();
}

void write_near_miss(Writer& writer, const Trial& trial, const NearMiss& miss, const RuleDesk& desk) {
    writer.begin_object().member("cue", words(trial.document(), trial.annotation(), miss.cue));
    write_rule(writer, miss.rule, trial.rules(), desk);
    write_entry(writer, miss.lexicon, miss.entry, trial.rules(), desk);
    writer.member("wanted", miss.wanted).member("found", miss.found);
    if (trial.is_sound()) {
        const std::vector<RuleEdit> edits = edits_for(trial, miss, {});
        if (!edits.empty()) {
            write_edit(writer, edits.front(), desk);
        }
    }
    writer.end_object();
}

void write_evidence(Writer& writer, const StanceGraph& graph, const StanceEdge& edge,
                    const std::map<std::string, std::uint32_t, std::less<>>& articles) {
    writer.key("evidence").begin_array();
    std::size_t shown = 0;
    for (const ClaimIndex index : graph.evidence(edge)) {
        const Claim& claim = graph.claims()[index];
        const auto article = articles.find(claim.doc);
        if (article == articles.end() || ++shown > kMostEvidence) {
            continue;
        }
        writer.begin_object().member("article", article->second).member("cue", claim.cue.begin);
        writer.member("name", claim.doc).member("line", claim.line).member("quote", claim.quote);
        writer.member("outlet", claim.source.outlet).member("date", claim.source.date).end_object();
    }
    writer.end_array();
}

}  // namespace

void write_place(Writer& writer, std::string_view prefix, const Location& location, const RuleDesk& desk) {
    const auto file = location.file == nullptr ? std::nullopt : desk.find(location.file->name());
    if (!file.has_value()) {
        writer.key(joined(prefix, "file")).null();
        return;
    }
    writer.member(joined(prefix, "file"), *file);
    writer.member(joined(prefix, "line"), location.file->place_of(location.span.begin).line);
}

void write_diagnostics(Writer& writer, const Diagnostics& diagnostics, const RuleDesk& desk) {
    writer.begin_array();
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        write_diagnostic(writer, diagnostic, desk);
    }
    writer.end_array();
}

void write_finding(Writer& writer, const Finding& finding, std::string_view status, const RuleSet& rules,
                   const RuleDesk& desk) {
    writer.begin_object().member("kind", finding.is_claim ? "claim" : "statement");
    writer.member("status", status).member("text", finding.line).member("stance", finding.stance);
    writer.member("polarity", finding.polarity).member("certainty", finding.certainty);
    writer.member("speaker_by", finding.speaker_by).member("subject_from", finding.subject_from);
    writer.member("cue", finding.cue.begin).member("sentence", finding.sentence);
    write_rule(writer, finding.rule, rules, desk);
    write_entry(writer, finding.lexicon, finding.entry, rules, desk);
    writer.key("modifiers").begin_array();
    for (const RuleId modifier : finding.modifiers) {
        writer.value(rules.rules[modifier].name);
    }
    writer.end_array().end_object();
}

void write_trace(Writer& writer, const Trial& trial, std::uint32_t sentence, const RuleDesk& desk) {
    const TokenSpan tokens = trial.annotation().sentences[sentence].tokens;
    writer.key("near_misses").begin_array();
    for (const NearMiss& miss : trial.trace().near_misses) {
        if (tokens.contains(miss.cue)) {
            write_near_miss(writer, trial, miss, desk);
        }
    }
    writer.end_array().key("beaten").begin_array();
    for (const Beaten& beaten : trial.trace().beaten) {
        if (!beaten.loser.cue.empty() && tokens.contains(beaten.loser.cue.front())) {
            writer.begin_object();
            writer.member("cue", words(trial.document(), trial.annotation(), beaten.loser.cue.front()));
            write_rule(writer, beaten.loser.rule, trial.rules(), desk);
            if (beaten.winner != kNoId) {
                const Mention& winner = trial.processed().matches.mentions[beaten.winner];
                writer.member("by", trial.rules().rules[winner.rule].name);
            }
            writer.member("reason", beaten.reason).end_object();
        }
    }
    writer.end_array();
}

void write_corpus_state(Writer& writer, const CorpusState& state) {
    writer.begin_object().member("documents", state.documents).member("done", state.done);
    writer.member("gained", state.gained).member("lost", state.lost).member("changed", state.changed);
    writer.end_object();
}

Answer refusal(Answer::Outcome outcome, std::string_view error, std::string_view hint) {
    Answer answer{.outcome = outcome, .json = {}};
    Writer(answer.json).begin_object().member("error", error).member("hint", hint).end_object();
    return answer;
}

void write_graph(Writer& writer, const StanceGraph& graph,
                 const std::map<std::string, std::uint32_t, std::less<>>& articles) {
    writer.key("vertices").begin_array();
    for (VertexIndex index = 0; index < graph.vertex_count(); ++index) {
        const Vertex& vertex = graph.vertex(index);
        writer.begin_object().member("name", vertex.name).member("type", vertex.type);
        writer.member("kind", kVertexKindNames[static_cast<std::size_t>(vertex.kind)]);
        writer.member("x", vertex.x).member("y", vertex.y).member("size", vertex.size);
        writer.member("claims", vertex.tally.claims).end_object();
    }
    writer.end_array().key("edges").begin_array();
    for (EdgeIndex index = 0; index < graph.edge_count(); ++index) {
        const StanceEdge& edge = graph.edge(index);
        writer.begin_object().member("actor", edge.actor).member("subject", edge.subject);
        writer.member("stance", edge.stance).member("polarity", edge.polarity);
        writer.member("belief", edge.belief).member("contested", edge.is_contested);
        writer.member("claims", edge.tally.claims);
        write_evidence(writer, graph, edge, articles);
        writer.end_object();
    }
    writer.end_array();
}

}  // namespace stancegraph::json
