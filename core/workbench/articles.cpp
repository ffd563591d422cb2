#include "workbench/articles.hpp"

#include <set>
#include <span>
#include <utility>

#include "pipeline/build_plan.hpp"

namespace stancegraph {
namespace {

/// The documents whose stored annotation may not be what the engine would make.
std::set<DocumentId> annotated_otherwise(StoredArticles& articles, const Engine& engine) {
    const Touched touched = touched_since_build(articles.store(), engine);
    std::set<DocumentId> documents;
    articles.store().for_each_word_keys([&](DocumentId document, std::span<const WordKey> keys) {
        const auto reach = touched.reach_in(keys);
        if (reach.has_value() && *reach >= Reach::annotation) {
            documents.insert(document);
        }
    });
    for (const StoredDocument& stored : articles.list()) {
        if (stored.undone.has_value() && *stored.undone >= Reach::annotation) {
            documents.insert(stored.id);
        }
    }
    return documents;
}

}  // namespace

void GivenArticles::for_each(const Engine& /*engine*/, Processor& processor, const ArticleSelection& wanted,
                             const ArticleVisit& visit) {
    for (const Document& document : documents_) {
        Annotation annotation = processor.annotate(document);
        const bool is_wanted =
            wanted.touched == nullptr || wanted.names.contains(document.name) ||
            wanted.touched->reach_in(word_keys_of(annotation, processor.vocabulary())).has_value();
        if (is_wanted) {
            visit(document, std::move(annotation));
        }
    }
}

std::vector<StoredDocument> ProjectArticles::list(const ArticleSelection& wanted) {
    if (wanted.touched == nullptr) {
        return articles_.list();
    }
    std::set<DocumentId> ids;
    for (const StoredDocument& document : articles_.list(*wanted.touched)) {
        ids.insert(document.id);
    }
    std::vector<StoredDocument> documents = articles_.list();
    std::erase_if(documents, [&](const StoredDocument& document) {
        return !ids.contains(document.id) && !wanted.names.contains(document.name);
    });
    return documents;
}

void ProjectArticles::for_each(const Engine& engine, Processor& processor, const ArticleSelection& wanted,
                               const ArticleVisit& visit) {
    const std::set<DocumentId> otherwise = annotated_otherwise(articles_, engine);
    for (const StoredDocument& stored : list(wanted)) {
        AnnotatedArticle article = articles_.load(stored, processor);
        if (otherwise.contains(stored.id)) {
            article.annotation = processor.annotate(article.document);
        }
        visit(article.document, std::move(article.annotation));
    }
}

}  // namespace stancegraph
