#include "ruleset/clause_parser.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "pattern/cursor.hpp"
#include "pattern/names.hpp"

namespace stancegraph {
namespace {

using pattern::Cursor;
using pattern::Kind;

struct PredicateForm {
    std::string_view name;
    std::size_t arguments = 0;
    std::string_view example;
};

/// In the order of Predicate::Form.
constexpr std::array<PredicateForm, 5> kPredicates{{
    {.name = "open", .arguments = 1, .example = "open(said.statement)"},
    {.name = "contains", .arguments = 2, .example = "contains(outer.statement, inner.cue)"},
    {.name = "headline", .arguments = 0, .example = "headline()"},
    {.name = "same_paragraph", .arguments = 2, .example = "same_paragraph(cue, said.cue)"},
    {.name = "inside", .arguments = 1, .example = "inside(QUOTE)"},
}};

Location location_of(const pattern::SourceText& source) {
    return {.file = source.file, .span = source.in_file({0, static_cast<std::uint32_t>(source.text.size())})};
}

/// ATTRIBUTION or CLAIM.
std::optional<Kind> accept_result_kind(Cursor& cursor) {
    const std::uint32_t begin = cursor.at();
    const std::string name(cursor.accept_capitals());
    const auto kind = pattern::find_kind(name);
    if (kind == Kind::attribution || kind == Kind::claim) {
        return kind;
    }
    const ByteSpan span = name.empty() ? cursor.word_here() : ByteSpan{begin, cursor.at()};
    const std::string guess = nearest(name, {"ATTRIBUTION", "CLAIM"});
    cursor.error("SG1119", fmt::format("'{}' is not a kind of result", cursor.between(span.begin, span.end)),
                 span,
                 guess.empty() ? "results are ATTRIBUTION (who said what) and CLAIM (who takes which stance)"
                               : fmt::format("did you mean {}?", guess));
    return std::nullopt;
}

/// `within 2 sentences before`
bool read_distance(Cursor& cursor, Given& given) {
    const std::uint32_t begin = cursor.at();
    std::uint32_t count = 0;
    bool is_good = cursor.accept("within");
    cursor.skip_blanks();
    is_good = is_good && cursor.accept_number(count) && count > 0;
    cursor.skip_blanks();
    const std::string_view unit = cursor.accept_name();
    if (unit == "paragraph" || unit == "paragraphs") {
        given.unit = Given::Unit::paragraphs;
    } else {
        is_good = is_good && (unit == "sentence" || unit == "sentences");
    }
    is_good = is_good && cursor.accept_after_blanks("before");
    cursor.skip_blanks();
    if (!is_good || !cursor.is_at_end()) {
        cursor.error("SG1119", "this does not say how far before",
                     {begin, std::max(cursor.word_here().end, begin)},
                     "write for example: within 2 sentences before, or: within 1 paragraph before");
        return false;
    }
    given.within = count;
    return true;
}

/// `said.statement`, `cue`
bool read_argument(Cursor& cursor, Predicate& predicate) {
    cursor.skip_blanks();
    const std::uint32_t begin = cursor.at();
    pattern::SlotReference argument{.result = std::string(cursor.accept_name()), .slot = {}};
    const bool has_slot = cursor.accept(".");
    if (has_slot) {
        argument.slot = cursor.accept_name();
    }
    if (argument.result.empty() || (has_slot && argument.slot.empty())) {
        cursor.error("SG1120", "a name is missing here",
                     {begin, std::max(cursor.word_here().end, cursor.at())},
                     "write a part of the match, or a slot of a result: said.statement");
        return false;
    }
    predicate.arguments.push_back(std::move(argument));
    return true;
}

bool read_inside(Cursor& cursor, Predicate& predicate) {
    cursor.skip_blanks();
    const std::uint32_t begin = cursor.at();
    const std::string name(cursor.accept_capitals());
    predicate.kind = pattern::find_kind(name);
    const bool is_result = predicate.kind == Kind::attribution || predicate.kind == Kind::claim;
    if (!predicate.kind || !(is_result || pattern::is_span_kind(*predicate.kind))) {
        const ByteSpan span = name.empty() ? cursor.word_here() : ByteSpan{begin, cursor.at()};
        cursor.error("SG1120",
                     fmt::format("'{}' is not a kind of several words", cursor.between(span.begin, span.end)),
                     span, "write for example inside(QUOTE)");
        return false;
    }
    return true;
}

bool read_arguments(Cursor& cursor, const PredicateForm& form, Predicate& predicate) {
    const std::uint32_t begin = cursor.at();
    bool is_good = cursor.accept("(");
    for (std::size_t index = 0; is_good && index < form.arguments; ++index) {
        is_good = index == 0 || cursor.accept_after_blanks(",");
        if (is_good &&
            !(form.name == "inside" ? read_inside(cursor, predicate) : read_argument(cursor, predicate))) {
            return false;
        }
    }
    is_good = is_good && cursor.accept_after_blanks(")");
    cursor.skip_blanks();
    if (!is_good || !cursor.is_at_end()) {
        cursor.error("SG1120",
                     fmt::format("{} takes {} in brackets", form.name,
                                 form.arguments == 0   ? "nothing"
                                 : form.arguments == 1 ? "one name"
                                                       : "two names"),
                     {begin, std::max(cursor.word_here().end, begin)},
                     fmt::format("write for example {}", form.example));
        return false;
    }
    return true;
}

}  // namespace

std::optional<Given> parse_given(const pattern::SourceText& source, Diagnostics& diagnostics) {
    Cursor cursor(source, diagnostics);
    cursor.skip_blanks();
    Given given;
    given.location = location_of(source);
    given.name = cursor.accept_name();
    if (given.name.empty() || !cursor.accept(":")) {
        cursor.error("SG1119", "'given' names a result and its kind", cursor.word_here(),
                     "write for example said:ATTRIBUTION within 2 sentences before");
        return std::nullopt;
    }
    const auto kind = accept_result_kind(cursor);
    if (!kind) {
        return std::nullopt;
    }
    given.kind = *kind;
    cursor.skip_blanks();
    if (!cursor.is_at_end() && !read_distance(cursor, given)) {
        return std::nullopt;
    }
    return given;
}

std::optional<Predicate> parse_predicate(const pattern::SourceText& source, Diagnostics& diagnostics) {
    Cursor cursor(source, diagnostics);
    cursor.skip_blanks();
    const std::uint32_t begin = cursor.at();
    const std::string name(cursor.accept_name());
    const auto* const form = std::ranges::find(kPredicates, name, &PredicateForm::name);
    if (form == kPredicates.end()) {
        std::vector<std::string> names;
        std::string examples;
        for (const PredicateForm& known : kPredicates) {
            names.emplace_back(known.name);
            examples += (examples.empty() ? "" : ", ") + std::string(known.example);
        }
        const std::string guess = did_you_mean(name, names);
        const ByteSpan span = name.empty() ? cursor.word_here() : ByteSpan{begin, cursor.at()};
        cursor.error("SG1120",
                     fmt::format("there is no condition '{}'", cursor.between(span.begin, span.end)), span,
                     guess.empty() ? "conditions: " + examples : guess);
        return std::nullopt;
    }
    Predicate predicate;
    predicate.form = static_cast<Predicate::Form>(form - kPredicates.begin());
    predicate.location = location_of(source);
    if (!read_arguments(cursor, *form, predicate)) {
        return std::nullopt;
    }
    return predicate;
}

}  // namespace stancegraph
