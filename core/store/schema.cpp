#include "store/schema.hpp"

#include <fmt/format.h>

namespace stancegraph {
namespace {

constexpr std::int64_t kApplication = 0x53746E63;  ///< "Stnc"
/// To be raised with every change of the tables; files of older versions are built anew.
constexpr std::int64_t kVersion = 4;

/// Tables are for the program, views for people and their tools. Of a claim everything is a column, so that
/// SQL can ask for it; an attribution is kept as its line of attributions.jsonl. Long values stand in tables
/// of their own, because reading the short ones must not turn their pages.
constexpr const char* kSchema = R"sql(
CREATE TABLE state(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE input(
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, name TEXT NOT NULL, first_byte INTEGER NOT NULL, last_byte INTEGER NOT NULL,
  size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL,
  UNIQUE(path, first_byte));
CREATE TABLE document(
  id INTEGER PRIMARY KEY, input INTEGER NOT NULL, position INTEGER NOT NULL, own_name TEXT NOT NULL,
  name TEXT NOT NULL, content INTEGER NOT NULL, stale INTEGER NOT NULL, outlet TEXT NOT NULL, title TEXT NOT NULL,
  url TEXT NOT NULL, date TEXT NOT NULL, author TEXT NOT NULL);
CREATE INDEX document_name ON document(name);
CREATE TABLE article(
  document INTEGER PRIMARY KEY, text TEXT NOT NULL, layout BLOB NOT NULL, annotation BLOB NOT NULL);
CREATE TABLE word_keys(document INTEGER PRIMARY KEY, keys BLOB NOT NULL);
CREATE TABLE outline(document INTEGER PRIMARY KEY, words BLOB NOT NULL);
CREATE TABLE story(document INTEGER PRIMARY KEY, first INTEGER);
CREATE INDEX story_first ON story(first);
CREATE TABLE comparison(
  first INTEGER NOT NULL, second INTEGER NOT NULL, is_one_story INTEGER NOT NULL, PRIMARY KEY(first, second)) WITHOUT ROWID;
CREATE INDEX comparison_second ON comparison(second);
CREATE TABLE claim(
  document INTEGER NOT NULL, digest INTEGER NOT NULL, id TEXT NOT NULL, speaker TEXT NOT NULL, speaker_kind TEXT NOT NULL,
  speaker_text TEXT NOT NULL, speaker_start INTEGER NOT NULL, speaker_end INTEGER NOT NULL,
  resolved_by TEXT NOT NULL, is_guess INTEGER NOT NULL, scope TEXT NOT NULL, stance TEXT NOT NULL,
  polarity REAL NOT NULL, negated INTEGER NOT NULL, modality TEXT NOT NULL, subject TEXT NOT NULL,
  subject_text TEXT NOT NULL, subject_start INTEGER NOT NULL, subject_end INTEGER NOT NULL,
  subject_from TEXT NOT NULL, target TEXT NOT NULL, via TEXT NOT NULL, judged_by TEXT NOT NULL,
  cue TEXT NOT NULL, cue_start INTEGER NOT NULL, cue_end INTEGER NOT NULL, statement_kind TEXT NOT NULL,
  statement_spans TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
  line INTEGER NOT NULL, quote TEXT NOT NULL, rule TEXT NOT NULL, entry TEXT NOT NULL,
  certainty REAL NOT NULL);
CREATE INDEX claim_document ON claim(document);
CREATE TABLE attribution(document INTEGER NOT NULL, cue_start INTEGER NOT NULL, record TEXT NOT NULL);
CREATE INDEX attribution_document ON attribution(document);
CREATE VIEW sources AS
  SELECT document.name AS doc, document.outlet, document.title, document.url, document.date, document.author,
         (SELECT min(other.name) FROM story AS same JOIN document AS other ON other.id = same.document
          WHERE same.first = story.first) AS story
  FROM document LEFT JOIN story ON story.document = document.id;
CREATE VIEW stories AS
  SELECT min(document.name) AS story, count(*) AS documents, count(DISTINCT outlet) AS outlets,
         min(nullif(date, '')) AS first, max(nullif(date, '')) AS last
  FROM story JOIN document ON document.id = story.document GROUP BY story.first;
CREATE VIEW claims AS
  SELECT claim.id, document.name AS doc, outlet, title, url, date, author, story.first AS story_id, speaker,
         speaker_kind, scope, stance, polarity, negated, modality, subject, target, via, judged_by, cue,
         statement_kind, line, quote, rule, entry, certainty
  FROM claim JOIN document ON document.id = claim.document LEFT JOIN story ON story.document = claim.document;
CREATE VIEW edges AS
  SELECT speaker AS actor, scope, stance, subject,
         avg(CASE WHEN modality IN ('question', 'conditional') THEN 0 ELSE polarity END) AS polarity,
         max(certainty) AS certainty, count(*) AS claims, count(DISTINCT doc) AS documents,
         count(DISTINCT story_id) AS stories, count(DISTINCT outlet) AS outlets,
         min(nullif(date, '')) AS first, max(nullif(date, '')) AS last
  FROM claims WHERE speaker <> '' AND subject <> '' GROUP BY speaker, scope, stance, subject;
CREATE VIEW actors AS
  SELECT speaker AS actor, scope, max(speaker_kind) AS kind, count(*) AS claims,
         count(DISTINCT doc) AS documents, count(DISTINCT story_id) AS stories,
         count(DISTINCT outlet) AS outlets, min(nullif(date, '')) AS first, max(nullif(date, '')) AS last
  FROM claims WHERE speaker <> '' GROUP BY speaker, scope;
CREATE VIEW subjects AS
  SELECT subject, count(*) AS claims, count(DISTINCT speaker) AS actors, count(DISTINCT doc) AS documents,
         count(DISTINCT story_id) AS stories, count(DISTINCT outlet) AS outlets,
         min(nullif(date, '')) AS first, max(nullif(date, '')) AS last
  FROM claims WHERE subject <> '' GROUP BY subject;
)sql";

void run_formatted(Database& database, std::string_view pragma, std::int64_t value) {
    database.run(fmt::format("PRAGMA {} = {}", pragma, value).c_str());
}

}  // namespace

void check_schema(Database& database) {
    if (database.number_of("PRAGMA application_id") != kApplication) {
        throw StoreFault(StoreFault::Kind::damaged, "it is no project file of stancegraph");
    }
    const std::int64_t version = database.number_of("PRAGMA user_version");
    if (version > kVersion) {
        throw StoreFault(StoreFault::Kind::newer,
                         fmt::format("it has version {}, this program knows up to {}", version, kVersion));
    }
    if (version < kVersion) {
        throw StoreFault(StoreFault::Kind::older, "an older version of the program wrote it");
    }
}

void prepare_schema(Database& database) {
    database.run("PRAGMA journal_mode = WAL");
    database.run("PRAGMA synchronous = NORMAL");
    Transaction transaction(database);
    if (database.number_of("SELECT count(*) FROM sqlite_schema") == 0) {
        run_formatted(database, "application_id", kApplication);
        run_formatted(database, "user_version", kVersion);
        database.run(kSchema);
    }
    check_schema(database);
    transaction.commit();
}

}  // namespace stancegraph
