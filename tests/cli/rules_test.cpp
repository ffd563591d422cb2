#include <catch2/catch.hpp>

#include "run_program.hpp"
#include "small_project.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using namespace stancegraph::cli;

TEST_CASE("rules lint reports every mistake and counts them", "[cli]") {
    const std::string folder = make_small_project("lint");
    const Finished clean = run_program({"rules", "lint", "--only-rules", folder + "/rules"});
    CHECK(clean.code == 0);
    CHECK(clean.out.find("note[SG1213]: rule stance_verb has no example that gives nothing") !=
          std::string::npos);
    CHECK(clean.error == "0 errors, 0 warnings in 1 rule, 2 lists, 3 list entries, 0 actors, 0 subjects\n");

    write_file(folder + "/rules/worse.yaml",
               "stancegraph: 1\nrules:\n  - rule: r\n    stage: stance\n    match: cue:@prow subject:NP\n    "
               "prioirty: 3\n");
    const Finished bad = run_program({"rules", "lint", "--only-rules", folder + "/rules"});
    CHECK(bad.code == 1);
    CHECK(bad.out.find("did you mean") != std::string::npos);
    CHECK(bad.out.find("@prow") != std::string::npos);
    CHECK(bad.out.find("prioirty") != std::string::npos);
}

TEST_CASE("rules test compares what a rule gives with what its examples say", "[cli]") {
    const std::string folder = make_small_project("examples");
    const Finished good = run_program({"rules", "test", "--only-rules", folder + "/rules"});
    CHECK(good.code == 0);
    CHECK(good.out.empty());
    CHECK(good.error ==
          "1 example of 1 rule: 1 passed, 0 failed, 0 known to fail; 0 rules without an example\n");

    const std::string examples =
        "      - text: Mara Quill backs the bridge.\n        gives: Mara Quill -> opposes -> bridge\n"
        "      - text: Mara Quill reads.\n        gives: Mara Quill -> opposes -> bridge\n        todo: "
        "reading is no stance\n"
        "      - text: Mara Quill backs the bridge.\n        gives: Mara Quill -> supports -> bridge\n       "
        " todo: no longer\n"
        "      - text: Mara Quill reads.\n        gives: nothing\n";
    write_file(folder + "/rules/small.yaml", read_file(folder + "/rules/small.yaml") + examples);
    const Finished mixed = run_program({"rules", "test", "--only-rules", folder + "/rules"});
    CHECK(mixed.code == 1);
    CHECK(mixed.error ==
          "5 examples of 1 rule: 2 passed, 2 failed, 1 known to fail; 0 rules without an example\n");
    CHECK(mixed.out.find("error[SG1401]: rule 'stance_verb' gives something else on its example") !=
          std::string::npos);
    CHECK(mixed.out.find(
              "help: expected\n    Mara Quill -> opposes -> bridge\n  got\n    Mara Quill -> supports -> "
              "bridge\n") != std::string::npos);
    CHECK(mixed.out.find("error[SG1402]: this example of rule 'stance_verb' is marked todo, but it works") !=
          std::string::npos);
}

TEST_CASE("rules test runs the examples of the rules that are named", "[cli]") {
    const std::string folder = make_small_project("examples_of_one");
    write_file(folder + "/rules/other.yaml",
               "stancegraph: 1\nrules:\n  - rule: noun_stance\n    match: cue:rage subject:NP\n"
               "    emit: {stance: opposes}\n"
               "    examples:\n      - {text: Mara Quill reads., gives: Mara Quill -> opposes -> bridge}\n");
    const auto test = [&](const std::vector<std::string>& names) {
        std::vector<std::string> arguments{"rules", "test", "--only-rules", folder + "/rules"};
        for (const std::string& name : names) {
            arguments.insert(arguments.end(), {"--rule", name});
        }
        const Finished finished = run_program(arguments);
        return std::to_string(finished.code) + "\n" + finished.error;
    };
    const std::string none_without = "; 0 rules without an example\n";
    CHECK(test({"stance_verb"}) ==
          "0\n1 example of 1 rule: 1 passed, 0 failed, 0 known to fail" + none_without);
    CHECK(test({"noun*"}) == "1\n1 example of 1 rule: 0 passed, 1 failed, 0 known to fail" + none_without);
    CHECK(test({"*stance*"}) ==
          "1\n2 examples of 2 rules: 1 passed, 1 failed, 0 known to fail" + none_without);
    CHECK(test({"stance_verb", "stance_vreb"}) ==
          "2\nerror[SG0020]: there is no rule called 'stance_vreb'\nhelp: did you mean 'stance_verb'?\n");
}

TEST_CASE("rules schema prints the file beside the shipped rules", "[cli]") {
    const Finished finished = run_program({"rules", "schema"});
    CHECK(finished.code == 0);
    CHECK(finished.error.empty());
    CHECK(finished.out == read_file(STANCEGRAPH_SOURCE_DIR "/rules/rules.schema.json"));
}

TEST_CASE("explain shows tokens, tree, claim, rule and list entry", "[cli]") {
    const std::string folder = make_small_project("explain");
    const std::vector<std::string> rules{"--rules", folder + "/rules", "--only-rules"};
    const Finished finished = run_program(
        {"explain", "Mara Quill opposes the night ferry.", "--rules", folder + "/rules", "--only-rules"});
    CHECK(finished.code == 0);
    CHECK(finished.error.empty());
    CHECK(finished.out ==
          "text      Mara Quill opposes the night ferry .\n"
          "tree      opposes      oppose  VERB   VBZ  root\n"
          "          ├─ Mara      Mara    PROPN  NNP  nsubj (person)\n"
          "          │  └─ Quill  Quill   PROPN  NNP  flat (person)\n"
          "          ├─ ferry     ferry   NOUN   NN   obj\n"
          "          │  ├─ the    the     DET    DT   det\n"
          "          │  └─ night  night   NOUN   NN   compound\n"
          "          └─ .         .       PUNCT  .    punct\n"
          "claim     Mara Quill -> opposes -> night ferry\n"
          "          rule stance_verb (small.yaml:9), cue “opposes” from @con “oppose” (small.yaml:7)\n"
          "          polarity -0.7, certainty 1.00, speaker by name, subject from phrase\n");
}

TEST_CASE("explain takes a line of a file, and says where a file is missing", "[cli]") {
    const std::string folder = make_small_project("explain_file");
    write_file(folder + "/two.txt",
               "Mara Quill opposes the night ferry.\n\nDunstan Pell supports the bridge.\n");
    const Finished second =
        run_program({"explain", folder + "/two.txt:3", "--rules", folder + "/rules", "--only-rules"});
    CHECK(second.code == 0);
    CHECK(second.out.find("Dunstan Pell -> supports -> bridge") != std::string::npos);
    CHECK(second.out.find("night ferry") == std::string::npos);

    const Finished no_line = run_program({"explain", folder + "/two.txt:30"});
    CHECK(no_line.code == 2);
    CHECK(no_line.error.find("error[SG0008]") == 0);
    const Finished no_file = run_program({"explain", folder + "/none.txt:3"});
    CHECK(no_file.code == 2);
    CHECK(no_file.error.find("there is no file or folder called '" + folder + "/none.txt'") !=
          std::string::npos);

    const Finished blocks = run_program({"explain", "--blocks", folder + "/two.txt"});
    CHECK(blocks.out ==
          "body          1  Mara Quill opposes the night ferry.\nbody          3  Dunstan Pell supports the "
          "bridge.\n");
}

TEST_CASE("annotate prints CoNLL-U, or the text as read", "[cli]") {
    const std::string folder = make_small_project("annotate");
    const Finished conllu = run_program({"annotate", "-"}, "Mara Quill opposes the ferry.\n");
    CHECK(conllu.code == 0);
    CHECK(conllu.out.find(
              "# text = Mara Quill opposes the ferry.\n1\tMara\tMara\tPROPN\tNNP\t_\t3\tnsubj\t_\t_\n") !=
          std::string::npos);
    const Finished text = run_program({"annotate", "-", "--format", "text"}, "Mara Quill\n");
    CHECK(text.out.find("\"text\":\"Mara Quill") != std::string::npos);
}

TEST_CASE("rules fmt puts files into their form, and leaves those that do not load", "[cli]") {
    const std::string folder = make_small_project("fmt") + "/rules";
    const std::string messy = "stancegraph:  1\nrules:\n- match: cue:@pro subject:NP   # why\n  rule: a\n";
    const std::string form = "stancegraph: 1\nrules:\n  - rule: a\n    match: cue:@pro subject:NP  # why\n";
    write_file(folder + "/messy.yaml", messy);
    write_file(folder + "/broken.yaml", "stancegraph: 1\nrules:\n  - rule: 'b\n");
    const std::string broken =
        folder +
        "/broken.yaml:3:11: error[SG1011]: this quotation mark is never closed; YAML read the rest of the "
        "file as text\n    3 |   - rule: 'b\n      |           ^\n"
        "help: close it, or put the sentence on its own line after '|'\n";

    const Finished checked = run_program({"rules", "fmt", "--check", folder});
    CHECK(checked.code == 2);
    CHECK(checked.out == folder + "/messy.yaml\n");
    CHECK(checked.error == broken + "1 file not in canonical form, 1 is so, 1 left as they are\n");
    CHECK(read_file(folder + "/messy.yaml") == messy);

    const Finished written = run_program({"rules", "fmt", folder + "/messy.yaml"});
    CHECK(written.code == 0);
    CHECK(written.out == folder + "/messy.yaml\n");
    CHECK(written.error == "1 file put into canonical form, 0 are so\n");
    CHECK(read_file(folder + "/messy.yaml") == form);
    CHECK(run_program({"rules", "fmt", "--check", folder + "/messy.yaml"}).code == 0);

    write_file(folder + "/messy.yaml", messy);
    const Finished unsound = run_program({"rules", "fmt", "--check", folder + "/messy.yaml"});
    CHECK(unsound.code == 1);
    CHECK(run_program({"rules", "fmt", folder + "/none.yaml"}).error ==
          "error[SG1027]: " + folder +
              "/none.yaml: there is no such file or folder\nhelp: give the folder with the rule files: "
              "--rules DIR\n"
              "0 files put into canonical form, 0 are so, 1 left as they are\n");
}

TEST_CASE("rules test --accept writes what is found into the examples, and nothing else", "[cli]") {
    const std::string folder = make_small_project("accept");
    const std::string path = folder + "/rules/small.yaml";
    const std::string before = read_file(path);
    write_file(path, before + R"(      # above
      - text: Mara Quill backs the bridge.   # the text
        gives: Mara Quill -> opposes -> bridge   # the wrong stance
      - gives:
          - Mara Quill -> opposes -> bridge
          # a comment inside
          - Mara Quill -> opposes -> ferry
        text: Mara Quill reads.
      - {text: Mara Quill supports the bridge and the ferry., gives: nothing, source: a "book"}
      - text: Mara Quill backs the bridge.
        gives: Mara Quill -> supports -> bridge
        todo: |
          works
          by now
        source: x
      - {text: Mara Quill opposes the bridge., gives: Mara Quill -> opposes -> bridge, todo: "later"}
      - text: Mara Quill reads.
        gives: Mara Quill -> opposes -> bridge
        todo: still to do
)");
    const Finished finished = run_program({"rules", "test", "--accept", "--only-rules", folder + "/rules"});
    CHECK(finished.code == 0);
    CHECK(finished.error == "5 examples rewritten, 0 left\n");
    CHECK(read_file(path) == before + R"(      # above
      - text: Mara Quill backs the bridge.   # the text
        gives: Mara Quill -> supports -> bridge   # the wrong stance
      - # a comment inside
        gives: nothing
        text: Mara Quill reads.
      - {text: Mara Quill supports the bridge and the ferry., gives: [Mara Quill -> supports -> bridge, Mara Quill -> supports -> ferry], source: a "book"}
      - text: Mara Quill backs the bridge.
        gives: Mara Quill -> supports -> bridge
        source: x
      - {text: Mara Quill opposes the bridge., gives: Mara Quill -> opposes -> bridge}
      - text: Mara Quill reads.
        gives: Mara Quill -> opposes -> bridge
        todo: still to do
)");
    check_golden("rules/accept.txt", finished.out.substr(finished.out.find('\n') + 1));
    CHECK(run_program({"rules", "test", "--only-rules", folder + "/rules"}).error ==
          "7 examples of 1 rule: 6 passed, 0 failed, 1 known to fail; 0 rules without an example\n");
    CHECK(run_program({"rules", "test", "--accept", "--only-rules", folder + "/rules"}).error ==
          "0 examples rewritten, 0 left\n");
}

TEST_CASE("rules test --accept rewrites no file that was not named", "[cli]") {
    const std::string folder = make_small_project("accept_named");
    const std::string wrong =
        "stancegraph: 1\nrules:\n  - rule: a\n    match: cue:zyx subject:NP\n    emit: {stance: opposes}\n"
        "    examples:\n      - {text: Mara Quill reads., gives: Mara Quill -> opposes -> bridge}\n";
    write_file(folder + "/rules/wrong.yaml", wrong);
    const Finished finished = run_program({"rules", "test", "--accept", "--only-rules",
                                           folder + "/rules/small.yaml", folder + "/rules/wrong.yaml"});
    CHECK(finished.error == "1 example rewritten, 0 left\n");
    write_file(folder + "/rules/wrong.yaml", wrong);
    const Finished other = run_program(
        {"rules", "test", "--accept", "--only-rules", folder + "/rules", "--rule", "stance_verb"});
    CHECK(other.error == "0 examples rewritten, 0 left\n");
    CHECK(read_file(folder + "/rules/wrong.yaml") == wrong);
}
