#include "workbench/claim_card.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "pipeline/result_lines.hpp"

namespace stancegraph {
namespace {

/// More of the text around is not read by anybody.
constexpr std::size_t kMostAround = 200;

/// A part of the claim in the text.
struct Part {
    std::string_view name;
    ByteSpan span;
};

std::array<Part, 3> parts_of(const Claim& claim) {
    return {Part{"speaker", claim.speaker.span}, Part{"cue", claim.cue}, Part{"subject", claim.subject.span}};
}

/// The sentence with brackets around its parts; of parts that begin together the longest is outermost.
std::string marked(const Claim& claim, std::string_view text) {
    struct Mark {
        std::uint32_t at = 0;
        bool is_end = false;
        std::uint32_t size = 0;  ///< Of the part: outer marks before inner ones.
        std::string words;
    };

    std::vector<Mark> marks;
    for (const Part& part : parts_of(claim)) {
        if (!part.span.is_empty() && claim.sentence.contains(part.span)) {
            marks.push_back({part.span.begin, false, part.span.size(), "["});
            marks.push_back({part.span.end, true, part.span.size(), fmt::format("]{{{}}}", part.name)});
        }
    }
    std::ranges::stable_sort(marks, [](const Mark& left, const Mark& right) {
        if (left.at != right.at || left.is_end != right.is_end) {
            return left.at != right.at ? left.at < right.at : left.is_end;
        }
        return left.is_end ? left.size < right.size : left.size > right.size;
    });
    std::string sentence;
    std::uint32_t done = claim.sentence.begin;
    for (const Mark& mark : marks) {
        sentence.append(text.substr(done, mark.at - done)).append(mark.words);
        done = mark.at;
    }
    return on_one_line(sentence.append(text.substr(done, claim.sentence.end - done)));
}

/// Lines for the parts that stand elsewhere.
std::string parts_elsewhere(const Claim& claim, std::string_view text) {
    std::string lines;
    for (const Part& part : parts_of(claim)) {
        if (!part.span.is_empty() && !claim.sentence.contains(part.span)) {
            lines += fmt::format("  {}: {}\n", part.name,
                                 on_one_line(text.substr(part.span.begin, part.span.size())));
        }
    }
    return lines;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// True if a character begins here.
bool is_character_begin(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace

std::string words_before(std::string_view text, std::uint32_t byte) {
    std::size_t end = byte;
    std::size_t begin = end;
    do {
        end = begin;
        const std::size_t line_end = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
        begin = line_end == std::string_view::npos ? 0 : line_end;
    } while (begin > 0 && is_blank(text.substr(begin, end - begin)));
    const std::string words = on_one_line(text.substr(begin, end - begin));
    std::size_t cut = words.size() - std::min(words.size(), kMostAround);
    while (!is_character_begin(words, cut)) {
        ++cut;
    }
    return cut == 0 ? words : "…" + words.substr(cut);
}

std::string words_behind(std::string_view text, std::uint32_t byte) {
    std::size_t begin = byte;
    std::size_t end = begin;
    do {
        begin = end;
        end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    } while (end < text.size() && is_blank(text.substr(begin, end - begin)));
    const std::string words = on_one_line(text.substr(begin, end - begin));
    std::size_t cut = std::min(words.size(), kMostAround);
    while (!is_character_begin(words, cut)) {
        --cut;
    }
    return cut == words.size() ? words : words.substr(0, cut) + "…";
}

std::string claim_card(const Claim& claim, std::string_view text) {
    // A claim of another text than this one is shown by the words that it carries.
    if (claim.sentence.end > text.size() || claim.sentence.is_empty()) {
        return fmt::format("  > {}\n  {}\n", claim.quote, line_of(claim));
    }
    std::string card;
    if (const std::string before = words_before(text, claim.sentence.begin); !before.empty()) {
        card += "    " + before + '\n';
    }
    card += "  > " + marked(claim, text) + '\n';
    if (const std::string behind = words_behind(text, claim.sentence.end); !behind.empty()) {
        card += "    " + behind + '\n';
    }
    return card + parts_elsewhere(claim, text) + "  " + line_of(claim) + '\n';
}

}  // namespace stancegraph
