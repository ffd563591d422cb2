#include "workbench/cue_lists.hpp"

#include <algorithm>

#include "pattern/tree.hpp"

namespace stancegraph {
namespace {

bool reads_quotations(const pattern::Node& match) {
    bool reads = false;
    pattern::for_each_node(match, [&reads](const pattern::Node& node) {
        const auto* capture = std::get_if<pattern::Capture>(&node.form);
        const auto* kind = capture == nullptr ? nullptr : std::get_if<pattern::Kind>(&capture->inner->form);
        reads = reads || (kind != nullptr && *kind == pattern::Kind::quote);
    });
    return reads;
}

bool is_clause_step(const pattern::Step& step) {
    const auto* move = std::get_if<pattern::Step::Move>(&step.form);
    return move != nullptr && std::ranges::any_of(move->edges, [](const pattern::Edge& edge) {
               const auto* role = std::get_if<pattern::Role>(&edge.form);
               return role != nullptr && *role == pattern::Role::clause;
           });
}

bool reads_clauses(const Rule& rule) {
    const auto is_clause = [](const pattern::FillerChoice& choice) {
        const auto* path = std::get_if<pattern::Path>(&choice.form);
        return path != nullptr && std::ranges::any_of(path->steps, is_clause_step);
    };
    return std::ranges::any_of(
        rule.slots, [&](const Slot& slot) { return std::ranges::any_of(slot.filler.choices, is_clause); });
}

LexiconId most_used(const std::vector<std::uint32_t>& rules) {
    const auto most = std::ranges::max_element(rules);
    return most == rules.end() || *most == 0 ? kNoId : static_cast<LexiconId>(most - rules.begin());
}

}  // namespace

CueLists::CueLists(const RuleSet& rules)
    : is_cue_(rules.lexicons.size(), false),
      clause_rules_(rules.lexicons.size(), 0),
      quotation_rules_(rules.lexicons.size(), 0) {
    for (const Rule& rule : rules.rules) {
        const bool gives = rule.status == RuleStatus::on && !rule.emit.is_nothing;
        if (gives && rule.stage != Stage::modifier && rule.match != nullptr) {
            add(rules, rule);
        }
    }
    clause_list_ = most_used(clause_rules_);
    quotation_list_ = most_used(quotation_rules_);
}

void CueLists::add(const RuleSet& rules, const Rule& rule) {
    const bool is_attribution = rule.stage == Stage::attribution;
    const bool has_quotation = is_attribution && reads_quotations(*rule.match);
    const bool has_clause = is_attribution && reads_clauses(rule);
    for (const pattern::NameUse& use : pattern::lists_in_capture(*rule.match, "cue")) {
        const LexiconId list = rules.find_lexicon(use.name);
        if (list == kNoId) {
            continue;
        }
        is_cue_[list] = true;
        if (rules.lexicons[list].word_class == WordClass::verb) {
            clause_rules_[list] += has_clause ? 1 : 0;
            quotation_rules_[list] += has_quotation ? 1 : 0;
        }
    }
}

}  // namespace stancegraph
