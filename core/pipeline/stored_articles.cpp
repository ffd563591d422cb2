#include "pipeline/stored_articles.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "store/annotation_bytes.hpp"

namespace stancegraph {

std::vector<StoredDocument> StoredArticles::list() {
    std::vector<StoredDocument> documents = store_.documents();
    std::ranges::sort(documents, {}, &StoredDocument::name);
    return documents;
}

std::vector<StoredDocument> StoredArticles::list(const Touched& touched) {
    std::set<DocumentId> ids;
    store_.for_each_word_keys([&](DocumentId document, std::span<const WordKey> keys) {
        if (touched.reach_in(keys).has_value()) {
            ids.insert(document);
        }
    });
    std::vector<StoredDocument> documents = list();
    std::erase_if(documents, [&ids](const StoredDocument& document) { return !ids.contains(document.id); });
    return documents;
}

AnnotatedArticle StoredArticles::load(const StoredDocument& stored, Processor& processor) {
    auto article = store_.article(stored.id);
    if (!article.has_value()) {
        throw StoreFault(StoreFault::Kind::damaged, "the text of '" + stored.name + "' is missing");
    }
    AnnotatedArticle loaded{.document = std::move(article->document), .annotation = {}};
    auto annotation =
        annotation_from_bytes(article->annotation, loaded.document.text, processor.open_vocabulary());
    loaded.annotation = annotation.has_value() ? std::move(*annotation) : processor.annotate(loaded.document);
    return loaded;
}

}  // namespace stancegraph
