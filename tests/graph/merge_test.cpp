#include <algorithm>
#include <array>
#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "exporters/format.hpp"
#include "graph/build.hpp"
#include "resolve/claim_file.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::harbour_claims;
using stancegraph::testing::hostile_claims;
using stancegraph::testing::random_claims;

namespace {

/// Everything that can be seen of a set: its claims and every file made of its graph.
std::string seen(const ClaimSet& claims) {
    std::ostringstream out;
    write_claims(claims.sorted(), out);
    const StanceGraph graph = build_graph(claims);
    for (const GraphFormat& format : graph_formats()) {
        write_graph(graph, format, {}, out);
    }
    for (const std::string& id : claims.disputed_ids()) {
        out << id << '\n';
    }
    return out.str();
}

/// Claims of which some share an id with another one of other content.
std::vector<Claim> disputed_claims(std::uint32_t seed) {
    std::vector<Claim> claims = random_claims(seed, 40);
    for (std::size_t index = 0; index + 7 < claims.size(); index += 5) {
        claims[index + 7].id = claims[index].id;
    }
    return claims;
}

}  // namespace

TEST_CASE("shards in any order, split and number make the same bytes", "[graph]") {
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        std::vector<Claim> claims = disputed_claims(seed);
        const std::string expected = seen(ClaimSet(claims));
        std::mt19937 engine(seed);
        for (int round = 0; round < 4; ++round) {
            for (std::size_t index = claims.size() - 1; index > 0; --index) {
                std::swap(claims[index], claims[engine() % (index + 1)]);
            }
            std::vector<ClaimSet> shards(1 + engine() % 6);
            for (const Claim& claim : claims) {
                shards[engine() % shards.size()].add(claim);
                shards[engine() % shards.size()].add(claim);  // and once more, maybe elsewhere
            }
            while (shards.size() > 1) {
                const std::size_t into = engine() % (shards.size() - 1);
                shards[into].merge(std::move(shards.back()));
                shards.pop_back();
            }
            CHECK(seen(shards.front()) == expected);
        }
    }
}

TEST_CASE("merging is associative, commutative and idempotent", "[graph]") {
    const auto merged = [](ClaimSet a, const ClaimSet& b) {
        a.merge(b);
        return a;
    };
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const std::vector<Claim> claims = disputed_claims(100 + seed);
        std::array<ClaimSet, 3> parts;
        for (std::size_t index = 0; index < claims.size(); ++index) {
            parts[(index * 7 + seed) % 3].add(claims[index]);
        }
        const auto& [a, b, c] = parts;
        CHECK(seen(merged(merged(a, b), c)) == seen(merged(a, merged(b, c))));
        CHECK(seen(merged(a, b)) == seen(merged(b, a)));
        CHECK(seen(merged(a, a)) == seen(a));
        CHECK(seen(merged(a, ClaimSet())) == seen(a));
    }
}

TEST_CASE("claims that went through a file make the same graph", "[graph]") {
    for (const auto& claims : {harbour_claims(), hostile_claims(), random_claims(3, 80)}) {
        std::ostringstream first;
        write_claims(ClaimSet(claims).sorted(), first);
        Diagnostics diagnostics;
        const auto file = std::make_shared<const InputFile>("claims.jsonl", first.str());
        const ClaimSet again(read_claims(file, diagnostics));
        CHECK(diagnostics.is_empty());
        std::ostringstream second;
        write_claims(again.sorted(), second);
        CHECK(second.str() == first.str());
        CHECK(seen(again) == seen(ClaimSet(read_claims(file, diagnostics))));
    }
}

TEST_CASE("of claims that share an id the smaller text stays, and the id is reported", "[graph]") {
    std::vector<Claim> claims = harbour_claims();
    claims.resize(2);
    claims[0].quote = "b";
    claims[1] = claims[0];
    claims[1].quote = "a";
    const ClaimSet set(claims);
    CHECK(set.size() == 1);
    CHECK(set.sorted().front().quote == "a");
    Diagnostics diagnostics;
    set.check_disputes(diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all().front().code == "SG3101");
}
