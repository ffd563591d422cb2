#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "match/footprint.hpp"
#include "workbench/finding.hpp"

namespace stancegraph {

/// What some rules find in one article. The ids in the findings are those of the engine that found them,
/// which may be an earlier one than asked for, where an edit cannot have touched the article.
struct ArticleResults {
    std::vector<Finding> findings;
    std::vector<Claim> claims;
};

/// What an edit did to the corpus so far.
struct CorpusState {
    std::uint32_t documents = 0;
    std::uint32_t done = 0;  ///< Documents that both the saved and the edited rules have been through.
    std::uint32_t gained = 0;
    std::uint32_t lost = 0;
    std::uint32_t changed = 0;
};

/// One article with the results of both rule sets; null where they are not there yet. The same object where
/// the edit does not touch it.
struct ArticleState {
    std::shared_ptr<const ArticleResults> saved;
    std::shared_ptr<const ArticleResults> edited;
    std::vector<FindingChange> changes;  ///< Gained, lost and changed only.
};

/// Two rule sets: as saved, and as typed. The same engine twice where nothing is edited.
struct RulePair {
    std::shared_ptr<const Engine> saved;
    std::shared_ptr<const Engine> edited;
};

/// Runs the saved and the edited rules over all articles on threads of its own, again after each edit; what
/// is known so far can be asked for at any time. Each article is annotated once, and run again only where the
/// edit can touch it (match/footprint.hpp).
class CorpusRun {
public:
    /// The documents must outlive the run. `annotations` are annotation_bytes of them, empty where there are
    /// none yet. Starts at once.
    CorpusRun(std::span<const Document> documents, std::vector<std::string> annotations, RulePair rules,
              std::uint32_t threads);
    ~CorpusRun();
    CorpusRun(const CorpusRun&) = delete;
    CorpusRun& operator=(const CorpusRun&) = delete;

    /// Takes other rules. Results that stay as they are are kept, also where the edited rules become the
    /// saved ones.
    void set_rules(RulePair rules);

    [[nodiscard]] CorpusState state() const;
    [[nodiscard]] ArticleState article(std::uint32_t index) const;
    /// The articles with changes, ascending.
    [[nodiscard]] std::vector<std::uint32_t> changed_articles() const;
    /// The annotation of an article in the symbols of `processor`, which is one of the saved or the edited
    /// rules.
    [[nodiscard]] Annotation annotation(std::uint32_t index, bool is_edited, Processor& processor) const;
    /// Waits until every article is done.
    void wait() const;

private:
    struct Kept {
        ArticleState state;
        std::string annotation;      ///< Under the saved rules.
        std::vector<WordKey> words;  ///< Of the annotation.
        bool is_done = false;
    };

    /// What a worker takes along while it works on an article.
    struct Task;

    void work(const std::stop_token& stop);
    [[nodiscard]] Task next_task();
    void put_back(Task task);

    std::span<const Document> documents_;
    mutable std::mutex mutex_;
    mutable std::condition_variable_any wakes_;
    RulePair rules_;
    std::shared_ptr<const Touched> touched_;  ///< By the edit.
    std::vector<Kept> kept_;
    CorpusState total_;
    std::uint64_t generation_ = 0;  ///< Of the rules.
    std::uint32_t next_ = 0;        ///< The article to begin next.
    std::vector<std::jthread> threads_;
};

}  // namespace stancegraph
