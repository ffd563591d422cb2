#include "match/tree.hpp"

namespace stancegraph {

void Tree::build(const Annotation& annotation) {
    annotation_ = &annotation;
    const TokenIndex count = annotation.token_count();
    first_.assign(count + 2, 0);
    for (const TokenIndex head : annotation.head) {
        if (head < count) {
            ++first_[head + 2];
        }
    }
    for (TokenIndex token = 2; token < count + 2; ++token) {
        first_[token] += first_[token - 1];
    }
    children_.resize(first_[count + 1]);
    for (TokenIndex token = 0; token < count; ++token) {
        const TokenIndex head = annotation.head[token];
        if (head < count) {
            children_[first_[head + 1]++] = token;
        }
    }
}

TokenIndex Tree::child(TokenIndex token, DeprelSet labels) const {
    for (const TokenIndex child : children(token)) {
        if (contains(labels, label(child))) {
            return child;
        }
    }
    return kNoToken;
}

bool Tree::is_under(TokenIndex token, TokenIndex above) const {
    for (std::uint32_t step = 0; token != kNoToken && step < kDeepest; ++step) {
        if (token == above) {
            return true;
        }
        token = head(token);
    }
    return false;
}

void Tree::add_subtree(TokenIndex token, DeprelSet without, std::vector<TokenIndex>& tokens) const {
    const std::size_t begin = tokens.size();
    tokens.push_back(token);
    for (std::size_t at = begin; at < tokens.size(); ++at) {
        for (const TokenIndex child : children(tokens[at])) {
            if (child != token && !contains(without, label(child))) {
                tokens.push_back(child);
            }
        }
    }
}

TokenIndex Tree::leftmost(TokenIndex token) const {
    for (std::uint32_t step = 0; step < kDeepest; ++step) {
        const auto below = children(token);
        if (below.empty() || below.front() >= token) {
            break;
        }
        token = below.front();
    }
    return token;
}

TokenIndex Tree::rightmost(TokenIndex token) const {
    for (std::uint32_t step = 0; step < kDeepest; ++step) {
        const auto below = children(token);
        if (below.empty() || below.back() <= token) {
            break;
        }
        token = below.back();
    }
    return token;
}

}  // namespace stancegraph
