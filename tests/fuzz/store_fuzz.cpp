#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "match/footprint.hpp"
#include "pipeline/given_text.hpp"
#include "pipeline/processor.hpp"
#include "ruleset/load.hpp"
#include "store/annotation_bytes.hpp"
#include "store/compression.hpp"

namespace {

using namespace stancegraph;

constexpr const char* kText =
    "Mayor Ida Brandt said on Monday that she supports the ferry. “It is a start,” she said. “We need "
    "more.”\n\n"
    "Port chief Olaf Renz denied that the toll is too high.\n";

const Engine& engine() {
    static const std::unique_ptr<const Engine> made = [] {
        Diagnostics diagnostics;
        return std::make_unique<const Engine>(load_rules({STANCEGRAPH_SOURCE_DIR "/rules"}, diagnostics),
                                              diagnostics);
    }();
    return *made;
}

/// What stands in a project file from anywhere: an annotation, a layout, a footprint; used where it is sound.
void use(const std::string& bytes) {
    static Processor processor(engine());
    Document document = document_of("a.txt", kText);
    auto annotation = annotation_from_bytes(compressed(bytes), document.text, processor.open_vocabulary());
    if (annotation.has_value()) {
        static_cast<void>(processor.match(document, std::move(*annotation)));
    }
    static_cast<void>(annotation_from_bytes(bytes, document.text, processor.open_vocabulary()));
    if (read_layout(compressed(bytes), document)) {
        static_cast<void>(processor.process(document));
    }
    if (const auto footprint = Footprint::from_bytes(bytes)) {
        static_cast<void>(difference(*footprint, *footprint));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    use(std::string(data, data + size));
    return 0;
}
