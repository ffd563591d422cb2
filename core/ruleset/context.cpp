#include "ruleset/context.hpp"

#include <utility>

#include <fmt/format.h>

#include "pattern/parser.hpp"
#include "pattern/tree.hpp"

namespace stancegraph {
namespace {

constexpr std::uint32_t kMaxNodes = 4'000;
constexpr std::size_t kShownNames = 5;

/// "pro, con, mood … (19)": the first names, and how many there are.
template <typename Items, typename Name>
std::string some_names(const Items& items, Name name) {
    std::string text;
    std::size_t shown = 0;
    for (const auto& item : items) {
        if (shown++ == kShownNames) {
            return text + fmt::format(" … ({})", items.size());
        }
        text += (text.empty() ? "" : ", ") + std::string(name(item));
    }
    return text;
}

}  // namespace

StanceId Context::stance(const NodeReader& reader, const yaml::Node& node, const std::string& label,
                         const std::string& before) {
    const StanceId found = rules.find_stance(label);
    if (found == kNoId && rules.stances.empty()) {
        if (!std::exchange(misses_stances, true)) {
            reader.error("SG1105", fmt::format("{}there is no stance called '{}'", before, label), node.span,
                         "no file has a section 'stances:'; other stances are not reported again");
        }
    } else if (found == kNoId) {
        std::vector<std::string> labels;
        for (const Stance& stance : rules.stances) {
            labels.push_back(stance.label);
        }
        const std::string guess = did_you_mean(label, labels);
        const std::string known = some_names(labels, [](const std::string& name) { return name; });
        reader.error("SG1105", fmt::format("{}there is no stance called '{}'", before, label), node.span,
                     guess.empty() ? fmt::format("stances: {}", known) : guess);
    }
    return found;
}

void Context::check_list(const NodeReader& reader, const std::string& list, ByteSpan span) {
    if (rules.find_lexicon(list) != kNoId) {
        return;
    }
    std::vector<std::string> names;
    for (const Lexicon& lexicon : rules.lexicons) {
        names.push_back(lexicon.name);
    }
    const std::string guess = nearest(list, names);
    std::string hint;
    if (!guess.empty()) {
        const Location& place = rules.lexicons[rules.find_lexicon(guess)].location;
        hint = fmt::format("did you mean @{} ({}:{})? ", guess, place.file->name(),
                           place.file->place_of(place.span.begin).line);
    }
    hint += fmt::format("lists: {}", some_names(names, [](const std::string& name) { return name; }));
    reader.error("SG1102", fmt::format("no word list called @{}", list), span, hint);
}

pattern::NodePtr Context::pattern(const NodeReader& reader, const yaml::Node& node, std::string_view what) {
    pattern::NodePtr tree = parse_pattern(reader, node, what);
    if (tree == nullptr) {
        ++unusable_patterns;
    }
    return tree;
}

pattern::NodePtr Context::parse_pattern(const NodeReader& reader, const yaml::Node& node,
                                        std::string_view what) {
    const auto source = reader.source(node, what);
    auto tree = source ? pattern::parse_pattern(*source, diagnostics) : std::nullopt;
    if (!tree) {
        return nullptr;
    }
    for (const pattern::NameUse& use : pattern::lists_used(*tree)) {
        check_list(reader, use.name, use.span);
    }
    std::uint32_t size = pattern::count_nodes(*tree);
    bool is_complete = true;
    pattern::for_each_node(*tree, [&](const pattern::Node& part) {
        const auto* reference = std::get_if<pattern::MacroReference>(&part.form);
        if (reference == nullptr) {
            return;
        }
        const auto found = macros.find(reference->macro);
        if (found == macros.end()) {
            std::vector<std::string> names;
            for (const auto& [name, macro] : macros) {
                names.push_back(name);
            }
            reader.error("SG1106", fmt::format("no macro called ${}", reference->macro), part.span,
                         did_you_mean(reference->macro, names));
            is_complete = false;
        } else if (found->second.pattern != nullptr) {
            size = std::min(size + pattern::count_nodes(*found->second.pattern), 2 * kMaxNodes);
        } else {
            is_complete = false;
        }
    });
    if (size > kMaxNodes) {
        reader.error("SG1110", fmt::format("with its macros this pattern has more than {} parts", kMaxNodes),
                     node.span, "use a word list in the place of many alternatives");
        return nullptr;
    }
    if (!is_complete) {
        return nullptr;
    }
    return std::make_shared<const pattern::Node>(pattern::insert_macros(
        *tree, [this](std::string_view name) { return macros.find(name)->second.pattern; }));
}

void Context::report_duplicate(const NodeReader& reader, std::string_view what, const std::string& name,
                               ByteSpan span, const Location& first) {
    reader.error("SG1026", fmt::format("{} '{}' is defined twice", what, name), span,
                 "give one of them another name, or remove it",
                 {{.message = "first here", .location = first}});
}

}  // namespace stancegraph
