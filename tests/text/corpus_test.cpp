#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "reader_fixture.hpp"
#include "text/corpus.hpp"
#include "text/document_names.hpp"

using namespace stancegraph;

namespace {

namespace fs = std::filesystem;

/// A folder that is gone after the test.
class Folder {
public:
    explicit Folder(const std::string& name)
        : path_(fs::path(STANCEGRAPH_BINARY_DIR) / ("corpus_test_" + name)) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }

    ~Folder() { fs::remove_all(path_); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& bytes) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
    }

    [[nodiscard]] std::string path(const std::string& name = "") const {
        return name.empty() ? path_.generic_string() : (path_ / name).generic_string();
    }

private:
    fs::path path_;
};

std::string listed(const std::vector<std::string>& paths, Diagnostics& diagnostics,
                   const std::string& standard_input = "") {
    std::istringstream stream(standard_input);
    std::string lines;
    for (const Input& input : list_inputs(paths, stream, diagnostics)) {
        lines += input.name + " " + std::string(name_of(input.format)) + "\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("list_inputs goes through folders in the byte order of the names", "[text]") {
    const Folder folder("order");
    for (const char* name : {"b.txt", "a/z.md", "a.txt", "B.html", "a/deep/er/x.JSONL", "c.conllu",
                             ".hidden.txt", ".git/x.txt", "README.md", "notes.claims", "noending"}) {
        folder.write(name, "Pell objects.");
    }
    Diagnostics diagnostics;
    CHECK(listed({folder.path()}, diagnostics) ==
          "B.html html\na.txt text\na/deep/er/x.JSONL jsonl\na/z.md markdown\nb.txt text\nc.conllu conllu\n");
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all().front().code == "SG2005");
    CHECK(diagnostics.all().front().message ==
          "skipped 3 files that no reader is for (no ending, .claims, README), the first is '" +
              folder.path("README.md") + "'");
}

TEST_CASE("list_inputs takes files, folders and standard input in the order given", "[text]") {
    const Folder folder("mixed");
    folder.write("one/x.txt", "One.");
    folder.write("two/x.txt", "Two.");
    folder.write("page", "<!DOCTYPE html><html><body><p>Hi.</p></body></html>");
    Diagnostics diagnostics;
    const std::string second = folder.path("two/x.txt");
    CHECK(listed({"-", folder.path("two"), folder.path("one"), folder.path("page"), folder.path("page"), "-"},
                 diagnostics, "{\"text\": \"Pell objects.\"}\n") ==
          "- jsonl\nx.txt text\n" + folder.path("one/x.txt") + " text\npage html\n");
    CHECK(diagnostics.is_empty());
}

TEST_CASE("list_inputs reports what is missing and folders without articles", "[text]") {
    const Folder folder("empty");
    Diagnostics diagnostics;
    CHECK(listed({folder.path("none"), folder.path()}, diagnostics).empty());
    CHECK(render(diagnostics) ==
          folder.path("none") + ": error[SG2001]: there is no file or folder called '" + folder.path("none") +
              "'\nhelp: check the path; it is relative to the folder in which the program runs\n" +
              folder.path() +
              ": error[SG2006]: there are no articles in this folder\n"
              "help: articles are files that end in .txt, .md, .html, .jsonl or .conllu, in the folder or "
              "below it\n");
}

TEST_CASE("read_input reads files and pieces of files", "[text]") {
    const Folder folder("pieces");
    folder.write("x.txt", "\xEF\xBB\xBFPell objects.");
    folder.write("y.txt", std::string("GIF89a\0\0", 8));
    folder.write("z.txt", " \n");
    std::string lines;
    const std::string text(1000, 'x');
    for (int number = 1; number <= 20000; ++number) {
        lines += "{\"id\": \"" + std::to_string(number) + "\", \"text\": \"" + text + ".\"}\n";
    }
    folder.write("w.jsonl", lines);
    Diagnostics diagnostics;
    std::istringstream none;
    const auto inputs = list_inputs({folder.path()}, none, diagnostics);
    REQUIRE(inputs.size() == 6);
    std::size_t records = 0;
    for (std::size_t at = 0; at < 3; ++at) {
        CHECK(inputs[at].name == "w.jsonl");
        const auto documents = read_input(inputs[at], test::shipped_options(), diagnostics);
        REQUIRE_FALSE(documents.empty());
        CHECK(documents.front().name == std::to_string(records + 1));
        CHECK(inputs[at].first_line == records + 1);
        records += documents.size();
    }
    CHECK(records == 20000);
    CHECK(diagnostics.is_empty());
    CHECK(read_input(inputs[3], test::shipped_options(), diagnostics).front().text == "Pell objects.");
    CHECK(read_input(inputs[4], test::shipped_options(), diagnostics).empty());
    CHECK(read_input(inputs[5], test::shipped_options(), diagnostics).empty());
    CHECK(render(diagnostics) ==
          "y.txt: error[SG2003]: this is not a text but a binary file\n"
          "help: convert it to text first (pdftotext, pandoc), or take it out of the corpus\n"
          "z.txt: warning[SG2008]: there is no text in this file\n"
          "help: take it out of the corpus, or check how it was saved\n");
}

TEST_CASE("a file that grew too large or went away is reported", "[text]") {
    ReadOptions options = test::shipped_options();
    options.limits.document_bytes = 10;
    const Folder folder("large");
    folder.write("x.txt", "Pell objects to all of it.");
    folder.write("y.txt", "Short.");
    Diagnostics diagnostics;
    std::istringstream none;
    const auto inputs = list_inputs({folder.path()}, none, diagnostics);
    REQUIRE(inputs.size() == 2);
    fs::remove(folder.path("y.txt"));
    CHECK(read_input(inputs[0], options, diagnostics).empty());
    CHECK(read_input(inputs[1], options, diagnostics).empty());
    REQUIRE(diagnostics.all().size() == 2);
    CHECK(diagnostics.all()[0].code == "SG2007");
    CHECK(diagnostics.all()[1].code == "SG2002");
}

TEST_CASE("formats are known by ending, else by content", "[text]") {
    struct Row {
        std::string name;
        std::string bytes;
        Format expected;
    };

    const auto row = GENERATE(values<Row>({
        {"a.txt", "<html>", Format::plain},
        {"a.MD", "", Format::markdown},
        {"a.htm", "", Format::html},
        {"a.ndjson", "", Format::jsonl},
        {"a.conll", "", Format::conllu},
        {"-", "  <!doctype html><p>", Format::html},
        {"-", "{\"text\": \"x\"}", Format::jsonl},
        {"-", "# sent_id = 1\n1\tPell\tPell\tPROPN\tNNP\t_\t0\troot\t_\t_\n", Format::conllu},
        {"-", "---\ntitle: x\n---\nPell.", Format::markdown},
        {"-", "Pell objects.", Format::plain},
        {"-", "", Format::plain},
    }));
    INFO(row.name << " " << row.bytes);
    CHECK(format_of(row.name, row.bytes) == row.expected);
}

TEST_CASE("DocumentNames keeps names apart over a corpus", "[text]") {
    DocumentNames names;
    Diagnostics diagnostics;
    Document first{.name = "a", .source = {}, .text = {}, .blocks = {}, .given = nullptr};
    Document second = first;
    first.name = names.take(first.name, diagnostics);
    second.name = names.take(second.name, diagnostics);
    CHECK(second.name == "a#2");
    CHECK(diagnostics.all().size() == 1);
}
