#include <string>

#include <catch2/catch.hpp>

#include "resolve/resolve_fixture.hpp"
#include "support/row.hpp"

using namespace stancegraph::test;

TEST_CASE("stances have a polarity, and say when they are negated or not asserted", "[resolve]") {
    const auto row = GENERATE(values<Row>({
        {"a list entry", "Mara Quill praised the tariffs.", "praises +0.8\n"},
        {"negated, with a label for it", "Mara Quill does not support the tariffs.",
         "opposes -0.9 negated\n"},
        {"negated, with a weak opposite", "Mara Quill did not praise the tariffs.",
         "not praises -0.32 negated\n"},
        {"possible", "Mara Quill may oppose the tariffs.", "opposes -0.9 possible\n"},
        {"reported", "Mara Quill reportedly opposes the tariffs.", "opposes -0.9 reported\n"},
        {"conditional", "If Mara Quill opposes the tariffs, prices will fall.", "opposes -0.9 conditional\n"},
        {"a question", "Does Mara Quill oppose the tariffs?", "opposes -0.9 question\n"},
        {"a plain statement", "Mara Quill said the tariffs will stay.", "states +0\n"},
        {"a verdict inside a statement", "Mara Quill said the H20 sales are unsafe.", "unfavourable -0.5\n"},
        {"a bad effect", "Mara Quill said the tariffs will hurt families.", "states -0.5\n"},
        {"a bad effect that does not come", "Mara Quill said the tariffs will not hurt families.",
         "states +0.5\n"},
        {"a failure to help", "Mara Quill said the tariffs failed to help families.", "states -0.5\n"},
        {"a negated verdict", "Mara Quill said the H20 sales are not good.", "unfavourable -0.5 negated\n"},
        {"a verdict on something else", "Mara Quill said the tariffs follow a bad harvest.", "states +0\n"},
        {"a verdict on what ends the subject", "Mara Quill said lifting the tariffs would hurt families.",
         "states +0.5\n"},
        {"a benefit that is unlikely", "Mara Quill said the tariffs are unlikely to help families.",
         "states -0.5\n"},
        {"what somebody would not admit", "Mara Quill would not admit that the tariffs are a failure.",
         "not admits +0 negated possible\n"},
        {"not only", "Mara Quill said the tariffs are not only a failure, but a danger.",
         "unfavourable -0.5\n"},
        {"what somebody never said", "Mara Quill never said that the tariffs are a failure.", ""},
        {"what somebody does not think", "Mara Quill does not think that the tariffs are a failure.",
         "favourable +0.5 negated\n"},
        {"a call for the end", "Mara Quill called for an end to the tariffs.", "opposes -0.9\n"},
        {"a call against the end", "Mara Quill urged lawmakers not to lift the tariffs.", "calls for +0.7\n"},
        {"a thing that comes second", "Mara Quill said roads are better than the tariffs.",
         "favourable +0.5\nunfavourable -0.5\n"},
        {"what is granted", "Mara Quill said that although the tariffs are expensive, they are fair.",
         "favourable +0.5\n"},
        {"a denied stance", "Mara Quill denied that Tobin Marsh opposes the tariffs.",
         "denies -0.4\nnot opposes +0.36 negated\n"},
        {"the end of what ends the subject",
         "Mara Quill said the lifting of the ban on the H200 is a mistake.",
         "states -0.5\nunfavourable -0.5\n"},
        {"a warning of the end", "Mara Quill warned of lifting the tariffs.", "favourable +0.5\n"},
        {"a verb that ends with its particle", "Mara Quill vowed to phase the tariffs out.",
         "opposes -0.9\n"},
        {"and does not without it", "Mara Quill vowed to bring the tariffs to Saltmere.", "calls for +0.7\n"},
        {"a negated report", "Mara Quill is not sure that the tariffs hold.", "sceptical -0.4 negated\n"},
        {"no call for the end", "Mara Quill did not call for an end to the tariffs.",
         "supports +0.9 negated\n"},
        {"a verdict before a noun", "Mara Quill said the tariffs would not have a harmful impact.",
         "states +0.5\n"},
    }));
    INFO(row.what << ": " << row.text);
    CHECK(stances_in(row.text) == row.expected);
}
