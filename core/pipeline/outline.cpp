#include "pipeline/outline.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"

namespace stancegraph {
namespace {

bool is_content(Upos upos) {
    return upos == Upos::noun || upos == Upos::propn || upos == Upos::verb || upos == Upos::adj ||
           upos == Upos::num;
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
    std::vector<DocumentId> documents;
    std::vector<Outline> outlines;
    store.for_each_outline([&](DocumentId document, Outline&& outline) {
        documents.push_back(document);
        outlines.push_back(std::move(outline));
    });
    const std::vector<std::uint32_t> first = find_stories(outlines);
    std::vector<std::pair<DocumentId, DocumentId>> first_of_story;
    for (std::size_t index = 0; index < documents.size(); ++index) {
        first_of_story.emplace_back(documents[index], documents[first[index]]);
    }
    Transaction transaction(store.database());
    store.put_stories(first_of_story);
    transaction.commit();
}

}  // namespace stancegraph
