#include "pattern/parser.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "pattern/cursor.hpp"
#include "pattern/quantifier.hpp"
#include "pattern/test_parser.hpp"

namespace stancegraph::pattern {
namespace {

/// How a look-around is written.
struct LookForm {
    std::array<std::string_view, 3> words;  ///< Unused ones are empty.
    bool is_ahead = true;
    bool is_negative = false;
};

constexpr std::array<LookForm, 4> kLookForms{{
    {.words = {"followed", "by", ""}, .is_ahead = true, .is_negative = false},
    {.words = {"preceded", "by", ""}, .is_ahead = false, .is_negative = false},
    {.words = {"not", "followed", "by"}, .is_ahead = true, .is_negative = true},
    {.words = {"not", "preceded", "by"}, .is_ahead = false, .is_negative = true},
}};

bool is_word_character(char32_t code_point) {
    return (code_point >= '0' && code_point <= '9') || code_point == '-' || code_point == '\'' ||
           code_point == 0x2019 || utf8::is_letter(code_point);
}

class PatternParser {
public:
    PatternParser(const SourceText& source, Diagnostics& diagnostics) : cursor_(source, diagnostics) {}

    std::optional<Node> parse() {
        cursor_.skip_blanks();
        if (cursor_.is_at_end()) {
            cursor_.error("SG1115", "this pattern is empty", {0, 0},
                          "write at least a word or a list, such as @say");
            return std::nullopt;
        }
        auto node = choice();
        if (node && !cursor_.is_at_end()) {
            const ByteSpan here = cursor_.word_here();
            cursor_.error("SG1103", fmt::format("this '{}' closes nothing", cursor_.peek()),
                          {here.begin, here.begin + 1}, "remove it, or open the bracket before it");
        }
        return cursor_.has_failed() ? std::nullopt : std::move(node);
    }

private:
    [[nodiscard]] Node node_from(std::uint32_t begin, decltype(Node::form) form) const {
        return {.form = std::move(form), .span = cursor_.in_file(begin, cursor_.at())};
    }

    static NodePtr share(Node node) { return std::make_shared<const Node>(std::move(node)); }

    bool is_at_sequence_end() {
        cursor_.skip_blanks();
        return cursor_.is_at_end() || cursor_.peek() == '|' || cursor_.peek() == ')';
    }

    std::optional<Node> choice() {
        const Level level(depth_);
        if (level.is_too_deep()) {
            cursor_.error("SG1110", "too many brackets inside each other", cursor_.word_here(),
                          "put parts of the pattern into macros");
            return std::nullopt;
        }
        cursor_.skip_blanks();
        const std::uint32_t begin = cursor_.at();
        Choice choice;
        do {
            auto option = sequence();
            if (!option) {
                return std::nullopt;
            }
            choice.options.push_back(std::move(*option));
        } while (cursor_.accept_after_blanks("|"));
        if (choice.options.size() == 1) {
            return std::move(choice.options.front());
        }
        return node_from(begin, std::move(choice));
    }

    std::optional<Node> sequence() {
        cursor_.skip_blanks();
        const std::uint32_t begin = cursor_.at();
        std::uint32_t end = begin;
        Sequence sequence;
        while (!is_at_sequence_end()) {
            auto item = this->item();
            if (!item) {
                return std::nullopt;
            }
            end = cursor_.at();
            sequence.items.push_back(std::move(*item));
        }
        if (sequence.items.empty()) {
            cursor_.error("SG1108", "an alternative is missing here", cursor_.word_here(),
                          "'|' stands between two patterns; to make one optional write (a | b)?");
            return std::nullopt;
        }
        if (sequence.items.size() == 1) {
            return std::move(sequence.items.front());
        }
        return Node{.form = std::move(sequence), .span = cursor_.in_file(begin, end)};
    }

    std::optional<Node> item() {
        const std::uint32_t begin = cursor_.at();
        auto inner = atom();
        if (!inner) {
            return std::nullopt;
        }
        Repeat repeat;
        switch (parse_quantifier(cursor_, repeat)) {
            case Quantifier::nothing:
                return inner;
            case Quantifier::mistake:
                return std::nullopt;
            case Quantifier::something:
                break;
        }
        if (std::holds_alternative<Gap>(inner->form) || std::holds_alternative<Look>(inner->form) ||
            std::holds_alternative<Repeat>(inner->form)) {
            cursor_.error("SG1116", "this cannot be repeated", {begin, cursor_.at()},
                          "a gap says how many words it spans: ...6");
            return std::nullopt;
        }
        repeat.is_lazy = cursor_.accept("?");
        repeat.inner = share(std::move(*inner));
        return node_from(begin, std::move(repeat));
    }

    std::optional<Node> atom() {
        const std::uint32_t begin = cursor_.at();
        const char first = cursor_.peek();
        if (first == '(') {
            return bracket();
        }
        if (first == '[') {
            auto test = parse_bracketed_test(cursor_, depth_);
            return test ? std::optional(node_from(begin, TokenTest{std::move(*test)})) : std::nullopt;
        }
        if (first == '@') {
            auto name = parse_list_name(cursor_);
            return name ? std::optional(node_from(begin, ListReference{std::move(*name)})) : std::nullopt;
        }
        if (first == '$') {
            return macro();
        }
        if (first == '"') {
            return exact_words();
        }
        if (cursor_.is_at("...")) {
            return gap();
        }
        return capture_or_word();
    }

    std::optional<Node> macro() {
        const std::uint32_t begin = cursor_.at();
        cursor_.advance(1);
        std::string name(cursor_.accept_name());
        if (name.empty()) {
            cursor_.error("SG1108", "a macro's name is missing after '$'", {begin, cursor_.at()},
                          "a sum of money is written with a test: [word=\"$\"]");
            return std::nullopt;
        }
        return node_from(begin, MacroReference{std::move(name)});
    }

    std::optional<Node> exact_words() {
        const std::uint32_t begin = cursor_.at();
        cursor_.advance(1);
        const std::size_t end = cursor_.rest().find('"');
        if (end == std::string_view::npos) {
            cursor_.error("SG1103", "this quotation mark is never closed", {begin, begin + 1},
                          "exact words stand between two straight quotation marks");
            return std::nullopt;
        }
        std::string text(cursor_.rest().substr(0, end));
        cursor_.advance(end + 1);
        if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
            cursor_.error("SG1108", "there is no word between these quotation marks", {begin, cursor_.at()});
            return std::nullopt;
        }
        return node_from(begin, Word{.text = std::move(text), .is_exact = true});
    }

    std::optional<Node> gap() {
        const std::uint32_t begin = cursor_.at();
        cursor_.advance(3);
        Gap gap;
        const std::uint32_t number_begin = cursor_.at();
        if (cursor_.accept_number(gap.most) ? gap.most == 0 || gap.most > kMaxCount : (gap.most = 6, false)) {
            cursor_.error("SG1116", fmt::format("a gap is 1 to {} words wide", kMaxCount),
                          {number_begin, cursor_.at()});
            return std::nullopt;
        }
        const std::uint32_t bracket = cursor_.at();
        if (cursor_.is_at("(no ") || cursor_.is_at("(no\n") || cursor_.is_at("(no\r")) {
            cursor_.advance(3);
            auto forbidden = choice();
            if (!forbidden || !close_bracket(bracket)) {
                return std::nullopt;
            }
            gap.forbidden = share(std::move(*forbidden));
        } else if (cursor_.peek() == '(') {
            cursor_.error("SG1108", "a bracket right behind a gap says which words it must not go over",
                          {bracket, bracket + 1},
                          "write ...6(no VERB); a group of its own needs a blank before it");
            return std::nullopt;
        }
        return node_from(begin, std::move(gap));
    }

    bool close_bracket(std::uint32_t open) {
        if (cursor_.accept_after_blanks(")")) {
            return true;
        }
        cursor_.error("SG1103", "this '(' is never closed", {open, open + 1}, "close it with ')'");
        return false;
    }

    std::optional<Node> bracket() {
        const std::uint32_t begin = cursor_.at();
        cursor_.advance(1);
        cursor_.skip_blanks();
        const LookForm* const look = accept_look();
        auto inner = choice();
        if (!inner || !close_bracket(begin)) {
            return std::nullopt;
        }
        if (look == nullptr) {
            inner->span = cursor_.in_file(begin, cursor_.at());
            return inner;
        }
        return node_from(begin, Look{.inner = share(std::move(*inner)),
                                     .is_ahead = look->is_ahead,
                                     .is_negative = look->is_negative});
    }

    /// `not followed by` and the like; the cursor stays where it is when none of them stands here.
    const LookForm* accept_look() {
        for (const LookForm& form : kLookForms) {
            Cursor ahead = cursor_;
            const bool fits = std::ranges::all_of(form.words, [&ahead](std::string_view word) {
                ahead.skip_blanks();
                return ahead.accept(word) && (word.empty() || ahead.peek() == ' ' || ahead.peek() == '\n');
            });
            if (fits) {
                cursor_ = ahead;
                return &form;
            }
        }
        return nullptr;
    }

    std::optional<Node> capture_or_word() {
        const std::uint32_t begin = cursor_.at();
        Cursor ahead = cursor_;
        const std::string name(ahead.accept_name());
        if (!name.empty() && ahead.peek() == ':') {
            cursor_ = ahead;
            return capture(begin, name);
        }
        if (cursor_.peek() >= 'A' && cursor_.peek() <= 'Z') {
            const auto kind = parse_kind(cursor_);
            return kind ? std::optional(node_from(begin, *kind)) : std::nullopt;
        }
        return word();
    }

    std::optional<Node> capture(std::uint32_t begin, const std::string& name) {
        const Level level(depth_);
        cursor_.advance(1);
        if (level.is_too_deep() || is_at_sequence_end() || cursor_.at() != begin + name.size() + 1) {
            cursor_.error("SG1108", fmt::format("'{}:' must stand right before what it names", name),
                          {begin, cursor_.at()},
                          fmt::format("write for example {}:NP, without a blank", name));
            return std::nullopt;
        }
        auto inner = atom();
        if (!inner) {
            return std::nullopt;
        }
        if (std::holds_alternative<Gap>(inner->form) || std::holds_alternative<Look>(inner->form)) {
            cursor_.error("SG1108", fmt::format("'{}:' cannot name a gap or a condition", name),
                          {begin, cursor_.at()}, "name the words themselves");
            return std::nullopt;
        }
        return node_from(begin, Capture{.name = name, .inner = share(std::move(*inner))});
    }

    std::optional<Node> word() {
        const std::uint32_t begin = cursor_.at();
        Word word;
        while (!cursor_.is_at_end()) {
            const utf8::Decoded decoded = utf8::decode(cursor_.rest());
            const bool is_dot = decoded.code_point == '.' && !cursor_.is_at("...") && cursor_.at() > begin;
            if (!is_dot && !is_word_character(decoded.code_point)) {
                break;
            }
            utf8::append(word.text, decoded.code_point == 0x2019 ? U'\'' : decoded.code_point);
            cursor_.advance(decoded.size);
        }
        if (word.text.empty()) {
            report_stray_character();
            return std::nullopt;
        }
        if (word.text != utf8::to_lower(word.text)) {
            cursor_.error("SG1101", fmt::format("'{}' has a capital letter", word.text),
                          {begin, cursor_.at()},
                          "words are written in lower case, or in \"quotation marks\" exactly so");
            return std::nullopt;
        }
        return node_from(begin, std::move(word));
    }

    void report_stray_character() {
        const ByteSpan word = cursor_.word_here();
        const std::uint32_t size = utf8::decode(cursor_.rest()).size;
        const ByteSpan here{word.begin, word.begin + size};
        const std::string character(cursor_.rest().substr(0, size));
        std::string hint = "marks stand as kinds (COMMA, COLON, DASH, QMARK, PUNCT) or in quotation marks";
        if (character == "“" || character == "”") {
            hint = "use straight quotation marks \"…\" for exact words, QUOTE for a quotation";
        } else if (character == "…") {
            hint = "a gap is written with three dots: ...6";
        } else if (character == "?" || character == "*" || character == "+" || character == "{") {
            hint = "it repeats what stands right before it, without a blank: be?";
        } else if (character == ">" || character == "<") {
            hint = "paths through the tree belong under 'slots:'";
        }
        cursor_.error("SG1108", fmt::format("'{}' does not belong here", character), here, std::move(hint));
    }

    Cursor cursor_;
    std::uint32_t depth_ = 0;
};

}  // namespace

std::optional<Node> parse_pattern(const SourceText& source, Diagnostics& diagnostics) {
    if (source.text.size() > kMaxPatternBytes) {
        Cursor(source, diagnostics)
            .error("SG1110",
                   fmt::format("this pattern has {} bytes, the limit is {}", source.text.size(),
                               kMaxPatternBytes),
                   {0, 1}, "put words into lexicons and parts into macros");
        return std::nullopt;
    }
    return PatternParser(source, diagnostics).parse();
}

}  // namespace stancegraph::pattern
