#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace stancegraph {

/// What somebody said of a claim that he was shown, with as much of the claim as it takes to know it again
/// when another rule, or another version of its rule, finds it.
struct StoredVerdict {
    std::string id;  ///< The claim's, when it was judged.
    std::string doc;
    std::uint32_t cue = 0;  ///< As Claim::cue.begin.
    std::string words;      ///< The claim on one line (line_of).
    std::string rule;
    bool is_right = false;
    std::string wrong;  ///< claim, speaker, stance or subject; empty where it is right.
};

/// The verdicts of the project file's reader. They outlive builds; of several on one claim the last counts.
/// Throws StoreFault.
class VerdictTable {
public:
    /// `database` is that of a Store.
    explicit VerdictTable(Database& database) : database_(&database) {}

    /// On the disk when it returns. For a database that can be written.
    void put(const StoredVerdict& verdict);
    /// By document, cue, id.
    [[nodiscard]] std::vector<StoredVerdict> all();

private:
    Database* database_;
};

}  // namespace stancegraph
