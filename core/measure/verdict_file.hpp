#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/diagnostics.hpp"
#include "base/input_file.hpp"

namespace stancegraph {

/// What somebody who read the sentence says of one result.
struct Verdict {
    bool is_right = false;
    std::string wrong;  ///< What is wrong, in his words: speaker, stance, subject, …; may be empty.
};

/// Verdicts by the id of the claim or attribution.
using Verdicts = std::map<std::string, Verdict, std::less<>>;

/// Adds the verdicts of a JSONL file: lines `{"id": "c:…", "right": true}` or `{"id": "a:…", "right": false,
/// "wrong": "subject"}`; other members are ignored, and of several verdicts on one result the last one
/// counts. Lines that are none of these (SG2404) are reported as warnings and left out.
void read_verdicts(const std::shared_ptr<const InputFile>& file, Verdicts& verdicts,
                   Diagnostics& diagnostics);

}  // namespace stancegraph
