#include "store/claim_table.hpp"

#include <bit>
#include <charconv>
#include <string>
#include <type_traits>

#include <fmt/format.h>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"

namespace stancegraph {
namespace {

/// The columns of the table `claim` and what they hold: the one place that knows both.
template <typename ClaimType, typename Visitor>
void visit_columns(ClaimType& claim, Visitor visit) {
    visit("id", claim.id);
    visit("speaker", claim.speaker.name);
    visit("speaker_kind", claim.speaker.kind);
    visit("speaker_text", claim.speaker.text);
    visit("speaker_start", claim.speaker.span.begin);
    visit("speaker_end", claim.speaker.span.end);
    visit("resolved_by", claim.speaker.resolved_by);
    visit("is_guess", claim.speaker.is_guess);
    visit("scope", claim.speaker.scope);
    visit("stance", claim.stance.label);
    visit("polarity", claim.stance.polarity);
    visit("negated", claim.stance.is_negated);
    visit("modality", claim.stance.modality);
    visit("subject", claim.subject.name);
    visit("subject_text", claim.subject.text);
    visit("subject_start", claim.subject.span.begin);
    visit("subject_end", claim.subject.span.end);
    visit("subject_from", claim.subject.from);
    visit("target", claim.target);
    visit("via", claim.via);
    visit("judged_by", claim.judged_by);
    visit("cue", claim.cue_text);
    visit("cue_start", claim.cue.begin);
    visit("cue_end", claim.cue.end);
    visit("statement_kind", claim.statement_kind);
    visit("statement_spans", claim.statement);
    visit("sentence_start", claim.sentence.begin);
    visit("sentence_end", claim.sentence.end);
    visit("line", claim.line);
    visit("quote", claim.quote);
    visit("rule", claim.rule);
    visit("entry", claim.entry);
    visit("certainty", claim.certainty);
}

constexpr int kSourceColumns = 6;  ///< The document's name and source, read before the claim's columns.

std::string column_names() {
    std::string names;
    const Claim none;
    visit_columns(none, [&names](const char* column, const auto&) {
        names += (names.empty() ? "" : ", ") + (std::string("claim.") + column);
    });
    return names;
}

std::string insertion() {
    std::string names = "document, digest";
    std::string places = "?, ?";
    const Claim none;
    visit_columns(none, [&](const char* column, const auto&) {
        names.append(", ").append(column);
        places += ", ?";
    });
    return fmt::format("INSERT INTO claim({}) VALUES({})", names, places);
}

std::string selection(std::string_view condition) {
    return fmt::format(
        "SELECT document.name, outlet, title, url, date, author, {} FROM claim "
        "JOIN document ON document.id = claim.document {}",
        column_names(), condition);
}

/// `12-40 55-60`
std::string text_of(const std::vector<ByteSpan>& spans) {
    std::string text;
    for (const ByteSpan span : spans) {
        text += fmt::format("{}{}-{}", text.empty() ? "" : " ", span.begin, span.end);
    }
    return text;
}

std::vector<ByteSpan> spans_of(std::string_view text) {
    std::vector<ByteSpan> spans;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        ByteSpan span;
        const auto begun = std::from_chars(at, end, span.begin);
        const auto ended = begun.ptr < end ? std::from_chars(begun.ptr + 1, end, span.end) : begun;
        if (begun.ec != std::errc() || ended.ec != std::errc() || begun.ptr == end) {
            break;
        }
        spans.push_back(span);
        at = ended.ptr + 1;
    }
    return spans;
}

void append(ByteWriter& all, const std::string& value) {
    all.text(value);
}

void append(ByteWriter& all, const std::vector<ByteSpan>& value) {
    all.number(value.size());
    for (const ByteSpan span : value) {
        all.number(span.begin);
        all.number(span.end);
    }
}

template <typename Number>
requires std::is_arithmetic_v<Number>

void append(ByteWriter& all, Number value) {
    if constexpr (std::is_floating_point_v<Number>) {
        all.number(std::bit_cast<std::uint64_t>(value));
    } else {
        all.number(static_cast<std::uint64_t>(value));
    }
}

void bind(Statement& statement, int column, const std::string& value) {
    statement.bind(column, std::string_view(value));
}

void bind(Statement& statement, int column, const std::vector<ByteSpan>& value) {
    statement.bind(column, std::string_view(text_of(value)));
}

template <typename Number>
requires std::is_arithmetic_v<Number>

void bind(Statement& statement, int column, Number value) {
    if constexpr (std::is_floating_point_v<Number>) {
        statement.bind(column, value);
    } else {
        statement.bind(column, static_cast<std::int64_t>(value));
    }
}

void take(const Statement& statement, int column, std::string& value) {
    const std::string_view bytes = statement.bytes(column);
    value = utf8::is_valid(bytes) ? std::string(bytes) : utf8::repair(std::string(bytes)).text;
}

void take(const Statement& statement, int column, std::vector<ByteSpan>& value) {
    value = spans_of(statement.bytes(column));
}

template <typename Number>
requires std::is_arithmetic_v<Number>

void take(const Statement& statement, int column, Number& value) {
    if constexpr (std::is_floating_point_v<Number>) {
        value = statement.real(column);
    } else {
        value = static_cast<Number>(statement.number(column));
    }
}

}  // namespace

std::int64_t digest_of(const Claim& claim) {
    ByteWriter all;
    visit_columns(claim, [&all](const char*, const auto& value) { append(all, value); });
    return static_cast<std::int64_t>(hash_of(all.take()));
}

void write_claim(Database& database, DocumentId document, std::int64_t digest, const Claim& claim) {
    static const std::string kInsertion = insertion();
    Statement& statement = database.prepared(kInsertion);
    statement.bind(0, document).bind(1, digest);
    int column = 1;
    visit_columns(claim, [&](const char*, const auto& value) { bind(statement, ++column, value); });
    statement.run();
}

ClaimReader::ClaimReader(Database& database, std::string_view condition)
    : statement_(database.prepare(selection(condition))) {}

bool ClaimReader::next(Claim& claim) {
    if (!statement_.step()) {
        return false;
    }
    int column = 0;
    Source& source = claim.source;
    for (std::string* const field :
         {&claim.doc, &source.outlet, &source.title, &source.url, &source.date, &source.author}) {
        take(statement_, column++, *field);
    }
    column = kSourceColumns;
    visit_columns(claim, [&](const char*, auto& value) { take(statement_, column++, value); });
    return true;
}

}  // namespace stancegraph
