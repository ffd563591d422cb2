#pragma once

#include <map>
#include <set>
#include <string>

#include "workbench/coverage_view.hpp"

namespace stancegraph {

/// Counts the names that speakers and subjects have without an entry in the rule files.
class CoverageNames {
public:
    CoverageNames(const RuleSet& rules, std::size_t most_occasions);

    void add(const CoverageView& view);

    /// With an entry of `actors:` to paste.
    [[nodiscard]] CoverageReport::Section speakers() const;
    /// Without those that speak themselves; with a line of `subjects:` to paste.
    [[nodiscard]] CoverageReport::Section subjects() const;

private:
    struct NameCount {
        CoverageRow row;
        std::map<std::string, std::uint32_t> kinds;
        std::set<std::string> other_forms;  ///< Shorter forms of the name in the text.
        std::string pattern;                ///< Of a noun: its words in their base form.
    };

    void add_speaker(const CoverageView& view, const ClaimSpeaker& speaker, const Mention& mention);
    void add_subject(const CoverageView& view, const ClaimSubject& subject, const Mention& mention);
    /// The YAML of an actor.
    [[nodiscard]] static std::string entry_of(const std::string& key, const NameCount& name);
    static void settle_forms(std::map<std::string, NameCount>& names);
    void count(NameCount& name, Occasion occasion) const;

    std::size_t most_occasions_;
    std::set<std::string> known_actors_;
    std::set<std::string> known_subjects_;
    std::map<std::string, NameCount> speakers_;
    std::map<std::string, NameCount> subjects_;
};

}  // namespace stancegraph
