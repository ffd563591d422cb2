#include <set>

#include <fmt/format.h>

#include "pattern/parser.hpp"
#include "pattern/tree.hpp"
#include "ruleset/context.hpp"

namespace stancegraph {
namespace {

/// Reads macros in the order of their needs: those that a macro uses come first.
class MacroReader {
public:
    explicit MacroReader(Context& context) : context_(context) {}

    void add(const NodeReader& reader, const yaml::Entry& entry) {
        const auto [first, is_new] = definitions_.emplace(entry.key.text, Definition{reader, &entry, {}});
        if (!is_new) {
            context_.report_duplicate(reader, "macro", entry.key.text, entry.key.span,
                                      first->second.reader.location(first->second.entry->key));
            return;
        }
        if (!reader.is_name(entry.key, "a macro")) {
            return;
        }
        // Parsed once more when it is inserted; here only the names count, so mistakes are not reported
        // twice.
        Diagnostics ignored;
        const NodeReader quiet(reader.file(), ignored);
        const auto source = quiet.source(entry.value, "a macro");
        const auto tree = source ? pattern::parse_pattern(*source, ignored) : std::nullopt;
        if (tree) {
            pattern::for_each_node(*tree, [&uses = first->second.uses](const pattern::Node& node) {
                if (const auto* reference = std::get_if<pattern::MacroReference>(&node.form)) {
                    uses.insert(reference->macro);
                }
            });
        }
    }

    void read_all() {
        // Every name is known before any pattern is read: a forward reference is not an unknown name.
        for (const auto& [name, definition] : definitions_) {
            context_.macros.emplace(
                name,
                Macro{.pattern = nullptr, .location = definition.reader.location(definition.entry->key)});
        }
        for (const auto& [name, definition] : definitions_) {
            read(name, definition);
        }
    }

private:
    struct Definition {
        NodeReader reader;
        const yaml::Entry* entry;
        std::set<std::string> uses;
    };

    static constexpr std::size_t kMostOpen = 64;

    void read(const std::string& name, const Definition& definition) {
        if (done_.contains(name)) {
            return;
        }
        open_.insert(name);
        bool is_sound = true;
        for (const std::string& used : definition.uses) {
            const auto inner = definitions_.find(used);
            if (open_.contains(used) || open_.size() > kMostOpen) {
                definition.reader.error(
                    "SG1125", fmt::format("macro ${} uses itself", name), definition.entry->key.span,
                    fmt::format("${} leads back to it; remove one of the references", used));
                is_sound = false;
            } else if (inner != definitions_.end()) {
                read(used, inner->second);
            }
        }
        if (is_sound) {
            context_.macros[name].pattern =
                context_.pattern(definition.reader, definition.entry->value, fmt::format("macro {}", name));
        }
        open_.erase(name);
        done_.insert(name);
    }

    Context& context_;
    std::map<std::string, Definition> definitions_;
    std::set<std::string> open_;
    std::set<std::string> done_;
};

}  // namespace

void read_macros(Context& context) {
    MacroReader macros(context);
    context.for_each_section("macros", [&macros](const NodeReader& reader, const yaml::Node& section) {
        if (reader.is_mapping(section, "'macros'")) {
            for (const yaml::Entry& entry : section.entries) {
                macros.add(reader, entry);
            }
        }
    });
    macros.read_all();
}

}  // namespace stancegraph
