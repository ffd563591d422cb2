#pragma once

#include <functional>
#include <set>
#include <string>

#include "base/diagnostics.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// Keeps document names unique over a corpus: call in the order of the inputs.
class DocumentNames {
public:
    /// Gives the document another name (`name#2`) when the name is taken, and reports it.
    void take(Document& document, Diagnostics& diagnostics);

private:
    std::set<std::string, std::less<>> taken_;
};

}  // namespace stancegraph
