#include "match/rule_runner.hpp"

#include <algorithm>
#include <utility>

#include "match/phrases.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostMentions = 16;

bool is_cue_name(std::string_view name) {
    return name == "cue" || name == "m";
}

/// The slot's value in a mention, made new when there is none.
SlotValue& slot_of(Mention& mention, const std::string& name) {
    const auto at = std::ranges::find(mention.slots, name, &SlotValue::name);
    if (at != mention.slots.end()) {
        return *at;
    }
    mention.slots.emplace_back();
    mention.slots.back().name = name;
    return mention.slots.back();
}

/// True for a required slot with words in it: what `topic` and `enclosing` promise does not count.
bool has_words(const FilledSlot& slot) {
    return !slot.is_optional && slot.fillings.front().value.form == SlotValue::Form::words;
}

void add_part(const std::string& name, const Filling& filling, Scene& scene) {
    if (filling.value.form == SlotValue::Form::words && scene.part(name) == nullptr) {
        scene.parts.push_back({name, filling.value.head, filling.value.pieces});
    }
}

/// The names of the pattern that are no slots yet become some.
void add_pattern_parts(const Scene& scene, std::vector<FilledSlot>& slots) {
    for (const Part& part : scene.parts) {
        if (is_cue_name(part.name) || std::ranges::find(slots, part.name, &FilledSlot::name) != slots.end()) {
            continue;
        }
        Filling filling;
        filling.value.name = part.name;
        filling.value.head = part.head;
        filling.value.pieces = part.pieces;
        slots.push_back({part.name, false, {std::move(filling)}});
    }
}

/// Puts the slot in the place of the one of its name, if there is one.
void replace(FilledSlot filled, std::vector<FilledSlot>& slots) {
    const auto at = std::ranges::find(slots, filled.name, &FilledSlot::name);
    if (at == slots.end()) {
        slots.push_back(std::move(filled));
    } else {
        *at = std::move(filled);
    }
}

}  // namespace

std::optional<PatternMatch> RuleRunner::match(const RunnablePattern& pattern,
                                              std::span<const Occurrence> occurrences) {
    std::optional<PatternMatch> best;
    PatternStop stop;
    for (const Occurrence& occurrence : occurrences) {
        auto match = runner_->run(pattern, occurrence, misses_ == nullptr ? nullptr : &stop);
        if (match && (!best || match->cost.is_better_than(best->cost))) {
            best = std::move(match);
        }
    }
    if (!best && misses_ != nullptr && pattern.owner == PatternOwner::rule) {
        misses_->add_pattern(pattern.id, occurrences.front(), stop);
    }
    return best;
}

std::vector<TokenIndex> RuleRunner::cue_of(const RunnablePattern& pattern, const PatternMatch& match) const {
    const auto& names = pattern.code.names;
    const auto part = std::ranges::find_if(
        match.parts, [&](const NamedSpan& named) { return is_cue_name(names[named.name]); });
    const bool is_trigger = part == match.parts.end() || part->tokens.begin == match.trigger;
    std::vector<TokenIndex> cue;
    if (match.fit && is_trigger) {
        cue.push_back(match.trigger);
        cue.insert(cue.end(), match.fit->particles.begin(), match.fit->particles.end());
    } else if (part != match.parts.end()) {
        const bool holds_trigger = part->tokens.contains(match.trigger);
        const TokenIndex head = holds_trigger || !text_->has_tree(part->tokens.begin)
                                    ? match.trigger
                                    : head_of(*text_, part->tokens);
        cue.push_back(head);
        for (TokenIndex token = part->tokens.begin; token < part->tokens.end; ++token) {
            if (token != head) {
                cue.push_back(token);
            }
        }
    } else {
        cue = match.literals;
    }
    return cue;
}

Scene RuleRunner::scene_of(const Rule& rule, const RunnablePattern& pattern,
                           const PatternMatch& match) const {
    Scene scene;
    scene.stage = rule.stage;
    scene.mentions = &results_->mentions();
    scene.results = results_;
    scene.cue = cue_of(pattern, match);
    if (match.fit) {
        const Lexicon& list = text_->rules().lexicons[match.fit->entry.lexicon];
        scene.lexicon = match.fit->entry.lexicon;
        scene.entry = {&list.entries[match.fit->entry.entry], list.word_class};
    }
    for (const NamedSpan& named : match.parts) {
        const std::string& name = pattern.code.names[named.name];
        const auto known = std::ranges::find(scene.parts, name, &Part::name);
        if (known != scene.parts.end()) {
            known->pieces.push_back(named.tokens);
        } else if (!named.tokens.is_empty()) {
            scene.parts.push_back({name, head_of(*text_, named.tokens), {named.tokens}});
        }
    }
    return scene;
}

std::optional<Candidate> RuleRunner::candidate(RuleId rule, const PatternMatch& match) {
    const CompiledRule& compiled = text_->compiled().rule(rule);
    Scene scene = scene_of(text_->rules().rules[rule], text_->compiled().patterns()[compiled.pattern], match);
    return try_given(rule, &match, scene, 0);
}

void RuleRunner::run_on_results(RuleId id) {
    const Rule& rule = text_->rules().rules[id];
    const std::string& named = !rule.emit.replaces.empty() ? rule.emit.replaces : rule.emit.joins;
    const auto wanted = std::ranges::find(rule.given, named, &Given::name);
    const Given& first = wanted == rule.given.end() ? rule.given.front() : *wanted;
    const auto count = static_cast<MentionId>(results_->mentions().size());
    std::vector<MentionId> order;
    for (MentionId mention = 0; mention < count; ++mention) {
        const bool is_attribution = results_->mentions()[mention].stage == Stage::attribution;
        if (is_attribution == (first.kind == pattern::Kind::attribution)) {
            order.push_back(mention);
        }
    }
    std::ranges::stable_sort(order, {},
                             [&](MentionId mention) { return results_->mentions()[mention].cue.front(); });
    for (const MentionId mention : order) {
        if (!results_->is_alive(mention)) {
            continue;
        }
        Scene scene;
        scene.stage = rule.stage;
        scene.mentions = &results_->mentions();
        scene.results = results_;
        scene.given.emplace_back(first.name, mention);
        if (auto found = try_given(id, nullptr, scene, 0)) {
            results_->add_one(std::move(*found));
        }
    }
}

std::optional<Candidate> RuleRunner::try_given(RuleId id, const PatternMatch* match, Scene& scene,
                                               std::size_t next) {
    const Rule& rule = text_->rules().rules[id];
    while (next < rule.given.size() && scene.result(rule.given[next].name) != nullptr) {
        ++next;
    }
    if (next == rule.given.size()) {
        return build(id, match, scene);
    }
    for (const MentionId mention : earlier_.find(rule.given[next], scene)) {
        scene.given.emplace_back(rule.given[next].name, mention);
        auto found = try_given(id, match, scene, next + 1);
        scene.given.pop_back();
        if (found) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<std::vector<FilledSlot>> RuleRunner::fill_slots(const CompiledRule& compiled,
                                                              const Scene& scene, SlotStop* stop) {
    std::vector<FilledSlot> slots;
    Scene known = scene;
    for (const CompiledSlot& slot : compiled.slots) {
        SlotStop here;
        FilledSlot filled = filler_.fill(slot, known, stop == nullptr ? nullptr : &here);
        if (!filled.fillings.empty()) {
            add_part(slot.name, filled.fillings.front(), known);
            slots.push_back(std::move(filled));
        } else if (!slot.is_optional && stop == nullptr) {
            return std::nullopt;
        } else if (!slot.is_optional) {
            here.missing = stop->missing + 1;
            *stop = here;
        }
    }
    if (stop != nullptr && stop->missing > 0) {
        return std::nullopt;
    }
    add_pattern_parts(scene, slots);
    for (const CompiledSlot& slot : compiled.emitted) {
        FilledSlot filled = filler_.fill(slot, known);
        if (!filled.fillings.empty()) {
            replace(std::move(filled), slots);
        }
    }
    return slots;
}

Mention RuleRunner::base_mention(RuleId id, const PatternMatch* match, const Scene& scene) const {
    const Rule& rule = text_->rules().rules[id];
    Mention mention;
    if (const Mention* replaced = scene.result(rule.emit.replaces)) {
        mention = *replaced;
    } else if (const Mention* joined = scene.result(rule.emit.joins)) {
        mention.certainty = joined->certainty;
        mention.cue = joined->cue;
        mention.stance = joined->stance;
        mention.lexicon = joined->lexicon;
        mention.entry = joined->entry;
    }
    mention.stage = rule.stage;
    mention.rule = id;
    if (!scene.cue.empty() && rule.emit.joins.empty()) {
        mention.cue = scene.cue;
    } else if (mention.cue.empty() && match != nullptr) {
        mention.cue = {std::min(match->trigger, text_->size() - 1)};
    } else if (mention.cue.empty()) {
        mention.cue = (*scene.mentions)[scene.given.front().second].cue;
    }
    if (match != nullptr && match->fit) {
        mention.lexicon = match->fit->entry.lexicon;
        mention.entry = match->fit->entry.entry;
        mention.certainty *= scene.entry.entry->certainty;
        mention.stance = scene.entry.entry->stance;
    }
    if (rule.emit.stance != kNoId) {
        mention.stance = rule.emit.stance;
    }
    mention.certainty *= rule.emit.certainty;
    mention.is_judged_by_author = !rule.emit.judged_by.empty();
    mention.given.clear();
    for (const auto& result : scene.given) {
        mention.given.push_back(result.second);
        if (result.first == rule.emit.joins) {
            const MentionId root = (*scene.mentions)[result.second].joins;
            mention.joins = root == kNoId ? result.second : root;
        }
    }
    return mention;
}

void RuleRunner::add_mentions(const Rule& rule, const Mention& base, const std::vector<FilledSlot>& slots,
                              const Scene& scene, Candidate& candidate) const {
    std::size_t count = 1;
    for (const FilledSlot& slot : slots) {
        count = std::min(kMostMentions, count * slot.fillings.size());
    }
    const std::string label = rule.emit.stance_of.substr(0, rule.emit.stance_of.find('.'));
    for (std::size_t number = 0; number < count; ++number) {
        Mention mention = base;
        std::size_t rest = number;
        for (const FilledSlot& slot : slots) {
            const Filling& filling = slot.fillings[rest % slot.fillings.size()];
            rest /= slot.fillings.size();
            slot_of(mention, slot.name) = filling.value;
            mention.is_guess = mention.is_guess || filling.is_guess;
            if (slot.name == label && filling.entry) {
                const StanceId stance =
                    text_->rules().lexicons[filling.entry->lexicon].entries[filling.entry->entry].stance;
                mention.stance = stance == kNoId ? mention.stance : stance;
            }
        }
        finish(rule, scene, mention);
        const SlotValue* const statement = mention.find("statement");
        const bool is_hollow =
            statement != nullptr && statement->form == SlotValue::Form::words && statement->pieces.empty();
        if (!is_hollow) {
            candidate.mentions.push_back(std::move(mention));
        }
    }
}

void RuleRunner::finish(const Rule& rule, const Scene& scene, Mention& mention) const {
    const SlotValue* const speaker = mention.find("speaker");
    const TokenIndex head = speaker == nullptr ? kNoToken : speaker->head;
    for (SlotValue& value : mention.slots) {
        filler_.expand(value, scene, head);
    }
    bounds_.settle(rule, mention);
}

void RuleRunner::pass_conditions(RuleId id, const Scene& scene, Candidate& candidate) {
    const Rule& rule = text_->rules().rules[id];
    const CompiledRule& compiled = text_->compiled().rule(id);
    if (rule.where.empty() && rule.unless.empty()) {
        return;
    }
    std::erase_if(candidate.mentions, [&](const Mention& mention) {
        if (!conditions_.hold(rule, mention, scene)) {
            return true;
        }
        const int killer = conditions_.killer(rule, compiled, mention, *results_);
        if (killer >= 0 && misses_ != nullptr) {
            misses_->add_refused(mention, "unless " + std::to_string(killer + 1) + " of the rule matches");
        }
        return killer >= 0;
    });
}

std::optional<Candidate> RuleRunner::build(RuleId id, const PatternMatch* match, const Scene& scene) {
    const Rule& rule = text_->rules().rules[id];
    const CompiledRule& compiled = text_->compiled().rule(id);
    Candidate candidate;
    SlotStop stop;
    const auto slots = fill_slots(compiled, scene, misses_ == nullptr ? nullptr : &stop);
    if (!slots) {
        if (misses_ != nullptr && stop.missing == 1) {
            misses_->add_slot(id, base_mention(id, match, scene), stop);
        }
        return std::nullopt;
    }
    add_mentions(rule, base_mention(id, match, scene), *slots, scene, candidate);
    pass_conditions(id, scene, candidate);
    if (candidate.mentions.empty()) {
        return std::nullopt;
    }
    const Mention& first = candidate.mentions.front();
    candidate.cue = first.cue.front();
    candidate.rank.priority = rule.priority;
    candidate.rank.filled_slots = static_cast<std::uint32_t>(std::ranges::count_if(*slots, has_words));
    candidate.rank.has_preposition =
        match != nullptr && match->fit && roles_->has_preposition(match->trigger, scene.entry);
    candidate.rank.gap_words = match == nullptr ? 0 : match->cost.gap_words;
    candidate.rank.rule = id;
    candidate.rank.lexicon = first.lexicon;
    candidate.rank.entry = first.entry;
    candidate.is_exempt = rule.also || !rule.emit.joins.empty() || !rule.emit.replaces.empty();
    for (const auto& result : scene.given) {
        candidate.replaces = result.first == rule.emit.replaces ? result.second : candidate.replaces;
    }
    if (rule.emit.is_nothing) {
        candidate.mentions.clear();
    }
    return candidate;
}

}  // namespace stancegraph
