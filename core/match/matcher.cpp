#include "match/matcher.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "match/alias_finder.hpp"
#include "match/best_mentions.hpp"
#include "match/rule_runner.hpp"
#include "match/try_log.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kStages = 4;

}  // namespace

struct Matcher::Implementation {
    Implementation(std::shared_ptr<const CompiledRules> compiled, Vocabulary& words)
        : rules(std::move(compiled)),
          vocabulary(words),
          text(*rules, words),
          kinds(text),
          roles(text),
          input(text, kinds),
          runner(text, input),
          aliases(text),
          rule_runner(text, kinds, roles, runner) {}

    std::shared_ptr<const CompiledRules> rules;
    Vocabulary& vocabulary;
    TextView text;
    SpanKinds kinds;
    Roles roles;
    TextInput input;
    PatternRunner runner;
    AliasFinder aliases;
    RuleRunner rule_runner;
    Results results;
    std::array<std::vector<Occurrence>, kStages> occurrences;
    std::vector<Occurrence> finders;  ///< Of actors and subjects.
    std::vector<Occurrence> here;
    std::vector<EntryFit> fits;
    TryLog* log = nullptr;

    /// Calls `run`, which tries a rule, and notes what that took where somebody wants to know.
    template <typename Run>
    void try_rule(RuleId rule, const Occurrence* trigger, Run run);
    [[nodiscard]] std::uint64_t steps_so_far();
    void gather(NearMisses* misses);
    void gather_at(TokenIndex token, NearMisses* misses);
    void add_uses(const WordUse& use, TokenIndex token, NearMisses* misses);
    void add_miss(const EntryRef& reference, const RunnablePattern& pattern, TokenIndex token,
                  NearMisses& misses);
    void find_names(Matches& matches);
    void run_stage(Stage stage);
    void run_without_trigger(RuleId id);
    void run_modifiers();
    void apply(const Rule& rule, const CompiledRule& compiled, const PatternMatch& match, TokenIndex m);

    /// Calls `visit(occurrences)` for each run of occurrences that differ in the anchor alone.
    template <typename Visit>
    static void for_each_attempt(std::span<const Occurrence> all, Visit visit);
    /// Calls `visit(candidate)` for what the stage's rules with triggers find: those that start from earlier
    /// results, or the others.
    template <typename Visit>
    void for_each_candidate(Stage stage, bool has_given, Visit visit);
};

std::uint64_t Matcher::Implementation::steps_so_far() {
    return runner.steps() + input.steps() + rule_runner.filler().paths().steps();
}

template <typename Run>
void Matcher::Implementation::try_rule(RuleId rule, const Occurrence* trigger, Run run) {
    if (log == nullptr) {
        run();
        return;
    }
    const std::uint64_t steps = steps_so_far();
    const std::uint64_t time = log->now();
    run();
    const EntryRef entry = trigger != nullptr && trigger->fit ? trigger->fit->entry : EntryRef{};
    log->add(rule, entry.lexicon, entry.entry,
             {.tries = 1, .steps = steps_so_far() - steps, .time = log->now() - time});
}

/// A word of the entry that does not fit it: a near miss if it is only read as another part of speech.
void Matcher::Implementation::add_miss(const EntryRef& reference, const RunnablePattern& pattern,
                                       TokenIndex token, NearMisses& misses) {
    const WordClass wanted = text.rules().lexicons[reference.lexicon].word_class;
    if (pattern.owner == PatternOwner::rule && !is_of_class(text, wanted, token)) {
        misses.add_word(pattern.id, reference, token);
    }
}

void Matcher::Implementation::add_uses(const WordUse& use, TokenIndex token, NearMisses* misses) {
    for (const EntryRef& reference : use.entries) {
        const auto& anchors = rules->anchors_of(reference.lexicon);
        if (anchors.empty()) {
            continue;
        }
        if (auto fit = fit_entry(text, reference, token)) {
            for (const AnchorRef& anchor : anchors) {
                here.push_back({token, anchor, fit});
            }
        } else if (misses != nullptr) {
            add_miss(reference, rules->patterns()[anchors.front().pattern], token, *misses);
        }
    }
    for (const AnchorRef& anchor : use.anchors) {
        if (text.passes(rules->patterns()[anchor.pattern].code.anchors[anchor.anchor].argument, token)) {
            here.push_back({token, anchor, {}});
        }
    }
}

void Matcher::Implementation::gather_at(TokenIndex token, NearMisses* misses) {
    const auto [of_form, of_lemma] = text.uses_of(token);
    if (of_form == nullptr && of_lemma == nullptr) {
        return;
    }
    here.clear();
    for (const WordUse* use : {of_form, of_lemma}) {
        if (use != nullptr) {
            add_uses(*use, token, misses);
        }
    }
    const auto key = [](const Occurrence& occurrence) {
        const EntryRef entry = occurrence.fit ? occurrence.fit->entry : EntryRef{};
        return std::tuple(occurrence.anchor.pattern, entry.lexicon, entry.entry, occurrence.anchor.anchor);
    };
    std::ranges::stable_sort(here, {}, key);
    const auto is_repeated = [&key](const Occurrence& left, const Occurrence& right) {
        return key(left) == key(right);
    };
    here.erase(std::unique(here.begin(), here.end(), is_repeated), here.end());
    for (Occurrence& occurrence : here) {
        const RunnablePattern& pattern = rules->patterns()[occurrence.anchor.pattern];
        auto& wanted = pattern.owner == PatternOwner::rule
                           ? occurrences[static_cast<std::size_t>(text.rules().rules[pattern.id].stage)]
                           : finders;
        wanted.push_back(std::move(occurrence));
    }
}

void Matcher::Implementation::gather(NearMisses* misses) {
    for (auto& stage : occurrences) {
        stage.clear();
    }
    finders.clear();
    for (const Paragraph& paragraph : text.annotation().paragraphs) {
        if (paragraph.block_class != BlockClass::body && paragraph.block_class != BlockClass::headline) {
            continue;
        }
        for (TokenIndex token = paragraph.tokens.begin; token < paragraph.tokens.end; ++token) {
            gather_at(token, misses);
        }
    }
}

template <typename Visit>
void Matcher::Implementation::for_each_attempt(std::span<const Occurrence> all, Visit visit) {
    for (std::size_t begin = 0; begin < all.size();) {
        const Occurrence& first = all[begin];
        std::size_t end = begin + 1;
        while (end < all.size() && all[end].token == first.token &&
               all[end].anchor.pattern == first.anchor.pattern &&
               all[end].fit.has_value() == first.fit.has_value() &&
               (!first.fit || all[end].fit->entry == first.fit->entry)) {
            ++end;
        }
        visit(all.subspan(begin, end - begin));
        begin = end;
    }
}

void Matcher::Implementation::find_names(Matches& matches) {
    for (const Paragraph& paragraph : text.annotation().paragraphs) {
        if (paragraph.block_class == BlockClass::body || paragraph.block_class == BlockClass::headline) {
            aliases.find(paragraph.tokens, matches.actors);
        }
    }
    kinds.open(matches.actors, matches.subjects);
    input.open();
    for_each_attempt(finders, [&](std::span<const Occurrence> attempt) {
        const RunnablePattern& pattern = rules->patterns()[attempt.front().anchor.pattern];
        const auto match = rule_runner.match(pattern, attempt);
        if (!match || match->extent.is_empty()) {
            return;
        }
        if (pattern.owner == PatternOwner::actor) {
            matches.actors.push_back({match->extent, pattern.id});
        } else {
            matches.subjects.push_back({match->extent, pattern.id});
        }
    });
    keep_best_actors(matches.actors);
    keep_best_subjects(text.rules(), matches.subjects);
    kinds.open(matches.actors, matches.subjects);
    input.open();
}

template <typename Visit>
void Matcher::Implementation::for_each_candidate(Stage stage, bool has_given, Visit visit) {
    for_each_attempt(occurrences[static_cast<std::size_t>(stage)], [&](std::span<const Occurrence> attempt) {
        const RunnablePattern& pattern = rules->patterns()[attempt.front().anchor.pattern];
        if (text.rules().rules[pattern.id].given.empty() == has_given) {
            return;
        }
        std::optional<Candidate> found;
        try_rule(pattern.id, &attempt.front(), [&] {
            const auto match = rule_runner.match(pattern, attempt);
            found = match ? rule_runner.candidate(pattern.id, *match) : std::nullopt;
        });
        if (found) {
            visit(std::move(*found));
        }
    });
}

void Matcher::Implementation::run_stage(Stage stage) {
    std::vector<Candidate> candidates;
    for_each_candidate(stage, false, [&](Candidate found) { candidates.push_back(std::move(found)); });
    results.add(std::move(candidates));
    for_each_candidate(stage, true, [&](Candidate found) { results.add_one(std::move(found)); });
    for (RuleId id = 0; id < text.rules().rules.size(); ++id) {
        if (text.rules().rules[id].stage == stage && rules->rule(id).is_active) {
            run_without_trigger(id);
        }
    }
}

/// Rules that start from earlier results: at each sentence and quotation, or on the results alone.
void Matcher::Implementation::run_without_trigger(RuleId id) {
    const std::uint32_t place = rules->rule(id).pattern;
    if (place == kNoId) {
        try_rule(id, nullptr, [&] { rule_runner.run_on_results(id); });
        return;
    }
    const RunnablePattern& pattern = rules->patterns()[place];
    if (pattern.code.anchors.front().form != pattern::Anchor::Form::none) {
        return;
    }
    std::vector<TokenIndex> starts;
    for (const Sentence& sentence : text.annotation().sentences) {
        const BlockClass block = text.annotation().paragraphs[sentence.paragraph].block_class;
        if (!sentence.tokens.is_empty() && (block == BlockClass::body || block == BlockClass::headline)) {
            starts.push_back(sentence.tokens.begin);
        }
    }
    for (const TokenIndex start : starts) {
        std::optional<Candidate> found;
        try_rule(id, nullptr, [&] {
            const auto match = runner.run_at(pattern, start);
            found = match ? rule_runner.candidate(id, *match) : std::nullopt;
        });
        if (found) {
            results.add_one(std::move(*found));
        }
    }
}

void Matcher::Implementation::apply(const Rule& rule, const CompiledRule& compiled, const PatternMatch& match,
                                    TokenIndex m) {
    std::vector<MentionId> attached;
    if (rule.attaches_in_sentence) {
        const TokenSpan sentence = text.sentence_at(match.trigger).tokens;
        attached = results.near(sentence.begin, sentence, results.mentions().size());
    }
    std::vector<TokenIndex> reached;
    for (const CompiledPath& path : compiled.attach) {
        rule_runner.filler().paths().find(path, m, {}, reached);
    }
    for (const TokenIndex cue : reached) {
        const std::vector<MentionId> there = results.on(cue);
        attached.insert(attached.end(), there.begin(), there.end());
    }
    const RuleId modifier = rules->patterns()[compiled.pattern].id;
    for (const MentionId id : attached) {
        Mention& mention = results.at(id);
        const bool is_new = std::ranges::find(mention.modifiers, modifier) == mention.modifiers.end();
        mention.modifiers.push_back(modifier);
        mention.is_negated = mention.is_negated != rule.effect.negates;
        if (is_new) {
            mention.certainty *= rule.effect.certainty;
            if (rule.effect.modality && mention.modality == Modality::asserted) {
                mention.modality = *rule.effect.modality;
            }
        }
    }
}

void Matcher::Implementation::run_modifiers() {
    // "n't" is both an entry of its own and a form of "not": one word modifies once.
    std::vector<TokenIndex> last_applied(text.rules().rules.size(), kNoToken);
    for_each_attempt(
        occurrences[static_cast<std::size_t>(Stage::modifier)], [&](std::span<const Occurrence> attempt) {
            const RunnablePattern& pattern = rules->patterns()[attempt.front().anchor.pattern];
            try_rule(pattern.id, &attempt.front(), [&] {
                const auto match = rule_runner.match(pattern, attempt);
                if (match && last_applied[pattern.id] != match->trigger) {
                    last_applied[pattern.id] = match->trigger;
                    apply(text.rules().rules[pattern.id], rules->rule(pattern.id), *match, match->trigger);
                }
            });
        });
}

Matcher::Matcher(std::shared_ptr<const CompiledRules> rules, Vocabulary& vocabulary)
    : implementation_(std::make_unique<Implementation>(std::move(rules), vocabulary)) {}

Matcher::~Matcher() = default;

Matches Matcher::find_mentions(const Document& document, const Annotation& annotation, Trace* trace) {
    Implementation& run = *implementation_;
    Matches matches;
    run.text.open(document, annotation);
    if (annotation.token_count() == 0) {
        return matches;
    }
    std::optional<NearMisses> misses;
    if (trace != nullptr) {
        misses.emplace(run.text, *trace);
    }
    NearMisses* const recorder = misses ? &*misses : nullptr;
    run.results.open(run.text.rules(), annotation.token_count(), trace);
    run.rule_runner.open(run.results, nullptr);
    run.gather(recorder);
    run.find_names(matches);
    run.rule_runner.open(run.results, recorder);
    for (const Stage stage : {Stage::attribution, Stage::stance, Stage::discourse}) {
        run.run_stage(stage);
    }
    run.rule_runner.open(run.results, nullptr);
    run.run_modifiers();
    if (misses) {
        misses->finish(run.results);
    }
    matches.mentions = run.results.take();
    return matches;
}

void Matcher::log_tries(TryLog* log) {
    implementation_->log = log;
}

std::uint64_t Matcher::steps() const {
    return implementation_->runner.steps() + implementation_->input.steps();
}

}  // namespace stancegraph
