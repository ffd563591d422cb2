#include "workbench/located.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

#include "base/utf8.hpp"
#include "match/phrases.hpp"
#include "workbench/goal.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostSteps = 4;
constexpr DeprelSet kBroughtIn = kObliques | kNominalModifiers | set_of(Deprel::advcl, Deprel::acl);

std::vector<std::string> words_of(const std::string& name) {
    std::istringstream stream(plain_name(name));
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

Located located(const TextView& text, TokenSpan tokens) {
    return {.tokens = tokens, .head = head_of(text, tokens), .is_pronoun = false};
}

/// The first place where the words stand, each in its form or as its lemma.
Located find_words(const TextView& text, TokenSpan where, const std::vector<std::string>& words) {
    const auto count = static_cast<TokenIndex>(words.size());
    for (TokenIndex begin = where.begin; count > 0 && begin + count <= where.end; ++begin) {
        TokenIndex at = 0;
        while (at < count && (text.lower(begin + at) == words[at] || text.lemma(begin + at) == words[at])) {
            ++at;
        }
        if (at == count) {
            return located(text, {begin, begin + count});
        }
    }
    return {};
}

/// The words themselves, then the bytes (what a tokenizer cuts: "F-35"), then the last word alone.
Located find_name(const Trial& trial, TokenSpan where, const std::string& name) {
    const std::vector<std::string> words = words_of(name);
    if (Located found = find_words(trial.text(), where, words); found.is_found()) {
        return found;
    }
    const ByteSpan bytes = trial.annotation().bytes_of(where);
    const std::string text =
        utf8::to_lower(std::string_view(trial.document().text).substr(bytes.begin, bytes.size()));
    const std::size_t at = text.size() == bytes.size() ? text.find(plain_name(name)) : std::string::npos;
    if (at != std::string::npos && !name.empty()) {
        const auto begin = bytes.begin + static_cast<std::uint32_t>(at);
        return located(trial.text(),
                       trial.annotation().tokens_in(
                           {begin, begin + static_cast<std::uint32_t>(plain_name(name).size())}));
    }
    return words.size() < 2 ? Located{} : find_words(trial.text(), where, {words.back()});
}

std::vector<TokenIndex> line_up(const TextView& text, TokenIndex token) {
    std::vector<TokenIndex> up;
    for (TokenIndex at = token; at != kNoToken && up.size() < Tree::kDeepest; at = text.tree().head(at)) {
        up.push_back(at);
    }
    return up;
}

/// Both ways to the word that is above both; empty where there is none.
struct Ways {
    std::vector<TokenIndex> up;    ///< From the one, without the common word.
    std::vector<TokenIndex> down;  ///< To the other, from the common word on, without it.
    bool is_there = false;
};

Ways ways_between(const TextView& text, TokenIndex from, TokenIndex to) {
    Ways ways;
    const std::vector<TokenIndex> above = line_up(text, from);
    for (const TokenIndex at : line_up(text, to)) {
        const auto common = std::ranges::find(above, at);
        if (common != above.end()) {
            ways.up.assign(above.begin(), common);
            std::ranges::reverse(ways.down);
            ways.is_there = true;
            return ways;
        }
        ways.down.push_back(at);
    }
    return ways;
}

TokenSpan tokens_of(const Trial& trial, ByteSpan part) {
    TokenSpan tokens = trial.annotation().tokens_in(part);
    tokens.end = std::min(tokens.end, trial.annotation().token_count());
    return tokens;
}

bool is_person_pronoun(const TextView& text, TokenIndex token) {
    return text.xpos(token) == Xpos::prp && text.lower(token) != "it";
}

}  // namespace

Located locate(const Trial& trial, ByteSpan bytes) {
    const TokenSpan tokens = tokens_of(trial, bytes);
    return tokens.is_empty() ? Located{} : located(trial.text(), tokens);
}

Located locate_speaker(const Trial& trial, ByteSpan part, const std::string& name) {
    const TokenSpan where = tokens_of(trial, part);
    if (name == "AUTHOR") {
        return {};
    }
    for (const ActorMention& mention : trial.processed().matches.actors) {
        if (where.contains(mention.tokens) && trial.rules().actors[mention.actor].name == name) {
            return located(trial.text(), mention.tokens);
        }
    }
    if (Located found = find_name(trial, where, name); found.is_found()) {
        return found;
    }
    for (TokenIndex token = where.begin; token < where.end; ++token) {
        if (is_person_pronoun(trial.text(), token)) {
            return {.tokens = {token, token + 1}, .head = token, .is_pronoun = true};
        }
    }
    return {};
}

Located locate_subject(const Trial& trial, ByteSpan part, const std::string& name) {
    const TokenSpan where = tokens_of(trial, part);
    for (const SubjectMention& mention : trial.processed().matches.subjects) {
        if (where.contains(mention.tokens) &&
            plain_name(trial.rules().subjects[mention.subject].name) == plain_name(name)) {
            return located(trial.text(), mention.tokens);
        }
    }
    return find_name(trial, where, name);
}

std::size_t tree_distance(const TextView& text, TokenIndex from, TokenIndex to) {
    const Ways ways = ways_between(text, from, to);
    return ways.is_there ? ways.up.size() + ways.down.size() : kFar;
}

TokenIndex preposition_of(const TextView& text, TokenIndex token) {
    return text.tree().child(token, set_of(Deprel::case_, Deprel::mark));
}

std::optional<std::string> path_between(const TextView& text, TokenIndex cue, TokenIndex target) {
    const Ways ways = ways_between(text, cue, target);
    if (!ways.is_there || ways.up.size() + ways.down.size() > kMostSteps) {
        return std::nullopt;
    }
    std::string path = "cue";
    for (const TokenIndex token : ways.up) {
        path += " <" + std::string(name_of(text.tree().label(token)));
    }
    for (const TokenIndex token : ways.down) {
        const Deprel label = text.tree().label(token);
        const TokenIndex preposition = contains(kBroughtIn, label) ? preposition_of(text, token) : kNoToken;
        path += preposition == kNoToken ? " >" + std::string(name_of(label))
                                        : " >prep(" + std::string(text.lower(preposition)) + ")";
    }
    return path;
}

}  // namespace stancegraph
