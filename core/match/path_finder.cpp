#include "match/path_finder.hpp"

#include <algorithm>

namespace stancegraph {

using pattern::Direction;
using pattern::Role;

void PathFinder::push(TokenIndex token, std::uint32_t step) {
    if (token == kNoToken) {
        return;
    }
    std::uint32_t& seen = seen_[std::size_t{token} * states_ + step];
    if (seen != search_) {
        seen = search_;
        queue_.push_back({token, step});
        ++steps_;
    }
}

/// Makes all pairs unseen. The marks of earlier searches stay where they are and mean nothing any more.
void PathFinder::begin(std::size_t steps) {
    queue_.clear();
    states_ = static_cast<std::uint32_t>(steps + 1);
    ++search_;
    if (seen_.size() < std::size_t{text_->size()} * states_ || search_ == 0) {
        seen_.assign(std::size_t{text_->size()} * states_, 0);
        search_ = 1;
    }
}

void PathFinder::find(const CompiledPath& path, TokenIndex from, const CueEntry& cue,
                      std::vector<TokenIndex>& found, PathStop* stop) {
    begin(path.steps.size());
    push(from, 0);
    for (std::size_t at = 0; at < queue_.size(); ++at) {
        const State state = queue_[at];
        if (stop != nullptr && state.step >= stop->step) {
            *stop = {state.token, state.step};
        }
        if (state.step == path.steps.size()) {
            const bool is_right = !path.kind || kinds_->is_of_kind(*path.kind, state.token);
            if (is_right && std::ranges::find(found, state.token) == found.end()) {
                found.push_back(state.token);
            }
            continue;
        }
        const PathStep& step = path.steps[state.step];
        if (step.is_test) {
            if (text_->passes(step.test, state.token)) {
                push(state.token, state.step + 1);
            }
            continue;
        }
        move(step, state, state.token == from ? cue : CueEntry{});
    }
}

void PathFinder::move(const PathStep& step, const State& state, const CueEntry& cue) {
    reached_.clear();
    for (const PathEdge& edge : step.edges) {
        if (step.direction == Direction::down) {
            add_below(edge, state.token, cue);
        } else {
            add_above(edge, state.token);
        }
    }
    const std::uint32_t next = step.is_repeated ? state.step : state.step + 1;
    for (const TokenIndex token : reached_) {
        push(token, next);
    }
    if (step.is_optional || step.is_repeated) {
        push(state.token, state.step + 1);
    }
}

void PathFinder::add_below(const PathEdge& edge, TokenIndex from, const CueEntry& cue) {
    switch (edge.form) {
        case PathEdge::Form::role:
            roles_->find(edge.role, from, cue, reached_);
            break;
        case PathEdge::Form::preposition:
            roles_->add_by_preposition(from, edge.prepositions, reached_);
            break;
        case PathEdge::Form::labels:
            for (const TokenIndex child : text_->tree().children(from)) {
                if (contains(edge.labels, text_->tree().label(child))) {
                    reached_.push_back(roles_->antecedent(child));
                }
            }
            break;
    }
}

void PathFinder::add_above(const PathEdge& edge, TokenIndex from) {
    const TokenIndex head = text_->tree().head(from);
    if (head == kNoToken) {
        return;
    }
    if (edge.form == PathEdge::Form::labels) {
        if (contains(edge.labels, text_->tree().label(from))) {
            reached_.push_back(head);
        }
        return;
    }
    if (edge.form == PathEdge::Form::role && edge.role == Role::clause) {
        const TokenIndex clause = roles_->clause_above(from);
        if (clause != kNoToken) {
            reached_.push_back(clause);
        }
        return;
    }
    // The other roles, backwards: whatever above has this token in that role.
    TokenIndex above = head;
    for (std::uint32_t hop = 0; above != kNoToken && hop < Tree::kDeepest; ++hop) {
        std::vector<TokenIndex> below;
        if (edge.form == PathEdge::Form::role) {
            roles_->find(edge.role, above, {}, below);
        } else {
            roles_->add_by_preposition(above, edge.prepositions, below);
        }
        if (std::ranges::find(below, from) != below.end()) {
            reached_.push_back(above);
            return;
        }
        above = text_->tree().head(above);
    }
}

}  // namespace stancegraph
