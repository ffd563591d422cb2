#include "match/alias_finder.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

bool is_apostrophe(char32_t letter) {
    return letter == '\'' || letter == 0x2019 || letter == 0x2018;
}

/// Compares letter by letter; a blank of the alias stands for any white space, apostrophes are alike.
/// Returns the number of bytes of `text` that the alias takes, or 0.
std::size_t length_of(std::string_view alias, bool any_case, std::string_view text) {
    std::size_t taken = 0;
    while (!alias.empty()) {
        if (taken >= text.size()) {
            return 0;
        }
        const utf8::Decoded wanted = utf8::decode(alias);
        const utf8::Decoded there = utf8::decode(text.substr(taken));
        const std::string_view wanted_bytes = alias.substr(0, wanted.size);
        const std::string_view there_bytes = text.substr(taken, there.size);
        alias.remove_prefix(wanted.size);
        taken += there.size;
        if (utf8::is_space(wanted.code_point)) {
            if (!utf8::is_space(there.code_point)) {
                return 0;
            }
            while (taken < text.size() && utf8::is_space(utf8::decode(text.substr(taken)).code_point)) {
                taken += utf8::decode(text.substr(taken)).size;
            }
            continue;
        }
        const bool is_same = wanted_bytes == there_bytes ||
                             (is_apostrophe(wanted.code_point) && is_apostrophe(there.code_point)) ||
                             (any_case && utf8::to_lower(there_bytes) == wanted_bytes);
        if (!is_same) {
            return 0;
        }
    }
    return taken;
}

}  // namespace

const std::vector<Alias>* AliasFinder::aliases_at(TokenIndex token) {
    const Symbol form = text_->annotation().form[token];
    if (form >= known_.size()) {
        known_.resize(form + std::size_t{1} + known_.size() / 2, 0);
        aliases_.resize(known_.size(), nullptr);
    }
    if (known_[form] == 0) {
        known_[form] = 1;
        aliases_[form] = text_->compiled().aliases_of(utf8::to_lower(first_run(text_->form(token))));
    }
    return aliases_[form];
}

TokenIndex AliasFinder::end_of(const Alias& alias, TokenIndex token) const {
    const auto& spans = text_->annotation().span;
    const std::string_view text = text_->document().text;
    const std::size_t length = length_of(alias.text, alias.any_case, text.substr(spans[token].begin));
    if (length == 0) {
        return kNoToken;
    }
    const auto end = static_cast<std::uint32_t>(spans[token].begin + length);
    TokenIndex last = token;
    while (last < text_->size() && spans[last].end < end) {
        ++last;
    }
    return last < text_->size() && spans[last].end == end ? last + 1 : kNoToken;
}

void AliasFinder::find(TokenSpan tokens, std::vector<ActorMention>& mentions) {
    if (generation_ != text_->generation()) {
        generation_ = text_->generation();
        known_.clear();
        aliases_.clear();
    }
    for (TokenIndex token = tokens.begin; token < tokens.end; ++token) {
        const std::vector<Alias>* const aliases = aliases_at(token);
        if (aliases == nullptr) {
            continue;
        }
        for (const Alias& alias : *aliases) {
            const TokenIndex end = end_of(alias, token);
            if (end != kNoToken && end <= tokens.end) {
                mentions.push_back({{token, end}, alias.actor});
                token = end - 1;
                break;
            }
        }
    }
}

}  // namespace stancegraph
