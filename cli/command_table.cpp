#include <array>

#include "cli/command.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::array kCommands{
    Command{"build", "read articles, find who takes which stance on what, write claims and graphs",
            "  stancegraph build articles/ -o out/\n"
            "  zcat news.jsonl.gz | stancegraph build - --rules my-rules/ -o out/",
            run_build},
    Command{"query", "who takes which stance on what: filtered, counted, over time, against whom",
            "  stancegraph query --actor bessent --evidence\n"
            "  stancegraph query --subject \"H20 sales\" --by actor,stance --format csv\n"
            "  stancegraph query --where \"polarity < 0 and outlet != 'The Herald' and date >= 2025-08\"\n"
            "  stancegraph query --contradictions\n"
            "  stancegraph query --path \"Jensen Huang\" \"Scott Bessent\"",
            run_query},
    Command{"actors", "who was taken for whom and why, who else may be one, and what speaks against it",
            "  stancegraph actors list\n"
            "  stancegraph actors show Bessent\n"
            "  stancegraph actors suggest\n"
            "  stancegraph actors check",
            run_actors},
    Command{"networks", "show who is with whom: coalitions, polarization, what divides, who is central",
            "  stancegraph networks --min-sources 2\n"
            "  stancegraph networks --table phases --window 60 --step 30\n"
            "  stancegraph networks --nodes outlets --format json",
            run_networks},
    Command{"export", "write the graph, the claims or the attributions in another format",
            "  stancegraph export graph.graphml\n"
            "  stancegraph export attributions.jsonl -p out/",
            run_export},
    Command{"explain", "show why a sentence gives a claim or none",
            "  stancegraph explain \"Bessent is optimistic about H20 sales.\"\n"
            "  stancegraph explain article.txt:14\n"
            "  stancegraph explain c:9f3a -p out/\n"
            "  stancegraph explain --blocks page.html\n"
            "  stancegraph explain SG1104",
            run_explain},
    Command{"rules",
            "check rule files (lint), run their examples (test), count what they find (stats, measure)",
            "  stancegraph rules lint my-rules/\n"
            "  stancegraph rules test my-rules/\n"
            "  stancegraph rules stats --help",
            run_rules},
    Command{"watch", "follow the rules while they are edited: what each save gains and loses",
            "  stancegraph watch articles/ --rules my-rules/ -o out/", run_watch},
    Command{"review", "judge claims one by one: are they right?",
            "  stancegraph review -p out/ -n 50\n"
            "  stancegraph review --rule stance_verb --seed 2\n"
            "  stancegraph review --export-examples -",
            run_review},
    Command{"serve", "show articles, rules and claims on a page of this machine, and what an edit changes",
            "  stancegraph serve articles/ --rules my-rules/\n"
            "  stancegraph serve -p out/ --rules my-rules/ --open",
            run_serve},
    Command{"annotate", "print tokens, lemmas, tags and trees",
            "  stancegraph annotate article.txt --format conllu", run_annotate},
    Command{"merge", "merge claims of several builds into one project folder",
            "  stancegraph merge a/claims.jsonl b/claims.jsonl -o both/", run_merge},
    Command{"train", "train the model of English from treebanks, or measure one",
            "  stancegraph train train.conllu -o english.model\n"
            "  stancegraph train --evaluate test.conllu",
            run_train},
    Command{"help", "show this list, or the options of one command", "  stancegraph help build", run_help},
};

}  // namespace

std::span<const Command> commands() {
    return kCommands;
}

}  // namespace stancegraph::cli
