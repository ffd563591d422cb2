#include "match/compiled_rules.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

/// The pattern of a subject that gives none: the words of its name, in any form.
pattern::Node name_pattern(const std::string& name) {
    pattern::Sequence words;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find_first_of(" -", at), name.size());
        if (end > at) {
            words.items.push_back({pattern::Word{utf8::to_lower(name.substr(at, end - at)), false}, {}});
        }
        if (end < name.size() && name[end] == '-') {
            words.items.push_back({pattern::Word{"-", false}, {}});
        }
        at = end + 1;
    }
    return {std::move(words), {}};
}

bool has_trigger(const pattern::CompiledPattern& code) {
    return std::ranges::none_of(code.anchors, [](const pattern::Anchor& anchor) {
        return anchor.form == pattern::Anchor::Form::none;
    });
}

struct ChoiceCompiler {
    pattern::TestTable& tests;

    CompiledChoice operator()(const pattern::Path& path) const {
        CompiledChoice choice;
        choice.path = compile_path(path, tests);
        return choice;
    }

    CompiledChoice operator()(const pattern::SlotReference& reference) const {
        CompiledChoice choice;
        choice.form = CompiledChoice::Form::reference;
        choice.reference = reference;
        return choice;
    }

    CompiledChoice operator()(const pattern::Author&) const {
        CompiledChoice choice;
        choice.form = CompiledChoice::Form::author;
        return choice;
    }

    CompiledChoice operator()(const pattern::Enclosing&) const {
        CompiledChoice choice;
        choice.form = CompiledChoice::Form::enclosing;
        return choice;
    }

    CompiledChoice operator()(const pattern::Topic& topic) const {
        CompiledChoice choice;
        choice.form = CompiledChoice::Form::topic;
        choice.reference.result = topic.result;
        return choice;
    }
};

struct ListCollector {
    const RuleSet& rules;
    std::vector<LexiconId>& lists;

    void operator()(const pattern::InList& list) const {
        if (const LexiconId id = rules.find_lexicon(list.list); id != kNoId) {
            lists.push_back(id);
        }
    }

    void operator()(const pattern::All& all) const {
        for (const pattern::Test& test : all.tests) {
            std::visit(*this, test.form);
        }
    }

    void operator()(const pattern::Any& any) const {
        for (const pattern::Test& test : any.tests) {
            std::visit(*this, test.form);
        }
    }

    template <typename Form>
    void operator()(const Form&) const {}
};

}  // namespace

std::string_view first_run(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size()) {
        const utf8::Decoded letter = utf8::decode(text.substr(size));
        const bool is_digit = letter.code_point >= '0' && letter.code_point <= '9';
        if (!is_digit && !utf8::is_letter(letter.code_point)) {
            break;
        }
        size += letter.size;
    }
    return text.substr(0, size);
}

std::uint32_t CompiledRules::find(const std::string& list) const {
    const LexiconId id = rules_.find_lexicon(list);
    return id == kNoId ? pattern::Instruction::kNone : id;
}

std::vector<std::string> CompiledRules::heads(std::uint32_t list) const {
    std::vector<std::string> heads;
    for (const LexiconEntry& entry : rules_.lexicons[list].entries) {
        heads.push_back(utf8::to_lower(entry.head));
    }
    return heads;
}

const WordUse* CompiledRules::use_of(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
}

const std::vector<Alias>* CompiledRules::aliases_of(std::string_view run) const {
    const auto found = aliases_.find(run);
    return found == aliases_.end() ? nullptr : &found->second;
}

void CompiledRules::build(CompileOptions options, Diagnostics& diagnostics) {
    index_lists();
    compiled_.resize(rules_.rules.size());
    for (RuleId id = 0; id < rules_.rules.size(); ++id) {
        const RuleStatus status = rules_.rules[id].status;
        if (status == RuleStatus::on || (status == RuleStatus::draft && options.with_drafts)) {
            add_rule(id, diagnostics);
        }
    }
    add_actors(diagnostics);
    add_subjects(diagnostics);
    index_anchors();
    tests_.build(table_.all(), rules_);
    const auto index_words = [&](std::string_view list, StringMap<bool>& words) {
        for (const std::string& word : rules_.words_of(list)) {
            words[utf8::to_lower(word)] = true;
        }
    };
    index_words("role_noun", role_nouns_);
    index_words("date_word", date_words_);
    index_words("agent_preposition", agent_prepositions_);
    index_words("object_control", object_control_);
    index_words("addressing", addressing_);
    index_words("clause_opener", clause_openers_);
    index_words("circumstance", circumstances_);
    index_words("complement_opener", complement_openers_);
}

std::uint32_t CompiledRules::keep_pattern(pattern::CompiledPattern code, PatternOwner owner,
                                          std::uint32_t id) {
    RunnablePattern runnable;
    runnable.owner = owner;
    runnable.id = id;
    runnable.first_look = look_count_;
    look_count_ += static_cast<std::uint32_t>(code.looks.size());
    runnable.code = std::move(code);
    patterns_.push_back(std::move(runnable));
    return static_cast<std::uint32_t>(patterns_.size() - 1);
}

std::uint32_t CompiledRules::add_pattern(const pattern::Node& node, PatternOwner owner, std::uint32_t id,
                                         const Location& location, Diagnostics& diagnostics) {
    pattern::CompiledPattern code =
        pattern::compile_pattern(node, table_, *this, {.max_gap = rules_.settings.max_gap});
    if (code.is_too_large) {
        diagnostics.add({.code = "SG1320",
                         .message = "this pattern is too large: more than " +
                                    std::to_string(pattern::kMostInstructions) + " steps",
                         .location = location,
                         .hint = "lower the bounds of its repeats",
                         .notes = {}});
        return kNoId;
    }
    const bool is_stateless = owner == PatternOwner::rule && !rules_.rules[id].given.empty();
    if (!has_trigger(code) && !is_stateless && owner != PatternOwner::unless) {
        diagnostics.add(
            {.code = "SG1310",
             .message = "this pattern has no word or list to start from, it would be tried at every word",
             .location = location,
             .hint = "name a cue, for example cue:@say",
             .notes = {}});
        return kNoId;
    }
    return keep_pattern(std::move(code), owner, id);
}

CompiledSlot CompiledRules::compile_slot(const Slot& slot) {
    CompiledSlot compiled;
    compiled.name = slot.name;
    compiled.is_optional = slot.is_optional;
    for (const pattern::FillerChoice& choice : slot.filler.choices) {
        compiled.choices.push_back(std::visit(ChoiceCompiler{table_}, choice.form));
        const auto* path = std::get_if<pattern::Path>(&choice.form);
        if (path == nullptr) {
            continue;
        }
        for (const pattern::Step& step : path->steps) {
            if (const auto* test = std::get_if<pattern::Test>(&step.form)) {
                std::visit(ListCollector{rules_, compiled.lists}, test->form);
            }
        }
    }
    return compiled;
}

void CompiledRules::add_rule(RuleId id, Diagnostics& diagnostics) {
    const Rule& rule = rules_.rules[id];
    CompiledRule& compiled = compiled_[id];
    if (rule.match != nullptr) {
        compiled.pattern = add_pattern(*rule.match, PatternOwner::rule, id, rule.location, diagnostics);
        if (compiled.pattern == kNoId) {
            return;
        }
    } else if (rule.given.empty()) {
        return;  // the loader has said so
    }
    for (const Unless& unless : rule.unless) {
        compiled.unless.push_back(
            unless.match ? add_pattern(*unless.match, PatternOwner::unless, id, unless.location, diagnostics)
                         : kNoId);
    }
    for (const Slot& slot : rule.slots) {
        compiled.slots.push_back(compile_slot(slot));
    }
    for (const Slot& slot : rule.emit.slots) {
        compiled.emitted.push_back(compile_slot(slot));
    }
    for (const pattern::Path& path : rule.attach) {
        compiled.attach.push_back(compile_path(path, table_));
    }
    compiled.is_active = true;
}

void CompiledRules::add_alias(const std::string& text, ActorId actor) {
    const std::string run = utf8::to_lower(first_run(text));
    if (run.empty()) {
        return;
    }
    aliases_[run].push_back({text, actor, text == utf8::to_lower(text)});
}

void CompiledRules::add_actors(Diagnostics& diagnostics) {
    for (ActorId id = 0; id < rules_.actors.size(); ++id) {
        const Actor& actor = rules_.actors[id];
        add_alias(actor.name, id);
        for (const std::string& alias : actor.aliases) {
            add_alias(alias, id);
        }
        if (actor.match != nullptr) {
            static_cast<void>(
                add_pattern(*actor.match, PatternOwner::actor, id, actor.location, diagnostics));
        }
    }
    for (auto& [run, aliases] : aliases_) {
        std::ranges::stable_sort(aliases, std::ranges::greater(),
                                 [](const Alias& alias) { return alias.text.size(); });
    }
}

void CompiledRules::add_subjects(Diagnostics& diagnostics) {
    for (SubjectId id = 0; id < rules_.subjects.size(); ++id) {
        const Subject& subject = rules_.subjects[id];
        if (subject.match != nullptr) {
            static_cast<void>(
                add_pattern(*subject.match, PatternOwner::subject, id, subject.location, diagnostics));
            continue;
        }
        const pattern::Node name = name_pattern(subject.name);
        if (!std::get<pattern::Sequence>(name.form).items.empty()) {
            static_cast<void>(add_pattern(name, PatternOwner::subject, id, subject.location, diagnostics));
        }
    }
}

void CompiledRules::index_lists() {
    for (LexiconId list = 0; list < rules_.lexicons.size(); ++list) {
        const auto& entries = rules_.lexicons[list].entries;
        for (std::uint32_t entry = 0; entry < entries.size(); ++entry) {
            words_[utf8::to_lower(entries[entry].head)].entries.push_back({list, entry});
        }
    }
    anchors_of_list_.resize(rules_.lexicons.size());
}

void CompiledRules::index_anchors() {
    for (std::uint32_t at = 0; at < patterns_.size(); ++at) {
        const auto& anchors = patterns_[at].code.anchors;
        if (patterns_[at].owner == PatternOwner::unless) {
            continue;
        }
        for (std::uint32_t anchor = 0; anchor < anchors.size(); ++anchor) {
            const AnchorRef reference{at, anchor};
            if (anchors[anchor].form == pattern::Anchor::Form::list) {
                anchors_of_list_[anchors[anchor].argument].push_back(reference);
            }
            if (anchors[anchor].form == pattern::Anchor::Form::test) {
                for (const std::string& word : anchors[anchor].words) {
                    words_[word].anchors.push_back(reference);
                }
            }
        }
    }
}

std::shared_ptr<const CompiledRules> compile(const RuleSet& rules, Diagnostics& diagnostics,
                                             CompileOptions options) {
    auto compiled = std::make_shared<CompiledRules>(rules);
    compiled->build(options, diagnostics);
    return compiled;
}

}  // namespace stancegraph
