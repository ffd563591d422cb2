#include "ruleset/context.hpp"
#include "ruleset/keys.hpp"
#include "ruleset/odds_reader.hpp"

namespace stancegraph {
namespace {

/// Reads the section of one file.
class CertaintyReader {
public:
    explicit CertaintyReader(const NodeReader& reader) : reader_(reader), odds_(reader) {}

    void read(const yaml::Node& section, CertaintyTable& table) const {
        if (!reader_.is_mapping(section, "'certainty'")) {
            return;
        }
        reader_.check_keys(section, keys::kCertainty, "certainty");
        table.location = reader_.location(section);
        if (const yaml::Node* attribution = section.find("attribution")) {
            read_model(*attribution, "certainty of attributions", table.attribution);
        }
        if (const yaml::Node* claim = section.find("claim")) {
            read_model(*claim, "certainty of claims", table.claim);
        }
        if (const yaml::Node* subject = section.find("subject")) {
            read_model(*subject, "certainty of subjects", table.subject);
        }
    }

private:
    void read_model(const yaml::Node& node, const std::string& what, CertaintyModel& model) const {
        if (!reader_.is_mapping(node, what)) {
            return;
        }
        reader_.check_keys(node, keys::kOdds, what);
        model.odds = odds_.base(node, what, "add 'odds:', how many results are right for one that is wrong");
        if (const yaml::Node* power = node.find("attribution")) {
            model.attribution = reader_.number(*power, "attribution", 0, 10).value_or(0.0);
        }
        odds_.add_evidence(node, kEvidenceNames, model.evidence);
        if (const yaml::Node* checked = node.find("checked")) {
            read_checked(*checked, model.checked);
        }
    }

    [[nodiscard]] double share(const yaml::Node& mapping, std::string_view key, double otherwise) const {
        const yaml::Node* node = mapping.find(key);
        return node == nullptr ? otherwise : reader_.number(*node, key, 0, 1).value_or(otherwise);
    }

    void read_checked(const yaml::Node& node, std::vector<CheckedBin>& bins) const {
        if (!reader_.is_sequence(node, "'checked'", "from")) {
            return;
        }
        for (const yaml::Node& item : node.items) {
            if (reader_.is_mapping(item, "a line of 'checked'")) {
                reader_.check_keys(item, keys::kBin, "a line of 'checked'");
                bins.push_back({.from = share(item, "from", 0.0),
                                .to = share(item, "to", 1.0),
                                .expected = share(item, "expected", 0.0),
                                .right = odds_.count(item, "right"),
                                .of = odds_.count(item, "of")});
            }
        }
    }

    const NodeReader& reader_;
    OddsReader odds_;
};

}  // namespace

void read_certainty(Context& context) {
    context.for_each_section("certainty", [&context](const NodeReader& reader, const yaml::Node& section) {
        CertaintyTable table;
        CertaintyReader(reader).read(section, table);
        context.rules.certainty = std::move(table);
    });
}

}  // namespace stancegraph
