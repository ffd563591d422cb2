#include "graph/sightings.hpp"

#include <algorithm>
#include <iterator>

#include "graph/identifier.hpp"

namespace stancegraph {
namespace {

constexpr char kScopeSeparator = '\x1f';
constexpr std::size_t kLongestAlias = 80;
constexpr std::string_view kUnknown = "unknown";

/// The key with the highest count; the first of equals.
std::string most_frequent(const std::map<std::string, std::uint32_t>& counts) {
    const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return most == counts.end() ? std::string() : most->first;
}

int rank_of_type(std::string_view type) {
    if (type.empty() || type == kUnknown) {
        return 0;
    }
    return type == "author" ? 1 : 2;
}

/// A surface form on one line, as an alias shows it; empty for those that are too long to be a name.
std::string tidied(std::string_view form) {
    std::string line;
    for (const char byte : form) {
        const bool is_blank = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
        if (!is_blank) {
            line.push_back(byte);
        } else if (!line.empty() && line.back() != ' ') {
            line.push_back(' ');
        }
    }
    if (line.ends_with(' ')) {
        line.pop_back();
    }
    return line.size() <= kLongestAlias ? line : std::string();
}

/// True if the words at the speaker's place are a form of his name; `he` is none, an office is one for a
/// while only.
bool is_name_form(const ClaimSpeaker& speaker) {
    return speaker.resolved_by == "name" || speaker.resolved_by == "alias" ||
           speaker.resolved_by == "surname" || speaker.resolved_by == "apposition";
}

std::string scope_of(const Claim& claim) {
    const bool is_anonymous = claim.speaker.kind == "anonymous";
    return claim.speaker.scope.empty() && is_anonymous ? claim.doc : claim.speaker.scope;
}

std::string key_in(std::string key, const std::string& scope) {
    return key.empty() || scope.empty() ? std::move(key) : std::move(key) + kScopeSeparator + scope;
}

std::string scope_in(const std::string& key) {
    const std::size_t separator = key.find(kScopeSeparator);
    return separator == std::string::npos ? std::string() : key.substr(separator + 1);
}

std::string actor_key(const Claim& claim) {
    return key_in(folded_name(claim.speaker.name), scope_of(claim));
}

void add_sighting(Sightings& sightings, const std::string& name, const std::string& form) {
    const std::string tidy_name = tidied(name);
    ++sightings.names[tidy_name.empty() ? name : tidy_name];
    if (const std::string line = tidied(form); !line.empty()) {
        sightings.forms.insert(line);
    }
}

}  // namespace

std::vector<std::string> actor_keys(std::span<const Claim> claims) {
    std::vector<std::string> keys;
    std::ranges::transform(claims, std::back_inserter(keys), actor_key);
    return keys;
}

void keep_in_documents(const std::set<std::string>& names, std::span<const Claim> claims,
                       std::vector<std::string>& keys) {
    for (std::size_t index = 0; index < claims.size(); ++index) {
        if (names.contains(keys[index])) {
            keys[index] = key_in(std::move(keys[index]), claims[index].doc);
        }
    }
}

std::vector<std::string> subject_keys(std::span<const Claim> claims) {
    std::vector<std::string> keys;
    std::ranges::transform(claims, std::back_inserter(keys),
                           [](const Claim& claim) { return folded_name(claim.subject.name); });
    return keys;
}

Sighted sight_actors(std::span<const Claim> claims, const std::vector<std::string>& keys) {
    Sighted sighted;
    for (std::size_t index = 0; index < claims.size(); ++index) {
        if (const Claim& claim = claims[index]; !keys[index].empty()) {
            Sightings& sightings = sighted[keys[index]];
            const bool has_form = is_name_form(claim.speaker);
            add_sighting(sightings, claim.speaker.name, has_form ? claim.speaker.text : std::string());
            ++sightings.types[claim.speaker.kind];
            sightings.documents.insert(claim.doc);
            sightings.scope = scope_in(keys[index]);
        }
    }
    return sighted;
}

Sighted sight_subjects(std::span<const Claim> claims, const std::vector<std::string>& keys) {
    Sighted sighted;
    for (std::size_t index = 0; index < claims.size(); ++index) {
        if (const ClaimSubject& subject = claims[index].subject; !keys[index].empty()) {
            const bool has_form = subject.from == "taxonomy";
            add_sighting(sighted[keys[index]], subject.name, has_form ? subject.text : std::string());
        }
    }
    return sighted;
}

std::string type_of(const Sightings& sightings) {
    std::map<std::string, std::uint32_t> best;
    int best_rank = 0;
    for (const auto& [type, count] : sightings.types) {
        const int rank = rank_of_type(type);
        if (rank > best_rank) {
            best.clear();
            best_rank = rank;
        }
        if (rank == best_rank && rank > 0) {
            best[type] = count;
        }
    }
    return best.empty() ? std::string(kUnknown) : most_frequent(best);
}

std::string name_of(const Sightings& sightings) {
    return most_frequent(sightings.names);
}

std::vector<std::string> aliases_of(const Sightings& sightings) {
    std::set<std::string> forms = sightings.forms;
    for (const auto& [name, count] : sightings.names) {
        forms.insert(name);
    }
    forms.erase(name_of(sightings));
    return {forms.begin(), forms.end()};
}

void fold_into(Sightings& kept, const Sightings& other) {
    for (const auto& [name, count] : other.names) {
        kept.forms.insert(name);
    }
    kept.forms.insert(other.forms.begin(), other.forms.end());
    kept.documents.insert(other.documents.begin(), other.documents.end());
}

}  // namespace stancegraph
