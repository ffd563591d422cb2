#include "resolve/contents.hpp"

#include <algorithm>

#include "text/tree.hpp"

namespace stancegraph {
namespace {

bool overlap(const std::vector<TokenSpan>& some, const std::vector<TokenSpan>& others) {
    return std::ranges::any_of(some, [&](TokenSpan piece) {
        return std::ranges::any_of(others, [&](TokenSpan other) { return piece.overlaps(other); });
    });
}

/// "Critics of the deal": the cue names the speaker itself; a claim, but nothing that is said.
bool is_own_cue(const Mention& mention) {
    const SlotValue* speaker = mention.find("speaker");
    return speaker != nullptr && std::ranges::any_of(speaker->pieces, [&](TokenSpan piece) {
               return piece.contains(mention.cue.front());
           });
}

}  // namespace

Contents::Contents(const ReadView& view, const Matches& matches)
    : view_(view), matches_(&matches), joining_(matches.mentions.size()) {
    for (MentionId id = 0; id < matches.mentions.size(); ++id) {
        if (const MentionId first = matches.mentions[id].joins; first != kNoId) {
            joining_[first].push_back(id);
        }
    }
}

std::vector<TokenSpan> Contents::statement_of(MentionId id) const {
    std::vector<TokenSpan> pieces;
    const auto add = [&](const SlotValue* value) {
        if (value != nullptr) {
            pieces.insert(pieces.end(), value->pieces.begin(), value->pieces.end());
        }
    };
    add(matches_->mentions[id].find("statement"));
    for (const MentionId other : joining_[id]) {
        add(matches_->mentions[other].find("statement"));
    }
    std::ranges::sort(pieces);
    return pieces;
}

/// In text order; those that touch or overlap in one paragraph are one.
std::vector<TokenSpan> Contents::merged(std::vector<TokenSpan> pieces) const {
    const auto paragraph_of = [&](TokenSpan piece) {
        return view_.annotation.sentences[view_.annotation.sentence_of(piece.begin)].paragraph;
    };
    std::ranges::sort(pieces);
    std::vector<TokenSpan> merged;
    for (const TokenSpan piece : pieces) {
        if (!merged.empty() && piece.begin <= merged.back().end &&
            paragraph_of(piece) == paragraph_of(merged.back())) {
            merged.back().end = std::max(merged.back().end, piece.end);
        } else {
            merged.push_back(piece);
        }
    }
    return merged;
}

/// The statement, what it is said of ("called [the deal] [a mistake]") and whom it asks something of
/// ("accused [the mayor] of [waste]").
std::vector<TokenSpan> Contents::content_of(MentionId id) const {
    const Mention& mention = matches_->mentions[id];
    std::vector<TokenSpan> pieces = statement_of(id);
    pieces.insert(pieces.end(), mention.reach.begin(), mention.reach.end());
    for (const std::string_view slot : {"subject", "target"}) {
        const SlotValue* part = mention.find(slot);
        for (const TokenSpan piece : part == nullptr ? std::vector<TokenSpan>() : part->pieces) {
            const TokenIndex head = head_of(view_.annotation, piece);
            pieces.push_back(piece);
            if (view_.annotation.upos[head] == Upos::noun || view_.annotation.upos[head] == Upos::propn) {
                pieces.push_back(whole_phrase(view_, head));
            }
        }
    }
    return merged(std::move(pieces));
}

/// Where counts ended what one mention of the cue tells, they end what all of them tell.
void Contents::leave_out(Content& content) const {
    for (const MentionId id : content.mentions) {
        const TokenSpan gone = matches_->mentions[id].left_out;
        for (TokenSpan& piece : content.pieces) {
            if (piece.overlaps(gone)) {
                piece.end = std::max(piece.begin, gone.begin - 1);  // the pause goes too
            }
        }
    }
    std::erase_if(content.pieces, [](TokenSpan piece) { return piece.is_empty(); });
}

std::vector<Content> Contents::by_cue(const std::vector<MentionId>& ids) const {
    const auto cue_of = [&](MentionId id) { return matches_->mentions[id].cue.front(); };
    std::vector<Content> contents;
    for (const MentionId id : ids) {
        const Mention& mention = matches_->mentions[id];
        if (mention.joins != kNoId || is_own_cue(mention)) {
            continue;
        }
        Content content{{id}, content_of(id)};
        if (content.pieces.empty()) {
            continue;
        }
        if (contents.empty() || cue_of(contents.back().mentions.front()) != cue_of(id)) {
            contents.push_back(std::move(content));
            continue;
        }
        Content& known = contents.back();
        const auto is_behind = [&](const Content& of) { return of.pieces.front().begin > cue_of(id); };
        if (overlap(known.pieces, content.pieces) || is_behind(known) == is_behind(content)) {
            known.mentions.push_back(id);
            known.pieces.insert(known.pieces.end(), content.pieces.begin(), content.pieces.end());
            known.pieces = merged(std::move(known.pieces));
        } else if (is_behind(content)) {
            known =
                std::move(content);  // "In the spring, Kim said the port will close": the spring is not said
        }
    }
    for (Content& content : contents) {
        leave_out(content);
    }
    return contents;
}

}  // namespace stancegraph
