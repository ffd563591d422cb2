#include <string>

#include <catch2/catch.hpp>

#include "resolve/resolve_fixture.hpp"
#include "support/row.hpp"

using namespace stancegraph::test;

TEST_CASE("subjects come from the taxonomy, their words, or what was talked about", "[resolve]") {
    const auto row = GENERATE(values<Row>({
        {"the taxonomy", "Mara Quill opposes the sale of H20 chips.", "H20 sales from taxonomy\n"},
        {"the taxonomy inside of a longer phrase", "Mara Quill opposes the new chip tariffs on rivals.",
         "chip tariffs from taxonomy\n"},
        {"a phrase without its article", "Mara Quill opposes the new school library.",
         "new school library from phrase\n"},
        {"a phrase without its clause", "Mara Quill opposes the library that the council built.",
         "library from phrase\n"},
        {"a phrase with its of", "Mara Quill opposes the closure of the harbour.",
         "closure of the harbour from phrase\n"},
        {"a possessor without its article", "Mara Quill opposes the council's parking fee.",
         "council's parking fee from phrase\n"},
        {"without light words before it", "Mara Quill opposes many other parking fees.",
         "parking fees from phrase\n"},
        {"with the full name of who possesses it",
         "Tobin Marsh spoke on Monday. Mara Quill opposes Marsh's parking fee.",
         "Tobin Marsh's parking fee from phrase\n"},
        {"what is to be ended", "Mara Quill urged the council to scrap the parking fee.",
         "parking fee from phrase\n"},
        {"what a plan is to do", "Mara Quill opposes the plan to scrap the parking fee.",
         "parking fee from phrase\n"},
        {"a noun without words of its own", "Mara Quill praised the people.", ""},
        {"a ban with what it is on", "Mara Quill opposes the ban on cars.", "ban on cars from phrase\n"},
        {"a person", "Mara Quill praised Tobin Marsh.", "Tobin Marsh from phrase\n"},
        {"him", "Tobin Marsh spoke on Monday. Mara Quill praised him.", "Tobin Marsh from pronoun\n"},
        {"it, of the sentence before", "The tariffs fell on Monday. Mara Quill opposes it.",
         "tariffs from paragraph\n"},
        {"the move, of the sentence before", "The tariffs rose on Monday. Mara Quill criticised the move.",
         "tariffs from paragraph\n"},
        {"this, of the paragraph", "The tariffs rose on Monday. Reporters came. Mara Quill opposes this.",
         "tariffs from paragraph\n"},
        {"this, of the document",
         "The tariffs rose on Monday.\n\nReporters came.\n\nMara Quill opposes this.",
         "tariffs from document\n"},
        {"this, of nothing", "Mara Quill opposes this.", ""},
        {"the plan with words of its own", "Mara Quill opposes the plan for the port.",
         "plan for the port from phrase\n"},
        {"what a statement is about", "Mara Quill said the tariffs will fall.", "tariffs from statement\n"},
        {"the grammatical subject weighs more", "Mara Quill said the tariffs will hurt the trade truce.",
         "tariffs from statement\n"},
        {"a person of whom a statement is", "Tobin Marsh spoke on Monday. Mara Quill said he is a disaster.",
         "Tobin Marsh from pronoun\n"},
        {"a bare noun that a statement is not about", "Mara Quill said they ended it with a towel.", ""},
        {"a statement outside of the taxonomy", "Mara Quill said the school library will close.",
         "school library from statement\n"},
    }));
    INFO(row.what << ": " << row.text);
    CHECK(subjects_in(row.text) == row.expected);
}
