#include "pipeline/outline.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "base/hash.hpp"

namespace stancegraph {
namespace {

bool is_content(Upos upos) {
    return upos == Upos::noun || upos == Upos::propn || upos == Upos::verb || upos == Upos::adj ||
           upos == Upos::num;
}

/// Those of the file, by the places of the documents, which ascend.
Comparisons stored_comparisons(Store& store, std::span<const DocumentId> documents) {
    const auto place_of = [&](DocumentId document) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(documents, document) - documents.begin());
    };
    Comparisons comparisons;
    store.for_each_comparison([&](const StoredComparison& stored) {
        comparisons.add(
            {.a = place_of(stored.first), .b = place_of(stored.second), .is_one_story = stored.is_one_story});
    });
    return comparisons;
}

}  // namespace

std::vector<std::uint32_t> outline_of(const Annotation& annotation, const Vocabulary& vocabulary) {
    std::vector<std::uint32_t> words;
    for (const Sentence& sentence : annotation.sentences) {
        if (annotation.paragraphs[sentence.paragraph].block_class != BlockClass::body) {
            continue;
        }
        for (TokenIndex token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            if (is_content(annotation.upos[token])) {
                const auto hash =
                    static_cast<std::uint32_t>(hash_of(vocabulary.text(annotation.lemma[token])));
                words.push_back(std::max(hash, 1U));
            }
        }
        if (!words.empty() && words.back() != 0) {
            words.push_back(0);
        }
    }
    return words;
}

void update_stories(Store& store) {
    if (store.has_all_stories()) {
        return;
    }
    std::vector<DocumentId> documents;
    std::vector<Outline> outlines;
    store.for_each_outline([&](DocumentId document, Outline&& outline) {
        documents.push_back(document);
        outlines.push_back(std::move(outline));
    });
    Comparisons comparisons = stored_comparisons(store, documents);
    const std::size_t known = comparisons.all().size();
    const std::vector<std::uint32_t> first = find_stories(outlines, comparisons);
    Transaction transaction(store.database());
    for (std::size_t index = 0; index < documents.size(); ++index) {
        store.put_story(documents[index], documents[first[index]]);
    }
    for (const Comparison& made : std::span(comparisons.all()).subspan(known)) {
        store.put_comparison(
            {.first = documents[made.a], .second = documents[made.b], .is_one_story = made.is_one_story});
    }
    transaction.commit();
}

}  // namespace stancegraph
