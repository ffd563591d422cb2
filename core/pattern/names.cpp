#include "pattern/names.hpp"

#include <algorithm>

namespace stancegraph::pattern {
namespace {

constexpr std::array<std::string_view, kKindCount> kKindNames{"NOUN",
                                                              "VERB",
                                                              "ADJ",
                                                              "ADV",
                                                              "ADP",
                                                              "PRON",
                                                              "PROPN",
                                                              "NUM",
                                                              "DET",
                                                              "AUX",
                                                              "PUNCT",
                                                              "ANY",
                                                              "COMMA",
                                                              "COLON",
                                                              "DASH",
                                                              "QMARK",
                                                              "NP",
                                                              "SPEAKER",
                                                              "ACTOR",
                                                              "SUBJECT",
                                                              "QUOTE",
                                                              "CLAUSE",
                                                              "REST",
                                                              "PERSON",
                                                              "ORG",
                                                              "PLACE",
                                                              "DATE",
                                                              "SENTENCE_START",
                                                              "SENTENCE_END",
                                                              "PARAGRAPH_START",
                                                              "PARAGRAPH_END",
                                                              "ATTRIBUTION",
                                                              "CLAIM"};

/// Universal Dependencies v2 with the subtypes of its English treebanks, then the names of v1.
constexpr std::array<std::string_view, 70> kRelations{
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "advmod:emph", "amod", "appos", "aux", "aux:pass",
    "case", "cc", "cc:preconj", "ccomp", "clf", "compound", "compound:prt", "conj", "cop", "csubj",
    "csubj:pass", "csubj:outer", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "expl:pass",
    "fixed", "flat", "flat:foreign", "flat:name", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc",
    "nmod:npmod", "nmod:poss", "nmod:tmod", "nmod:unmarked", "nsubj", "nsubj:pass", "nsubj:outer", "nummod",
    "obj", "obl", "obl:agent", "obl:npmod", "obl:tmod", "obl:unmarked", "orphan", "parataxis", "punct",
    "reparandum", "root", "vocative", "xcomp",
    // v1
    "auxpass", "csubjpass", "dobj", "foreign", "mwe", "name", "neg", "nmod:agent", "nsubjpass", "remnant"};

constexpr std::array<std::string_view, 17> kPartsOfSpeech{"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                          "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                          "PUNCT", "SCONJ", "SYM", "VERB", "X"};

template <std::size_t size>
std::vector<std::string> strings(const std::array<std::string_view, size>& names) {
    return {names.begin(), names.end()};
}

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

std::string_view name_of(Kind kind) {
    return kKindNames[static_cast<std::size_t>(kind)];
}

std::optional<Kind> find_kind(std::string_view name) {
    const auto* const found = std::ranges::find(kKindNames, name);
    if (found == kKindNames.end()) {
        return std::nullopt;
    }
    return static_cast<Kind>(found - kKindNames.begin());
}

std::optional<Role> find_role(std::string_view name) {
    const auto* const found = std::ranges::find(kRoleNames, name);
    if (found == kRoleNames.end()) {
        return std::nullopt;
    }
    return static_cast<Role>(found - kRoleNames.begin());
}

std::string_view name_of(Role role) {
    return kRoleNames[static_cast<std::size_t>(role)];
}

bool is_relation(std::string_view name) {
    return contains(kRelations, name);
}

bool is_part_of_speech(std::string_view name) {
    return contains(kPartsOfSpeech, name);
}

std::vector<std::string> kind_names() {
    return strings(kKindNames);
}

std::vector<std::string> relation_names() {
    return strings(kRelations);
}

std::vector<std::string> part_of_speech_names() {
    return strings(kPartsOfSpeech);
}

}  // namespace stancegraph::pattern
