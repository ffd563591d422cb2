#include "resolve/phrase.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/tree.hpp"

namespace stancegraph {
namespace {

/// Of-phrases inside of-phrases beyond this depth tell no more.
constexpr int kMaxDepth = 2;

bool is_of_phrase(const ReadView& view, TokenIndex noun) {
    const TokenIndex preposition = find_child(view.annotation, noun, Deprel::case_);
    return preposition != kNoToken && view.lower(preposition) == "of";
}

constexpr std::array kNameParts{Deprel::compound, Deprel::compound_prt, Deprel::amod,   Deprel::flat,
                                Deprel::goeswith, Deprel::nmod_desc,    Deprel::nummod, Deprel::fixed};

bool belongs_to_name(const ReadView& view, TokenIndex child, int depth) {
    const Deprel relation = view.annotation.deprel[child];
    if (relation == Deprel::nmod_poss) {
        return view.annotation.upos[child] != Upos::pron;
    }
    if (relation == Deprel::case_) {
        return view.annotation.xpos[child] == Xpos::pos || depth > 0;
    }
    if (relation == Deprel::nmod) {
        return depth < kMaxDepth && is_of_phrase(view, child);
    }
    if (relation == Deprel::punct) {
        return view.lower(child) == "-" || view.lower(child) == "–";
    }
    return std::ranges::find(kNameParts, relation) != kNameParts.end();
}

void collect(const ReadView& view, TokenIndex head, int depth, std::vector<TokenIndex>& tokens) {
    tokens.push_back(head);
    for_each_child(view.annotation, head, [&](TokenIndex child) {
        if (belongs_to_name(view, child, depth)) {
            collect(view, child, depth + 1, tokens);
        } else if (depth > 0 && view.annotation.deprel[child] == Deprel::det) {
            tokens.push_back(child);
        }
    });
}

}  // namespace

std::string text_of(const ReadView& view, ByteSpan span) {
    std::string text;
    bool pending_blank = false;
    const std::string_view bytes = std::string_view(view.document.text).substr(span.begin, span.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const utf8::Decoded decoded = utf8::decode(bytes.substr(at));
        if (utf8::is_space(decoded.code_point)) {
            pending_blank = !text.empty();
        } else {
            if (pending_blank) {
                text.push_back(' ');
            }
            pending_blank = false;
            text.append(bytes.substr(at, decoded.size));
        }
        at += decoded.size;
    }
    return text;
}

std::string text_of(const ReadView& view, TokenSpan tokens) {
    return text_of(view, view.annotation.bytes_of(tokens));
}

std::vector<TokenIndex> telling_tokens(const ReadView& view, TokenIndex head) {
    std::vector<TokenIndex> tokens;
    // A broken tree of somebody else's may have a cycle; a sentence is the bound of what a phrase can hold.
    if (!is_below(view.annotation, head, head)) {
        return {head};
    }
    collect(view, head, 0, tokens);
    std::ranges::sort(tokens);
    const auto repeated = std::ranges::unique(tokens);
    tokens.erase(repeated.begin(), repeated.end());
    return tokens;
}

std::string name_of_tokens(const ReadView& view, const std::vector<TokenIndex>& tokens) {
    std::string name;
    for (const TokenIndex token : tokens) {
        const bool is_attached =
            token > 0 && view.annotation.span[token].begin == view.annotation.span[token - 1].end;
        if (!name.empty() && !is_attached) {
            name.push_back(' ');
        }
        name += name.empty() && !view.is_proper(token) ? view.lower(token) : view.form(token);
    }
    return name;
}

}  // namespace stancegraph
