#include "workbench/session.hpp"

#include <catch2/catch.hpp>

#include "base/json.hpp"
#include "desk_fixture.hpp"
#include "pipeline/given_text.hpp"

using namespace stancegraph;
using namespace stancegraph::test;

namespace {

constexpr const char* kDebate = "Mara Quill opposes the night ferry. Dunstan Pell laments the night ferry.";

SessionOptions options_of(const std::string& folder) {
    SessionOptions options;
    options.folders = {{.path = folder, .is_editable = true}};
    options.documents = {document_of("debate.txt", kDebate),
                         document_of("quay.txt", "Ines Varga supports the new quay.")};
    options.write_file = plain_writer();
    options.threads = 2;
    return options;
}

json::Value parsed(const Answer& answer) {
    INFO(answer.json);
    json::Parsed value = json::parse(answer.json);
    REQUIRE(value.value.has_value());
    return std::move(*value.value);
}

/// `same Mara Quill -> opposes -> night ferry`, a line for each.
std::string lines_of(const json::Value& object, std::string_view list) {
    std::string lines;
    const json::Value* const items = object.find(list);
    REQUIRE(items != nullptr);
    for (const json::Value& item : *items->array()) {
        lines += item.text_of("status") + ' ' + item.text_of("text") + '\n';
    }
    return lines;
}

std::string findings_in(const Session& session, std::uint32_t article) {
    return lines_of(parsed(session.article(article)), "findings");
}

double number_in(const json::Value& object, std::string_view name) {
    const json::Value* const member = object.find(name);
    REQUIRE(member != nullptr);
    return member->number().value_or(-1.0);
}

std::string with_lament() {
    return replaced(kHarbourRules, "- oppose", "- oppose\n      - lament");
}

}  // namespace

TEST_CASE("an article is told with its marks and findings", "[workbench]") {
    const std::string folder = make_rule_folder("article");
    const Session session(options_of(folder));
    CHECK(
        session.article(0).json ==
        R"({"id":0,"name":"debate.txt","title":"","outlet":"","date":"","paragraphs":[{"class":"body","runs":[)"
        R"({"t":"Mara Quill","s":0,"m":[[0,"speaker"]]},{"t":" ","s":0},)"
        R"({"t":"opposes","s":0,"m":[[0,"cue"]]},{"t":" the ","s":0},)"
        R"({"t":"night ferry","s":0,"m":[[0,"subject"]]},{"t":".","s":0},{"t":" "},)"
        R"({"t":"Dunstan Pell laments the night ferry.","s":1}]}],"findings":[{"kind":"claim","status":"same",)"
        R"("text":"Mara Quill -> opposes -> night ferry","stance":"opposes","polarity":-0.7,"certainty":1,)"
        R"("speaker_by":"name","subject_from":"phrase","cue":11,"sentence":0,"rule":"stance_verb","title":"",)"
        R"("rule_file":0,"rule_line":13,"list":"con","entry":"oppose","entry_file":0,"entry_line":11,)"
        R"("modifiers":[]}]})");
    CHECK(session.article(2).outcome == Answer::Outcome::unknown);
    CHECK(session.article(2).json == R"({"error":"there is no such article","hint":"load the page again"})");
}

TEST_CASE("an edit shows what it gains and loses, here and in all articles, without being saved",
          "[workbench]") {
    const std::string folder = make_rule_folder("edit");
    Session session(options_of(folder));
    const json::Value state = parsed(session.edit(0, with_lament()));
    CHECK(state.find("loads")->boolean() == true);
    CHECK(findings_in(session, 0) ==
          "same Mara Quill -> opposes -> night ferry\ngained Dunstan Pell -> opposes -> night ferry\n");
    session.wait();
    const json::Value changes = parsed(session.changes());
    CHECK(lines_of(changes, "changes") == "gained Dunstan Pell -> opposes -> night ferry\n");
    CHECK(number_in(*changes.find("corpus"), "gained") == 1);
    CHECK(bytes_of_file(folder + "/harbour.yaml") == kHarbourRules);

    (void)session.edit(0, replaced(kHarbourRules, "- oppose", "- lament"));
    CHECK(findings_in(session, 0) ==
          "lost Mara Quill -> opposes -> night ferry\ngained Dunstan Pell -> opposes -> night ferry\n");
    (void)session.edit(0, kHarbourRules);
    session.wait();
    CHECK(lines_of(parsed(session.changes()), "changes").empty());
}

TEST_CASE("while the edited text does not load, the last good rules stay in use", "[workbench]") {
    Session session(options_of(make_rule_folder("broken")));
    (void)session.edit(0, with_lament());
    const json::Value state = parsed(session.edit(0, replaced(with_lament(), "| @con", "| @cno")));
    CHECK(state.find("loads")->boolean() == false);
    const json::Value& first = state.find("diagnostics")->array()->front();
    CHECK(first.text_of("code") == "SG1102");
    CHECK(first.text_of("message") == "no word list called @cno");
    CHECK(first.text_of("severity") == "error");
    CHECK(number_in(first, "file") == 0);
    CHECK(number_in(first, "line") == 15);
    CHECK(number_in(first, "column") == 24);
    CHECK(number_in(first, "length") == 4);
    CHECK(findings_in(session, 0) ==
          "same Mara Quill -> opposes -> night ferry\ngained Dunstan Pell -> opposes -> night ferry\n");
}

TEST_CASE("rules that do not load at the beginning: what is good of them runs", "[workbench]") {
    const std::string folder = make_rule_folder("broken-at-first");
    write_bytes(folder + "/worse.yaml", "stancegraph: 1\nrulez: []\n");
    const Session session(options_of(folder));
    CHECK(parsed(session.state()).find("loads")->boolean() == false);
    CHECK(findings_in(session, 0) == "same Mara Quill -> opposes -> night ferry\n");
}

TEST_CASE("a rule's examples are run on each edit", "[workbench]") {
    Session session(options_of(make_rule_folder("examples")));
    CHECK(number_in(*parsed(session.state()).find("examples"), "passed") == 1);
    const json::Value state = parsed(session.edit(0, replaced(kHarbourRules, "- oppose", "- lament")));
    CHECK(number_in(*state.find("examples"), "failed") == 1);
    CHECK(state.find("loads")->boolean() == true);
    CHECK(state.find("diagnostics")->array()->back().text_of("code") == "SG1401");
}

TEST_CASE("what is saved is what later edits are compared with", "[workbench]") {
    const std::string folder = make_rule_folder("save");
    Session session(options_of(folder));
    CHECK(session.save(0, with_lament()).outcome == Answer::Outcome::done);
    CHECK(bytes_of_file(folder + "/harbour.yaml") == with_lament());
    CHECK(findings_in(session, 0) ==
          "same Mara Quill -> opposes -> night ferry\nsame Dunstan Pell -> opposes -> night ferry\n");
    session.wait();
    CHECK(lines_of(parsed(session.changes()), "changes").empty());

    write_bytes(folder + "/harbour.yaml", kHarbourRules);
    const Answer refused = session.save(0, with_lament() + "# mine\n");
    CHECK(refused.outcome == Answer::Outcome::refused);
    CHECK(bytes_of_file(folder + "/harbour.yaml") == kHarbourRules);
    (void)session.reread(0);
    CHECK(findings_in(session, 0) == "same Mara Quill -> opposes -> night ferry\n");
    CHECK(session.save(7, "").outcome == Answer::Outcome::unknown);
}

TEST_CASE("a sentence is told with its tree and what came close", "[workbench]") {
    Session session(options_of(make_rule_folder("sentence")));
    (void)session.edit(0, replaced(kHarbourRules, "subject: cue >what", "subject: cue >prep(under)"));
    const json::Value told = parsed(session.sentence(0, 0));
    CHECK(told.text_of("text") == "Mara Quill opposes the night ferry.");
    CHECK(told.find("tree")->array()->front().string()->starts_with("opposes"));
    const json::Value& miss = told.find("near_misses")->array()->front();
    CHECK(miss.text_of("cue") == "opposes");
    CHECK(miss.text_of("rule") == "stance_verb");
    CHECK(miss.text_of("wanted") == "no subject: 'cue >prep(under)' found nothing");
    CHECK(session.sentence(0, 9).outcome == Answer::Outcome::unknown);
}

TEST_CASE("articles are found by name and by text, in any case", "[workbench]") {
    const Session session(options_of(make_rule_folder("search")));
    const auto found = [&session](std::string_view search) {
        std::string names;
        const json::Value told = parsed(session.articles(search));
        for (const json::Value& article : *told.find("articles")->array()) {
            names += article.text_of("name") + ' ';
        }
        return names;
    };
    CHECK(found("") == "debate.txt quay.txt ");
    CHECK(found("QUAY") == "quay.txt ");
    CHECK(found("dunstan") == "debate.txt ");
    CHECK(found("nobody").empty());
}

TEST_CASE("the graph is that of the edited rules", "[workbench]") {
    Session session(options_of(make_rule_folder("graph")));
    (void)session.edit(0, with_lament());
    session.wait();
    const json::Value all = parsed(session.corpus_graph(""));
    CHECK(all.find("edges")->array()->size() == 3);
    CHECK(all.find("vertices")->array()->size() == 5);
    CHECK(parsed(session.article_graph(0, "")).find("edges")->array()->size() == 2);
    const json::Value one = parsed(session.corpus_graph("pell"));
    REQUIRE(one.find("edges")->array()->size() == 1);
    const json::Value& evidence = one.find("edges")->array()->front().find("evidence")->array()->front();
    CHECK(number_in(evidence, "article") == 0);
    CHECK(evidence.text_of("quote") == "Dunstan Pell laments the night ferry.");
}
