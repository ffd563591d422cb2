#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/rule_examples.hpp"

namespace stancegraph {

/// A rule file as it would be if what its examples give now were right.
struct AcceptedFile {
    std::shared_ptr<const InputFile> before;
    std::string after;
    std::string changes;  ///< For people: `@@ line 12`, lines that go with `-`, lines that come with `+`.
    std::size_t examples = 0;  ///< That were changed.
};

/// Writes what was found into the `gives:` of examples that fail, and takes the `todo:` of those that work
/// away. All else in a file stays as it is, byte for byte. In the order of the files' names; a file that
/// cannot be changed in this way is reported (SG1033) and left out.
[[nodiscard]] std::vector<AcceptedFile> accept(const RuleSet& rules,
                                               const std::vector<ExampleDifference>& differences,
                                               Diagnostics& diagnostics);

}  // namespace stancegraph
