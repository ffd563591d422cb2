#include "cli/actors_output.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/utf8.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::size_t kMostShown = 5;

std::string joined(const std::vector<std::string>& texts, std::size_t most) {
    const std::size_t shown = std::min(texts.size(), most);
    const std::vector<std::string> first(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(shown));
    return fmt::format("{}{}", fmt::join(first, "; "), shown < texts.size() ? "; ..." : "");
}

/// A YAML string that needs no thought: in double quotes where it could be read otherwise.
std::string yaml_text(const std::string& text) {
    const bool is_plain = std::ranges::all_of(text, [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        const bool is_letter = (code | 0x20U) >= 'a' && (code | 0x20U) <= 'z';
        return is_letter || code >= 0x80 || byte == ' ';
    });
    if (is_plain && text.find_first_not_of(' ') == 0) {
        return text;
    }
    std::string quoted = "\"";
    for (const char byte : text) {
        quoted += byte == '"' || byte == '\\' ? "\\" : "";
        quoted += byte;
    }
    return quoted + "\"";
}

/// An entry of a rule file with one key besides the name.
std::string entry_text(const std::string& name, const std::string& key, const std::string& value) {
    const bool is_list = key != "kind";
    return fmt::format("actors:\n  - name: {}\n    {}: {}{}{}\n", yaml_text(name), key, is_list ? "[" : "",
                       yaml_text(value), is_list ? "]" : "");
}

/// For people: the reason, and the entry of a rule file that makes the two one.
std::string suggestions_text(const Identities& identities, std::span<const LikelyMerge> merges) {
    std::string text;
    for (const LikelyMerge& merge : merges) {
        const Identity& shorter = identities.all[merge.shorter];
        const Identity& fuller = identities.all[merge.fuller];
        text += fmt::format("{}# '{}' and '{}': {}\n", text.empty() ? "" : "\n", shorter.name, fuller.name,
                            merge.reason);
        if (!merge.shared_subjects.empty()) {
            text += fmt::format("# both speak of: {}\n", joined(merge.shared_subjects, kMostShown));
        }
        text += entry_text(fuller.name, "same_as", shorter.name);
        text += fuller.type == "unknown" ? "" : fmt::format("    kind: {}\n", fuller.type);
    }
    return text;
}

Sheet suggestions_sheet(const Identities& identities, std::span<const LikelyMerge> merges) {
    Sheet sheet({{"name"}, {"alias"}, {"kind"}, {"reason"}, {"shared_subjects"}});
    for (const LikelyMerge& merge : merges) {
        const Identity& fuller = identities.all[merge.fuller];
        sheet.add({fuller.name, identities.all[merge.shorter].name, fuller.type, merge.reason,
                   fmt::format("{}", fmt::join(merge.shared_subjects, "; "))});
    }
    return sheet;
}

/// A comment of a rule file, on one line whatever the names hold.
template <typename... Parts>
std::string comment(fmt::format_string<Parts...> format, Parts&&... parts) {
    return "# " + utf8::visible(fmt::format(format, std::forward<Parts>(parts)...)) + "\n";
}

/// `#   Bo Ek: 'Ek' (surname in its article; 3 claims in a.txt, b.txt)`
std::string form_text(const DoubtfulForm& doubtful) {
    const ActorForm& form = doubtful.form;
    return comment("  {}: '{}' ({}; {} {} in {})", doubtful.actor, form.text, form.evidence, form.claims,
                   form.claims == 1 ? "claim" : "claims", joined(form.documents, kMostShown));
}

std::string findings_text(std::span<const ActorFinding> findings) {
    std::string text;
    for (const ActorFinding& finding : findings) {
        text += text.empty() ? "" : "\n";
        text += comment("{}: {}", name_of(finding.doubt), finding.text);
        const std::size_t shown = std::min(finding.forms.size(), kMostShown);
        for (const DoubtfulForm& form : std::span(finding.forms).first(shown)) {
            text += form_text(form);
        }
        if (shown < finding.forms.size()) {
            text += comment("  and {} more forms", finding.forms.size() - shown);
        }
        if (!finding.advice.empty()) {
            text += comment("{}", finding.advice) + entry_text(finding.actor, finding.key, finding.value);
        }
    }
    return text;
}

/// A row for each form; one with empty cells for a finding without any.
Sheet findings_sheet(std::span<const ActorFinding> findings) {
    Sheet sheet({{"number"},
                 {"finding"},
                 {"text"},
                 {"actor"},
                 {"form"},
                 {"in_article"},
                 {"evidence"},
                 {"claims"},
                 {"documents"},
                 {"advice"},
                 {"entry"},
                 {"key"},
                 {"value"}});
    std::uint64_t number = 0;
    for (const ActorFinding& finding : findings) {
        ++number;
        std::vector<DoubtfulForm> forms = finding.forms;
        forms.resize(std::max<std::size_t>(forms.size(), 1));
        for (const auto& [actor, form] : forms) {
            sheet.add({number, std::string(name_of(finding.doubt)), finding.text, actor, form.text, form.name,
                       form.evidence, std::uint64_t{form.claims},
                       fmt::format("{}", fmt::join(form.documents, "; ")), finding.advice, finding.actor,
                       finding.key, finding.value});
        }
    }
    return sheet;
}

}  // namespace

Sheet list_sheet(std::span<const Claim> claims, const Identities& identities) {
    std::vector<std::uint64_t> counts(identities.all.size());
    for (std::size_t index = 0; index < claims.size(); ++index) {
        if (identities.of_claim[index] != kNoIdentity) {
            ++counts[identities.of_claim[index]];
        }
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t index = 0; index < identities.all.size(); ++index) {
        order.push_back(index);
    }
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
    Sheet sheet({{"actor"}, {"kind"}, {"claims"}, {"aliases"}, {"only_in"}});
    for (const std::uint32_t index : order) {
        const Identity& identity = identities.all[index];
        sheet.add({identity.name, identity.type, counts[index],
                   fmt::format("{}", fmt::join(identity.aliases, "; ")), identity.scope});
    }
    return sheet;
}

Sheet forms_sheet(std::span<const Claim> claims, const Identities& identities,
                  std::span<const std::uint32_t> actors) {
    Sheet sheet({{"actor"}, {"form"}, {"in_article"}, {"evidence"}, {"claims"}, {"documents"}});
    const ActorForms forms(claims, identities);
    for (const std::uint32_t actor : actors) {
        for (const ActorForm& form : forms.of(actor)) {
            sheet.add({identities.all[actor].name, form.text, form.name, form.evidence,
                       std::uint64_t{form.claims}, std::uint64_t{form.documents.size()}});
        }
    }
    return sheet;
}

std::string suggestions(const Identities& identities, std::span<const LikelyMerge> merges,
                        AnswerFormat format) {
    return format == AnswerFormat::table ? suggestions_text(identities, merges)
                                         : render(suggestions_sheet(identities, merges), format);
}

std::string render(std::span<const ActorFinding> findings, AnswerFormat format) {
    return format == AnswerFormat::table ? findings_text(findings) : render(findings_sheet(findings), format);
}

}  // namespace stancegraph::cli
