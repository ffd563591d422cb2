#include <algorithm>
#include <map>
#include <set>

#include "graph/build.hpp"
#include "workbench/marked_text.hpp"
#include "workbench/session.hpp"
#include "workbench/session_json.hpp"
#include "workbench/tree_drawing.hpp"

namespace stancegraph {
namespace {

using Kind = FindingChange::Kind;

constexpr std::size_t kMostArticles = 500;
constexpr std::size_t kMostChanges = 200;
constexpr std::size_t kMostEdges = 80;

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

/// True if `text` holds `wanted`, the letters A to Z in any case.
bool holds(std::string_view text, std::string_view wanted) {
    const auto is_same = [](char left, char right) { return lower(left) == lower(right); };
    return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), is_same) != text.end() ||
           wanted.empty();
}

bool holds(const Document& document, std::string_view wanted) {
    return holds(document.name, wanted) || holds(document.source.title, wanted) ||
           holds(document.source.outlet, wanted) || holds(document.source.date, wanted) ||
           holds(document.text, wanted);
}

std::string_view status_of(Kind kind) {
    switch (kind) {
        case Kind::gained:
            return "gained";
        case Kind::lost:
            return "lost";
        case Kind::changed:
            return "changed";
        case Kind::none:
            break;
    }
    return "same";
}

Answer unknown_article() {
    return json::refusal(Answer::Outcome::unknown, "there is no such article", "load the page again");
}

/// The findings of an article under both rule sets.
struct Compared {
    std::vector<Finding> before;
    std::vector<Finding> after;
    std::vector<FindingChange> changes;

    [[nodiscard]] bool is_lost(const FindingChange& change) const { return !change.after.has_value(); }

    [[nodiscard]] const Finding& shown(const FindingChange& change) const {
        return is_lost(change) ? before[*change.before] : after[*change.after];
    }
};

std::vector<Mark> marks_of(const Compared& compared) {
    std::vector<Mark> marks;
    for (std::uint32_t number = 0; number < compared.changes.size(); ++number) {
        const Finding& finding = compared.shown(compared.changes[number]);
        for (const ByteSpan piece : finding.statement) {
            marks.push_back({piece, MarkPart::statement, number});
        }
        marks.push_back({finding.speaker, MarkPart::speaker, number});
        marks.push_back({finding.subject, MarkPart::subject, number});
        marks.push_back({finding.cue, MarkPart::cue, number});
    }
    return marks;
}

void write_source(json::Writer& writer, std::uint32_t index, const Document& document) {
    writer.member("id", index).member("name", document.name).member("title", document.source.title);
    writer.member("outlet", document.source.outlet).member("date", document.source.date);
}

std::string_view sentence_text(const Document& document, const Annotation& annotation,
                               std::uint32_t sentence) {
    const ByteSpan span = annotation.sentences[sentence].span;
    return std::string_view(document.text).substr(span.begin, span.size());
}

void add(CorpusState& counts, Kind kind) {
    counts.gained += kind == Kind::gained ? 1 : 0;
    counts.lost += kind == Kind::lost ? 1 : 0;
    counts.changed += kind == Kind::changed ? 1 : 0;
}

/// A finding that the edit gained, lost or changed; with the sentence it was found in.
void write_change(json::Writer& writer, const Document& document, std::uint32_t article,
                  const Finding& finding, Kind kind) {
    writer.begin_object().member("article", article).member("name", document.name);
    writer.member("status", status_of(kind)).member("text", finding.line).member("cue", finding.cue.begin);
    writer.member("kind", finding.is_claim ? "claim" : "statement").member("rule", finding.rule_name);
    writer.member("entry", finding.entry_text).member("certainty", finding.certainty);
    writer.member("polarity", finding.polarity).member("quote", finding.quote).end_object();
}

/// Changes by rule, most first.
void write_rule_counts(json::Writer& writer, const std::map<std::string, CorpusState>& by_rule) {
    std::vector<std::pair<std::string, CorpusState>> rules(by_rule.begin(), by_rule.end());
    std::ranges::stable_sort(rules, std::greater(), [](const auto& rule) {
        return rule.second.gained + rule.second.lost + rule.second.changed;
    });
    writer.key("rules").begin_array();
    for (const auto& [name, counts] : rules) {
        writer.begin_object().member("rule", name).member("gained", counts.gained);
        writer.member("lost", counts.lost).member("changed", counts.changed).end_object();
    }
    writer.end_array();
}

/// The claims of the edges with the most of them.
std::vector<Claim> claims_of_strongest(const StanceGraph& graph, std::string_view search) {
    std::vector<EdgeIndex> edges;
    for (EdgeIndex index = 0; index < graph.edge_count(); ++index) {
        const StanceEdge& edge = graph.edge(index);
        if (holds(graph.vertex(edge.actor).name, search) || holds(graph.vertex(edge.subject).name, search)) {
            edges.push_back(index);
        }
    }
    std::ranges::stable_sort(edges, std::greater(),
                             [&graph](EdgeIndex index) { return graph.edge(index).tally.claims; });
    edges.resize(std::min(edges.size(), kMostEdges));
    std::vector<Claim> claims;
    for (const EdgeIndex index : edges) {
        for (const ClaimIndex claim : graph.evidence(graph.edge(index))) {
            claims.push_back(graph.claims()[claim]);
        }
    }
    return claims;
}

}  // namespace

Answer Session::articles(std::string_view search) const {
    Answer answer;
    json::Writer writer(answer.json);
    writer.begin_object().key("articles").begin_array();
    std::uint32_t found = 0;
    for (std::uint32_t index = 0; index < documents_.size(); ++index) {
        if (!holds(documents_[index], search) || ++found > kMostArticles) {
            continue;
        }
        const ArticleState state = corpus_->article(index);
        writer.begin_object();
        write_source(writer, index, documents_[index]);
        if (state.edited != nullptr) {
            writer.member("findings", static_cast<std::uint32_t>(state.edited->findings.size()));
            writer.member("changes", static_cast<std::uint32_t>(state.changes.size()));
        }
        writer.end_object();
    }
    writer.end_array().member("found", found).end_object();
    return answer;
}

Processed Session::processed(std::uint32_t article, bool is_edited, Processor& processor) const {
    return processor.match(documents_[article], corpus_->annotation(article, is_edited, processor));
}

Answer Session::article(std::uint32_t index) const {
    if (index >= documents_.size()) {
        return unknown_article();
    }
    const RulePair now = rules();
    const Document& document = documents_[index];
    Processor processor(*now.edited);
    const Processed found = processed(index, true, processor);
    Compared compared{.before = {}, .after = findings_of(document, found), .changes = {}};
    if (now.saved == now.edited) {
        compared.before = compared.after;
    } else {
        Processor before(*now.saved);
        compared.before = findings_of(document, processed(index, false, before));
    }
    compared.changes = compare(compared.before, compared.after);
    Answer answer;
    json::Writer writer(answer.json);
    writer.begin_object();
    write_source(writer, index, document);
    writer.key("paragraphs");
    write_marked_text(document.text, found.annotation, marks_of(compared), writer);
    writer.key("findings").begin_array();
    const std::lock_guard lock(mutex_);
    for (const FindingChange& change : compared.changes) {
        const Engine& engine = compared.is_lost(change) ? *now.saved : *now.edited;
        json::write_finding(writer, compared.shown(change), status_of(change.kind), engine.rules(), desk_);
    }
    writer.end_array().end_object();
    return answer;
}

Answer Session::sentence(std::uint32_t article, std::uint32_t sentence) const {
    if (article >= documents_.size()) {
        return unknown_article();
    }
    const Document& document = documents_[article];
    std::unique_lock lock(mutex_);
    RuleBook book(desk_.texts(loads_));
    lock.unlock();
    const Trial trial(std::move(book), document);
    const Annotation& annotation = trial.annotation();
    if (sentence >= annotation.sentences.size()) {
        return json::refusal(Answer::Outcome::unknown, "there is no such sentence", "load the page again");
    }
    Answer answer;
    json::Writer writer(answer.json);
    writer.begin_object().member("text", sentence_text(document, annotation, sentence));
    writer.key("tree").begin_array();
    for (const std::string& line :
         draw_tree(document, annotation, trial.vocabulary(), annotation.sentences[sentence])) {
        writer.value(line);
    }
    writer.end_array();
    lock.lock();
    json::write_trace(writer, trial, sentence, desk_);
    writer.end_object();
    return answer;
}

Answer Session::changes() const {
    Answer answer;
    json::Writer writer(answer.json);
    writer.begin_object().key("corpus");
    json::write_corpus_state(writer, corpus_->state());
    writer.key("changes").begin_array();
    std::size_t shown = 0;
    std::map<std::string, CorpusState> by_rule;
    for (const std::uint32_t index : corpus_->changed_articles()) {
        const ArticleState state = corpus_->article(index);
        for (const FindingChange& change : state.changes) {
            const Finding& finding = change.after.has_value() ? state.edited->findings[*change.after]
                                                              : state.saved->findings[*change.before];
            add(by_rule[finding.rule_name], change.kind);
            if (++shown <= kMostChanges) {
                write_change(writer, documents_[index], index, finding, change.kind);
            }
        }
    }
    writer.end_array();
    write_rule_counts(writer, by_rule);
    writer.end_object();
    return answer;
}

Answer Session::article_graph(std::uint32_t article, std::string_view search) const {
    if (article >= documents_.size()) {
        return unknown_article();
    }
    const RulePair now = rules();
    Processor processor(*now.edited);
    return graph_of(processed(article, true, processor).resolved.claims, search);
}

Answer Session::corpus_graph(std::string_view search) const {
    std::vector<Claim> claims;
    for (std::uint32_t index = 0; index < documents_.size(); ++index) {
        if (const auto results = corpus_->article(index).edited; results != nullptr) {
            claims.insert(claims.end(), results->claims.begin(), results->claims.end());
        }
    }
    return graph_of(std::move(claims), search);
}

Answer Session::graph_of(std::vector<Claim> claims, std::string_view search) const {
    const StanceGraph all = build_graph(ClaimSet(std::move(claims)), {.has_layout = false});
    const StanceGraph graph = build_graph(ClaimSet(claims_of_strongest(all, search)));
    Answer answer;
    json::Writer writer(answer.json);
    writer.begin_object().member("all_edges", all.edge_count());
    json::write_graph(writer, graph, document_numbers_);
    writer.end_object();
    return answer;
}

}  // namespace stancegraph
