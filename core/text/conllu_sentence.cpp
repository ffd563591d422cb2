#include "text/conllu_sentence.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "text/annotation.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;

enum Column : std::uint8_t { id, form, lemma, upos, xpos, features, head, deprel, enhanced, misc };

std::optional<Columns> columns_of(std::string_view line) {
    Columns columns;
    std::size_t count = 0;
    for (std::size_t at = 0; at <= line.size(); ++count) {
        const std::size_t end = std::min(line.find('\t', at), line.size());
        if (count < kColumns) {
            columns[count] = line.substr(at, end - at);
        }
        at = end + 1;
    }
    const bool has_form = columns[form].find_first_not_of(" \r\n") != std::string_view::npos;
    const bool is_whole = count == kColumns && !columns[id].empty() && has_form;
    return is_whole ? std::optional(columns) : std::nullopt;
}

std::optional<std::uint32_t> number_of(std::string_view digits) {
    std::uint32_t number = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_whole = result.ec == std::errc() && result.ptr == digits.data() + digits.size();
    return is_whole ? std::optional(number) : std::nullopt;
}

bool has_space_after(std::string_view misc_column) {
    return misc_column.find("SpaceAfter=No") == std::string_view::npos;
}

/// The value of a closed label, noting names that are not in it.
template <typename Label, typename Find>
Label label_of(std::string_view name, Find find, std::pair<std::string_view, Label> fallback,
               std::uint32_t number, UnknownLabels& unknown) {
    if (name == "_" || name.empty()) {
        return Label::none;
    }
    if (const std::optional<Label> found = find(name)) {
        return *found;
    }
    UnknownLabels::Seen& seen = unknown.labels[fmt::format("{} {}", fallback.first, name)];
    seen.first_line = seen.count == 0 ? number : seen.first_line;
    ++seen.count;
    return fallback.second;
}

/// Reads the lines of a sentence one by one.
class SentenceReader {
public:
    SentenceReader(UnknownLabels& unknown, ConlluFault& fault) : unknown_(&unknown), fault_(&fault) {}

    /// False when the line has a fault.
    [[nodiscard]] bool add(std::string_view line, std::uint32_t number);
    [[nodiscard]] bool check_whole();

    [[nodiscard]] ConlluSentence take() { return std::move(sentence_); }

private:
    bool fail(std::string message) {
        fault_->message = std::move(message);
        return false;
    }

    bool add_word(const Columns& columns, std::uint32_t number);
    bool add_range(const Columns& columns, std::size_t dash);
    [[nodiscard]] bool has_cycle() const;

    ConlluSentence sentence_;
    UnknownLabels* unknown_;
    ConlluFault* fault_;
};

bool SentenceReader::add(std::string_view line, std::uint32_t number) {
    const std::optional<Columns> columns = columns_of(line);
    if (!columns) {
        return fail("a word's line has ten columns, separated by tabs; the first two are never empty");
    }
    if ((*columns)[id].find('.') != std::string_view::npos) {
        return true;  // An empty node of the enhanced graph.
    }
    const std::size_t dash = (*columns)[id].find('-');
    return dash == std::string_view::npos ? add_word(*columns, number) : add_range(*columns, dash);
}

bool SentenceReader::add_word(const Columns& columns, std::uint32_t number) {
    const std::size_t expected = sentence_.words.size() + 1;
    if (number_of(columns[id]) != expected) {
        return fail(fmt::format("the word's number is '{}', and {} was expected", columns[id], expected));
    }
    ConlluWord word{.form = std::string(columns[form]), .token = {}, .head = {}, .space_after = true};
    word.space_after = has_space_after(columns[misc]);
    if (columns[head] != "_") {
        word.head = number_of(columns[head]);
        if (!word.head) {
            return fail(fmt::format("the head '{}' is no number", columns[head]));
        }
    }
    const bool no_lemma = columns[lemma] == "_" && columns[form] != "_";
    word.token.lemma = no_lemma ? std::string() : std::string(columns[lemma]);
    word.token.upos = label_of<Upos>(columns[upos], find_upos, {"UPOS", Upos::x}, number, *unknown_);
    word.token.xpos = label_of<Xpos>(columns[xpos], find_xpos, {"XPOS", Xpos::none}, number, *unknown_);
    word.token.deprel =
        label_of<Deprel>(columns[deprel], find_deprel, {"DEPREL", Deprel::dep}, number, *unknown_);
    sentence_.words.push_back(std::move(word));
    return true;
}

bool SentenceReader::add_range(const Columns& columns, std::size_t dash) {
    const auto first = number_of(columns[id].substr(0, dash));
    const auto last = number_of(columns[id].substr(dash + 1));
    const std::size_t expected = sentence_.words.size() + 1;
    const bool overlaps = !sentence_.ranges.empty() && sentence_.ranges.back().last >= expected;
    if (!first || !last || *first != expected || *last <= *first || overlaps) {
        return fail(fmt::format("'{}' is no range of the words that follow", columns[id]));
    }
    sentence_.ranges.push_back({.first = *first,
                                .last = *last,
                                .surface = std::string(columns[form]),
                                .space_after = has_space_after(columns[misc])});
    return true;
}

/// Follows heads from each word; a word seen twice on one way is in a cycle. O(words).
bool SentenceReader::has_cycle() const {
    const std::vector<ConlluWord>& words = sentence_.words;
    std::vector<std::size_t> seen_from(words.size() + 1, 0);
    for (std::size_t start = 1; start <= words.size(); ++start) {
        for (std::size_t at = start; at != 0 && seen_from[at] != start;) {
            if (seen_from[at] != 0) {
                break;  // Joins a way that was followed to its end.
            }
            seen_from[at] = start;
            at = words[at - 1].head.value_or(0);
            if (at != 0 && seen_from[at] == start) {
                return true;
            }
        }
    }
    return false;
}

bool SentenceReader::check_whole() {
    const std::vector<ConlluWord>& words = sentence_.words;
    if (words.empty()) {
        return fail("the sentence has no words");
    }
    if (words.size() > Sentence::kMostTokens) {
        return fail(fmt::format("it has {} words, and sentences have at most {}", words.size(),
                                Sentence::kMostTokens));
    }
    if (!sentence_.ranges.empty() && sentence_.ranges.back().last > words.size()) {
        return fail("a range goes beyond the last word");
    }
    for (const ConlluWord& word : words) {
        if (word.head.value_or(0) > words.size()) {
            return fail(fmt::format("the head {} is beyond the last word", *word.head));
        }
    }
    return !has_cycle() || fail("the heads go in a circle");
}

}  // namespace

std::optional<ConlluSentence> parse_conllu_sentence(const std::vector<std::string_view>& lines,
                                                    const std::vector<std::uint32_t>& numbers,
                                                    UnknownLabels& unknown, ConlluFault& fault) {
    SentenceReader reader(unknown, fault);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (!reader.add(lines[at], numbers[at])) {
            fault.line = at;
            return std::nullopt;
        }
    }
    fault.line = 0;
    return reader.check_whole() ? std::optional(reader.take()) : std::nullopt;
}

std::vector<std::string> surface_parts(std::string_view surface, const std::vector<std::string_view>& words) {
    std::string joined;
    for (const std::string_view word : words) {
        joined += word;
    }
    std::vector<std::string> parts;
    if (utf8::to_lower(joined) == utf8::to_lower(surface) && joined.size() == surface.size()) {
        std::size_t at = 0;
        for (const std::string_view word : words) {
            parts.emplace_back(surface.substr(at, word.size()));
            at += word.size();
        }
        return parts;
    }
    const std::size_t letters = utf8::count_code_points(surface);
    if (letters < words.size()) {
        return parts;
    }
    std::size_t at = 0;
    for (std::size_t part = 0; part < words.size(); ++part) {
        std::string letters_of_part;
        const std::size_t count = letters * (part + 1) / words.size() - letters * part / words.size();
        for (std::size_t letter = 0; letter < count; ++letter) {
            const std::size_t size = utf8::decode(surface.substr(at)).size;
            letters_of_part += surface.substr(at, size);
            at += size;
        }
        parts.push_back(std::move(letters_of_part));
    }
    return parts;
}

}  // namespace stancegraph
