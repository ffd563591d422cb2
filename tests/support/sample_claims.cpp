#include "support/sample_claims.hpp"

#include <random>

#include "base/hash.hpp"

namespace stancegraph::testing {
namespace {

std::vector<ClaimSketch> harbour_sketches() {
    return {
        {"beacon-01.txt", "Beacon", "2025-03-04", "Mara Quill", "opposes", -0.7, "the night ferry",
         "Mayor Mara Quill said she would fight the night ferry."},
        {"beacon-01.txt", "Beacon", "2025-03-04", "Odd Fenwick", "supports", 0.7, "the night ferry",
         "Odd Fenwick, who runs the docks, backs it.", "person", 3},
        {"tidewatch-02.txt", "Tidewatch", "2025-03-05", "Quill", "opposes", -0.7, "The night ferry",
         "Quill repeated her no.", "person", 4},
        {"tidewatch-02.txt", "Tidewatch", "2025-03-05", "residents", "worried", -0.4, "noise at night",
         "Residents worry about noise at night.", "anonymous", 6},
        {"herald-03.txt", "Herald", "2025-03-09", "residents", "supports", 0.6, "the night ferry",
         "Residents along the pier want the boat.", "anonymous", 2},
        {"herald-03.txt", "Herald", "2025-03-09", "Harbour Authority", "states", 0.0, "dredging",
         "The Harbour Authority said dredging would begin in May.", "institution", 8},
        {"herald-03.txt", "Herald", "2025-03-09", "Mara Quill", "supports", 0.5, "the night ferry",
         "“I can live with the night ferry,” Quill said.", "person", 9},
        {"beacon-04.txt", "Beacon", "2025-04-01", "Sel Marchetti", "optimistic", 0.6, "ferry jobs",
         "Marchetti was optimistic about ferry jobs."},
        {"beacon-04.txt", "Beacon", "2025-04-01", "Green List", "opposes", -0.8, "dredging",
         "The Green List rejects dredging.", "organisation", 5},
        {"beacon-04.txt", "Beacon", "2025-04-01", "Green List", "supports", 0.7, "the eelgrass reserve",
         "It wants the eelgrass reserve widened.", "organisation", 7},
        {"tidewatch-05.txt", "Tidewatch", "", "Pell", "supports", 0.8, "a bridge",
         "Pell wants a bridge instead."},
        {"tidewatch-05.txt", "Tidewatch", "", "Odd Fenwick", "doubts", -0.5, "a bridge",
         "Fenwick doubts that a bridge pays.", "person", 3},
        {"tidewatch-05.txt", "Tidewatch", "", "Ines Aumont", "states", 0.3, "the harbour budget",
         "Treasurer Ines Aumont said the budget would hold.", "person", 5},
        {"herald-06.txt", "Herald", "2025-04-20", "Northline Ferries", "promises", 0.6, "quiet engines",
         "Northline Ferries promised quiet engines.", "company"},
        {"herald-06.txt", "Herald", "2025-04-20", "Northline Ferries", "supports", 0.9, "the night ferry",
         "The company pushes for the night ferry.", "company", 2},
        {"herald-06.txt", "Herald", "2025-04-20", "fishers", "opposes", -0.6, "dredging",
         "Fishers fear dredging.", "anonymous", 4},
        {"herald-06.txt", "Herald", "2025-04-20", "Tomas Ek", "worried", -0.4, "fish stocks",
         "Tomas Ek worries about fish stocks.", "person", 5},
        {"herald-06.txt", "Herald", "2025-04-20", "Tomas Ek", "opposes", -0.6, "dredging",
         "He is against dredging.", "person", 6},
        {"beacon-07.txt", "Beacon", "2025-05-02", "the council", "approves", 0.5, "the harbour budget",
         "The council approved the harbour budget.", "institution"},
        {"beacon-07.txt", "Beacon", "2025-05-02", "Beacon", "critical", -0.5, "the council",
         "A late and muddled vote.", "media", 2},
        {"beacon-07.txt", "Beacon", "2025-05-02", "Odd Fenwick", "supports", 0.7, "the night ferry",
         "Fenwick still backs it.", "person", 3},
        {"beacon-07.txt", "Beacon", "2025-05-02", "Ines Aumont", "critical", -0.4, "ferry fares",
         "Aumont called ferry fares too low.", "person", 4},
        {"tidewatch-08.txt", "Tidewatch", "2025-05-03", "Sel Marchetti", "optimistic", 0.6, "ferry jobs",
         "Sel Marchetti expects forty ferry jobs.", "person", 2},
        {"tidewatch-08.txt", "Tidewatch", "2025-05-03", "Dockers' Union", "supports", 0.6, "ferry jobs",
         "The Dockers' Union welcomed them.", "organisation", 3},
        {"tidewatch-08.txt", "Tidewatch", "2025-05-03", "Green List", "worried", -0.5, "noise at night",
         "The Green List warned of noise at night.", "organisation", 4},
    };
}

const std::vector<std::string>& hostile_names() {
    static const std::vector<std::string> kNames{
        "Kim <b>bold</b> & \"Sons\"",
        "a \\ backslash \\",
        "]]> end of section",
        "tab\there and\nnew line\r\nand more",
        std::string("nul\0bell\a escape\x1b[31m", 22),
        "right\u202Eto left and zero\u200Bwidth",
        "broken \xC3 utf8 \xF0\x9F end",
        "lone surrogate \xED\xA0\x80 here",
        "noncharacters \xEF\xBF\xBE and \xEF\xBF\xBF",
        "node",
        "edge",
        "GRAPH",
        "subgraph",
        "\U0001F680 rockets \U0001F468\u200D\U0001F469\u200D\U0001F467",
        "赵明昊",
        "Øystein Ångström",
        "  outer blanks  ",
        "...",
        "=cmd|' /C calc'!A0",
        "+1 -2 @sum",
        "INF inflation NaN",
        "a -> b; c {d} [e=f]",
        "100% %n %s <!-- no --> <?xml?> <![CDATA[x]]>",
        "O'Brien",
        "O’Brien",
        "x&amp;y &#10; &lt;",
        "a" + std::string(300, 'b') + " long",
        "weight",
        "Weight",
        "x",
        "true",
        "0",
    };
    return kNames;
}

/// A mixer rather than a distribution: the standard leaves distributions to the library.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}

    std::size_t below(std::size_t limit) { return engine_() % limit; }

    template <typename T>
    const T& pick(const std::vector<T>& choices) {
        return choices[below(choices.size())];
    }

private:
    std::mt19937 engine_;
};

std::string random_name(Dice& dice) {
    static const std::vector<std::string> kGiven{"Ada", "Bo", "Cleo", "Dara", "Emil", "Fay"};
    static const std::vector<std::string> kFamily{"Quill", "Fenwick", "Ek", "Aumont", "Pell", "Rask"};
    switch (dice.below(4)) {
        case 0:
            return dice.pick(hostile_names());
        case 1:
            return dice.pick(kFamily);
        default:
            return dice.pick(kGiven) + " " + dice.pick(kFamily);
    }
}

}  // namespace

Claim make_claim(const ClaimSketch& sketch) {
    Claim claim;
    claim.doc = sketch.document;
    claim.source.outlet = sketch.outlet;
    claim.source.date = sketch.date;
    claim.source.title = "Title of " + sketch.document;
    claim.speaker.name = sketch.speaker;
    claim.speaker.kind = sketch.kind;
    claim.speaker.text = sketch.speaker;
    claim.speaker.resolved_by = sketch.kind == "anonymous" ? "anonymous" : "name";
    claim.speaker.scope = sketch.kind == "anonymous" ? sketch.document : std::string();
    claim.speaker.span = {.begin = 0, .end = 5};
    claim.stance.label = sketch.stance;
    claim.stance.polarity = sketch.polarity;
    claim.subject.name = sketch.subject;
    claim.subject.text = sketch.subject;
    claim.subject.from = "phrase";
    claim.subject.span = {.begin = 20, .end = 30};
    claim.cue_text = sketch.stance;
    claim.cue = {.begin = 10 * sketch.line, .end = 10 * sketch.line + 4};
    claim.statement_kind = "indirect";
    claim.statement = {{.begin = 12, .end = 40}};
    claim.sentence = {.begin = 0, .end = 50};
    claim.line = sketch.line;
    claim.quote = sketch.quote;
    claim.rule = "sample_rule";
    claim.entry = sketch.stance;
    claim.certainty = 0.8;
    claim.id = "c:" + hex_hash_of(to_json(claim));
    return claim;
}

ClaimSketch says(std::string document, std::string speaker, std::string subject, std::string kind) {
    return {.document = std::move(document),
            .outlet = "Beacon",
            .date = "2025-03-04",
            .speaker = std::move(speaker),
            .stance = "supports",
            .polarity = 0.7,
            .subject = std::move(subject),
            .quote = "words",
            .kind = std::move(kind)};
}

std::vector<Claim> harbour_claims() {
    std::vector<Claim> claims;
    for (const ClaimSketch& sketch : harbour_sketches()) {
        claims.push_back(make_claim(sketch));
    }
    return claims;
}

std::vector<Claim> hostile_claims() {
    std::vector<Claim> claims;
    const auto& names = hostile_names();
    for (std::size_t index = 0; index < names.size(); ++index) {
        const std::string& subject = names[(index * 7 + 3) % names.size()];
        claims.push_back(make_claim({.document = "odd/" + std::to_string(index % 5) + ".txt",
                                     .outlet = names[(index + 5) % names.size()],
                                     .date = index % 3 == 0 ? "not a date" : "2024-02-29",
                                     .speaker = names[index],
                                     .stance = index % 4 == 0 ? subject : "supports",
                                     .polarity = index % 2 == 0 ? 1.0 : -1.0,
                                     .subject = subject,
                                     .quote = names[(index + 11) % names.size()] + " and " + names[index]}));
    }
    return claims;
}

std::vector<Claim> random_claims(std::uint32_t seed, std::size_t count) {
    static const std::vector<std::string> kStances{"supports", "opposes", "states", "worried", "optimistic"};
    static const std::vector<std::string> kKinds{"person", "company", "anonymous", "author", "unknown", ""};
    static const std::vector<std::string> kDates{"2025-01-31", "2024-12-31", "2025-06-01", "", "2025-02-30"};
    Dice dice(seed);
    std::vector<Claim> claims;
    for (std::size_t index = 0; index < count; ++index) {
        claims.push_back(make_claim(
            {.document = "doc" + std::to_string(dice.below(12)) + ".txt",
             .outlet = dice.below(4) == 0 ? random_name(dice) : "Beacon",
             .date = dice.pick(kDates),
             .speaker = random_name(dice),
             .stance = dice.below(12) == 0 ? random_name(dice) : dice.pick(kStances),
             .polarity = (static_cast<double>(dice.below(21)) - 10.0) / 10.0,
             .subject = dice.below(3) == 0 ? random_name(dice) : "subject " + std::to_string(dice.below(9)),
             .quote = random_name(dice) + " said so: " + random_name(dice),
             .kind = dice.pick(kKinds),
             .line = static_cast<std::uint32_t>(dice.below(90) + 1)}));
    }
    return claims;
}

}  // namespace stancegraph::testing
