#include "text/tagset.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace stancegraph {
namespace {

template <typename Tag>
std::optional<Tag> find_tag(std::span<const std::string_view> names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Tag>(found - names.begin());
}

/// Older names of relations: UD v1 and the releases of UD v2 before 2.14.
constexpr std::array<std::pair<std::string_view, Deprel>, 14> kOlderNames{{
    {"dobj", Deprel::obj},
    {"nsubjpass", Deprel::nsubj_pass},
    {"csubjpass", Deprel::csubj_pass},
    {"auxpass", Deprel::aux_pass},
    {"mwe", Deprel::fixed},
    {"name", Deprel::flat},
    {"foreign", Deprel::flat},
    {"neg", Deprel::advmod},
    {"remnant", Deprel::orphan},
    {"nmod:npmod", Deprel::nmod_unmarked},
    {"nmod:tmod", Deprel::nmod_unmarked},
    {"obl:npmod", Deprel::obl_unmarked},
    {"obl:tmod", Deprel::obl_unmarked},
    {"nmod:agent", Deprel::obl_agent},
}};

constexpr std::array<Deprel, kDeprelNames.size()> universal_labels() {
    std::array<Deprel, kDeprelNames.size()> labels{};
    for (std::size_t label = 0; label < kDeprelNames.size(); ++label) {
        const std::string_view base = kDeprelNames[label].substr(0, kDeprelNames[label].find(':'));
        for (std::size_t other = 0; other < kDeprelNames.size(); ++other) {
            if (kDeprelNames[other] == base) {
                labels[label] = static_cast<Deprel>(other);
            }
        }
    }
    return labels;
}

constexpr auto kUniversal = universal_labels();

}  // namespace

std::optional<Upos> find_upos(std::string_view name) {
    return find_tag<Upos>(kUposNames, name);
}

std::optional<Xpos> find_xpos(std::string_view name) {
    return find_tag<Xpos>(kXposNames, name);
}

std::optional<Deprel> find_deprel(std::string_view name) {
    if (const auto exact = find_tag<Deprel>(kDeprelNames, name)) {
        return exact;
    }
    if (const auto older = std::ranges::find(kOlderNames, name, &std::pair<std::string_view, Deprel>::first);
        older != kOlderNames.end()) {
        return older->second;
    }
    return find_tag<Deprel>(kDeprelNames, name.substr(0, name.find(':')));
}

Deprel universal(Deprel label) {
    return kUniversal[static_cast<std::size_t>(label)];
}

}  // namespace stancegraph
