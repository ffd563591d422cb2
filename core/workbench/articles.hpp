#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "match/footprint.hpp"
#include "pipeline/processor.hpp"
#include "pipeline/stored_articles.hpp"

namespace stancegraph {

/// Takes one article with its annotation, whose symbols are those of the processor's vocabulary.
using ArticleVisit = std::function<void(const Document& document, Annotation annotation)>;

/// Which articles are wanted: all, or those that a change of the rules can touch and those of these names.
struct ArticleSelection {
    const Touched* touched = nullptr;  ///< Null: all.
    std::set<std::string> names;
};

/// The articles that rules are run over, wherever they come from: always in the same order, always with the
/// annotation that the processor's engine would make.
class Articles {
public:
    virtual ~Articles() = default;

    [[nodiscard]] virtual std::size_t count() = 0;

    /// Hands out the wanted articles, one after the other. `processor` is one of `engine`.
    virtual void for_each(const Engine& engine, Processor& processor, const ArticleSelection& wanted,
                          const ArticleVisit& visit) = 0;
};

/// Articles that were just read: each is annotated when its turn comes.
class GivenArticles : public Articles {
public:
    explicit GivenArticles(std::vector<Document> documents) : documents_(std::move(documents)) {}

    [[nodiscard]] std::size_t count() override { return documents_.size(); }

    void for_each(const Engine& engine, Processor& processor, const ArticleSelection& wanted,
                  const ArticleVisit& visit) override;

private:
    std::vector<Document> documents_;
};

/// The articles of a project, with their stored annotations where the engine's would be the same. Throws
/// StoreFault.
class ProjectArticles : public Articles {
public:
    explicit ProjectArticles(const std::filesystem::path& project_file) : articles_(project_file) {}

    [[nodiscard]] std::size_t count() override { return articles_.list().size(); }

    void for_each(const Engine& engine, Processor& processor, const ArticleSelection& wanted,
                  const ArticleVisit& visit) override;

private:
    [[nodiscard]] std::vector<StoredDocument> list(const ArticleSelection& wanted);

    StoredArticles articles_;
};

}  // namespace stancegraph
