#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/processor.hpp"
#include "store/store.hpp"

namespace stancegraph {

/// An article with its annotation, in the symbols of the processor that it was loaded for.
struct AnnotatedArticle {
    Document document;
    Annotation annotation;
};

/// The articles of a project with the annotations that `build` made: to run other rules over them without
/// reading or parsing anything. Not for two threads at once, but each thread may have one of its own. Throws
/// StoreFault.
class StoredArticles {
public:
    explicit StoredArticles(const std::filesystem::path& project_file)
        : store_(project_file, Database::Mode::read) {}

    /// All documents, by name.
    [[nodiscard]] std::vector<StoredDocument> list();
    /// Those among them that a change of the rules can touch, by name.
    [[nodiscard]] std::vector<StoredDocument> list(const Touched& touched);

    /// The article, for `processor.match(article.document, std::move(article.annotation))`. Valid for the
    /// processor until it goes on to the next. Where no sound annotation is stored, the processor makes one.
    [[nodiscard]] AnnotatedArticle load(const StoredDocument& stored, Processor& processor);

    [[nodiscard]] Store& store() { return store_; }

private:
    Store store_;
};

}  // namespace stancegraph
