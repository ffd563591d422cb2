#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/identity_decisions.hpp"
#include "graph/stories.hpp"
#include "match/footprint.hpp"
#include "resolve/claim.hpp"
#include "store/claim_table.hpp"
#include "store/database.hpp"
#include "text/corpus.hpp"
#include "text/document.hpp"

/// The project file: what `build` has read, annotated and found, so that the next build does only what is
/// new. SQLite 3 in write-ahead mode; the views `claims` and `sources` are for other programs.
namespace stancegraph {

using InputId = std::int64_t;

/// An input that was read without any complaint.
struct StoredInput {
    InputId id = 0;
    std::string path;
    std::string name;         ///< As Input::name.
    std::uint64_t begin = 0;  ///< As Input::begin and end.
    std::uint64_t end = 0;
    FileStamp stamp;
};

/// What is kept of a document besides its text.
struct StoredDocument {
    DocumentId id = 0;
    InputId input = 0;
    std::uint32_t position = 0;   ///< Among the documents of its input.
    std::string own_name;         ///< As the reader named it.
    std::string name;             ///< As it is called in the project, where another one may have its name.
    std::uint64_t content = 0;    ///< content_hash of the document.
    std::optional<Reach> undone;  ///< What has to be done again before its claims are those of the rules.
};

/// A document with its annotation in the form of annotation_bytes; empty where it has none.
struct StoredArticle {
    Document document;
    std::string annotation;
};

struct StoredAttribution {
    std::uint32_t cue_start = 0;
    std::string record;  ///< Its line of attributions.jsonl.

    friend auto operator<=>(const StoredAttribution&, const StoredAttribution&) = default;
};

/// As Comparison; first < second.
struct StoredComparison {
    DocumentId first = 0;
    DocumentId second = 0;
    bool is_one_story = false;
};

/// What one document gave.
struct DocumentResults {
    std::vector<Claim> claims;
    std::vector<StoredAttribution> attributions;
};

/// How many claims, by id, the results of a document have which those before had not, and the reverse.
struct ResultsChange {
    std::uint64_t gained = 0;
    std::uint64_t lost = 0;
};

/// Equal for documents that give the same annotation and claims, but for the document's name.
[[nodiscard]] std::uint64_t content_hash(const Document& document);

/// A project file. Not for two threads at once, but each thread may open one of its own. Everything throws
/// StoreFault where the file cannot be used.
class Store {
public:
    static constexpr const char* kFileName = "stances.db";

    /// Mode::write makes the file where it is missing.
    Store(const std::filesystem::path& file, Database::Mode mode);

    [[nodiscard]] Database& database() { return database_; }

    [[nodiscard]] std::vector<StoredInput> inputs();
    /// By input, then position.
    [[nodiscard]] std::vector<StoredDocument> documents();
    /// The document of that name; nothing where there is none.
    [[nodiscard]] std::optional<DocumentId> find_document(std::string_view name);
    /// Nothing where there is no such document. What is damaged comes as an empty annotation.
    [[nodiscard]] std::optional<StoredArticle> article(DocumentId document);
    /// Hands out the word keys of all documents, in the order of the ids.
    void for_each_word_keys(const std::function<void(DocumentId, std::span<const WordKey>)>& visit);
    /// Hands out what the search for stories needs of each document, in the order of the ids.
    void for_each_outline(const std::function<void(DocumentId, Outline&&)>& visit);
    /// Hands out the pairs that were compared, by their documents.
    void for_each_comparison(const std::function<void(const StoredComparison&)>& visit);
    /// No document waits for its story: none is new, and none has gone that others shared a story with.
    [[nodiscard]] bool has_all_stories();
    /// Hands out the names of each document and of the one that stands for its story.
    void for_each_story(
        const std::function<void(const std::string& document, const std::string& story)>& visit);
    /// What the rules of the last build say of who is who.
    [[nodiscard]] IdentityDecisions decisions();
    void put_decisions(const IdentityDecisions& decisions);
    /// Hands out all claims, by document, cue and id.
    void for_each_claim(const std::function<void(Claim&&)>& visit);
    /// By cue and id.
    [[nodiscard]] std::vector<Claim> claims_of(DocumentId document);
    /// Hands out the lines of attributions.jsonl, by name of the document, cue and text.
    void for_each_attribution(const std::function<void(std::string_view line)>& visit);

    /// A value kept under a key; nothing where there is none.
    [[nodiscard]] std::optional<std::string> state(std::string_view key);
    void put_state(std::string_view key, std::string_view value);

    [[nodiscard]] InputId put_input(const StoredInput& input);
    void remove_input(InputId input);
    /// Adds a document without annotation and results. `stored.id` does not count.
    [[nodiscard]] DocumentId add_document(const StoredDocument& stored, const Document& document);
    /// Changes where a document comes from and what it is called, and with `undone` what has to be done.
    void update_document(const StoredDocument& stored);
    void put_annotation(DocumentId document, std::string_view bytes, std::span<const WordKey> keys);
    /// The document and the others of its story wait for theirs then.
    void put_outline(DocumentId document, std::span<const std::uint32_t> words);
    /// `first` stands for the story of the document.
    void put_story(DocumentId document, DocumentId first);
    void put_comparison(const StoredComparison& comparison);
    /// Replaces the results of the document; nothing is undone then. Only what differs is written.
    ResultsChange put_results(DocumentId document, const DocumentResults& results);
    /// The others of its story wait for theirs then.
    void remove_document(DocumentId document);
    /// At least that much has to be done for the document.
    void mark_undone(DocumentId document, Reach reach);
    /// All inputs count as changed.
    void forget_stamps();

private:
    ResultsChange put_claims(DocumentId document, const std::vector<Claim>& claims);
    /// The document and the others of its story wait for theirs then.
    void forget_story(DocumentId document);
    void put_attributions(DocumentId document, const std::vector<StoredAttribution>& attributions);

    Database database_;
};

}  // namespace stancegraph
