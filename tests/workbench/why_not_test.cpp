#include "workbench/why_not.hpp"

#include <catch2/catch.hpp>

#include "bench_rules.hpp"
#include "pipeline/given_text.hpp"
#include "support/golden.hpp"

namespace stancegraph::test {
namespace {

struct Row {
    std::string what;
    std::string text;
    std::string wanted;
};

std::string trimmed(const std::string& text) {
    return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

/// One line for each proposal: "reached: + - gripe about: criticises"; `~` is a changed line, `*` a file.
std::string proposals_text(const WhyNot& answer) {
    std::string text = answer.is_there ? "there\n" : "";
    for (const Proposal& proposal : answer.proposals) {
        text += proposal.reaches_goal ? "reached:" : "nearer:";
        for (const RuleEdit& edit : proposal.edits) {
            const std::string sign(1, "+~*"[static_cast<std::size_t>(edit.form)]);
            text +=
                " " + sign + " " + (edit.form == RuleEdit::Form::add_file ? edit.file : trimmed(edit.text));
        }
        text += "\n";
    }
    return text;
}

WhyNot ask(const std::string& text, const std::string& wanted) {
    const Document document = document_of("text", text);
    const Trial trial(bench_book(), document);
    REQUIRE(trial.is_sound());
    Diagnostics diagnostics;
    const auto goal = read_goal(wanted, trial.rules(), diagnostics);
    REQUIRE(goal.has_value());
    return why_not(trial, *goal, {0, static_cast<std::uint32_t>(document.text.size())});
}

}  // namespace

TEST_CASE("a claim that is wanted is there, or there is an edit that brings it about", "[workbench]") {
    const std::vector<Row> rows{
        {"there", "Mara Lindqvist opposes the ferry toll.", "Mara Lindqvist -> opposes -> ferry toll"},
        {"there, by other names", "Mara Lindqvist opposes the harbour toll.",
         "lindqvist -> opposes -> the Ferry Toll"},
        {"a verb in no list, with its preposition", "Mara Lindqvist griped about the ferry toll.",
         "Mara Lindqvist -> criticises -> ferry toll"},
        {"a verb in no list, with the list's own stance", "Mara Lindqvist spurned the ferry toll.",
         "Mara Lindqvist -> opposes -> ferry toll"},
        {"an adjective goes to the moods", "Mara Lindqvist is giddy about the ferry toll.",
         "Mara Lindqvist -> optimistic -> ferry toll"},
        {"a noun goes to the nouns", "Lindqvist's enthusiasm for the ferry toll grew.",
         "Mara Lindqvist -> supports -> ferry toll"},
        {"a list in brackets", "Mara Lindqvist champions the ferry toll.",
         "Mara Lindqvist -> supports -> ferry toll"},
        {"read as another part of speech", "Lindqvist's back for the ferry toll grew.",
         "Mara Lindqvist -> supports -> ferry toll"},
        {"lost to another rule", "Mara Lindqvist backed out the ferry toll.",
         "Mara Lindqvist -> supports -> ferry toll"},
        {"a passive that says nobody", "The ferry toll was rejected on Monday.",
         "Mara Lindqvist -> opposes -> ferry toll"},
        {"a passive, and the author wanted", "The ferry toll was rejected on Monday.",
         "AUTHOR -> opposes -> ferry toll"},
        {"an actor by a name that is not known", "The Board rejected the ferry toll.",
         "Harbour Board -> opposes -> ferry toll"},
        {"an actor that is not there yet", "The Institute rejected the ferry toll.",
         "Marlow Institute -> opposes -> ferry toll"},
        {"a subject that the taxonomy calls otherwise", "Mara Lindqvist rejected the ferry fee.",
         "Mara Lindqvist -> opposes -> ferry toll"},
        {"a subject without a pattern", "Mara Lindqvist rejected the curfew.",
         "Mara Lindqvist -> opposes -> night ban"},
        {"actor and subject", "The Board rejected the fee.", "Harbour Board -> opposes -> ferry toll"},
        {"word and subject", "Mara Lindqvist griped about the fee.",
         "Mara Lindqvist -> criticises -> ferry toll"},
        {"another stance of the word", "Mara Lindqvist scolded the ferry toll.",
         "Mara Lindqvist -> opposes -> ferry toll"},
        {"another preposition", "Mara Lindqvist is upbeat over the ferry toll.",
         "Mara Lindqvist -> optimistic -> ferry toll"},
        {"no list takes it: a rule", "Mara Lindqvist poured scorn on the ferry toll.",
         "Mara Lindqvist -> criticises -> ferry toll"},
        {"a stance that the list does not have yet", "Mara Lindqvist is blithe about the ferry toll.",
         "Mara Lindqvist -> supports -> ferry toll"},
        {"a verb of saying takes no side, another word may", "Mara Lindqvist said the ferry toll is high.",
         "Mara Lindqvist -> opposes -> ferry toll"},
        {"a name that stands nowhere is not made from other words", "The ferry toll was rejected on Monday.",
         "Kim -> opposes -> ferry toll"},
        {"of several sentences the one that is near",
         "It rained. Mara Lindqvist griped about the ferry toll. She left.",
         "Mara Lindqvist -> criticises -> ferry toll"},
        {"in different sentences", "Mara Lindqvist left. The ferry toll rose.",
         "Mara Lindqvist -> opposes -> ferry toll"},
        {"nothing near", "It rained.", "Mara Lindqvist -> opposes -> ferry toll"},
        {"empty text", "", "Mara Lindqvist -> opposes -> ferry toll"},
    };
    std::string picture;
    for (const Row& row : rows) {
        INFO(row.what);
        picture += row.what + ": " + row.text + "\n? " + row.wanted + "\n" +
                   proposals_text(ask(row.text, row.wanted)) + "\n";
    }
    check_golden("workbench/why_not.txt", picture);
}

}  // namespace stancegraph::test
