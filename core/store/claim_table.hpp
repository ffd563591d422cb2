#pragma once

#include <cstdint>
#include <vector>

#include "resolve/claim.hpp"
#include "store/database.hpp"

namespace stancegraph {

using DocumentId = std::int64_t;

/// A hash of everything that the table holds of a claim.
[[nodiscard]] std::int64_t digest_of(const Claim& claim);

/// Adds a claim to the table `claim`.
void write_claim(Database& database, DocumentId document, std::int64_t digest, const Claim& claim);

/// Reads claims with their documents' names and sources.
class ClaimReader {
public:
    /// `condition` is what stands behind FROM: `WHERE … ORDER BY …` over the tables claim and document.
    ClaimReader(Database& database, std::string_view condition);

    [[nodiscard]] Statement& statement() { return statement_; }

    /// The next claim; false after the last.
    [[nodiscard]] bool next(Claim& claim);

private:
    Statement statement_;
};

}  // namespace stancegraph
