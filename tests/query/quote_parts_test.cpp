#include "query/quote_parts.hpp"

#include <catch2/catch.hpp>

using namespace stancegraph;

namespace {

/// Words of the claim and where the document has them.
struct Words {
    std::string text;
    std::uint32_t begin = 0;

    [[nodiscard]] ByteSpan span() const {
        return {.begin = begin, .end = begin + static_cast<std::uint32_t>(text.size())};
    }
};

struct Row {
    std::string what;
    std::string quote;
    std::uint32_t sentence_begin = 0;
    std::uint32_t sentence_size = 0;  ///< In the document.
    Words speaker;
    Words cue;
    Words subject;
    std::string expected;
};

Claim claim_of(const Row& row) {
    Claim claim;
    claim.quote = row.quote;
    claim.sentence = {.begin = row.sentence_begin, .end = row.sentence_begin + row.sentence_size};
    claim.speaker.text = row.speaker.text;
    claim.speaker.span = row.speaker.span();
    claim.cue_text = row.cue.text;
    claim.cue = row.cue.span();
    claim.subject.text = row.subject.text;
    claim.subject.span = row.subject.span();
    return claim;
}

/// `{s:Quill} {c:fights} the {o:ferry}.`
std::string dump(const std::vector<QuotePart>& parts) {
    constexpr std::string_view kLetters = " sco";
    std::string text;
    for (const QuotePart& part : parts) {
        const char letter = kLetters[static_cast<std::size_t>(part.role)];
        text += part.role == QuoteRole::none ? std::string(part.text)
                                             : std::string("{") + letter + ":" + std::string(part.text) + "}";
    }
    return text;
}

}  // namespace

TEST_CASE("a quote is parted at its speaker, cue and subject", "[query]") {
    const auto row = GENERATE(values<Row>({
        {"all three",
         "Quill fights the ferry.",
         100,
         23,
         {"Quill", 100},
         {"fights", 106},
         {"ferry", 117},
         "{s:Quill} {c:fights} the {o:ferry}."},
        {"the second he",
         "As he said, he fights it.",
         0,
         25,
         {"he", 12},
         {"fights", 15},
         {"it", 22},
         "As he said, {s:he} {c:fights} {o:it}."},
        {"a speaker of an earlier sentence",
         "The ferry is bad, Quill.",
         50,
         24,
         {"Quill", 10},
         {"bad", 63},
         {"ferry", 54},
         "The {o:ferry} is {c:bad}, Quill."},
        {"a shown sentence that is cut",
         "… so she fights on …",
         0,
         900,
         {"she", 400},
         {"fights", 404},
         {"ferry", 700},
         "… so {s:she} {c:fights} on …"},
        {"no part of a word",
         "When the heron fights, he …",
         0,
         900,
         {"he", 400},
         {"fights", 404},
         {"", 0},
         "When the heron {c:fights}, {s:he} …"},
        {"a subject inside the cue",
         "Quill is ferry-mad.",
         0,
         19,
         {"Quill", 0},
         {"is ferry-mad", 6},
         {"ferry", 9},
         "{s:Quill} {c:is ferry-mad}."},
        {"bytes beyond ASCII",
         "Øst såg “nej”.",
         0,
         20,
         {"Øst", 0},
         {"såg", 5},
         {"nej", 13},
         "{s:Øst} {c:såg} “{o:nej}”."},
        {"nothing of it", "Nobody knows.", 0, 13, {"Quill", 0}, {"fights", 4}, {"ferry", 8}, "Nobody knows."},
        {"no quote", "", 0, 0, {"Quill", 0}, {"fights", 4}, {"ferry", 8}, ""},
    }));
    INFO(row.what);
    const Claim claim = claim_of(row);
    CHECK(dump(quote_parts(claim)) == row.expected);
    std::string joined;
    for (const QuotePart& part : quote_parts(claim)) {
        joined += part.text;
    }
    CHECK(joined == row.quote);
}
