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
    const bool is_in_text = !claim.sentence.is_empty() && claim.sentence.end <= text.size();
    std::string card;
    const auto add_line = [&card](std::string_view margin, const std::string& words) {
        card += words.empty() ? "" : fmt::format("{}{}\n", margin, utf8::visible(words));
    };
    if (is_in_text) {
        add_line("    ", words_before(text, claim.sentence.begin));
    }
    add_line("  > ", is_in_text ? marked(claim, text) : claim.quote);
    if (is_in_text) {
        add_line("    ", words_behind(text, claim.sentence.end));
        for (const Part& part : parts_of(claim)) {
            if (!part.span.is_empty() && !claim.sentence.contains(part.span) &&
                part.span.end <= text.size()) {
                const std::string words = on_one_line(text.substr(part.span.begin, part.span.size()));
                add_line("  ", fmt::format("{}: {}", part.name, words));
            }
        }
    }
    add_line("  ", line_of(claim));
    return card;
}

}  // namespace stancegraph
