#include "resolve/phrase.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/tree.hpp"

namespace stancegraph {
namespace {

/// Prepositional phrases inside of others beyond this depth tell no more.
constexpr int kMaxDepth = 2;

/// Bytes of a sentence that are shown whole.
constexpr std::uint32_t kLongestQuote = 2000;

/// No phrase is deeper; a foreign tree with a cycle ends here.
constexpr int kDeepest = 32;

/// "of the Treasury" belongs to "Secretary".
bool is_name_phrase(const ReadView& view, TokenIndex noun) {
    const TokenIndex preposition = find_child(view.annotation, noun, Deprel::case_);
    return preposition != kNoToken && view.lists.name_prepositions.contains(view.lower(preposition));
}

constexpr std::array kNameParts{Deprel::compound, Deprel::compound_prt, Deprel::amod,   Deprel::flat,
                                Deprel::goeswith, Deprel::nmod_desc,    Deprel::nummod, Deprel::fixed};

bool belongs_to_name(const ReadView& view, TokenIndex child, int depth, Phrases phrases) {
    const Deprel relation = view.annotation.deprel[child];
    if (relation == Deprel::nmod_poss) {
        return view.annotation.upos[child] != Upos::pron;
    }
    if (relation == Deprel::case_) {
        return view.annotation.xpos[child] == Xpos::pos || depth > 0;
    }
    if (relation == Deprel::nmod) {
        return depth < kMaxDepth && (phrases == Phrases::all || is_name_phrase(view, child));
    }
    if (relation == Deprel::punct) {
        return joins_words(view, child);
    }
    return std::ranges::find(kNameParts, relation) != kNameParts.end();
}

/// The first word of a sentence, of a quotation or behind a colon.
bool opens_sentence(const ReadView& view, TokenIndex token) {
    const Annotation& annotation = view.annotation;
    return token == annotation.sentences[annotation.sentence_of(token)].tokens.begin ||
           annotation.upos[token - 1] == Upos::punct;
}

void collect(const ReadView& view, TokenIndex head, int depth, Phrases phrases,
             std::vector<TokenIndex>& tokens) {
    tokens.push_back(head);
    for_each_child(view.annotation, head, [&](TokenIndex child) {
        if (depth < kDeepest && belongs_to_name(view, child, depth, phrases)) {
            collect(view, child, depth + 1, Phrases::of_name, tokens);
        } else if (depth > 0 && view.annotation.deprel[child] == Deprel::det) {
            tokens.push_back(child);
        }
    });
}

/// The rest of words of which only parts are there: "mind-boggling", "three-quarters".
void complete_words(const ReadView& view, std::vector<TokenIndex>& tokens) {
    const auto has = [](const std::vector<TokenIndex>& among, TokenIndex token) {
        return std::ranges::find(among, token) != among.end();
    };
    // A dash without blanks ("the yard–small as it was") is not told from the one of "Asia–Pacific": it stays
    // where it is inside, and brings nothing in.
    const auto is_hyphen = [&](TokenIndex mark) {
        return joins_words(view, mark) && view.lower(mark) == "-";
    };
    for (std::size_t index = 0; index < tokens.size(); ++index) {
        const TokenIndex token = tokens[index];
        const bool is_mark = is_hyphen(token);
        for (const TokenIndex beside : {token - 1, token + 1}) {
            if ((is_mark || is_hyphen(beside)) && !has(tokens, beside)) {
                tokens.push_back(beside);
            }
        }
    }
    const std::vector<TokenIndex> all = tokens;
    std::erase_if(tokens, [&](TokenIndex token) {
        return joins_words(view, token) && !(has(all, token - 1) && has(all, token + 1));
    });
}

}  // namespace

bool joins_words(const ReadView& view, TokenIndex mark) {
    const auto& spans = view.annotation.span;
    if (mark == 0 || std::size_t{mark} + 1 >= spans.size() ||
        (view.lower(mark) != "-" && view.lower(mark) != "–")) {
        return false;
    }
    return spans[mark - 1].end == spans[mark].begin && spans[mark].end == spans[mark + 1].begin;
}

std::string text_of(const ReadView& view, ByteSpan span) {
    std::string text;
    bool pending_blank = false;
    const std::string_view bytes = std::string_view(view.document.text).substr(span.begin, span.size());
    const auto append = [&](std::string_view character) {
        if (pending_blank) {
            text.push_back(' ');
        }
        pending_blank = false;
        text.append(character);
    };
    for (std::size_t at = 0; at < bytes.size();) {
        if (bytes[at] > ' ' && bytes[at] < '\x7F') {  // Nearly all are; no need to ask what they are.
            append(bytes.substr(at, 1));
            ++at;
            continue;
        }
        const utf8::Decoded decoded = utf8::decode(bytes.substr(at));
        if (utf8::is_space(decoded.code_point)) {
            pending_blank = !text.empty();
        } else {
            append(bytes.substr(at, decoded.size));
        }
        at += decoded.size;
    }
    return text;
}

std::string text_of(const ReadView& view, TokenSpan tokens) {
    return text_of(view, view.annotation.bytes_of(tokens));
}

std::string text_around(const ReadView& view, ByteSpan sentence, ByteSpan cue) {
    if (sentence.size() <= kLongestQuote) {
        return text_of(view, sentence);
    }
    constexpr std::uint32_t kMargin = kLongestQuote / 2;
    const ByteSpan wanted{std::max(sentence.begin, cue.begin - std::min(cue.begin, kMargin)),
                          std::min(sentence.end, cue.begin + kMargin)};
    const ByteSpan cut = view.annotation.bytes_of(view.annotation.tokens_in(wanted));
    return (cut.begin > sentence.begin ? "… " : "") + text_of(view, cut) +
           (cut.end < sentence.end ? " …" : "");
}

std::vector<TokenIndex> telling_tokens(const ReadView& view, TokenIndex head, Phrases phrases) {
    std::vector<TokenIndex> tokens;
    collect(view, head, 0, phrases, tokens);
    complete_words(view, tokens);
    std::ranges::sort(tokens);
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    // "the council's new fee": the article is the possessor's, but nothing is told by it.
    if (tokens.size() > 1 && view.annotation.deprel[tokens.front()] == Deprel::det &&
        !joins_words(view, tokens.front() + 1)) {
        tokens.erase(tokens.begin());
    }
    if (tokens.size() > 1 && view.annotation.xpos[tokens.back()] == Xpos::pos) {
        tokens.pop_back();  // "the campaign's claim": the campaign
    }
    return tokens;
}

TokenSpan whole_phrase(const ReadView& view, TokenIndex head) {
    const TokenSpan sentence = view.annotation.sentences[view.annotation.sentence_of(head)].tokens;
    const auto is_own_preposition = [&](TokenIndex token) {
        return view.annotation.head[token] == head && is_preposition(view.annotation, token);
    };
    const auto is_inside = [&](TokenIndex token) {
        return view.annotation.upos[token] != Upos::punct && !is_own_preposition(token) &&
               is_below(view.annotation, token, head);
    };
    // A mark inside the phrase is no pause when it only joins words: hyphens, quotation marks, brackets.
    const auto is_joint = [&](TokenIndex token) {
        return view.annotation.upos[token] == Upos::punct && view.lower(token) != "," &&
               view.lower(token) != "–" && view.lower(token) != "—" && view.lower(token) != "--" &&
               view.lower(token) != ";" && view.lower(token) != ":";
    };
    TokenSpan phrase{head, head + 1};
    for (TokenIndex token = head; token > sentence.begin && (is_inside(token - 1) || is_joint(token - 1));
         --token) {
        phrase.begin = is_inside(token - 1) ? token - 1 : phrase.begin;
    }
    for (TokenIndex token = head + 1; token < sentence.end && (is_inside(token) || is_joint(token));
         ++token) {
        phrase.end = is_inside(token) ? token + 1 : phrase.end;
    }
    return phrase;
}

std::string name_of_tokens(const ReadView& view, const std::vector<TokenIndex>& tokens) {
    if (tokens.empty()) {
        return {};
    }
    // The capital of a sentence's first word goes, that of a name ("People's Daily editorial") stays.
    const bool has_name = std::ranges::any_of(tokens, [&](TokenIndex token) {
        return view.is_proper(token) || view.lists.proper_adjectives.contains(view.lower(token)) ||
               (!opens_sentence(view, token) && utf8::is_capitalised(view.form(token)));
    });
    std::string name;
    TokenIndex before = kNoToken;
    for (const TokenIndex token : tokens) {
        const bool is_attached = before != kNoToken && before + 1 == token &&
                                 view.annotation.span[token].begin == view.annotation.span[before].end;
        before = token;
        if (!name.empty() && !is_attached) {
            name.push_back(' ');
        }
        name += !has_name && opens_sentence(view, token) ? view.lower(token) : view.form(token);
    }
    return name;
}

}  // namespace stancegraph
