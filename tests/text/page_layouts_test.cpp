#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "reader_fixture.hpp"
#include "text/paragraphs.hpp"

using namespace stancegraph;

namespace {

/// An invented article and, of other articles and the page, claims that must not become claims of this one.
struct Story {
    std::string title;
    std::array<std::string, 6> body;
    std::array<std::string, 6> planted;
};

const std::array<Story, 5> kStories{{
    {"Council splits over night ferry",
     {"The council of Saltmere debated the night ferry for the first time on Monday and left the hall "
      "without a decision.",
      "“The ferry is too expensive for a town of our size,” said Ilse Varga, the mayor. She warned of empty "
      "boats.",
      "Nadia Fenwright supports the ferry. She called the present timetable an insult to everybody who works "
      "at night.",
      "It was late.",
      "Dunstan Pell rejected the proposal and said that boats belonged to the past of the harbour.",
      "“We will vote in April,” said the clerk."},
     {"Union slams mayor over crane pay", "Fishermen oppose new buoys in the outer harbour",
      "The baker blames the council for the price of flour.", "Minister hails Northshore trains",
      "Readers praise our lighthouse series.",
      "The Quay supports local journalism and opposes hidden fees."}},
    {"Port authority wants a second crane",
     {"The port authority of Saltmere asked for a second crane on Friday, and the union was pleased with the "
      "plan at once.",
      "Ruth Kesteven, the harbour master, said that the old crane was safe but slow. She denied that the "
      "chain had ever broken.",
      "According to the authority, the new crane would pay for itself in nine years, or in seven if trade "
      "grows as expected.",
      "Nobody laughed.",
      "Lena Brandvold doubts the figures. The economist called them optimistic and wants to see the "
      "contracts.",
      "“Cranes are not toys,” she told the committee, which will meet again next week to hear the builders."},
     {"Pell accuses mayor of buying votes", "Swimmers demand warmer water in the town pool",
      "The minister regrets the closing of the pier, his office said.", "Nurses reject the new rota",
      "Many people like our weather page better than ever.",
      "We believe in open news and condemn paywalls."}},
    {"Students call for a later boat",
     {"Students at Northshore University want a boat after midnight, according to a survey by the student "
      "council on Tuesday.",
      "More than half of them said that they missed the last ferry at least once a month. Some sleep in the "
      "library instead.",
      "“It is absurd,” said Tove Marsh, who studies law. “The boats lie in the harbour all night, and so do "
      "the crews.”",
      "The company listened.",
      "Joris Amsel of Halden Ferries promised to look into it. He is confident that a trial could begin in "
      "May.",
      "The dockers’ union warned of long shifts, but it does not oppose the plan as such. It wants extra pay "
      "for night work."},
     {"Mayor condemns parking fees", "Old sailor criticises the new museum in the customs house",
      "The owner of the lighthouse rejected all offers, she said.", "Builders’ guild defends harbour bridge",
      "Our columnist thinks that the mayor is wrong.",
      "The Post thanks its supporters and rejects advertising for tobacco."}},
    {"Residents complain about noise on the quay",
     {"The Quayside Residents’ Association complained about the noise of the engines on Wednesday and asked "
      "for quiet hours.",
      "Its chair, Maud Terrick, said that the windows shook every evening at nine. She accused the company "
      "of ignoring her letters.",
      "Halden Ferries rejected the accusation and pointed to its new engines, which are said to be half as "
      "loud as the old ones.",
      "They are not.",
      "An expert who measured the noise for the association found values far above what the port rules "
      "allow.",
      "“We love the harbour,” Terrick insisted. “We only want to sleep.”"},
     {"Teachers back the school boat", "Pell welcomes visitors from the north and mocks the south",
      "The chamber of commerce opposes the market on Sundays.", "Herald apologises to the harbour master",
      "Critics call the new opera a failure.", "Subscribers love our crossword and hate the adverts."}},
    {"Economist warns of harbour bridge",
     {"A bridge over the harbour would cost twice as much as planned, Lena Brandvold said in a lecture on "
      "Thursday evening.",
      "The economist at Northshore University criticised the council for using prices from a time before the "
      "great flood.",
      "Dunstan Pell, who has championed the bridge for years, called her numbers an insult to the engineers "
      "of the region.",
      "She smiled at that.",
      "The builders’ guild defended its estimate. Its speaker said that steel would become cheaper again "
      "next year.",
      "The mayor was not in the hall. Her office declined to comment on the lecture, the bridge or the "
      "flood."},
     {"Fenwright hails the bicycle lane", "Harbour First opposes the statue of the poet on the quay",
      "The council regrets the error in last week's minutes.", "Dockers accuse the authority of spying",
      "The editor admires the poet and despises the statue.",
      "This paper endorses nobody and criticises everybody."}},
}};

std::string file_text(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
}

std::string filled(std::string page, const Story& story) {
    replace_all(page, "{{title}}", story.title);
    for (std::size_t at = 0; at < story.body.size(); ++at) {
        replace_all(page, "{{p" + std::to_string(at + 1) + "}}", story.body[at]);
        replace_all(page, "{{t" + std::to_string(at + 1) + "}}", story.planted[at]);
    }
    return page;
}

/// The text of the blocks from which claims come.
std::string told_text(const Document& document) {
    std::string text;
    for (const Block& block : document.blocks) {
        if (block.block_class == BlockClass::body || block.block_class == BlockClass::headline) {
            text += slice(document.text, block.span);
            text += '\n';
        }
    }
    return text;
}

}  // namespace

TEST_CASE("no page layout lets claims of other articles in, and all keep the article's own", "[text]") {
    std::vector<std::filesystem::path> layouts;
    const std::filesystem::path folder = std::filesystem::path(STANCEGRAPH_SOURCE_DIR) / "tests/golden/pages";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        layouts.push_back(entry.path());
    }
    std::ranges::sort(layouts);
    REQUIRE(layouts.size() >= 12);
    std::size_t planted = 0;
    std::string faults;
    for (const auto& layout : layouts) {
        for (const Story& story : kStories) {
            const Document document = test::read_one(filled(file_text(layout), story), Format::html);
            const std::string told = told_text(document);
            const std::string where = layout.filename().string() + ", " + story.title + ": ";
            faults +=
                document.source.title == story.title ? "" : where + "title " + document.source.title + "\n";
            for (const std::string& sentence : story.planted) {
                ++planted;
                CHECK(document.text.find(sentence) != std::string::npos);
                faults +=
                    told.find(sentence) == std::string::npos ? "" : where + "let in: " + sentence + "\n";
            }
            for (const std::string& sentence : story.body) {
                faults += told.find(sentence) != std::string::npos ? "" : where + "lost: " + sentence + "\n";
            }
        }
    }
    CHECK(planted >= 300);
    CHECK(faults == "");
}
