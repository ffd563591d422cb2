#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "match/matcher.hpp"
#include "match/paths.hpp"
#include "match/token_tests.hpp"
#include "pattern/program.hpp"
#include "ruleset/ruleset.hpp"

namespace stancegraph {

struct TransparentHash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

template <typename Value>
using StringMap = std::unordered_map<std::string, Value, TransparentHash, std::equal_to<>>;

/// An entry of a word list.
struct EntryRef {
    LexiconId lexicon = kNoId;
    std::uint32_t entry = 0;

    friend bool operator==(const EntryRef&, const EntryRef&) = default;
};

/// What a pattern belongs to.
enum class PatternOwner : std::uint8_t { rule, unless, actor, subject };

/// A pattern with its place in the rule set.
struct RunnablePattern {
    pattern::CompiledPattern code;
    PatternOwner owner = PatternOwner::rule;
    std::uint32_t id = 0;          ///< RuleId, ActorId or SubjectId.
    std::uint32_t first_look = 0;  ///< Look-arounds are numbered through all patterns.
};

/// One anchor of one pattern: what a trigger word starts.
struct AnchorRef {
    std::uint32_t pattern = 0;
    std::uint32_t anchor = 0;
};

/// What the rules know of a word, as a lemma or a form.
struct WordUse {
    std::vector<EntryRef> entries;   ///< The list entries whose head it is.
    std::vector<AnchorRef> anchors;  ///< The anchors whose trigger test it can pass.
};

/// A filler's choice, with paths compiled.
struct CompiledChoice {
    enum class Form : std::uint8_t { path, reference, author, enclosing, topic };

    Form form = Form::path;
    CompiledPath path;
    pattern::SlotReference reference;  ///< Also `topic(said)`: the result's name.
};

struct CompiledSlot {
    std::string name;
    bool is_optional = false;
    std::vector<CompiledChoice> choices;
    std::vector<LexiconId> lists;  ///< Those that its tests name: where the slot's own stance comes from.
};

struct CompiledRule {
    std::uint32_t pattern = kNoId;      ///< Place in CompiledRules::patterns.
    std::vector<std::uint32_t> unless;  ///< Patterns of its `unless`, in step with Rule::unless; kNoId for
                                        ///< `inside:`.
    std::vector<CompiledSlot> slots;
    std::vector<CompiledSlot> emitted;  ///< Of `emit`.
    std::vector<CompiledPath> attach;
    bool is_active = false;
};

/// Alternative of a name in text, for actors.
struct Alias {
    std::string text;
    ActorId actor = kNoId;
    bool any_case = false;  ///< Written in lower case.
};

class CompiledRules : public pattern::ListSource {
public:
    explicit CompiledRules(const RuleSet& rules) : rules_(rules) {}

    void build(CompileOptions options, Diagnostics& diagnostics);

    [[nodiscard]] const RuleSet& rules() const { return rules_; }

    [[nodiscard]] const TokenTests& tests() const { return tests_; }

    [[nodiscard]] const std::vector<RunnablePattern>& patterns() const { return patterns_; }

    [[nodiscard]] const CompiledRule& rule(RuleId rule) const { return compiled_[rule]; }

    [[nodiscard]] std::uint32_t look_count() const { return look_count_; }

    /// The use of a lower-case word, or null.
    [[nodiscard]] const WordUse* use_of(std::string_view word) const;

    /// The anchors that start from a list.
    [[nodiscard]] const std::vector<AnchorRef>& anchors_of(LexiconId list) const {
        return anchors_of_list_[list];
    }

    /// The aliases that begin with these letters and digits, longest first; or null.
    [[nodiscard]] const std::vector<Alias>* aliases_of(std::string_view first_run) const;

    [[nodiscard]] bool is_role_noun(std::string_view lemma) const { return role_nouns_.contains(lemma); }

    [[nodiscard]] bool is_date_word(std::string_view lower) const { return date_words_.contains(lower); }

    /// A verb that names whom it speaks to before what it says: tell, ask.
    [[nodiscard]] bool is_addressing(std::string_view lemma) const { return addressing_.contains(lemma); }

    /// "by": who does what a passive verb says.
    [[nodiscard]] bool is_agent_preposition(std::string_view lower) const {
        return agent_prepositions_.contains(lower);
    }

    /// "for": with it the object does what the verb behind it says.
    [[nodiscard]] bool is_object_control(std::string_view lower) const {
        return object_control_.contains(lower);
    }

    /// A word that opens the clause that is said: that.
    [[nodiscard]] bool opens_clause(std::string_view lower) const { return clause_openers_.contains(lower); }

    /// A preposition that belongs to the noun before it where "doing" follows: the praise for doing it.
    [[nodiscard]] bool opens_complement(std::string_view lower) const {
        return complement_openers_.contains(lower);
    }

    /// A preposition that tells when or in spite of what: during, after.
    [[nodiscard]] bool is_circumstance(std::string_view lower) const {
        return circumstances_.contains(lower);
    }

    [[nodiscard]] std::uint32_t find(const std::string& list) const override;
    [[nodiscard]] std::vector<std::string> heads(std::uint32_t list) const override;

private:
    [[nodiscard]] std::uint32_t add_pattern(const pattern::Node& node, PatternOwner owner, std::uint32_t id,
                                            const Location& location, Diagnostics& diagnostics);
    [[nodiscard]] std::uint32_t keep_pattern(pattern::CompiledPattern code, PatternOwner owner,
                                             std::uint32_t id);
    void add_rule(RuleId id, Diagnostics& diagnostics);
    [[nodiscard]] CompiledSlot compile_slot(const Slot& slot);
    void add_actors(Diagnostics& diagnostics);
    void add_alias(const std::string& text, ActorId actor);
    void add_subjects(Diagnostics& diagnostics);
    void index_lists();
    void index_anchors();

    const RuleSet& rules_;
    pattern::TestTable table_;
    TokenTests tests_;
    std::vector<RunnablePattern> patterns_;
    std::vector<CompiledRule> compiled_;
    std::uint32_t look_count_ = 0;
    StringMap<WordUse> words_;
    std::vector<std::vector<AnchorRef>> anchors_of_list_;
    StringMap<std::vector<Alias>> aliases_;  ///< By the alias's first run of letters and digits, lower case.
    StringMap<bool> role_nouns_;
    StringMap<bool> date_words_;
    StringMap<bool> addressing_;
    StringMap<bool> clause_openers_;
    StringMap<bool> agent_prepositions_;
    StringMap<bool> object_control_;
    StringMap<bool> circumstances_;
    StringMap<bool> complement_openers_;
};

/// The letters and digits that a text begins with.
[[nodiscard]] std::string_view first_run(std::string_view text);

}  // namespace stancegraph
