#include <array>

#include <catch2/catch.hpp>

#include "run_program.hpp"
#include "small_project.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph::cli;
using stancegraph::testing::ClaimSketch;
using stancegraph::testing::make_claim;
using stancegraph::testing::says;

namespace {

/// A project as `merge` writes it, with claims and nothing else.
std::string claims_project(const std::string& name) {
    std::string lines;
    std::uint32_t line = 0;
    for (const auto& [document, speaker, subject] : std::vector<std::array<std::string, 3>>{
             {"a.txt", "Ada Ek", "tides"},
             {"a.txt", "Ada Ek", "fish"},
             {"b.txt", "Ada M. Ek", "tides"},
             {"c.txt", "Bo Rask", "fish"},
             {"d.txt", "Rask", "fish"},
             {"d.txt", "Mara Quill", "tides"},
             {"e.txt", "Odd Quill", "fish"},
             {"f.txt", "Quill", "tides"},
         }) {
        ClaimSketch sketch = says(document, speaker, subject);
        sketch.line = ++line;
        lines += to_json(make_claim(sketch)) + "\n";
    }
    const std::string folder = fresh_folder(name);
    write_file(folder + "/claims.jsonl", lines);
    return folder;
}

std::string built_with(const std::string& name, const std::string& actors) {
    const std::string folder = make_small_project(name);
    write_file(folder + "/rules/actors.yaml", "stancegraph: 1\nactors:\n" + actors);
    const Finished finished = run_program({"build", folder + "/articles", "--rules", folder + "/rules",
                                           "--only-rules", "-o", folder + "/out", "--quiet"});
    REQUIRE(finished.error.empty());
    return folder + "/out";
}

}  // namespace

TEST_CASE("actors list shows all, with other names and the article of whoever stays in it", "[cli]") {
    const Finished finished = run_program({"actors", "list", "-p", claims_project("actors_list")});
    CHECK(finished.code == 0);
    CHECK(finished.error.empty());
    CHECK(finished.out ==
          "actor       kind    claims  aliases    only_in\n"
          "Ada Ek      person       3  Ada M. Ek\n"
          "Bo Rask     person       2  Rask\n"
          "Mara Quill  person       1\n"
          "Odd Quill   person       1\n"
          "Quill       person       1             f.txt\n");
}

TEST_CASE("actors show tells why each form is taken for the actor", "[cli]") {
    const std::string project = claims_project("actors_show");
    CHECK(run_program({"actors", "show", "ek", "-p", project, "-f", "csv"}).out ==
          "actor,form,in_article,evidence,claims,documents\r\n"
          "Ada Ek,Ada Ek,Ada Ek,the name itself,2,1\r\n"
          "Ada Ek,Ada M. Ek,Ada M. Ek,\"the name itself, then full name, which has one middle initial "
          "only\",1,1"
          "\r\n");
    const Finished unknown = run_program({"actors", "show", "Bo Rusk", "-p", project});
    CHECK(unknown.code == 2);
    CHECK(unknown.error == "error[SG3001]: no actor called 'Bo Rusk'\nhelp: did you mean 'Bo Rask'?\n");
}

TEST_CASE("actors suggest gives the reason and the entry to paste", "[cli]") {
    CHECK(run_program({"actors", "suggest", "-p", claims_project("actors_suggest")}).out ==
          "# 'Quill' and 'Mara Quill': the surname of 2 people, of whom only this one speaks of the same "
          "subjects\n"
          "# both speak of: tides\n"
          "actors:\n"
          "  - name: Mara Quill\n"
          "    same_as: [Quill]\n"
          "    kind: person\n");
}

TEST_CASE("actors check gives the proof and the entry that mends it, and exits with 1", "[cli]") {
    const Finished surname = run_program({"actors", "check", "-p", claims_project("actors_check")});
    CHECK(surname.code == 1);
    CHECK(surname.error.empty());
    CHECK(surname.out ==
          "# surname of several: 'Quill' alone may be 'Mara Quill', 'Odd Quill'; each article keeps its own\n"
          "#   Quill: 'Quill' (the name itself; 1 claim in f.txt)\n"
          "# if it is one of them in all articles\n"
          "actors:\n"
          "  - name: Mara Quill\n"
          "    same_as: [Quill]\n");
    const Finished slip = run_program(
        {"actors", "check", "-p",
         built_with("actors_slip", "  - {name: Mara Quill, kind: person, different_from: [Dunstan Pel]}\n")});
    CHECK(slip.code == 1);
    CHECK(slip.out ==
          "# idle decision: nobody speaks as 'Dunstan Pel', which 'different_from' of 'Mara Quill' needs\n"
          "#   Dunstan Pell: 'Dunstan Pell' (the name itself; 1 claim in Beacon_2025-03-04_debate.txt)\n"
          "# did you mean 'Dunstan Pell'?\n"
          "actors:\n"
          "  - name: Mara Quill\n"
          "    different_from: [Dunstan Pell]\n");
    const Finished both = run_program(
        {"actors", "check", "-f", "csv", "-p",
         built_with("actors_both",
                    "  - {name: Mara Quill, kind: person, same_as: [Dunstan Pell], different_from: [dunstan "
                    "pell]}\n")});
    CHECK(both.code == 1);
    const std::string both_decided =
        ",\"'Mara Quill' and 'dunstan pell' are one by same_as, and different_from parts them\",";
    const std::string both_advice =
        ",\"take one of the two back: this line, or the same_as that leads from one to the other\",Mara "
        "Quill,different_from,dunstan pell\r\n";
    const std::string told_apart =
        ",\"'Mara Quill' and 'Dunstan Pell' are one by same_as, and both speak in "
        "'Beacon_2025-03-04_debate.txt'\",";
    const std::string apart_advice =
        ",\"if they are two, take the same_as out; to say so for good\",Mara Quill,different_from,Dunstan "
        "Pell\r\n";
    const std::string quill =
        "Mara Quill,Mara Quill,Mara Quill,the name itself,2,Beacon_2025-03-04_debate.txt; "
        "Herald_2025-03-05_again.txt";
    const std::string pell =
        "Mara Quill,Dunstan Pell,Dunstan Pell,\"the name itself, then same_as in the rules\",1,"
        "Beacon_2025-03-04_debate.txt";
    CHECK(both.out ==
          "number,finding,text,actor,form,in_article,evidence,claims,documents,advice,entry,key,value\r\n"
          "1,contradictory decisions" +
              both_decided + quill + both_advice + "1,contradictory decisions" + both_decided + pell +
              both_advice + "2,two given names" + told_apart + quill + apart_advice + "2,two given names" +
              told_apart + pell + apart_advice);
    const Finished fine =
        run_program({"actors", "check", "-p",
                     built_with("actors_fine",
                                "  - {name: Mara Quill, kind: person, different_from: [Dunstan Pell]}\n")});
    CHECK(fine.code == 0);
    CHECK(fine.out.empty());
}

TEST_CASE("actions of actors that are none are named", "[cli]") {
    const Finished finished = run_program({"actors", "chek"});
    CHECK(finished.code == 2);
    CHECK(finished.error == "error[SG0002]: 'actors' has no action 'chek'\nhelp: did you mean 'check'?\n");
    CHECK(run_program({"actors", "show"}).error ==
          "error[SG0006]: 'actors show' takes one name\nhelp: for example: stancegraph actors show \"Scott "
          "Bessent\"\n");
}
