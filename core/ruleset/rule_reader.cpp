#include <array>

#include <fmt/format.h>

#include "pattern/parser.hpp"
#include "ruleset/context.hpp"
#include "ruleset/keys.hpp"
#include "ruleset/rule_parts.hpp"

namespace stancegraph {
namespace {

constexpr std::array<std::string_view, 4> kStages{"attribution", "stance", "discourse", "modifier"};
constexpr std::array<std::string_view, 3> kStatuses{"on", "draft", "off"};

class RuleReader {
public:
    RuleReader(Context& context, const NodeReader& reader, Stage stage)
        : context_(context), reader_(reader), stage_(stage) {}

    void read(const yaml::Node& node) {
        const yaml::Node* name = reader_.is_mapping(node, "a rule") ? node.find("rule") : nullptr;
        if (name == nullptr) {
            if (node.kind == yaml::Kind::mapping) {
                reader_.error("SG1030", "this rule has no name", {node.span.begin, node.span.begin},
                              "begin it with '- rule: some_name'");
            }
            return;
        }
        const RuleId before = context_.rules.find_rule(name->text);
        if (before != kNoId) {
            context_.report_duplicate(reader_, "rule", name->text, name->span,
                                      context_.rules.rules[before].location);
            return;
        }
        if (!reader_.is_name(*name, "a rule")) {
            return;
        }
        const std::size_t errors = context_.diagnostics.count(Severity::error);
        const std::size_t unusable = context_.unusable_patterns;
        Rule rule;
        rule.name = name->text;
        rule.location = reader_.location(*name);
        rule.stage = stage_;
        reader_.check_keys(node, keys::kRule, fmt::format("rule {}", rule.name));
        read_about(node, rule);
        read_parts(node, rule);
        check_rule(context_, reader_, node, rule);
        // A rule with a mistake, or with a macro that has one, could give wrong claims; the others go on.
        if (context_.diagnostics.count(Severity::error) == errors && context_.unusable_patterns == unusable) {
            context_.rules.rules.push_back(std::move(rule));
        }
    }

private:
    void read_about(const yaml::Node& node, Rule& rule) {
        rule.title = reader_.text_at(node, "title").value_or("");
        rule.notes = reader_.text_at(node, "notes").value_or("");
        rule.tags = reader_.texts_at(node, "tags");
        if (const yaml::Node* status = node.find("status")) {
            rule.status = static_cast<RuleStatus>(reader_.one_of(*status, "'status'", kStatuses).value_or(0));
        }
        if (const yaml::Node* stage = node.find("stage")) {
            const auto found = reader_.one_of(*stage, "'stage'", kStages);
            rule.stage = found ? static_cast<Stage>(*found) : rule.stage;
        }
        if (const yaml::Node* priority = node.find("priority")) {
            rule.priority =
                static_cast<int>(reader_.number(*priority, "'priority'", 0, 100).value_or(rule.priority));
        }
        if (const yaml::Node* also = node.find("also")) {
            rule.also = reader_.truth(*also, "'also'").value_or(false);
        }
        if (const yaml::Node* examples = node.find("examples")) {
            rule.examples = read_examples(reader_, *examples);
        }
    }

    void read_parts(const yaml::Node& node, Rule& rule) {
        if (const yaml::Node* match = node.find("match")) {
            rule.match = context_.pattern(reader_, *match, "'match'");
        }
        if (const yaml::Node* slots = node.find("slots")) {
            rule.slots = read_slots(reader_, *slots);
        }
        if (const yaml::Node* given = node.find("given")) {
            rule.given = read_given(reader_, *given);
        }
        if (const yaml::Node* where = node.find("where")) {
            rule.where = read_where(reader_, *where);
        }
        if (const yaml::Node* unless = node.find("unless")) {
            rule.unless = read_unless(context_, reader_, *unless);
        }
        if (const yaml::Node* emit = node.find("emit")) {
            rule.emit = read_emit(context_, reader_, *emit);
        }
        if (const yaml::Node* effect = node.find("effect")) {
            rule.effect = read_effect(reader_, *effect);
        }
        if (const yaml::Node* attach = node.find("attach")) {
            read_attach(*attach, rule);
        }
    }

    void read_attach(const yaml::Node& node, Rule& rule) {
        if (node.text == "same_sentence") {
            rule.attaches_in_sentence = true;
            return;
        }
        const auto source = reader_.source(node, "'attach'");
        auto paths = source ? pattern::parse_attach(*source, context_.diagnostics) : std::nullopt;
        if (paths) {
            rule.attach = std::move(*paths);
        }
    }

    Context& context_;
    const NodeReader& reader_;
    Stage stage_;
};

Stage stage_of(const RuleFile& file, const NodeReader& reader) {
    const yaml::Node* stage = file.root.find("stage");
    if (stage == nullptr) {
        return Stage::stance;
    }
    const auto found = reader.one_of(*stage, "'stage'", kStages);
    return found ? static_cast<Stage>(*found) : Stage::stance;
}

}  // namespace

void read_rules(Context& context) {
    for (const RuleFile& file : context.files) {
        const NodeReader reader(file.file, context.diagnostics);
        const Stage stage = stage_of(file, reader);
        const yaml::Node* rules = file.root.find("rules");
        if (rules != nullptr && reader.is_sequence(*rules, "'rules'", "rule")) {
            for (const yaml::Node& item : rules->items) {
                RuleReader(context, reader, stage).read(item);
            }
        }
    }
}

}  // namespace stancegraph
