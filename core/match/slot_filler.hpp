#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "match/mention.hpp"
#include "match/path_finder.hpp"
#include "match/pattern_runner.hpp"
#include "match/results.hpp"

namespace stancegraph {

/// A part of the pattern that was given a name, or a slot that is filled already.
struct Part {
    std::string name;
    TokenIndex head = kNoToken;
    std::vector<TokenSpan> pieces;
};

/// One way to fill a slot.
struct Filling {
    SlotValue value;
    bool is_guess = false;          ///< A speaker by nearness, where the tree gives none.
    std::optional<EntryRef> entry;  ///< The list entry at the head, where the slot's path asks for lists.
};

struct FilledSlot {
    std::string name;
    bool is_optional = false;
    std::vector<Filling> fillings;
};

/// What a rule's fillers can refer to while one occurrence is worked on.
struct Scene {
    Stage stage = Stage::stance;
    std::vector<TokenIndex> cue;  ///< Head first; empty for a rule that has only `given`.
    CueEntry entry;
    LexiconId lexicon = kNoId;  ///< The list that `entry` is from.
    std::vector<Part> parts;
    std::vector<std::pair<std::string, MentionId>> given;
    const std::vector<Mention>* mentions = nullptr;
    const Results* results = nullptr;  ///< The same with their index.

    [[nodiscard]] const Part* part(std::string_view name) const;
    [[nodiscard]] const Mention* result(std::string_view name) const;
};

/// Why a slot stayed empty, for near misses.
struct SlotStop {
    const CompiledSlot* slot = nullptr;
    TokenIndex at = kNoToken;   ///< The last token that its last path reached.
    std::uint32_t missing = 0;  ///< Required slots of the rule that stayed empty.
};

/// Finds what fills the slots of a rule.
class SlotFiller {
public:
    SlotFiller(TextView& text, SpanKinds& kinds, const Roles& roles)
        : text_(&text), kinds_(&kinds), roles_(&roles), paths_(text, kinds, roles) {}

    /// The fillings of the first choice that finds something; conjoined nouns are fillings of their own.
    /// Empty when no choice does.
    [[nodiscard]] FilledSlot fill(const CompiledSlot& slot, const Scene& scene, SlotStop* stop = nullptr);

    /// Works out the words of a value whose head is known: the speaker's phrase, the noun phrase, the
    /// statement. `speaker` is the head of the speaker found, or kNoToken.
    void expand(SlotValue& value, const Scene& scene, TokenIndex speaker) const;

    [[nodiscard]] PathFinder& paths() { return paths_; }

private:
    void fill_by_path(const CompiledPath& path, const CompiledSlot& slot, const Scene& scene,
                      FilledSlot& filled, SlotStop* stop);
    void fill_by_reference(const CompiledChoice& choice, const Scene& scene, FilledSlot& filled) const;
    void fill_enclosing(const Scene& scene, FilledSlot& filled) const;
    void add_statement_beside(const Scene& scene, FilledSlot& filled) const;
    void add_relative_pronoun(SlotValue& value, const Scene& scene) const;
    void add_near_speaker(const Scene& scene, FilledSlot& filled) const;
    [[nodiscard]] static bool is_taken(TokenIndex token, std::string_view slot, const Scene& scene);
    void add_token(TokenIndex token, const CompiledSlot& slot, FilledSlot& filled);

    TextView* text_;
    SpanKinds* kinds_;
    const Roles* roles_;
    PathFinder paths_;
};

/// True if the slot holds people: the phrase is taken with title and apposition.
[[nodiscard]] bool is_person_slot(std::string_view name);

}  // namespace stancegraph
