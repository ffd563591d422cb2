#include "small_project.hpp"

#include <filesystem>

#include "run_program.hpp"

namespace stancegraph::cli {
namespace {

constexpr const char* kRules = R"(stancegraph: 1
stances:
  supports: {polarity: 0.7}
  opposes: {polarity: -0.7}
lexicons:
  pro: {pos: verb, stance: supports, words: [support, back]}
  con: {pos: verb, stance: opposes, words: [oppose]}
rules:
  - rule: stance_verb
    stage: stance
    match: cue:(@pro | @con)
    slots:
      speaker: cue >who
      subject: cue >what
    examples:
      - text: Mara Quill opposes the night ferry.
        gives: Mara Quill -> opposes -> night ferry
)";

}  // namespace

std::string make_small_project(const std::string& name) {
    const std::string folder = fresh_folder(name);
    std::filesystem::create_directories(folder + "/rules");
    std::filesystem::create_directories(folder + "/articles");
    write_file(folder + "/rules/small.yaml", kRules);
    write_file(folder + "/articles/Beacon_2025-03-04_debate.txt",
               "Mara Quill opposes the night ferry. Dunstan Pell supports the bridge.\n");
    write_file(folder + "/articles/Herald_2025-03-05_again.txt", "Mara Quill opposes the night ferry.\n");
    return folder;
}

}  // namespace stancegraph::cli
