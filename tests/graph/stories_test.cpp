#include "graph/stories.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <span>

#include <catch2/catch.hpp>

#include "graph/build.hpp"
#include "graph/sentence_alignment.hpp"
#include "graph/shared_features.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::ClaimSketch;
using stancegraph::testing::make_claim;

namespace {

using Sentence = std::vector<std::uint32_t>;

/// A sentence of ten words that no other `number` has.
Sentence sentence(std::uint32_t number) {
    Sentence words;
    for (std::uint32_t word = 1; word <= 10; ++word) {
        words.push_back(number * 100 + word);
    }
    return words;
}

/// The same in other words: six of the ten are kept, in another order.
Sentence reworded(std::uint32_t number) {
    const std::uint32_t base = number * 100;
    return {base + 4, base + 2, base + 50, base + 1, base + 7, base + 51, base + 3, base + 8, base + 52};
}

Outline article(const std::vector<Sentence>& sentences, std::string date = "2025-03-04") {
    Outline outline{.date = std::move(date), .words = {}};
    for (const Sentence& words : sentences) {
        outline.words.insert(outline.words.end(), words.begin(), words.end());
        outline.words.push_back(0);
    }
    return outline;
}

std::vector<Sentence> sentences(std::uint32_t first, std::uint32_t last) {
    std::vector<Sentence> all;
    for (std::uint32_t number = first; number <= last; ++number) {
        all.push_back(sentence(number));
    }
    return all;
}

std::vector<Sentence> reworded_sentences(std::uint32_t first, std::uint32_t last) {
    std::vector<Sentence> all;
    for (std::uint32_t number = first; number <= last; ++number) {
        all.push_back(reworded(number));
    }
    return all;
}

std::vector<Sentence> joined(std::vector<Sentence> first, const std::vector<Sentence>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

std::vector<std::uint32_t> stories_of_articles(const std::vector<Outline>& articles) {
    Comparisons known;
    return find_stories(articles, known);
}

/// Three articles of each: the first, a rewrite, and one that took over its middle.
std::vector<Outline> twelve_stories() {
    std::vector<Outline> articles;
    for (std::uint32_t story = 0; story < 12; ++story) {
        const std::uint32_t first = 1 + story * 40;
        articles.push_back(article(sentences(first, first + 19)));
        articles.push_back(article(reworded_sentences(first + 2, first + 16), "2025-03-09"));
        articles.push_back(article(joined(sentences(first + 4, first + 14), sentences(900, 903))));
    }
    return articles;
}

std::vector<Sentence> turned(std::vector<Sentence> all) {
    std::ranges::reverse(all);
    return all;
}

}  // namespace

TEST_CASE("reprints and rewrites are one story, other reports of the same are not", "[graph]") {
    struct Row {
        std::string what;
        Outline first;
        Outline second;
        bool is_one_story;
    };

    const Outline original = article(sentences(1, 20));
    const auto row = GENERATE_COPY(values<Row>({
        {"the same words", original, original, true},
        {"the same words a year later", original, article(sentences(1, 20), "2026-03-04"), true},
        {"the first five sentences", original, article(sentences(1, 5)), true},
        {"a new lead and end", original, article(joined(sentences(30, 33), sentences(2, 12))), true},
        {"ten sentences reworded among others", original,
         article(joined(reworded_sentences(4, 13), sentences(40, 55))), true},
        {"the same, but their order is another one", original,
         article(joined(turned(reworded_sentences(4, 13)), sentences(40, 55))), false},
        {"the same, but two months later", original,
         article(joined(reworded_sentences(4, 13), sentences(40, 55)), "2025-05-06"), false},
        {"the same without a date", original,
         article(joined(reworded_sentences(4, 13), sentences(40, 55)), ""), true},
        {"five sentences of a speech in a report of its own", original,
         article(joined(sentences(6, 10), sentences(40, 59))), false},
        {"nothing in common", original, article(sentences(40, 59)), false},
        {"two sentences only", article(sentences(1, 2)), article(sentences(1, 9)), false},
        {"no words at all", article({}), article({}), false},
    }));
    INFO(row.what);
    const auto stories = stories_of_articles({row.first, row.second});
    CHECK(stories ==
          (row.is_one_story ? std::vector<std::uint32_t>{0, 0} : std::vector<std::uint32_t>{0, 1}));
}

TEST_CASE("stories do not depend on the order of the articles", "[graph]") {
    const std::vector<Outline> articles = twelve_stories();
    std::vector<std::uint32_t> order(articles.size());
    for (std::uint32_t index = 0; index < order.size(); ++index) {
        order[index] = index;
    }
    std::mt19937 engine(5);
    for (int round = 0; round < 5; ++round) {
        std::vector<Outline> shuffled;
        for (const std::uint32_t index : order) {
            shuffled.push_back(articles[index]);
        }
        const auto stories = stories_of_articles(shuffled);
        std::vector<std::uint32_t> story_of(articles.size());
        for (std::size_t place = 0; place < order.size(); ++place) {
            story_of[order[place]] = order[stories[place]] / 3;
        }
        for (std::uint32_t index = 0; index < story_of.size(); ++index) {
            CHECK(story_of[index] == index / 3);
        }
        for (std::size_t index = order.size() - 1; index > 0; --index) {
            std::swap(order[index], order[engine() % (index + 1)]);
        }
    }
}

TEST_CASE("an article more is compared with the others, they are not compared again", "[graph]") {
    const std::vector<Outline> articles = twelve_stories();
    for (std::uint32_t count = 1; count < articles.size(); ++count) {
        INFO("article " << count << " comes to those before");
        Comparisons known;
        const std::span before(articles.data(), count);
        CHECK(find_stories(before, known).size() == count);
        const std::size_t compared = known.all().size();
        CHECK(find_stories(std::span(articles.data(), count + 1), known) ==
              stories_of_articles({articles.begin(), articles.begin() + count + 1}));
        for (const Comparison& made : std::span(known.all()).subspan(compared)) {
            CHECK(made.b == count);
        }
        CHECK((compared > 0 || count < 2));
    }
}

TEST_CASE("hundreds of copies stay one story, whatever they share with others", "[graph]") {
    std::vector<Outline> articles;
    for (std::uint32_t copy = 0; copy < 300; ++copy) {
        articles.push_back(article(joined(sentences(1, 15), {sentence(1000 + copy)})));
        articles.push_back(article(joined({sentence(7)}, sentences(2000 + copy * 10, 2005 + copy * 10))));
    }
    const auto stories = stories_of_articles(articles);
    for (std::uint32_t index = 0; index < stories.size(); ++index) {
        REQUIRE(stories[index] == (index % 2 == 0 ? 0 : index));
    }
}

TEST_CASE("sentences are aligned by their rare words", "[graph]") {
    const SentenceAlignment alignment = align_sentences(
        article(joined(reworded_sentences(3, 5), {sentence(1)})).words, article(sentences(1, 9)).words);
    CHECK(alignment.sentences == 4);
    CHECK(alignment.matched == 4);
    CHECK(alignment.in_order == 3);
}

TEST_CASE("features of few articles count for all pairs, of many for neighbours", "[graph]") {
    std::vector<Feature> features;
    for (std::uint32_t number = 0; number < 4; ++number) {
        features.push_back({.hash = 1, .article = number});
        features.push_back({.hash = 1, .article = number});  // a repeat counts once
    }
    CHECK(shared_features(features).size() == 6);
    for (std::uint32_t number = 4; number < 1000; ++number) {
        features.push_back({.hash = 1, .article = number});
    }
    const auto shared = shared_features(features);
    CHECK(shared.size() == 999);
    CHECK(std::ranges::all_of(shared, [](const SharedFeatures& pair) { return pair.b == pair.a + 1; }));
}

TEST_CASE("claims without their articles are compared by whole sentences", "[graph]") {
    const auto says = [](std::string document, std::string subject, std::string quote) {
        return make_claim({.document = std::move(document),
                           .outlet = "Beacon",
                           .date = "2025-03-04",
                           .speaker = "Ada Ek",
                           .stance = "supports",
                           .polarity = 0.7,
                           .subject = std::move(subject),
                           .quote = std::move(quote)});
    };
    const std::string first = "Ada Ek said on Monday that she would back the new tide wall.";
    const std::string second = "She called the dredging plan a gift to everyone who lives on the quay.";

    struct Row {
        std::string what;
        std::vector<Claim> claims;
        std::size_t stories;
    };

    const auto row = GENERATE_COPY(values<Row>({
        {"both sentences",
         {says("a", "wall", first), says("a", "dredging", second), says("b", "wall", first),
          says("b", "dredging", second)},
         1},
        {"one sentence", {says("a", "wall", first), says("b", "wall", first)}, 2},
        {"short sentences",
         {says("a", "wall", "She backs it."), says("a", "dredging", "She likes it."),
          says("b", "wall", "She backs it."), says("b", "dredging", "She likes it.")},
         2},
    }));
    INFO(row.what);
    const StanceGraph graph = build_graph(ClaimSet(row.claims), {.has_layout = false});
    CHECK(graph.info().stories == row.stories);
    CHECK(graph.info().documents == 2);

    ClaimSet compared(row.claims);  // their texts were compared and differ
    compared.link("a", "a");
    compared.link("b", "b");
    CHECK(build_graph(compared, {.has_layout = false}).info().stories == 2);
}

TEST_CASE("linked documents are one story by every link of every project", "[graph]") {
    const auto says = [](std::string document) {
        return make_claim({.document = std::move(document),
                           .outlet = "Beacon",
                           .date = "2025-03-04",
                           .speaker = "Ada Ek",
                           .stance = "supports",
                           .polarity = 0.7,
                           .subject = "tides",
                           .quote = "words"});
    };
    ClaimSet one({says("b"), says("c"), says("e")});
    one.link("c", "b");
    one.link("b", "b");
    ClaimSet other({says("c"), says("d")});
    other.link("c", "a");  // which has no claims
    other.link("d", "d");
    ClaimSet both = one;
    both.merge(other);
    ClaimSet reversed = other;
    reversed.merge(one);
    reversed.merge(one);
    for (const ClaimSet& merged : {both, reversed}) {
        const StanceGraph graph = build_graph(merged, {.has_layout = false});
        REQUIRE(graph.edge_count() == 1);
        CHECK(graph.edge(0).tally.documents == 4);
        CHECK(graph.edge(0).tally.stories == 3);
        CHECK(graph.edge(0).tally.positive == 3);
        std::set<std::string> names;
        for (const StoryIndex story : graph.table().stories) {
            names.insert(graph.story_name(story));
        }
        CHECK(names == std::set<std::string>{"a", "d", "e"});
    }
}
