#include "query/same_words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "graph/identifier.hpp"
#include "graph/tally.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kFewestQuoted = 6;
constexpr std::size_t kFewestWords = 8;

/// The words alone, in lower case: outlets differ in their commas.
std::string words_only(std::string_view text) {
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text.substr(at));
        const char32_t code_point = decoded.code_point;
        const bool is_word = utf8::is_letter(code_point) || (code_point >= U'0' && code_point <= U'9');
        if (is_word) {
            words += text.substr(at, decoded.size);
        } else if (!words.empty() && words.back() != ' ' && code_point != U'\'' && code_point != U'’') {
            words += ' ';
        }
        at += decoded.size;
    }
    if (words.ends_with(' ')) {
        words.pop_back();
    }
    return utf8::to_lower(words);
}

std::size_t count_words(std::string_view words) {
    return words.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(words, ' ')) + 1;
}

/// What stands between the first pair of quotation marks that hold enough words.
std::string quoted_words(std::string_view quote) {
    constexpr std::string_view kOpening = "“";
    constexpr std::string_view kClosing = "”";
    for (const auto& [opening, closing] :
         {std::pair(kOpening, kClosing), std::pair<std::string_view, std::string_view>("\"", "\"")}) {
        for (std::size_t at = quote.find(opening); at != std::string_view::npos;) {
            const std::size_t begin = at + opening.size();
            const std::size_t end = std::min(quote.find(closing, begin), quote.size());
            std::string words = words_only(quote.substr(begin, end - begin));
            if (count_words(words) >= kFewestQuoted) {
                return words;
            }
            at = end == quote.size() ? std::string_view::npos : quote.find(opening, end + closing.size());
        }
    }
    return {};
}

/// What makes two statements the same; empty for those that are too short.
std::string statement_key(const std::string& quote) {
    if (std::string quoted = quoted_words(quote); !quoted.empty()) {
        return quoted;
    }
    std::string words = words_only(quote);
    return count_words(words) >= kFewestWords ? words : std::string();
}

/// True if the sentence names the speaker: whom "he" or "the mayor" stands for is known from other sentences,
/// and each article has its own.
bool is_named(const Claim& claim, std::string_view actor) {
    if (!claim.speaker.scope.empty() || claim.speaker.kind == "anonymous") {
        return false;
    }
    const std::string& by = claim.speaker.resolved_by;
    if (by == "name" || by == "alias" || by == "surname" || by == "office" || by == "spokesperson") {
        return true;
    }
    constexpr std::size_t kShortestWord = 3;  // "We" of a quotation is he who is named behind it
    const std::string sentence = " " + words_only(claim.quote) + " ";
    const std::string name = words_only(actor);
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        const std::string word = " " + name.substr(begin, end - begin) + " ";
        if (end - begin >= kShortestWord && sentence.find(word) != std::string::npos) {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

struct Place {
    EdgeIndex edge = 0;
    ClaimIndex claim = 0;
};

/// What one document makes of the statement.
struct Version {
    std::set<std::string> speakers;  ///< Keys of those whom the sentence itself names.
    std::map<std::pair<std::string_view, VertexIndex>, std::pair<bool, bool>> signs;  ///< Positive, negative.
    std::vector<Place> places;
};

using Versions = std::map<std::string_view, Version>;

bool is_opposite(const Version& a, const Version& b) {
    return std::ranges::any_of(a.signs, [&](const auto& one) {
        const auto other = b.signs.find(one.first);
        const std::pair<bool, bool> reversed(one.second.second, one.second.first);
        return other != b.signs.end() && one.second.first != one.second.second && other->second == reversed;
    });
}

bool share_word(const std::string& name, const std::string& other) {
    const std::string padded = " " + other + " ";
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        if (padded.find(" " + name.substr(begin, end - begin) + " ") != std::string::npos) {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

/// "Calderon" and "Felipe Calderón" need not be two; a pronoun may stand for anybody.
bool has_other_speakers(const Version& a, const Version& b) {
    const auto is_known_to_both = [&](const std::string& name) {
        return std::ranges::any_of(b.speakers,
                                   [&](const std::string& other) { return share_word(name, other); });
    };
    return !a.speakers.empty() && !b.speakers.empty() && std::ranges::none_of(a.speakers, is_known_to_both);
}

/// Each version is held against the first one, so that a quote of the day costs no square.
bool differ(const Versions& versions) {
    const Version& first = versions.begin()->second;
    return std::any_of(std::next(versions.begin()), versions.end(), [&](const auto& version) {
        return has_other_speakers(first, version.second) || is_opposite(first, version.second);
    });
}

Contradiction contradiction_of(const StanceGraph& graph, const Versions& versions) {
    Contradiction found;
    found.kinds = {ContradictionKind::reported_differently};
    std::set<std::string> actors;
    std::set<std::string> subjects;
    for (const auto& [document, version] : versions) {
        for (const Place& place : version.places) {
            const SelectedEdge one{.edge = place.edge, .claims = {place.claim}};
            found.proofs.push_back(evidence(graph, std::span(&one, 1)).front());
            actors.insert(found.proofs.back().actor);
            subjects.insert(found.proofs.back().subject);
        }
    }
    std::ranges::stable_sort(found.proofs, [](const EvidenceRow& a, const EvidenceRow& b) {
        return std::tie(a.date, a.document, a.line) < std::tie(b.date, b.document, b.line);
    });
    found.actor = fmt::format("{}", fmt::join(actors, " / "));
    found.subject = fmt::format("{}", fmt::join(subjects, " / "));
    return found;
}

}  // namespace

std::vector<Contradiction> same_words_differently(const StanceGraph& graph,
                                                  std::span<const SelectedEdge> selected) {
    std::map<std::string, Versions> statements;
    for (const SelectedEdge& edge : selected) {
        const StanceEdge& whole = graph.edge(edge.edge);
        for (const ClaimIndex index : edge.claims) {
            const Claim& claim = graph.claims()[index];
            const std::string key = statement_key(claim.quote);
            if (key.empty()) {
                continue;
            }
            Version& version = statements[key][claim.doc];
            const std::string_view actor = graph.vertex(whole.actor).name;
            if (is_named(claim, actor)) {
                version.speakers.insert(folded_name(actor));
            }
            version.places.push_back({.edge = edge.edge, .claim = index});
            const Sign sign = sign_of(asserted_polarity(claim));
            auto& [positive, negative] = version.signs[{actor, whole.subject}];
            positive = positive || sign == Sign::positive;
            negative = negative || sign == Sign::negative;
        }
    }
    std::vector<Contradiction> all;
    for (const auto& [key, versions] : statements) {
        if (versions.size() > 1 && differ(versions)) {
            all.push_back(contradiction_of(graph, versions));
        }
    }
    std::ranges::stable_sort(all, [](const Contradiction& a, const Contradiction& b) {
        const EvidenceRow& first = a.proofs.front();
        const EvidenceRow& second = b.proofs.front();
        return std::tie(first.date, first.document, first.line, first.claim) <
               std::tie(second.date, second.document, second.line, second.claim);
    });
    return all;
}

}  // namespace stancegraph
