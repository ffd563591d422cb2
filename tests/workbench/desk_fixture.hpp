#pragma once

#include <string>

#include "workbench/session.hpp"

namespace stancegraph::test {

/// The rules of an invented harbour: two lists, one rule. Its example passes.
inline constexpr const char* kHarbourRules = R"(stancegraph: 1
stances:
  supports: {polarity: 0.7}
  opposes: {polarity: -0.7}
lexicons:
  pro: {pos: verb, stance: supports, words: [support, back]}
  con:
    pos: verb
    stance: opposes
    words:
      - oppose
rules:
  - rule: stance_verb
    match: cue:(@pro | @con)
    slots:
      speaker: cue >who
      subject: cue >what
    examples:
      - text: Mara Quill opposes the night ferry.
        gives: Mara Quill -> opposes -> night ferry
)";

/// A fresh folder below the build folder with `harbour.yaml` in it.
[[nodiscard]] std::string make_rule_folder(const std::string& name);
[[nodiscard]] std::string bytes_of_file(const std::string& path);
void write_bytes(const std::string& path, const std::string& bytes);

/// Writes the file in the plainest way.
[[nodiscard]] FileWriter plain_writer();

/// A text with its first `from` made `to`.
[[nodiscard]] std::string replaced(std::string text, const std::string& from, const std::string& to);

}  // namespace stancegraph::test
