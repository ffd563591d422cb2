#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/yaml.hpp"
#include "ruleset/node_reader.hpp"
#include "ruleset/ruleset.hpp"

/// What the readers of the sections share while rule files are loaded. Internal to core/ruleset.
namespace stancegraph {

/// A rule file whose YAML is sound.
struct RuleFile {
    std::shared_ptr<const InputFile> file;
    yaml::Node root;
};

struct Macro {
    pattern::NodePtr pattern;  ///< Other macros inserted.
    Location location;
};

struct Context {
    RuleSet& rules;
    Diagnostics& diagnostics;
    const std::vector<RuleFile>& files;
    std::map<std::string, Macro, std::less<>> macros;
    bool misses_stances = false;        ///< No file defines any, and that has been reported.
    std::size_t unusable_patterns = 0;  ///< How often `pattern` gave nothing.

    /// Calls `read` with a reader and the section of each file that has it.
    template <typename Read>
    void for_each_section(std::string_view key, Read read) {
        for (const RuleFile& file : files) {
            if (const yaml::Node* section = file.root.find(key)) {
                read(NodeReader(file.file, diagnostics), *section);
            }
        }
    }

    /// kNoId, and a report, for labels that nobody defined. `before` begins the message: "lexicon pro: ".
    [[nodiscard]] StanceId stance(const NodeReader& reader, const yaml::Node& node, const std::string& label,
                                  const std::string& before = {});
    /// The pattern of a scalar: lists checked, macros inserted; null where it has a mistake.
    [[nodiscard]] pattern::NodePtr pattern(const NodeReader& reader, const yaml::Node& node,
                                           std::string_view what);
    /// The same without counting.
    [[nodiscard]] pattern::NodePtr parse_pattern(const NodeReader& reader, const yaml::Node& node,
                                                 std::string_view what);
    /// Reports lists that nobody defined.
    void check_list(const NodeReader& reader, const std::string& list, ByteSpan span);
    /// Reports a name that is taken.
    void report_duplicate(const NodeReader& reader, std::string_view what, const std::string& name,
                          ByteSpan span, const Location& first);
};

void read_settings(Context& context);
/// Of several sections the last one counts, as a whole: it was counted with its own rules.
void read_certainty(Context& context);
/// As of the certainty, the last one counts.
void read_statement_ends(Context& context);
void read_stances(Context& context);
/// Needs the stances.
void read_lexicons(Context& context);
/// Needs the lexicons.
void read_macros(Context& context);
/// Need lexicons and macros.
void read_actors(Context& context);
/// What the actors say of each other must fit together.
void check_identities(Context& context);
void read_subjects(Context& context);
/// Needs all of them.
void read_rules(Context& context);

}  // namespace stancegraph
