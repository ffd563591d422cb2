#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "rule_fixture.hpp"

using namespace stancegraph;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that is removed at the end.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("stancegraph_rules_" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }

    ~Folder() { fs::remove_all(path_); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name) << text;
    }

    [[nodiscard]] fs::path operator/(const std::string& name) const { return path_ / name; }

private:
    fs::path path_;
};

std::string stance_file(const std::string& label, const std::string& more = "") {
    return "stancegraph: 1\n" + more + "stances:\n  " + label + ": {polarity: 0}\n";
}

/// The labels in load order, and what was said, with the folder's name left out.
std::string load_order(const std::vector<fs::path>& paths, const Folder& folder) {
    Diagnostics diagnostics;
    const RuleSet rules = load_rules(paths, diagnostics);
    std::string text;
    for (const Stance& stance : rules.stances) {
        text += stance.label + " ";
    }
    text += render(diagnostics);
    const std::string root = (folder / "").generic_string();
    for (std::size_t at = text.find(root); at != std::string::npos; at = text.find(root)) {
        text.erase(at, root.size());
    }
    return text;
}

}  // namespace

TEST_CASE("files of a folder load in the order of their names") {
    const Folder folder;
    folder.write("b.yaml", stance_file("b"));
    folder.write("a/z.yml", stance_file("az"));
    folder.write("a.yaml", stance_file("a"));
    folder.write("notes.txt", "not a rule file");
    folder.write(".hidden.yaml", "not: read");
    CHECK(load_order({folder / ""}, folder) == "a az b ");
    CHECK(load_order({folder / "b.yaml", folder / ""}, folder) == "b a az ");
}

TEST_CASE("imports load before those that import them") {
    const Folder folder;
    folder.write("rules/1.yaml", stance_file("one", "imports: [base, extra/more]\n"));
    folder.write("rules/2.yaml", stance_file("two", "package: base\n"));
    folder.write("rules/extra/more.yaml", stance_file("more"));
    CHECK(load_order({folder / "rules"}, folder) == "two more one ");
    CHECK(load_order({folder / "rules/1.yaml"}, folder) ==
          "more one rules/1.yaml:2:10: error[SG1028]: there is no package or file 'base' to import\n"
          "    2 | imports: [base, extra/more]\n"
          "      |          ^~~~~~~~~~~~~~~~~~\n"
          "help: name a package whose folder is read too, or a file inside the rule folder\n");
}

TEST_CASE("files that import each other are read once") {
    const Folder folder;
    folder.write("a.yaml", stance_file("a", "imports: [b]\n"));
    folder.write("b.yaml", stance_file("b", "imports: [a]\n"));
    CHECK(load_order({folder / ""}, folder) == "b a ");
}

TEST_CASE("nothing outside the rule folder is opened") {
    const Folder folder;
    folder.write("secret.yaml", "password: x\n");
    folder.write("rules/a.yaml", stance_file("a", "imports: [../secret.yaml]\n"));
    fs::create_symlink(folder / "secret.yaml", folder / "rules/link.yaml");
    const std::string said = load_order({folder / "rules"}, folder);
    CHECK(said.find("password") == std::string::npos);
    CHECK(said.find("rules/link.yaml: this file lies outside the rule folder") != std::string::npos);
    CHECK(said.find("there is no package or file '../secret.yaml' to import") != std::string::npos);
}

TEST_CASE("missing files and folders without rules are told") {
    const Folder folder;
    fs::create_directories(folder / "empty");
    CHECK(load_order({folder / "missing", folder / "empty"}, folder) ==
          "error[SG1027]: missing: there is no such file or folder\n"
          "help: give the folder with the rule files: --rules DIR\n"
          "error[SG1027]: empty: this folder has no rule file\n"
          "help: rule files end in .yaml or .yml\n");
}
