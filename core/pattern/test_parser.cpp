#include "pattern/test_parser.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <re2/re2.h>

#include "pattern/names.hpp"

namespace stancegraph::pattern {
namespace {

class TestParser {
public:
    TestParser(Cursor& cursor, std::uint32_t& depth) : cursor_(cursor), depth_(depth) {}

    std::optional<Test> bracketed() {
        const std::uint32_t begin = cursor_.at();
        cursor_.advance(1);
        auto test = either();
        if (!test) {
            return std::nullopt;
        }
        if (!cursor_.accept_after_blanks("]")) {
            report_end(begin, '[', ']');
            return std::nullopt;
        }
        return test;
    }

private:
    void report_end(std::uint32_t begin, char open, char close) {
        if (cursor_.is_at_end()) {
            cursor_.error("SG1103", fmt::format("this '{}' is never closed", open), {begin, begin + 1},
                          fmt::format("close it with '{}'", close));
        } else {
            const ByteSpan here = cursor_.word_here();
            cursor_.error("SG1108",
                          fmt::format("'{}' does not belong in a test of one token",
                                      cursor_.between(here.begin, here.end)),
                          here, "join tests with '&' or '|', for example [lemma=say & !@hedge]");
        }
    }

    std::optional<Test> either() {
        const Level level(depth_);
        if (level.is_too_deep()) {
            cursor_.error("SG1110", "too many brackets inside each other", cursor_.word_here());
            return std::nullopt;
        }
        return list<Any>("|", [this] { return list<All>("&", [this] { return negation(); }); });
    }

    template <typename Form, typename Parse>
    std::optional<Test> list(std::string_view separator, Parse parse) {
        cursor_.skip_blanks();
        const std::uint32_t begin = cursor_.at();
        std::vector<Test> tests;
        do {
            auto test = parse();
            if (!test) {
                return std::nullopt;
            }
            tests.push_back(std::move(*test));
        } while (cursor_.accept_after_blanks(separator));
        if (tests.size() == 1) {
            return std::move(tests.front());
        }
        return Test{.form = Form{std::move(tests)}, .span = cursor_.in_file(begin, cursor_.at())};
    }

    std::optional<Test> negation() {
        cursor_.skip_blanks();
        const std::uint32_t begin = cursor_.at();
        bool is_negated = false;
        while (cursor_.accept("!")) {
            is_negated = !is_negated;
            cursor_.skip_blanks();
        }
        auto test = single();
        if (!test || !is_negated) {
            return test;
        }
        return Test{.form = Not{std::make_shared<const Test>(std::move(*test))},
                    .span = cursor_.in_file(begin, cursor_.at())};
    }

    std::optional<Test> single() {
        const std::uint32_t begin = cursor_.at();
        std::optional<Test> test;
        if (cursor_.accept("(")) {
            test = either();
            if (test && !cursor_.accept_after_blanks(")")) {
                report_end(begin, '(', ')');
                return std::nullopt;
            }
            return test;
        }
        if (cursor_.peek() == '@') {
            if (auto name = parse_list_name(cursor_)) {
                test = Test{.form = InList{std::move(*name)}, .span = cursor_.in_file(begin, cursor_.at())};
            }
            return test;
        }
        if (cursor_.peek() >= 'A' && cursor_.peek() <= 'Z') {
            return kind();
        }
        return comparison();
    }

    std::optional<Test> kind() {
        const std::uint32_t begin = cursor_.at();
        const auto found = parse_kind(cursor_);
        if (!found) {
            return std::nullopt;
        }
        if (!is_token_kind(*found)) {
            cursor_.error(
                "SG1111", fmt::format("{} is not a kind of one token", pattern::name_of(*found)),
                {begin, cursor_.at()},
                "inside [...] use NOUN, VERB, ADJ and the like; names are ner=PERSON, ORG or PLACE");
            return std::nullopt;
        }
        return Test{.form = IsKind{*found}, .span = cursor_.in_file(begin, cursor_.at())};
    }

    std::optional<Test> comparison() {
        const std::uint32_t begin = cursor_.at();
        Comparison comparison;
        if (!attribute(comparison)) {
            return std::nullopt;
        }
        cursor_.skip_blanks();
        if (!cursor_.accept("=")) {
            cursor_.error("SG1108", "a test compares: attribute = value", cursor_.word_here(),
                          "write for example lemma=say; 'is not' is written !lemma=say");
            return std::nullopt;
        }
        comparison.is_case_sensitive = cursor_.accept("=");
        cursor_.skip_blanks();
        const std::uint32_t value_begin = cursor_.at();
        if (!value(comparison) || !check_value(comparison, {value_begin, cursor_.at()})) {
            return std::nullopt;
        }
        return Test{.form = std::move(comparison), .span = cursor_.in_file(begin, cursor_.at())};
    }

    bool attribute(Comparison& comparison) {
        const std::uint32_t begin = cursor_.at();
        const std::string name(cursor_.accept_name());
        const auto* const found = std::ranges::find(kAttributeNames, name);
        if (found == kAttributeNames.end()) {
            const ByteSpan span = name.empty() ? cursor_.word_here() : ByteSpan{begin, cursor_.at()};
            const std::vector<std::string> names(kAttributeNames.begin(), kAttributeNames.end());
            const std::string guess = did_you_mean(name, names);
            cursor_.error(
                "SG1112",
                fmt::format("'{}' is not an attribute of a token", cursor_.between(span.begin, span.end)),
                span,
                guess.empty() ? "attributes: word, lemma, tag, pos, dep, ner, feat.NAME, shape" : guess);
            return false;
        }
        comparison.attribute = static_cast<Attribute>(found - kAttributeNames.begin());
        if (comparison.attribute == Attribute::feature) {
            if (!cursor_.accept(".") || !feature_name(comparison.feature)) {
                cursor_.error("SG1112", "feat needs the name of a feature", {begin, cursor_.at()},
                              "write for example feat.Number=Plur");
                return false;
            }
        }
        return true;
    }

    bool feature_name(std::string& name) {
        const auto is_letter = [](char byte) {
            return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        };
        while (is_letter(cursor_.peek())) {
            name.push_back(cursor_.peek());
            cursor_.advance(1);
        }
        return !name.empty();
    }

    bool value(Comparison& comparison) {
        if (cursor_.peek() == '/') {
            return regular_expression(comparison);
        }
        const std::uint32_t begin = cursor_.at();
        if (cursor_.accept("\"")) {
            const std::size_t end = cursor_.rest().find('"');
            if (end == std::string_view::npos || end == 0) {
                cursor_.error("SG1103", "this quotation mark is never closed", {begin, begin + 1});
                return false;
            }
            comparison.value = cursor_.rest().substr(0, end);
            cursor_.advance(end + 1);
            return true;
        }
        const std::size_t end =
            std::min(cursor_.rest().find_first_of(" \t\r\n&|()[]!=\""), cursor_.rest().size());
        if (end == 0) {
            cursor_.error("SG1108", "a value is missing here", cursor_.word_here(),
                          "write for example lemma=say or word=/un.*/");
            return false;
        }
        comparison.value = cursor_.rest().substr(0, end);
        cursor_.advance(end);
        return true;
    }

    bool regular_expression(Comparison& comparison) {
        const std::uint32_t begin = cursor_.at();
        cursor_.advance(1);
        comparison.is_regex = true;
        while (!cursor_.is_at_end() && cursor_.peek() != '/') {
            if (cursor_.is_at("\\/")) {
                cursor_.advance(1);
            } else if (cursor_.peek() == '\\' && cursor_.rest().size() > 1) {
                comparison.value.push_back('\\');
                cursor_.advance(1);
            }
            comparison.value.push_back(cursor_.peek());
            cursor_.advance(1);
        }
        if (!cursor_.accept("/")) {
            cursor_.error("SG1103", "this regular expression is never closed", {begin, begin + 1},
                          "close it with '/'; a '/' inside is written \\/");
            return false;
        }
        return true;
    }

    bool check_value(const Comparison& comparison, ByteSpan span) {
        if (comparison.is_regex) {
            RE2::Options options;
            options.set_log_errors(false);
            options.set_max_mem(1 << 20);
            const RE2 expression(comparison.value, options);
            if (!expression.ok()) {
                cursor_.error("SG1113",
                              fmt::format("this regular expression is wrong: {}", expression.error()), span,
                              "it must fit the whole value; syntax as in RE2, without look-around");
            }
            return expression.ok();
        }
        if (comparison.attribute == Attribute::pos && !is_part_of_speech(comparison.value)) {
            const std::string guess = did_you_mean(comparison.value, part_of_speech_names());
            cursor_.error("SG1114", fmt::format("there is no part of speech '{}'", comparison.value), span,
                          guess.empty() ? "use the universal tags: NOUN, PROPN, VERB, ADJ, …" : guess);
            return false;
        }
        if (comparison.attribute == Attribute::dep && !is_relation(comparison.value)) {
            cursor_.error("SG1104", fmt::format("no relation called '{}'", comparison.value), span,
                          did_you_mean(comparison.value, relation_names()));
            return false;
        }
        return true;
    }

    Cursor& cursor_;
    std::uint32_t& depth_;
};

}  // namespace

std::optional<Kind> parse_kind(Cursor& cursor) {
    const std::uint32_t begin = cursor.at();
    const std::string name(cursor.accept_capitals());
    const ByteSpan word{begin, std::max(cursor.word_here().end, cursor.at())};
    const char next = cursor.peek();
    const bool is_mixed = (next >= 'a' && next <= 'z') || (next >= '0' && next <= '9');
    const auto kind = find_kind(name);
    if (kind && !is_mixed) {
        if (*kind == Kind::attribution || *kind == Kind::claim) {
            cursor.error(
                "SG1111", fmt::format("{} cannot stand in a pattern", name), {begin, cursor.at()},
                fmt::format("results of earlier stages are named under 'given:', such as said:{}", name));
            return std::nullopt;
        }
        return kind;
    }
    if (is_mixed) {
        const std::string written(cursor.between(word.begin, word.end));
        cursor.error(
            "SG1101", fmt::format("'{}' has capitals and small letters", written), word,
            "words are written in lower case (any form, any case), or in \"quotation marks\" exactly so");
        return std::nullopt;
    }
    const std::string guess = nearest(name, kind_names());
    cursor.error("SG1101", fmt::format("{} is not a known kind", name), {begin, cursor.at()},
                 fmt::format("{}a word in capitals is a kind of thing; write words in lower case",
                             guess.empty() ? "" : fmt::format("did you mean {}? ", guess)));
    return std::nullopt;
}

std::optional<std::string> parse_list_name(Cursor& cursor) {
    const std::uint32_t begin = cursor.at();
    cursor.advance(1);
    std::string name(cursor.accept_name());
    if (name.empty()) {
        cursor.error("SG1108", "a list's name is missing after '@'", {begin, cursor.at()},
                     "lists have lower-case names, such as @say");
        return std::nullopt;
    }
    return name;
}

std::optional<Test> parse_bracketed_test(Cursor& cursor, std::uint32_t& depth) {
    return TestParser(cursor, depth).bracketed();
}

}  // namespace stancegraph::pattern
