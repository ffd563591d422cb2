#pragma once

#include <functional>
#include <set>
#include <string>

#include "base/diagnostics.hpp"

namespace stancegraph {

/// Keeps document names unique over a corpus: call in the order of the inputs.
class DocumentNames {
public:
    /// The name that a document called `name` gets: another one (`name#2`) when the name is taken, which is
    /// reported.
    [[nodiscard]] std::string take(const std::string& name, Diagnostics& diagnostics);

private:
    std::set<std::string, std::less<>> taken_;
};

}  // namespace stancegraph
