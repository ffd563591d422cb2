#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "query/condition.hpp"
#include "query/condition_field.hpp"

/// The grammar of conditions, by recursive descent. It writes the steps in postfix order.
///
///     either  = both { "or" both }
///     both    = one { "and" one }
///     one     = "not" one | "(" either ")" | comparison
///     comparison = field [ operator value | "in" "(" value { "," value } ")" ]
namespace stancegraph {
namespace {

using Type = ConditionField::Type;
using Step = Condition::Step;

struct Token {
    enum class Kind : std::uint8_t { word, quoted, sign, end };

    Kind kind = Kind::end;
    std::string text;  ///< Of a quoted one what stands between the marks.
    ByteSpan span;
};

bool is_word_byte(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    const bool is_letter = (code | 0x20U) >= 'a' && (code | 0x20U) <= 'z';
    return is_letter || (code >= '0' && code <= '9') || code >= 0x80 || byte == '_' || byte == '-' ||
           byte == '.' || byte == '+' || byte == ':' || byte == '/';
}

bool is_blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& byte : lower) {
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
    }
    return lower;
}

class Parser {
public:
    Parser(const std::string& text, Diagnostics& diagnostics)
        : file_(std::make_shared<const InputFile>("--where", text)),
          text_(file_->text()),
          diagnostics_(diagnostics) {
        advance();
    }

    std::optional<std::vector<Step>> run() {
        if (text_.size() > Condition::kMostBytes) {
            return fail("SG3009", fmt::format("a condition has at most {} bytes", Condition::kMostBytes),
                        {.begin = 0, .end = 0}, "ask in two steps: query --format jsonl, then filter that");
        }
        if (!either() || (token_.kind != Token::Kind::end && !expected("'and', 'or' or the end"))) {
            return std::nullopt;
        }
        return std::move(steps_);
    }

private:
    bool either() {
        return chain("or", Step::Kind::either, [this] { return both(); });
    }

    bool both() {
        return chain("and", Step::Kind::both, [this] { return one(); });
    }

    template <typename Part>
    bool chain(std::string_view word, Step::Kind kind, Part part) {
        if (!part()) {
            return false;
        }
        while (is_word(word)) {
            advance();
            if (!part()) {
                return false;
            }
            steps_.push_back({.kind = kind});
        }
        return true;
    }

    bool one() {
        const bool is_not = is_word("not");
        if (!is_not && !is_sign("(")) {
            return comparison();
        }
        if (++depth_ > Condition::kDeepest) {
            fail("SG3009", fmt::format("more than {} levels of parentheses", Condition::kDeepest),
                 token_.span, "take some of them away");
            return false;
        }
        advance();
        bool is_good = is_not ? one() : either();
        if (is_good && is_not) {
            steps_.push_back({.kind = Step::Kind::negate});
        } else if (is_good) {
            is_good = take_sign(")");
        }
        --depth_;
        return is_good;
    }

    bool comparison() {
        if (token_.kind != Token::Kind::word) {
            return expected("a field such as actor or date");
        }
        const std::string name = lowered(token_.text);
        const auto fields = condition_fields();
        const auto* const field =
            std::find_if(fields.data(), fields.data() + fields.size(),
                         [&](const ConditionField& known) { return known.name == name; });
        if (field == fields.data() + fields.size()) {
            return unknown_field(name);
        }
        advance();
        const bool stands_alone = token_.kind != Token::Kind::sign || is_sign(")");
        if (field->type == Type::truth && stands_alone && !is_word("in")) {
            return add(*field, "=", true);
        }
        if (is_word("in")) {
            advance();
            return list(*field);
        }
        const std::string_view comparison = take_comparison(*field);
        return !comparison.empty() && value(*field, comparison);
    }

    bool unknown_field(const std::string& name) {
        std::vector<std::string> names;
        for (const ConditionField& field : condition_fields()) {
            names.emplace_back(field.name);
        }
        const std::string guess = did_you_mean(name, names);
        fail("SG3008", fmt::format("no field called '{}'", name), token_.span,
             guess.empty() ? fmt::format("the fields are {}", fmt::join(names, ", ")) : guess);
        return false;
    }

    /// The operator, which outlives the text; empty where there is none that the field has.
    std::string_view take_comparison(const ConditionField& field) {
        static constexpr std::array<std::string_view, 7> kComparisons{"=", "!=", "<", "<=", ">", ">=", "~"};
        const bool has_order = field.type == Type::number || field.type == Type::date;
        const std::string_view choice = field.type == Type::words   ? "=, !=, ~ or in"
                                        : field.type == Type::truth ? "=, != or nothing"
                                                                    : "=, !=, <, <=, > or >=";
        const auto* const found = std::ranges::find(kComparisons, token_.text);
        const bool is_known = token_.kind == Token::Kind::sign && found != kComparisons.end();
        const bool is_order = is_known && (found->front() == '<' || found->front() == '>');
        const bool is_contains = is_known && *found == "~";
        if (!is_known || (is_order && !has_order) || (is_contains && field.type != Type::words)) {
            expected(fmt::format("{} after '{}'", choice, field.name));
            return {};
        }
        advance();
        return *found;
    }

    bool list(const ConditionField& field) {
        if (!take_sign("(") || !value(field, "=")) {
            return false;
        }
        while (is_sign(",")) {
            advance();
            if (!value(field, "=")) {
                return false;
            }
            steps_.push_back({.kind = Step::Kind::either});
        }
        return take_sign(")");
    }

    bool value(const ConditionField& field, std::string_view comparison) {
        if (token_.kind != Token::Kind::word && token_.kind != Token::Kind::quoted) {
            return expected(fmt::format("a value for '{}'", field.name));
        }
        switch (field.type) {
            case Type::words:
                return add(field, comparison, token_.text, true);
            case Type::number:
                return number(field, comparison);
            case Type::date:
                if (const auto days = parse_period(token_.text)) {
                    return add(field, comparison, *days, true);
                }
                return bad_value("a date", "write 2025, 2025-08 or 2025-08-20");
            case Type::truth:
                if (const std::string word = lowered(token_.text); word == "yes" || word == "no") {
                    return add(field, comparison, word == "yes", true);
                }
                return bad_value("yes or no", fmt::format("write {} = yes", field.name));
        }
        return false;
    }

    bool number(const ConditionField& field, std::string_view comparison) {
        std::string_view digits = token_.text;
        digits.remove_prefix(digits.starts_with('+') ? 1 : 0);
        double number = 0.0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        const bool is_whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
        if (!is_whole || !std::isfinite(number)) {
            return bad_value("a number", fmt::format("write for example {} > 0.5", field.name));
        }
        return add(field, comparison, number, true);
    }

    bool bad_value(std::string_view what, std::string hint) {
        fail("SG3010", fmt::format("'{}' is not {}", token_.text, what), token_.span, std::move(hint));
        return false;
    }

    bool add(const ConditionField& field, std::string_view comparison, ConditionValue value,
             bool is_taken = false) {
        steps_.push_back({.kind = Step::Kind::compare,
                          .field = &field,
                          .comparison = comparison,
                          .value = std::move(value)});
        if (is_taken) {
            advance();
        }
        return true;
    }

    [[nodiscard]] bool is_word(std::string_view word) const {
        return token_.kind == Token::Kind::word && lowered(token_.text) == word;
    }

    [[nodiscard]] bool is_sign(std::string_view sign) const {
        return token_.kind == Token::Kind::sign && token_.text == sign;
    }

    bool take_sign(std::string_view sign) {
        if (!is_sign(sign)) {
            return expected(fmt::format("'{}'", sign));
        }
        advance();
        return true;
    }

    bool expected(const std::string& what) {
        if (!is_failed_) {
            const std::string found =
                token_.kind == Token::Kind::end ? std::string("the end") : fmt::format("'{}'", token_.text);
            fail("SG3009", fmt::format("expected {}, found {}", what, found), token_.span,
                 "for example: polarity < 0 and outlet != 'The Herald'");
        }
        return false;
    }

    std::nullopt_t fail(std::string_view code, std::string message, ByteSpan span, std::string hint) {
        if (!is_failed_) {
            is_failed_ = true;
            diagnostics_.add({.code = std::string(code),
                              .severity = Severity::error,
                              .message = std::move(message),
                              .location = {.file = file_, .span = span},
                              .hint = std::move(hint),
                              .notes = {}});
        }
        return std::nullopt;
    }

    void advance() {
        while (at_ < text_.size() && is_blank(text_[at_])) {
            ++at_;
        }
        const std::size_t begin = at_;
        token_ = {};
        if (at_ == text_.size()) {
            token_.span = span_from(begin);
        } else if (text_[at_] == '\'' || text_[at_] == '"') {
            read_quoted();
        } else if (is_word_byte(text_[at_])) {
            while (at_ < text_.size() && is_word_byte(text_[at_])) {
                ++at_;
            }
            token_ = {.kind = Token::Kind::word,
                      .text = std::string(text_.substr(begin, at_ - begin)),
                      .span = span_from(begin)};
        } else {
            const bool is_double = text_[at_] != '(' && at_ + 1 < text_.size() && text_[at_ + 1] == '=';
            at_ += is_double ? 2 : 1;
            token_ = {.kind = Token::Kind::sign,
                      .text = std::string(text_.substr(begin, at_ - begin)),
                      .span = span_from(begin)};
        }
    }

    /// A doubled mark stands for itself.
    void read_quoted() {
        const std::size_t begin = at_;
        const char mark = text_[at_++];
        token_.kind = Token::Kind::quoted;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == mark) {
                if (at_ + 1 == text_.size() || text_[at_ + 1] != mark) {
                    ++at_;
                    token_.span = span_from(begin);
                    return;
                }
                ++at_;
            }
            token_.text += text_[at_];
        }
        token_.span = span_from(begin);
        fail("SG3009", "these quotation marks are not closed",
             {.begin = token_.span.begin, .end = token_.span.begin + 1},
             fmt::format("end the words with {}", mark));
    }

    [[nodiscard]] ByteSpan span_from(std::size_t begin) const {
        return {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(at_)};
    }

    std::shared_ptr<const InputFile> file_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    std::size_t at_ = 0;
    Token token_;
    std::vector<Step> steps_;
    std::size_t depth_ = 0;
    bool is_failed_ = false;
};

}  // namespace

std::optional<Condition> Condition::parse(const std::string& text, Diagnostics& diagnostics) {
    Diagnostics mistakes;
    auto steps = Parser(text, mistakes).run();
    diagnostics.append(mistakes);
    if (!steps.has_value() || mistakes.has_errors()) {
        return std::nullopt;
    }
    return Condition(std::move(*steps));
}

}  // namespace stancegraph
