#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "annotate/conllu.hpp"
#include "annotate/segmenter_fixture.hpp"
#include "base/utf8.hpp"

/// Any bytes, repaired to UTF-8: the annotation must keep what Segmenter promises, and CoNLL-U must be
/// written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace stancegraph;
    static const Segmenter segmenter(test_lexicons());
    std::string bytes(size, '\0');
    for (std::size_t at = 0; at < size; ++at) {
        bytes[at] = static_cast<char>(data[at]);
    }
    const Document document = document_of_lines(utf8::repair(bytes).text);
    Vocabulary vocabulary;
    Annotation annotation;
    segmenter.segment(document, vocabulary, annotation);
    if (!fault_of(document, annotation).empty() || to_conllu(document, annotation, vocabulary).empty()) {
        std::abort();
    }
    return 0;
}
