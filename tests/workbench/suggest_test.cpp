#include "workbench/suggest.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "bench_rules.hpp"
#include "pipeline/given_text.hpp"
#include "support/golden.hpp"

namespace stancegraph::test {
namespace {

/// "+ - gripe about: criticises | Mara Lindqvist -> criticises -> ferry toll" for each suggestion; of a new
/// rule the lines of its match and slots.
std::string line_of(const Suggestion& suggestion) {
    const std::string& text = suggestion.edit.text;
    std::string shown;
    if (suggestion.edit.form == RuleEdit::Form::add_file) {
        const std::size_t begin = text.find("match:");
        shown = "* " + text.substr(begin, text.find("    examples:") - begin - 1);
        shown.erase(std::unique(shown.begin(), shown.end(),
                                [](char left, char right) { return left == ' ' && right == ' '; }),
                    shown.end());
        std::ranges::replace(shown, '\n', ';');
    } else {
        shown = "+ " + text.substr(text.find_first_not_of(' '));
    }
    for (const std::string& gives : suggestion.gives) {
        shown += " | " + gives;
    }
    return shown + "\n";
}

std::string suggested(const std::string& typed, const std::string& stance) {
    Diagnostics diagnostics;
    const auto sentence = read_marked_sentence(typed, diagnostics);
    if (!sentence.has_value()) {
        return render(diagnostics);
    }
    const Document document = document_of("text", sentence->text);
    const Trial trial(bench_book(), document);
    const Suggestions suggestions = suggest(trial, *sentence, stance);
    std::string text = suggestions.is_found ? "found already\n" : "";
    for (const Suggestion& suggestion : suggestions.all) {
        Diagnostics faults;
        (void)trial.book().with(suggestion.edit).load(faults);
        CHECK(render(faults) == "");  // what is suggested loads as it stands
        text += line_of(suggestion);
    }
    return text;
}

struct StanceRow {
    std::string what;
    std::string typed;
    std::string stance = {};
};

}  // namespace

TEST_CASE("what is marked in a sentence becomes a list entry, or else a rule", "[workbench]") {
    const std::vector<StanceRow> rows{
        {"a verb with its preposition",
         "[Mara Lindqvist]{speaker} [griped]{cue} about the [ferry toll]{subject}.", "criticises"},
        {"found already", "[Mara Lindqvist]{speaker} [opposes]{cue} the [ferry toll]{subject}.", ""},
        {"found, but with another stance",
         "[Mara Lindqvist]{speaker} [opposes]{cue} the [ferry toll]{subject}.", "worried"},
        {"an adjective, the stance a guess",
         "[Mara Lindqvist]{speaker} is [giddy]{cue} about the [ferry toll]{subject}.", ""},
        {"an adjective", "[Mara Lindqvist]{speaker} is [giddy]{cue} about the [ferry toll]{subject}.",
         "optimistic"},
        {"a noun", "[Lindqvist]{speaker}'s [enthusiasm]{cue} for the [ferry toll]{subject} grew.",
         "supports"},
        {"a verb with a particle",
         "[Mara Lindqvist]{speaker} [lashed out]{cue} at the [ferry toll]{subject}.", "criticises"},
        {"a verb of saying", "[Mara Lindqvist]{speaker} [quipped]{cue} that [the toll is high]{statement}.",
         "states"},
        {"no cue is marked", "[Mara Lindqvist]{speaker} griped about the [ferry toll]{subject}.",
         "criticises"},
        {"no speaker is marked", "The [ferry toll]{subject} is a [disgrace]{cue}.", "opposes"},
        {"an idiom: a rule", "[Mara Lindqvist]{speaker} poured [scorn]{cue} on the [ferry toll]{subject}.",
         "criticises"},
        {"a rule with a target",
         "[Mara Lindqvist]{speaker} [lumbered]{cue} [the council]{target} with the [ferry toll]{subject}.",
         "criticises"},
        {"a passive", "The [ferry toll]{subject} was [panned]{cue} by [Mara Lindqvist]{speaker}.",
         "criticises"},
        {"words that other YAML programs misread",
         "[Mara Lindqvist]{speaker} [nixed]{cue} the [ferry toll]{subject}: \"No\" it is, she's sure.",
         "opposes"},
        {"words far apart", "[Mara Lindqvist]{speaker} left. The [ferry toll]{subject} [rose]{cue}.",
         "opposes"},
        {"brackets of the text",
         "[Mara Lindqvist]{speaker} \\[sic\\] [griped]{cue} about the [ferry toll]{subject}.", "criticises"},
    };
    std::string picture;
    for (const StanceRow& row : rows) {
        INFO(row.what);
        picture += row.what + ": " + row.typed + (row.stance.empty() ? "" : " --stance " + row.stance) +
                   "\n" + suggested(row.typed, row.stance) + "\n";
    }
    check_golden("workbench/suggest.txt", picture);
}

TEST_CASE("marks that are wrong are told with their place", "[workbench]") {
    const std::vector<StanceRow> rows{
        {"nested", "[Mara [Lindqvist]{speaker} griped]{cue} at the [toll]{subject}"},
        {"never closed", "[Mara]{speaker} griped at the [toll"},
        {"never opened", "Mara] griped at the [toll]{subject}"},
        {"no name", "[Mara] griped at the [toll]{subject}"},
        {"name never closed", "[Mara]{speaker griped"},
        {"unknown name", "[Mara]{speakr} griped at the [toll]{subject}"},
        {"empty name", "[Mara]{} griped at the [toll]{subject}"},
        {"no words", "[]{speaker} griped at the [ ]{subject}"},
        {"twice", "[Mara]{speaker} and [Kim]{speaker} griped at the [toll]{subject}"},
        {"nothing marked", "Mara griped at the toll."},
        {"empty", ""},
        {"invalid UTF-8", "[Mara\xFF]{speaker} griped at the [\xC3]{subjct}"},
        {"a wide text before the place", "Zürich: [Mara]{speakr} griped at the [toll]{subject}"},
    };
    std::string picture;
    for (const StanceRow& row : rows) {
        picture += row.what + "\n" + suggested(row.typed, "") + "\n";
    }
    check_golden("workbench/marks.txt", picture);
}

TEST_CASE("invalid UTF-8 in a marked sentence is repaired, not refused", "[workbench]") {
    Diagnostics diagnostics;
    const auto sentence =
        read_marked_sentence("[Mara\xFF]{speaker} griped at the [toll]{subject}.", diagnostics);
    REQUIRE(sentence.has_value());
    CHECK(sentence->text == "Mara\uFFFD griped at the toll.");
    CHECK(sentence->find("speaker") == ByteSpan{0, 7});
    CHECK(sentence->find("cue").is_empty());
}

TEST_CASE("what an edit changes in other articles is counted and shown", "[workbench]") {
    const std::vector<Document> articles{
        document_of("a.txt", "Mara Lindqvist griped about the ferry toll.\n\nKim griped about the quay."),
        document_of("b.txt", "Mara Lindqvist opposes the ferry toll.")};
    const RuleBook book = bench_book();
    Diagnostics diagnostics;
    const Engine before(book.load(diagnostics), diagnostics);
    const RuleEdit more{RuleEdit::Form::add_lines, "bench.yaml", 36, "      - gripe about: criticises", ""};
    const RuleEdit less{RuleEdit::Form::change_line, "bench.yaml", 33, "      - contest", ""};
    std::vector<std::unique_ptr<Engine>> after;
    after.push_back(std::make_unique<Engine>(book.with(more).load(diagnostics), diagnostics));
    after.push_back(std::make_unique<Engine>(book.with(less).load(diagnostics), diagnostics));
    REQUIRE(render(diagnostics) == "");
    const std::vector<Elsewhere> changes = changes_elsewhere(before, after, articles, 1);
    CHECK(changes[0].articles == 2);
    CHECK(changes[0].gained == 2);
    CHECK(changes[0].lost == 0);
    CHECK(changes[0].samples ==
          std::vector<std::string>{
              "+ a.txt:1  Mara Lindqvist -> criticises -> ferry toll: “Mara Lindqvist griped "
              "about the ferry toll.”"});
    CHECK(changes[1].gained == 0);
    CHECK(changes[1].lost == 1);
}

}  // namespace stancegraph::test
