#include <catch2/catch.hpp>

#include "reader_fixture.hpp"
#include "text/file_name.hpp"

using namespace stancegraph;

TEST_CASE("source_from_name takes outlet and date from the file name", "[text]") {
    struct Row {
        std::string name;
        std::string pattern;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"nyt_2016-03-05_polls.txt", "{outlet}_{date}_*", "nyt |  |  | 2016-03-05 | "},
        {"a/b/nyt_2016-03-05_polls.txt", "{outlet}_{date}_*", "nyt |  |  | 2016-03-05 | "},
        {"the_daily_2016-03-05_polls.txt", "{outlet}_{date}_*", "the_daily |  |  | 2016-03-05 | "},
        {"2016-03-05.nyt.x.txt", "{date}.{outlet}.*", "nyt |  |  | 2016-03-05 | "},
        {"20160305 Kim wins.md", "{date} {title}", " | Kim wins |  | 2016-03-05 | "},
        {"nyt/2016/03/05/polls.html", "{outlet}/{date}/*", "nyt |  |  | 2016-03-05 | "},
        {"nyt_2016-03-05", "{outlet}_{date}", "nyt |  |  | 2016-03-05 | "},
        {"nyt-2016-03-051", "{outlet}-{date}*", "no"},
        {"polls.txt", "{outlet}_{date}_*", "no"},
        {"nyt_soon_polls.txt", "{outlet}_{date}_*", "no"},
        {"polls.txt", "", "no"},
    }));
    INFO(row.name << " by " << row.pattern);
    const auto source = source_from_name(row.name, row.pattern);
    CHECK((source ? test::to_string(*source) : "no") == row.expected);
}

TEST_CASE("source_from_name takes little time for patterns with many stars", "[text]") {
    const std::string name(1000, 'a');
    CHECK_FALSE(source_from_name(name, "*a*a*a*a*a*a*a*a*b").has_value());
}

TEST_CASE("check_name_pattern names the part that does not exist", "[text]") {
    Diagnostics diagnostics;
    CHECK(check_name_pattern("{outlet}_{date}_*", diagnostics));
    CHECK_FALSE(check_name_pattern("{outlt}_{date}", diagnostics));
    CHECK(render(diagnostics) ==
          "error[SG2016]: the file name pattern '{outlt}_{date}' has no part called 'outlt'\n"
          "help: did you mean 'outlet'?\n");
}

TEST_CASE("the file name fills only what the file does not tell", "[text]") {
    Source source{.outlet = "Herald", .title = {}, .url = {}, .date = {}, .author = {}};
    fill_from_name(source, "nyt_2016-03-05_polls.txt", "{outlet}_{date}_*");
    CHECK(test::to_string(source) == "Herald |  |  | 2016-03-05 | ");
}
