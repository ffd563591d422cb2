#include "store/store.hpp"
#include "store/verdict_table.hpp"

#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include <catch2/catch.hpp>

#include "store/build_lock.hpp"

using namespace stancegraph;

namespace {

std::filesystem::path fresh_file(const std::string& name) {
    const std::filesystem::path folder =
        std::filesystem::path(STANCEGRAPH_BINARY_DIR) / "test_folders" / ("store-" + name);
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder / Store::kFileName;
}

/// A claim with another value in every member.
Claim full_claim() {
    Claim claim;
    claim.id = "c:0123456789abcdef";
    claim.doc = "a.txt";
    claim.source = {.outlet = "Gazette",
                    .title = "Fares",
                    .url = "https://example.org/a",
                    .date = "2025-03-04",
                    .author = "B. Line"};
    claim.speaker = {.name = "Ida Brandt",
                     .kind = "person",
                     .text = "She",
                     .span = {1, 4},
                     .resolved_by = "pronoun",
                     .is_guess = true,
                     .scope = "a.txt"};
    claim.stance = {.label = "opposes", .polarity = -0.7, .is_negated = true, .modality = "possible"};
    claim.subject = {.name = "bridge", .text = "the bridge", .span = {13, 23}, .from = "phrase"};
    claim.target = "Olaf Renz";
    claim.via = "Gazette";
    claim.judged_by = "AUTHOR";
    claim.cue_text = "opposes";
    claim.cue = {5, 12};
    claim.statement_kind = "mixed";
    claim.statement = {{5, 12}, {13, 23}};
    claim.sentence = {1, 24};
    claim.line = 3;
    claim.quote = "She opposes the bridge.";
    claim.rule = "stance_verb";
    claim.entry = "oppose";
    claim.certainty = 0.625;
    return claim;
}

DocumentId add_article(Store& store, const std::string& name) {
    Document document;
    document.name = name;
    document.source = full_claim().source;
    document.text = "\nShe opposes the bridge.\n";
    document.blocks = {{.span = {1, 24}, .block_class = BlockClass::body}};
    const StoredDocument stored{.own_name = name, .name = name, .content = content_hash(document)};
    return store.add_document(stored, document);
}

std::string fault_of(const std::filesystem::path& file, Database::Mode mode) {
    try {
        Store store(file, mode);
        static_cast<void>(store.documents());
        return "none";
    } catch (const StoreFault& fault) {
        return std::to_string(static_cast<int>(fault.kind())) + " " + fault.what();
    }
}

}  // namespace

TEST_CASE("a claim comes back from the project file as it was", "[store]") {
    Store store(fresh_file("claim"), Database::Mode::write);
    const DocumentId document = add_article(store, "a.txt");
    const ResultsChange change = store.put_results(
        document, {.claims = {full_claim()}, .attributions = {{.cue_start = 5, .record = "{}"}}});
    CHECK(change.gained == 1);
    REQUIRE(store.claims_of(document).size() == 1);
    CHECK(to_json(store.claims_of(document).front()) == to_json(full_claim()));

    Claim other = full_claim();
    other.id = "c:fedcba9876543210";
    const ResultsChange next = store.put_results(document, {.claims = {other}, .attributions = {}});
    CHECK(next.gained == 1);
    CHECK(next.lost == 1);
}

TEST_CASE("the views tell other programs who said what where", "[store]") {
    Store store(fresh_file("views"), Database::Mode::write);
    static_cast<void>(
        store.put_results(add_article(store, "a.txt"), {.claims = {full_claim()}, .attributions = {}}));
    Statement row =
        store.database().prepare("SELECT doc, outlet, date, speaker, stance, subject, line FROM claims");
    REQUIRE(row.step());
    std::string line;
    for (int column = 0; column < 7; ++column) {
        line += row.text(column) + "|";
    }
    CHECK(line == "a.txt|Gazette|2025-03-04|Ida Brandt|opposes|bridge|3|");
    CHECK(store.database().number_of("SELECT count(*) FROM sources") == 1);
}

TEST_CASE("nothing of a document is left when it is removed", "[store]") {
    Store store(fresh_file("removal"), Database::Mode::write);
    const DocumentId document = add_article(store, "a.txt");
    store.put_annotation(document, "x", std::vector<WordKey>{1, 2});
    static_cast<void>(store.put_results(
        document, {.claims = {full_claim()}, .attributions = {{.cue_start = 5, .record = "{}"}}}));
    store.remove_document(document);
    for (const char* table : {"document", "article", "word_keys", "claim", "attribution"}) {
        INFO(table);
        CHECK(store.database().number_of("SELECT count(*) FROM " + std::string(table)) == 0);
    }
}

TEST_CASE("a transaction that is not committed leaves nothing", "[store]") {
    Store store(fresh_file("transaction"), Database::Mode::write);
    {
        const Transaction transaction(store.database());
        static_cast<void>(add_article(store, "a.txt"));
    }
    CHECK(store.documents().empty());
}

TEST_CASE("a file that is no project file, or a newer one, is refused and left as it is", "[store]") {
    const auto file = fresh_file("foreign");
    std::ofstream(file) << "This is a letter, and no database at all, whatever its name says.\n";
    CHECK(fault_of(file, Database::Mode::read) == "3 " + file.string() + ": file is not a database");
    CHECK(fault_of(file, Database::Mode::write) == "3 " + file.string() + ": file is not a database");

    const auto foreign = fresh_file("other-program");
    Database(foreign, Database::Mode::write).run("CREATE TABLE t(x)");
    CHECK(fault_of(foreign, Database::Mode::write) == "3 it is no project file of stancegraph");

    const auto newer = fresh_file("newer");
    Store(newer, Database::Mode::write).database().run("PRAGMA user_version = 99");
    CHECK(fault_of(newer, Database::Mode::read) == "5 it has version 99, this program knows up to 4");

    const auto older = fresh_file("older");
    {
        Store store(older, Database::Mode::write);
        static_cast<void>(add_article(store, "a.txt"));
        VerdictTable(store.database()).put({.id = "c:1", .doc = "a.txt", .cue = 7, .is_right = true});
        store.database().run("PRAGMA user_version = 1");
    }
    CHECK(fault_of(older, Database::Mode::read) == "4 an older version of the program wrote it");
    CHECK(fault_of(older, Database::Mode::write) == "none");
    Store begun_anew(older, Database::Mode::read);
    CHECK(begun_anew.documents().empty());
    CHECK(VerdictTable(begun_anew.database()).all().size() == 1);  // What people said cannot be made again.
    CHECK(fault_of(fresh_file("none"), Database::Mode::read).starts_with("0 "));
}

TEST_CASE("verdicts are kept, the last one on each claim", "[store]") {
    const auto file = fresh_file("verdicts");
    Store store(file, Database::Mode::write);
    VerdictTable table(store.database());
    CHECK(table.all().empty());
    table.put(
        {.id = "c:2", .doc = "b.txt", .cue = 3, .words = "A -> opposes -> b", .rule = "r", .is_right = true});
    table.put(
        {.id = "c:1", .doc = "b.txt", .cue = 9, .words = "A -> states -> b", .rule = "r", .is_right = true});
    table.put({.id = "c:2",
               .doc = "b.txt",
               .cue = 3,
               .words = "A -> opposes -> b",
               .rule = "r",
               .wrong = "stance"});
    Store reader(file, Database::Mode::read);
    std::string told;
    for (const StoredVerdict& verdict : VerdictTable(reader.database()).all()) {
        told += verdict.id + ' ' + std::to_string(verdict.cue) + ' ' + verdict.words + ' ' + verdict.rule +
                ' ' + (verdict.is_right ? "right" : "wrong " + verdict.wrong) + '\n';
    }
    CHECK(told == "c:2 3 A -> opposes -> b r wrong stance\nc:1 9 A -> states -> b r right\n");
}

TEST_CASE("a damaged project file is reported, and never more than that", "[store]") {
    const auto file = fresh_file("damaged");
    {
        Store store(file, Database::Mode::write);
        for (int article = 0; article < 50; ++article) {
            const DocumentId document = add_article(store, std::to_string(article) + ".txt");
            store.put_annotation(document, "x", std::vector<WordKey>{1, 2});
            static_cast<void>(store.put_results(
                document, {.claims = {full_claim()}, .attributions = {{.cue_start = 5, .record = "{}"}}}));
        }
    }
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    std::minstd_rand random(11);
    std::uint32_t faults = 0;
    for (int round = 0; round < 300; ++round) {
        std::string damaged = bytes.str();
        for (int change = 0; change < 8; ++change) {
            damaged[random() % damaged.size()] = static_cast<char>(random());
        }
        std::ofstream(file, std::ios::binary | std::ios::trunc) << damaged;
        try {
            Store store(file, Database::Mode::read);
            for (const StoredDocument& document : store.documents()) {
                static_cast<void>(store.article(document.id));
            }
            store.for_each_claim([](Claim&&) {});
            store.for_each_attribution([](std::string_view) {});
            store.for_each_word_keys([](DocumentId, std::span<const WordKey>) {});
        } catch (const StoreFault&) {
            ++faults;
        }
    }
    CHECK(faults > 0);
}

TEST_CASE("a second build waits for the first, and says so when it does not end", "[store]") {
    const std::filesystem::path folder = fresh_file("lock").parent_path();
    bool has_waited = false;
    {
        const BuildLock first(folder, std::chrono::milliseconds(0), [] {});
        CHECK_THROWS_WITH(BuildLock(folder, std::chrono::milliseconds(40), [&] { has_waited = true; }),
                          "another build holds the project");
        CHECK(has_waited);
    }
    const BuildLock second(folder, std::chrono::milliseconds(0), [] {});
}

TEST_CASE("decisions on actors are kept", "[store]") {
    Store store(fresh_file("decisions"), Database::Mode::write);
    CHECK(store.decisions().is_empty());
    const IdentityDecisions decisions{.same = {{"Ada Ek", "Ada \"Lind\""}}, .different = {{"Ada Ek", "Ek"}}};
    store.put_decisions(decisions);
    CHECK(store.decisions().same == decisions.same);
    CHECK(store.decisions().different == decisions.different);
}

TEST_CASE("outlines and stories are kept until their document goes", "[store]") {
    Store store(fresh_file("stories"), Database::Mode::write);
    const DocumentId first = add_article(store, "a.txt");
    const DocumentId second = add_article(store, "b.txt");
    store.put_outline(first, std::vector<std::uint32_t>{7, 8, 0});
    store.put_outline(second, std::vector<std::uint32_t>{});
    CHECK_FALSE(store.has_all_stories());
    store.put_story(first, first);
    store.put_story(second, first);
    store.put_comparison({.first = first, .second = second, .is_one_story = true});
    CHECK(store.has_all_stories());
    const auto seen = [&store] {
        std::string text;
        store.for_each_outline(
            [&](DocumentId, Outline&& outline) { text += std::to_string(outline.words.size()) + " "; });
        store.for_each_story([&](const std::string& document, const std::string& story) {
            text += document + "=" + story + " ";
        });
        store.for_each_comparison([&](const StoredComparison& stored) {
            text += std::to_string(stored.first) + "~" + std::to_string(stored.second);
        });
        return text;
    };
    CHECK(seen() == "3 0 a.txt=a.txt b.txt=a.txt 1~2");
    store.remove_document(second);
    CHECK_FALSE(store.has_all_stories());
    CHECK(seen() == "3 ");
}
