#include "workbench/coverage_names.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/yaml_text.hpp"

namespace stancegraph {
namespace {

std::string in_block(const std::string& text) {
    return yaml::scalar_text(text, yaml::Surroundings::block);
}

std::string in_list(const std::string& text) {
    return yaml::scalar_text(text, yaml::Surroundings::flow);
}

/// The speaker's words with the last one in its base form: "campaign officials" as `campaign official`.
std::string pattern_of(const CoverageView& view, const std::string& name, const Mention& mention) {
    const SlotValue* slot = mention.find("speaker");
    if (slot == nullptr || slot->head == kNoToken) {
        return name;
    }
    const std::string_view form = view.text.lower(slot->head);
    const std::string_view lemma = view.text.lemma(slot->head);
    if (lemma.empty() || !name.ends_with(form)) {
        return name;
    }
    return name.substr(0, name.size() - form.size()).append(lemma);
}

/// The name in the text around the speaker's main word, if all of its words are in the full name, as "Quill"
/// is in "Mara Quill"; nothing for the full name itself and for other phrases.
std::string shorter_form(const CoverageView& view, const std::string& full, const Mention& mention) {
    const SlotValue* slot = mention.find("speaker");
    const std::uint32_t at =
        slot == nullptr || slot->head == kNoToken ? Name::kNone : view.text.name_of_token(slot->head);
    if (at == Name::kNone) {
        return {};
    }
    const std::string form =
        view.places.words_of(view.annotation().bytes_of(view.annotation().names[at].tokens));
    const std::string padded = ' ' + full + ' ';
    return form != full && padded.find(' ' + form + ' ') != std::string::npos ? form : std::string();
}

std::string most_frequent(const std::map<std::string, std::uint32_t>& counts) {
    const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    return most == counts.end() ? std::string() : most->first;
}

/// Where a name is the end of exactly one other, as "Quill" is of "Mara Quill", the two are likely one actor.
/// O(n log n) in the names.
template <typename Names>
std::map<std::string, std::string> likely_surnames(const Names& names) {
    std::map<std::string, std::set<std::string>> by_last_word;
    for (const auto& [full, name] : names) {
        if (const std::size_t blank = full.rfind(' '); blank != std::string::npos && name.pattern.empty()) {
            by_last_word[full.substr(blank + 1)].insert(full);
        }
    }
    std::map<std::string, std::string> found;
    for (const auto& [last, full_names] : by_last_word) {
        if (full_names.size() == 1 && names.contains(last)) {
            found.emplace(last, *full_names.begin());
        }
    }
    return found;
}

CoverageReport::Section sorted_section(std::vector<CoverageRow> rows) {
    CoverageReport::Section section;
    for (const CoverageRow& row : rows) {
        section.count += row.count;
    }
    std::ranges::stable_sort(rows, std::ranges::greater(), &CoverageRow::count);
    section.rows = std::move(rows);
    return section;
}

}  // namespace

CoverageNames::CoverageNames(const RuleSet& rules, std::size_t most_occasions)
    : most_occasions_(most_occasions) {
    for (const Actor& actor : rules.actors) {
        known_actors_.insert(actor.name);
    }
    for (const Subject& subject : rules.subjects) {
        known_subjects_.insert(subject.name);
    }
}

void CoverageNames::count(NameCount& name, Occasion occasion) const {
    ++name.row.count;
    if (name.row.occasions.size() < most_occasions_) {
        name.row.occasions.push_back(std::move(occasion));
    }
}

void CoverageNames::add(const CoverageView& view) {
    const Resolved& resolved = view.processed.resolved;
    const std::vector<Mention>& mentions = view.processed.matches.mentions;
    std::set<MentionId> counted;
    for (const Attribution& attribution : resolved.attributions) {
        counted.insert(attribution.mention);
        add_speaker(view, attribution.speaker, mentions[attribution.mention]);
    }
    for (std::size_t at = 0; at < resolved.claims.size(); ++at) {
        const Mention& mention = mentions[resolved.claim_mentions[at]];
        if (counted.insert(resolved.claim_mentions[at]).second) {
            add_speaker(view, resolved.claims[at].speaker, mention);
        }
        add_subject(view, resolved.claims[at].subject, mention);
    }
}

void CoverageNames::add_speaker(const CoverageView& view, const ClaimSpeaker& speaker,
                                const Mention& mention) {
    if (speaker.name.empty() || speaker.kind == "author" || known_actors_.contains(speaker.name)) {
        return;
    }
    NameCount& name = speakers_[speaker.name];
    ++name.kinds[speaker.kind];
    if (std::string form = shorter_form(view, speaker.name, mention); !form.empty()) {
        name.other_forms.insert(std::move(form));
    }
    if (speaker.resolved_by == "anonymous" && name.pattern.empty()) {
        name.pattern = pattern_of(view, speaker.name, mention);
    }
    count(name, view.occasion_at(mention.cue.front()));
}

void CoverageNames::add_subject(const CoverageView& view, const ClaimSubject& subject,
                                const Mention& mention) {
    if (subject.name.empty() || known_subjects_.contains(subject.name) ||
        known_actors_.contains(subject.name)) {
        return;
    }
    count(subjects_[subject.name], view.occasion_at(mention.cue.front()));
}

std::string CoverageNames::entry_of(const std::string& key, const NameCount& name) {
    std::string entry = "- name: " + in_block(key) + "\n";
    if (!name.pattern.empty()) {
        return entry + "  match: " + in_block(name.pattern) + "\n  kind: anonymous\n";
    }
    if (!name.other_forms.empty()) {
        std::vector<std::string> forms;
        for (const std::string& form : name.other_forms) {
            forms.push_back(in_list(form));
        }
        entry += fmt::format("  aliases: [{}]\n", fmt::join(forms, ", "));
    }
    const std::string kind = most_frequent(name.kinds);
    return entry + "  kind: " + (kind == "unknown" ? "organisation" : kind) + "\n";
}

/// A form that several names have is kept for the most frequent of them: "Quill" is Mara or her brother.
void CoverageNames::settle_forms(std::map<std::string, NameCount>& names) {
    std::map<std::string, const std::string*> owners;
    for (const auto& [key, name] : names) {
        for (const std::string& form : name.other_forms) {
            const auto [owner, is_new] = owners.emplace(form, &key);
            if (!is_new && names[*owner->second].row.count < name.row.count) {
                owner->second = &key;
            }
        }
    }
    for (auto& entry : names) {
        std::erase_if(entry.second.other_forms,
                      [&](const std::string& form) { return owners[form] != &entry.first; });
    }
}

CoverageReport::Section CoverageNames::speakers() const {
    std::map<std::string, NameCount> names = speakers_;
    const std::map<std::string, std::string> surnames = likely_surnames(names);
    for (const auto& [surname, full] : surnames) {
        names[full].other_forms.insert(surname);
    }
    settle_forms(names);
    std::vector<CoverageRow> rows;
    for (auto& [key, name] : names) {
        CoverageRow& row = rows.emplace_back(std::move(name.row));
        row.what = key;
        const auto surname = surnames.find(key);
        if (surname != surnames.end()) {
            row.remark = "an alias of " + surname->second + "?";
            row.paste = entry_of(surname->second, names[surname->second]);
        } else {
            row.remark = name.pattern.empty() ? most_frequent(name.kinds) : "a noun";
            row.paste = entry_of(key, name);
        }
    }
    return sorted_section(std::move(rows));
}

CoverageReport::Section CoverageNames::subjects() const {
    std::vector<CoverageRow> rows;
    for (const auto& [key, name] : subjects_) {
        if (speakers_.contains(key)) {
            continue;  // Who speaks is an actor rather than a subject.
        }
        CoverageRow row = name.row;
        row.what = key;
        row.paste = "- subject: " + in_block(key) + "\n";
        rows.push_back(std::move(row));
    }
    return sorted_section(std::move(rows));
}

}  // namespace stancegraph
