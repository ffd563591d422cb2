#include "match/naive_matcher.hpp"

#include "pattern/shape.hpp"

namespace stancegraph::test {
namespace {

using pattern::Node;

std::vector<NaiveMatch> then(const std::vector<NaiveMatch>& starts, const Node& node, std::string_view text);

struct Enumerator {
    const NaiveMatch& from;
    std::string_view text;

    using Matches = std::vector<NaiveMatch>;

    Matches operator()(const pattern::Word& word) const {
        if (from.end >= text.size() || word.text.front() != text[from.end]) {
            return {};
        }
        NaiveMatch match = from;
        ++match.end;
        ++match.cost.tokens;
        return {match};
    }

    Matches operator()(pattern::Kind) const {
        NaiveMatch match = from;
        ++match.end;
        ++match.cost.tokens;
        return from.end < text.size() ? Matches{match} : Matches{};
    }

    Matches operator()(const pattern::Gap& gap) const {
        Matches matches;
        NaiveMatch match = from;
        for (std::uint32_t taken = 0;; ++taken) {
            matches.push_back(match);
            const bool is_forbidden = gap.forbidden && match.end < text.size() &&
                                      !all_matches(*gap.forbidden, text, match.end).empty();
            if (taken == gap.most || match.end >= text.size() || is_forbidden) {
                return matches;
            }
            ++match.end;
            ++match.cost.tokens;
            ++match.cost.gap_words;
        }
    }

    Matches operator()(const pattern::Capture& capture) const {
        NaiveMatch begin = from;
        begin.marks.emplace_back(pattern::Mark::begin_of(1), from.end);
        Matches matches = then({begin}, *capture.inner, text);
        for (NaiveMatch& match : matches) {
            match.marks.emplace_back(pattern::Mark::end_of(1), match.end);
        }
        return matches;
    }

    Matches operator()(const pattern::Sequence& sequence) const {
        Matches matches{from};
        for (const Node& item : sequence.items) {
            matches = then(matches, item, text);
        }
        return matches;
    }

    Matches operator()(const pattern::Choice& choice) const {
        Matches matches;
        for (std::size_t at = 0; at < choice.options.size(); ++at) {
            for (NaiveMatch& match : then({from}, choice.options[at], text)) {
                match.cost.alternative += static_cast<std::uint32_t>(at);
                matches.push_back(std::move(match));
            }
        }
        return matches;
    }

    Matches operator()(const pattern::Repeat& repeat) const {
        Matches turns{from};
        for (std::uint32_t turn = 0; turn < repeat.least; ++turn) {
            turns = then(turns, *repeat.inner, text);
        }
        Matches matches = turns;
        const auto full = pattern::can_be_empty(*repeat.inner) ? pattern::without_empty(*repeat.inner)
                                                               : std::optional<Node>(*repeat.inner);
        const std::uint32_t more = repeat.most - repeat.least;
        for (std::uint32_t turn = 0; full && turn < more && !turns.empty(); ++turn) {
            turns = then(turns, *full, text);
            for (NaiveMatch& match : turns) {
                match.cost.optional_parts += repeat.is_lazy ? -1 : 1;
                matches.push_back(match);
            }
        }
        return matches;
    }

    Matches operator()(const pattern::Look& look) const {
        const bool is_there = !all_matches(*look.inner, text, from.end).empty();
        return is_there != look.is_negative ? Matches{from} : Matches{};
    }

    template <typename Form>
    Matches operator()(const Form&) const {
        return {};
    }
};

std::vector<NaiveMatch> then(const std::vector<NaiveMatch>& starts, const Node& node, std::string_view text) {
    std::vector<NaiveMatch> all;
    for (const NaiveMatch& start : starts) {
        for (NaiveMatch& match : std::visit(Enumerator{start, text}, node.form)) {
            all.push_back(std::move(match));
        }
    }
    return all;
}

}  // namespace

std::vector<NaiveMatch> all_matches(const Node& node, std::string_view text, TokenIndex begin) {
    NaiveMatch start;
    start.end = begin;
    return std::visit(Enumerator{start, text}, node.form);
}

std::optional<NaiveMatch> best_match(const Node& node, std::string_view text, TokenIndex begin) {
    std::optional<NaiveMatch> best;
    for (NaiveMatch& match : all_matches(node, text, begin)) {
        if (!best || match.cost.is_better_than(best->cost)) {
            best = std::move(match);
        }
    }
    return best;
}

}  // namespace stancegraph::test
