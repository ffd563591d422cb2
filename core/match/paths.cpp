#include "match/paths.hpp"

#include <utility>

#include "base/utf8.hpp"
#include "pattern/names.hpp"

namespace stancegraph {
namespace {

constexpr DeprelSet kOwnMeaning =
    set_of(Deprel::acl_relcl, Deprel::nsubj_pass, Deprel::csubj_pass, Deprel::nmod_poss, Deprel::nmod_desc,
           Deprel::compound_prt, Deprel::advcl_relcl);

struct EdgeCompiler {
    PathEdge operator()(pattern::Role role) const {
        PathEdge edge;
        edge.form = PathEdge::Form::role;
        edge.role = role;
        return edge;
    }

    PathEdge operator()(const pattern::Edge::Preposition& preposition) const {
        PathEdge edge;
        edge.form = PathEdge::Form::preposition;
        for (const std::string& word : preposition.words) {
            edge.prepositions.push_back(utf8::to_lower(word));
        }
        return edge;
    }

    PathEdge operator()(const pattern::Edge::Label& label) const {
        PathEdge edge;
        edge.labels = labels_of(label.name);
        return edge;
    }
};

struct EdgeText {
    std::string operator()(pattern::Role role) const { return std::string(pattern::name_of(role)); }

    std::string operator()(const pattern::Edge::Preposition& preposition) const {
        std::string text = "prep(";
        for (const std::string& word : preposition.words) {
            text += (text.back() == '(' ? "" : ", ") + word;
        }
        return text + ')';
    }

    std::string operator()(const pattern::Edge::Label& label) const { return label.name; }
};

std::string to_text(const pattern::Step::Move& move) {
    std::string text = move.direction == pattern::Direction::down ? ">" : "<";
    const bool has_group = move.edges.size() > 1;
    text += has_group ? "(" : "";
    for (std::size_t at = 0; at < move.edges.size(); ++at) {
        text += at == 0 ? "" : "|";
        text += std::visit(EdgeText{}, move.edges[at].form);
    }
    text += has_group ? ")" : "";
    text += move.is_optional ? "?" : "";
    text += move.is_repeated ? "*" : "";
    return text;
}

}  // namespace

DeprelSet labels_of(const std::string& name) {
    const auto label = find_deprel(name);
    if (!label) {
        return 0;
    }
    DeprelSet labels = set_of(*label);
    if (*label != universal(*label)) {
        return labels;
    }
    for (std::size_t other = 0; other < kDeprelNames.size(); ++other) {
        const auto subtype = static_cast<Deprel>(other);
        if (universal(subtype) == *label && !contains(kOwnMeaning, subtype)) {
            labels |= set_of(subtype);
        }
    }
    return labels;
}

bool CompiledPath::begins_with(pattern::Role role) const {
    return !steps.empty() && !steps.front().is_test && steps.front().edges.size() == 1 &&
           steps.front().direction == pattern::Direction::down &&
           steps.front().edges.front().form == PathEdge::Form::role &&
           steps.front().edges.front().role == role;
}

bool CompiledPath::leads_up_to_clause() const {
    if (steps.empty() || steps.back().is_test || steps.back().edges.size() != 1) {
        return false;
    }
    const PathEdge& edge = steps.back().edges.front();
    return steps.back().direction == pattern::Direction::up && edge.form == PathEdge::Form::role &&
           edge.role == pattern::Role::clause;
}

CompiledPath compile_path(const pattern::Path& path, pattern::TestTable& tests) {
    CompiledPath compiled;
    compiled.start = path.start;
    compiled.kind = path.kind;
    compiled.end = path.end;
    compiled.text = to_text(path);
    for (const pattern::Step& step : path.steps) {
        PathStep next;
        if (const auto* test = std::get_if<pattern::Test>(&step.form)) {
            next.is_test = true;
            next.test = tests.intern(*test);
        } else {
            const auto& move = std::get<pattern::Step::Move>(step.form);
            next.direction = move.direction;
            next.is_optional = move.is_optional;
            next.is_repeated = move.is_repeated;
            for (const pattern::Edge& edge : move.edges) {
                next.edges.push_back(std::visit(EdgeCompiler{}, edge.form));
            }
        }
        compiled.steps.push_back(std::move(next));
    }
    return compiled;
}

std::string to_text(const pattern::Path& path) {
    std::string text = path.start;
    for (const pattern::Step& step : path.steps) {
        const auto* move = std::get_if<pattern::Step::Move>(&step.form);
        text += ' ';
        text += move != nullptr ? to_text(*move) : std::string("[...]");
    }
    if (path.kind) {
        text += ' ';
        text += name_of(*path.kind);
    }
    return path.end.empty() ? text : text + ' ' + path.end;
}

}  // namespace stancegraph
