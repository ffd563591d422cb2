#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rule_examples.hpp"
#include "workbench/corpus_run.hpp"
#include "workbench/rule_desk.hpp"

namespace stancegraph {

struct SessionOptions {
    std::vector<RuleFolder> folders;
    std::vector<Document> documents;
    std::vector<std::string> annotations;  ///< annotation_bytes of the documents; empty where there are none.
    FileWriter write_file;
    std::uint32_t threads = 1;  ///< That run the corpus in the background.
};

/// An answer of the session: a JSON object, or one with `error` and `hint` where the wish cannot be met.
struct Answer {
    enum class Outcome : std::uint8_t { done, unknown, refused };

    Outcome outcome = Outcome::done;
    std::string json;
};

/// One sitting at the workbench: articles, rule files, and what an edit of the rules changes, while it is
/// typed. Values in, JSON out; may be called from several threads. While the edited rules do not load, those
/// that loaded last are run.
class Session {
public:
    explicit Session(SessionOptions options);

    /// The rule files (`path`, `name`, `folder`, `editable`, `edited`), the diagnostics of all texts on the
    /// desk, whether they load, how the rules' examples fare, and what the edit did to the corpus so far.
    [[nodiscard]] Answer state() const;
    /// The articles whose name, title, outlet, date or text holds `search` in any case; at most 500.
    [[nodiscard]] Answer articles(std::string_view search) const;
    /// An article's text with its marks, and its findings under the edited rules, those that the edit lost
    /// among them.
    [[nodiscard]] Answer article(std::uint32_t index) const;
    /// Why a sentence gives what it gives: its tree, near misses with an edit that could mend each, and
    /// beaten rules; under the edited rules, or the saved ones where the edited text does not load.
    [[nodiscard]] Answer sentence(std::uint32_t article, std::uint32_t sentence) const;
    /// The text of a rule file as saved and as edited.
    [[nodiscard]] Answer rule_file(std::uint32_t file) const;
    /// What the edit changed in the corpus, by rule and with the first 200 findings.
    [[nodiscard]] Answer changes() const;
    /// The graph of one article, or of the corpus: at most 80 edges with the most claims, laid out. With
    /// `search`, only edges of actors and subjects whose name holds it.
    [[nodiscard]] Answer article_graph(std::uint32_t article, std::string_view search) const;
    [[nodiscard]] Answer corpus_graph(std::string_view search) const;

    /// Takes the text of an editor; answers as `state`.
    Answer edit(std::uint32_t file, std::string text);
    /// The same, then writes the file.
    Answer save(std::uint32_t file, std::string text);
    /// Reads the file from disk, which ends its edit.
    Answer reread(std::uint32_t file);

    /// Waits until the corpus is done; for tests.
    void wait() const { corpus_->wait(); }

private:
    [[nodiscard]] RulePair rules() const;
    [[nodiscard]] Processed processed(std::uint32_t article, bool is_edited, Processor& processor) const;
    /// Loads the texts on the desk. Runs them where they load; those that ran before stay where they do not.
    void take_edits();
    /// Takes the files as saved for the rules that an edit is compared with, where they load.
    void load_saved();
    void check_examples();
    [[nodiscard]] Answer told_state() const;
    [[nodiscard]] Answer graph_of(std::vector<Claim> claims, std::string_view search) const;

    std::vector<Document> documents_;
    std::map<std::string, std::uint32_t, std::less<>> document_numbers_;  ///< By name.
    mutable std::mutex mutex_;  ///< Of all that follows but `corpus_`, which has its own.
    RuleDesk desk_;
    RulePair rules_;
    Diagnostics diagnostics_;  ///< Of the texts on the desk, also where they do not load.
    bool loads_ = true;
    ExampleStats examples_;       ///< Of the edited rules that run.
    std::uint64_t revision_ = 0;  ///< Of the edited rules that run.
    std::unique_ptr<CorpusRun> corpus_;
};

}  // namespace stancegraph
