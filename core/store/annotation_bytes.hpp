#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/vocabulary.hpp"
#include "text/annotation.hpp"
#include "text/document.hpp"

/// Annotations and documents as bytes of the project file, compressed by zstd.
namespace stancegraph {

/// The annotation without the words themselves, which stand in the text: about four bytes a token.
[[nodiscard]] std::string annotation_bytes(const Annotation& annotation, const Vocabulary& vocabulary);
/// Back from bytes; `vocabulary` gets the words. Nothing where the bytes are damaged or belong to another
/// text: whatever they are, the result is an annotation whose numbers all point inside of it and of `text`.
[[nodiscard]] std::optional<Annotation> annotation_from_bytes(std::string_view bytes, std::string_view text,
                                                              Vocabulary& vocabulary);

/// The blocks of a document and the words, sentences and trees that came with it.
[[nodiscard]] std::string layout_bytes(const Document& document);
/// Fills `blocks` and `given` of a document whose text is there. False where the bytes are damaged.
[[nodiscard]] bool read_layout(std::string_view bytes, Document& document);

}  // namespace stancegraph
