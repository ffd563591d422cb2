#include <fstream>
#include <functional>
#include <memory>
#include <random>
#include <set>
#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "base/bytes.hpp"
#include "pipeline/build.hpp"
#include "pipeline/stored_articles.hpp"
#include "project_files.hpp"
#include "ruleset/load.hpp"

using namespace stancegraph;

namespace {

const std::string kSource = STANCEGRAPH_SOURCE_DIR;

const RuleSet& shipped() {
    static const RuleSet rules = [] {
        Diagnostics diagnostics;
        RuleSet loaded = load_rules({kSource + "/rules", kSource + "/corpus/harbour/rules"}, diagnostics);
        REQUIRE_FALSE(diagnostics.has_errors());
        return loaded;
    }();
    return rules;
}

std::unique_ptr<const Engine> engine_of(RuleSet rules) {
    Diagnostics diagnostics;
    return std::make_unique<const Engine>(std::move(rules), diagnostics);
}

BuildStats build_folder(const std::string& folder, const Engine& engine, const std::filesystem::path& project,
                        Diagnostics& diagnostics) {
    std::istringstream nothing;
    const BuildOptions options{.read = engine.read_options(), .threads = 2};
    return build(
        engine, list_inputs({folder}, nothing, diagnostics), options, project,
        [](std::uint32_t, std::uint32_t) {}, diagnostics);
}

BuildStats build_folder(const std::string& folder, const Engine& engine,
                        const std::filesystem::path& project) {
    Diagnostics diagnostics;
    const BuildStats stats = build_folder(folder, engine, project, diagnostics);
    INFO(render(diagnostics));
    CHECK_FALSE(diagnostics.has_errors());
    return stats;
}

/// A random edit, as somebody who works on rules makes them.
class Editor {
public:
    explicit Editor(std::uint32_t seed) : random_(seed) {}

    std::string edit(RuleSet& rules) {
        static const std::vector<std::function<std::string(Editor&, RuleSet&)>> kEdits{
            [](Editor& editor, RuleSet& set) { return editor.remove_entry(set); },
            [](Editor& editor, RuleSet& set) { return editor.remove_entry(set); },
            [](Editor& editor, RuleSet& set) { return editor.change_entry(set); },
            [](Editor& editor, RuleSet& set) { return editor.switch_rule_off(set); },
            [](Editor& editor, RuleSet& set) { return editor.change_rule(set); },
            [](Editor& editor, RuleSet& set) { return editor.forget_names(set); },
            [](Editor& editor, RuleSet& set) { return editor.rename_subject(set); },
            [](Editor& editor, RuleSet& set) { return editor.change_stance(set); },
        };
        return kEdits[pick(kEdits.size())](*this, rules);
    }

private:
    std::size_t pick(std::size_t count) { return random_() % count; }

    std::string remove_entry(RuleSet& rules) {
        Lexicon& list = rules.lexicons[pick(rules.lexicons.size())];
        if (list.entries.empty()) {
            return "nothing";
        }
        const std::size_t at = pick(list.entries.size());
        const std::string text = list.name + " without " + list.entries[at].text;
        list.entries.erase(list.entries.begin() + static_cast<std::ptrdiff_t>(at));
        return text;
    }

    std::string change_entry(RuleSet& rules) {
        Lexicon& list = rules.lexicons[pick(rules.lexicons.size())];
        for (LexiconEntry& entry : list.entries) {
            entry.stance = entry.stance == kNoId ? kNoId : static_cast<StanceId>(pick(rules.stances.size()));
        }
        return "other stances in " + list.name;
    }

    std::string switch_rule_off(RuleSet& rules) {
        Rule& rule = rules.rules[pick(rules.rules.size())];
        rule.status = RuleStatus::off;
        return "without rule " + rule.name;
    }

    std::string change_rule(RuleSet& rules) {
        Rule& rule = rules.rules[pick(rules.rules.size())];
        rule.priority = static_cast<int>(pick(100));
        return "other priority of " + rule.name;
    }

    std::string forget_names(RuleSet& rules) {
        Actor& actor = rules.actors[pick(rules.actors.size())];
        actor.aliases.clear();
        actor.titles.clear();
        actor.pronouns = PronounSet::unknown;
        return "fewer names of " + actor.name;
    }

    std::string rename_subject(RuleSet& rules) {
        Subject& subject = rules.subjects[pick(rules.subjects.size())];
        const std::string text = "another name for " + subject.name;
        subject.name += " again";
        return text;
    }

    std::string change_stance(RuleSet& rules) {
        Stance& stance = rules.stances[pick(rules.stances.size())];
        stance.polarity = -stance.polarity;
        return "other polarity of " + stance.label;
    }

    std::minstd_rand random_;
};

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

/// A folder of three articles for one test.
std::filesystem::path small_corpus(const std::string& name) {
    const std::filesystem::path folder = fresh_project(name + "-articles").parent_path();
    write(folder / "a.txt", "Fares\n\nMayor Ida Brandt supports the ferry. She opposes the bridge.\n");
    write(folder / "b.txt", "Bridges\n\nMayor Ida Brandt praised the bridge.\n");
    write(folder / "c.txt", "Tolls\n\nPort chief Olaf Renz rejected the toll.\n");
    return folder;
}

std::size_t count_stories(const std::filesystem::path& project) {
    Store store(project, Database::Mode::read);
    return static_cast<std::size_t>(store.database().number_of("SELECT count(*) FROM stories"));
}

/// One of two stories, cut by so many sentences.
std::string report_of(std::size_t story, std::size_t cut) {
    static const std::vector<std::string> kTowns{"Arnhold", "Birkmark", "Corvey",  "Dellen", "Eschwege",
                                                 "Falster", "Gronau",   "Husavik", "Ilmen",  "Jarna"};
    std::string text = "Ferries\n\n";
    for (std::size_t town = cut; town < kTowns.size(); ++town) {
        text +=
            (story == 0 ? "The council of " + kTowns[town] + " supports the ferry from the old harbour. "
                        : "Engineers inspected a broken crane near " + kTowns[town] + " after the storm. ");
    }
    return text + "\n";
}

}  // namespace

TEST_CASE("after any edit of the rules a build gives what a new one would give", "[pipeline]") {
    const auto project = fresh_project("edited");
    static_cast<void>(build_folder(kSource + "/corpus", *engine_of(shipped()), project));
    RuleSet edited = shipped();
    Editor editor(20);
    for (std::uint32_t at = 0; at < 16; ++at) {
        const std::string what = editor.edit(edited);
        const auto engine = engine_of(edited);
        const BuildStats stats = build_folder(kSource + "/corpus", *engine, project);
        const auto fresh = fresh_project("fresh");
        static_cast<void>(build_folder(kSource + "/corpus", *engine, fresh));
        INFO(at << ": " << what << ", " << stats.matched << " matched, " << stats.annotated << " annotated");
        CHECK(contents_of(project) == contents_of(fresh));
    }
}

TEST_CASE("an edit of one word touches the articles that have it", "[pipeline]") {
    const auto project = fresh_project("one-word");
    const std::string articles = small_corpus("one-word").string();
    const BuildStats first = build_folder(articles, *engine_of(shipped()), project);
    CHECK(first.documents == 3);
    CHECK(first.annotated == 3);
    CHECK(first.claims_gained == 4);

    RuleSet edited = shipped();
    for (Lexicon& list : edited.lexicons) {
        std::erase_if(list.entries, [](const LexiconEntry& entry) { return entry.head == "praise"; });
    }
    const BuildStats second = build_folder(articles, *engine_of(edited), project);
    CHECK(second.annotated == 0);
    CHECK(second.matched == 1);
    CHECK(second.claims_lost == 1);

    const BuildStats third = build_folder(articles, *engine_of(edited), project);
    CHECK(third.annotated + third.matched + third.removed == 0);
}

TEST_CASE("what another program made is made again, as far as the programs differ", "[pipeline]") {
    const auto project = fresh_project("program");
    const std::string articles = small_corpus("program").string();
    const auto engine = engine_of(shipped());
    static_cast<void>(build_folder(articles, *engine, project));
    const std::string before = contents_of(project);
    // The parts of the program in the order of Reach: matching, annotation, reading.
    const auto built_by_another = [&](std::size_t part) {
        Store store(project, Database::Mode::write);
        const std::string state = store.state("program").value();
        ByteReader in(state);
        ByteWriter out;
        for (std::size_t index = 0; index < kReaches; ++index) {
            out.number(in.number() ^ (index == part ? 1U : 0U));
        }
        CHECK(in.is_done());
        store.put_state("program", out.take());
    };
    built_by_another(0);
    BuildStats stats = build_folder(articles, *engine, project);
    CHECK(stats.annotated == 0);
    CHECK(stats.matched == 3);
    for (const std::size_t part : {1U, 2U}) {
        built_by_another(part);
        stats = build_folder(articles, *engine, project);
        CHECK(stats.annotated == 3);
    }
    stats = build_folder(articles, *engine, project);
    CHECK(stats.annotated + stats.matched == 0);
    CHECK(contents_of(project) == before);
}

TEST_CASE("files that change, move, go and come are read again, and only they", "[pipeline]") {
    const auto project = fresh_project("files");
    const std::filesystem::path folder = small_corpus("files");
    const auto engine = engine_of(shipped());
    static_cast<void>(build_folder(folder.string(), *engine, project));

    write(folder / "b.txt", "Bridges\n\nMayor Ida Brandt denounced the bridge.\n");
    BuildStats stats = build_folder(folder.string(), *engine, project);
    CHECK(stats.annotated == 1);
    CHECK(stats.removed == 1);  // what b.txt said before

    std::filesystem::rename(folder / "c.txt", folder / "d.txt");
    stats = build_folder(folder.string(), *engine, project);
    CHECK(stats.annotated == 0);
    CHECK(stats.matched == 1);  // its claims are those of another document
    CHECK(stats.removed == 0);

    std::filesystem::remove(folder / "a.txt");
    write(folder / "e.txt", "Tunnels\n\nMayor Ida Brandt supports the tunnel.\n");
    stats = build_folder(folder.string(), *engine, project);
    CHECK(stats.annotated == 1);
    CHECK(stats.removed == 1);
    CHECK(stats.documents == 3);

    const auto fresh = fresh_project("files-fresh");
    static_cast<void>(build_folder(folder.string(), *engine, fresh));
    CHECK(contents_of(project) == contents_of(fresh));
}

TEST_CASE("stories are those of a new build, whichever articles come and go", "[pipeline]") {
    const auto project = fresh_project("stories");
    const std::filesystem::path folder = fresh_project("stories-articles").parent_path();
    const auto engine = engine_of(shipped());
    std::minstd_rand random(7);
    std::set<std::size_t> numbers_of_stories;
    for (int round = 0; round < 16; ++round) {
        const std::string name = std::string(1, static_cast<char>('a' + random() % 6)) + ".txt";
        if (round > 5 && random() % 3 == 0) {
            std::filesystem::remove(folder / name);
        } else {
            write(folder / name, report_of(random() % 2, random() % 3));
        }
        INFO("round " << round << ", " << name);
        static_cast<void>(build_folder(folder.string(), *engine, project));
        const auto fresh = fresh_project("stories-fresh");
        static_cast<void>(build_folder(folder.string(), *engine, fresh));
        REQUIRE(contents_of(project) == contents_of(fresh));
        numbers_of_stories.insert(count_stories(project));
    }
    CHECK(numbers_of_stories == std::set<std::size_t>{1, 2});
}

TEST_CASE("a bad input and a name that is taken are reported by every build", "[pipeline]") {
    const auto project = fresh_project("faults");
    const std::filesystem::path folder = small_corpus("faults");
    write(folder / "n.jsonl", "{\"id\": \"a.txt\", \"text\": \"Ida Brandt supports the ferry.\"}\n{broken\n");
    const auto engine = engine_of(shipped());
    std::string first;
    for (int round = 0; round < 3; ++round) {
        Diagnostics diagnostics;
        const BuildStats stats = build_folder(folder.string(), *engine, project, diagnostics);
        CHECK(stats.documents == 4);
        first = first.empty() ? render(diagnostics) : first;
        CHECK(render(diagnostics) == first);
    }
    CHECK(first.find("SG2012") != std::string::npos);
    CHECK(first.find("n.jsonl:2") != std::string::npos);
}

TEST_CASE("a build that ends in its middle goes on where it ended", "[pipeline]") {
    const auto project = fresh_project("killed");
    const std::filesystem::path folder = fresh_project("killed-articles").parent_path();
    for (int article = 0; article < 700; ++article) {
        write(folder / (std::to_string(article) + ".txt"), "Mayor Ida Brandt supports the ferry.\n");
    }
    std::istringstream nothing;
    Diagnostics diagnostics;
    const auto engine = engine_of(shipped());
    const BuildOptions options{.read = engine->read_options(), .threads = 2};
    const auto stop = [](std::uint32_t, std::uint32_t documents) {
        if (documents == 600) {
            throw std::runtime_error("killed");
        }
    };
    const std::vector<Input> inputs = list_inputs({folder.string()}, nothing, diagnostics);
    CHECK_THROWS(build(*engine, inputs, options, project, stop, diagnostics));
    const BuildStats stats = build_folder(folder.string(), *engine, project);
    CHECK(stats.documents == 700);
    CHECK(stats.annotated < 400);  // what was written before the end is not done again
    const auto fresh = fresh_project("killed-fresh");
    static_cast<void>(build_folder(folder.string(), *engine, fresh));
    CHECK(contents_of(project) == contents_of(fresh));
}

TEST_CASE("an annotation that was damaged is made again", "[pipeline]") {
    const auto project = fresh_project("damaged");
    const std::string articles = small_corpus("damaged").string();
    static_cast<void>(build_folder(articles, *engine_of(shipped()), project));
    const std::string before = contents_of(project);
    {
        Store store(project, Database::Mode::write);
        store.database().run("UPDATE article SET annotation = x'00112233'; UPDATE document SET stale = 1");
    }
    const BuildStats stats = build_folder(articles, *engine_of(shipped()), project);
    CHECK(stats.annotated == 3);
    CHECK(contents_of(project) == before);
}
