#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <span>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/input_file.hpp"
#include "resolve/claim.hpp"

/// claims.jsonl: one claim a line, no header, in the order of `claim_order`.
namespace stancegraph {

/// True if `a` stands before `b` in a claims file: by document, then cue, then id.
[[nodiscard]] bool claim_order(const Claim& a, const Claim& b);

/// Writes the claims as they are given, one line each. Sort them by `claim_order` first.
void write_claims(std::span<const Claim> claims, std::ostream& out);

/// The claims of a file in the order of its lines; empty lines are skipped. Lines that are no JSON (SG2401)
/// or no claim (SG2402) are reported as warnings and left out; from the 21st of a kind on they are only
/// counted (SG2403).
[[nodiscard]] std::vector<Claim> read_claims(const std::shared_ptr<const InputFile>& file,
                                             Diagnostics& diagnostics);

}  // namespace stancegraph
