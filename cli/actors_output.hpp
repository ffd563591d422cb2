#pragma once

#include <span>
#include <string>
#include <vector>

#include "graph/actor_check.hpp"
#include "graph/actor_forms.hpp"
#include "graph/identity.hpp"
#include "query/render.hpp"
#include "query/sheet.hpp"

/// What `actors` prints. Findings and suggestions come to people as entries of a rule file, with the reasons
/// as comments; to programs as rows.
namespace stancegraph::cli {

/// All actors, those with most claims first.
[[nodiscard]] Sheet list_sheet(std::span<const Claim> claims, const Identities& identities);

/// The forms of some actors, a row for each.
[[nodiscard]] Sheet forms_sheet(std::span<const Claim> claims, const Identities& identities,
                                std::span<const std::uint32_t> actors);

[[nodiscard]] std::string suggestions(const Identities& identities, std::span<const LikelyMerge> merges,
                                      AnswerFormat format);

[[nodiscard]] std::string render(std::span<const ActorFinding> findings, AnswerFormat format);

}  // namespace stancegraph::cli
