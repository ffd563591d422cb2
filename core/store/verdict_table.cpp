#include "store/verdict_table.hpp"

namespace stancegraph {

void VerdictTable::put(const StoredVerdict& verdict) {
    // A verdict costs a person's minute: it must survive more than a kill.
    database_->run("PRAGMA synchronous = FULL");
    Transaction transaction(*database_);
    database_->run(
        "CREATE TABLE IF NOT EXISTS verdict(id TEXT PRIMARY KEY, doc TEXT NOT NULL, cue_start INTEGER NOT "
        "NULL, "
        "words TEXT NOT NULL, rule TEXT NOT NULL, is_right INTEGER NOT NULL, wrong TEXT NOT NULL)");
    Statement put = database_->prepare("INSERT OR REPLACE INTO verdict VALUES(?, ?, ?, ?, ?, ?, ?)");
    put.bind(0, verdict.id).bind(1, verdict.doc).bind(2, std::int64_t{verdict.cue}).bind(3, verdict.words);
    put.bind(4, verdict.rule).bind(5, std::int64_t{verdict.is_right ? 1 : 0}).bind(6, verdict.wrong);
    put.run();
    transaction.commit();
}

std::vector<StoredVerdict> VerdictTable::all() {
    if (database_->number_of(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'verdict'") == 0) {
        return {};  // Nobody has judged anything yet.
    }
    Statement rows = database_->prepare(
        "SELECT id, doc, cue_start, words, rule, is_right, wrong FROM verdict ORDER BY doc, cue_start, id");
    std::vector<StoredVerdict> verdicts;
    while (rows.step()) {
        verdicts.push_back({.id = rows.text(0),
                            .doc = rows.text(1),
                            .cue = static_cast<std::uint32_t>(rows.number(2)),
                            .words = rows.text(3),
                            .rule = rows.text(4),
                            .is_right = rows.number(5) != 0,
                            .wrong = rows.text(6)});
    }
    return verdicts;
}

}  // namespace stancegraph
