#pragma once

#include <optional>
#include <string>

#include "workbench/rule_book.hpp"

/// The edits that are proposed. Each function gives the edit as text at its place in the files of `book`,
/// from which `rules` were loaded; nothing where the file is written in a way that a single line cannot
/// change.
namespace stancegraph {

/// A new entry of a list, behind those of the same stance: `gripe about: criticises`.
[[nodiscard]] std::optional<RuleEdit> add_entry(const RuleBook& book, const RuleSet& rules, LexiconId list,
                                                const std::string& entry, StanceId stance);

/// An entry of a list with another text and stance; its certainty and kinds stay.
[[nodiscard]] std::optional<RuleEdit> change_entry(const RuleBook& book, const RuleSet& rules,
                                                   const LexiconEntry& entry, const std::string& text,
                                                   StanceId stance);

/// A further name of an actor; a new actor of that kind where there is none called `name`.
[[nodiscard]] std::optional<RuleEdit> add_alias(const RuleBook& book, const RuleSet& rules,
                                                const std::string& name, const std::string& alias,
                                                std::string_view kind);

/// A further pattern by which a subject is found; a new subject where there is none called `name`.
[[nodiscard]] std::optional<RuleEdit> add_subject_pattern(const RuleBook& book, const RuleSet& rules,
                                                          const std::string& name,
                                                          const std::string& pattern);

/// Another priority of a rule.
[[nodiscard]] std::optional<RuleEdit> set_priority(const RuleBook& book, const RuleSet& rules, RuleId rule,
                                                   int priority);

/// A further choice of a slot: `speaker: cue >who | AUTHOR`.
[[nodiscard]] std::optional<RuleEdit> add_choice(const RuleBook& book, const RuleSet& rules, RuleId rule,
                                                 const std::string& slot, const std::string& choice);

/// A slot that the rule can do without: `label?: …`.
[[nodiscard]] std::optional<RuleEdit> make_optional(const RuleBook& book, const RuleSet& rules, RuleId rule,
                                                    const std::string& slot);

/// Something else at those bytes of the pattern of a rule.
[[nodiscard]] std::optional<RuleEdit> change_pattern(const RuleBook& book, const RuleSet& rules, RuleId rule,
                                                     ByteSpan bytes, const std::string& text);

/// A name that no rule, or file of the book, has yet: `base`, `base_2`, …
[[nodiscard]] std::string free_rule_name(const RuleSet& rules, const std::string& base);
[[nodiscard]] std::string free_file_name(const RuleBook& book, const std::string& base);

}  // namespace stancegraph
