#include "workbench/rule_desk.hpp"

#include <filesystem>

#include <catch2/catch.hpp>

#include "desk_fixture.hpp"

using namespace stancegraph;
using namespace stancegraph::test;

namespace {

RuleDesk desk_of(const std::string& folder, bool is_editable = true) {
    return {{{.path = folder, .is_editable = is_editable}}, plain_writer()};
}

std::string refusal_of(RuleDesk& desk, std::uint32_t file) {
    Diagnostics diagnostics;
    CHECK_FALSE(desk.save(file, diagnostics));
    return render(diagnostics);
}

}  // namespace

TEST_CASE("what is typed is loaded instead of the file, and the file stays as it is", "[workbench]") {
    const std::string folder = make_rule_folder("typed");
    RuleDesk desk = desk_of(folder);
    REQUIRE(desk.files().size() == 1);
    CHECK(desk.files()[0].path == folder + "/harbour.yaml");
    CHECK(desk.find(folder + "/harbour.yaml") == 0U);
    CHECK_FALSE(desk.find("harbour.yaml").has_value());

    desk.edit(0, replaced(kHarbourRules, "- oppose", "- oppose\n      - lament"));
    CHECK(desk.has_edits());
    CHECK(desk.load_edited().engine->rules().words_of("con").size() == 2);
    CHECK(desk.load_saved().engine->rules().words_of("con").size() == 1);
    CHECK(bytes_of_file(folder + "/harbour.yaml") == kHarbourRules);

    desk.edit(0, kHarbourRules);
    CHECK_FALSE(desk.has_edits());
}

TEST_CASE("mistakes in what is typed have their place in it", "[workbench]") {
    const std::string folder = make_rule_folder("mistakes");
    RuleDesk desk = desk_of(folder);
    desk.edit(0, replaced(kHarbourRules, "cue:(@pro | @con)", "cue:(@pro | @cno)"));
    const LoadedRules loaded = desk.load_edited();
    CHECK(render(loaded.diagnostics.all().front()) ==
          folder + R"(/harbour.yaml:14:24: error[SG1102]: no word list called @cno
   14 |     match: cue:(@pro | @cno)
      |                        ^~~~
help: did you mean @con ()" +
              folder + R"(/harbour.yaml:7)? lists: pro, con
)");
}

TEST_CASE("saving writes the file", "[workbench]") {
    const std::string folder = make_rule_folder("saving");
    RuleDesk desk = desk_of(folder);
    const std::string text = replaced(kHarbourRules, "- oppose", "- oppose\n      - lament");
    desk.edit(0, text);
    Diagnostics diagnostics;
    CHECK(desk.save(0, diagnostics));
    CHECK(diagnostics.is_empty());
    CHECK(bytes_of_file(folder + "/harbour.yaml") == text);
    CHECK_FALSE(desk.has_edits());
}

TEST_CASE("files that are not the user's, or changed since, are not written", "[workbench]") {
    const std::string folder = make_rule_folder("refused");
    const std::string path = folder + "/harbour.yaml";
    SECTION("not a folder of the user") {
        RuleDesk desk = desk_of(folder, false);
        desk.edit(0, "stancegraph: 1\n");
        CHECK(refusal_of(desk, 0) == "error[SG7001]: '" + path +
                                         "' is not in a folder of yours\nhelp: name the folder of your "
                                         "rules: stancegraph serve --rules FOLDER\n");
    }
    SECTION("changed by somebody else") {
        RuleDesk desk = desk_of(folder);
        desk.edit(0, "stancegraph: 1\n");
        write_bytes(path, "stancegraph: 1\n# by another editor\n");
        CHECK(refusal_of(desk, 0) ==
              "error[SG7003]: '" + path +
                  "' was changed by another program since it was read here\nhelp: copy what you typed, read "
                  "the file again, and put your change into it\n");
        CHECK(bytes_of_file(path) == "stancegraph: 1\n# by another editor\n");
        Diagnostics diagnostics;
        CHECK(desk.reread(0, diagnostics));
        CHECK(desk.files()[0].text() == "stancegraph: 1\n# by another editor\n");
        CHECK_FALSE(desk.has_edits());
    }
    SECTION("a link out of the folder that came later") {
        RuleDesk desk = desk_of(folder);
        desk.edit(0, "stancegraph: 1\n");
        const std::string elsewhere = make_rule_folder("refused-elsewhere");
        std::filesystem::remove(path);
        std::filesystem::create_symlink(elsewhere + "/harbour.yaml", path);
        CHECK(refusal_of(desk, 0) == "error[SG7002]: '" + path +
                                         "' lies outside of its rule folder\nhelp: a link leads out of the "
                                         "folder, or the file is gone\n");
        CHECK(bytes_of_file(elsewhere + "/harbour.yaml") == kHarbourRules);
    }
    SECTION("gone") {
        RuleDesk desk = desk_of(folder);
        std::filesystem::remove(path);
        Diagnostics diagnostics;
        CHECK_FALSE(desk.reread(0, diagnostics));
        CHECK(render(diagnostics) == "error[SG7004]: '" + path +
                                         "' cannot be read any more\nhelp: it was moved, or may not be "
                                         "read\n");
    }
}

TEST_CASE("a file that a link leads to outside of the folder can be read and not written", "[workbench]") {
    const std::string elsewhere = make_rule_folder("linked-elsewhere");
    const std::string folder = make_rule_folder("linked");
    std::filesystem::create_symlink(elsewhere + "/harbour.yaml", folder + "/more.yaml");
    const RuleDesk desk = desk_of(folder);
    REQUIRE(desk.files().size() == 2);
    CHECK(desk.files()[0].is_editable);
    CHECK_FALSE(desk.files()[1].is_editable);
}
