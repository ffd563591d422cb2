#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "pattern/parser.hpp"
#include "pattern/printer.hpp"

namespace {

using namespace stancegraph;

/// Parses a text, prints the tree and parses that: it must give the same print. The text of a mistake is
/// shown.
template <typename Parse>
void round_trip(const pattern::SourceText& source, Parse parse) {
    Diagnostics diagnostics;
    const auto tree = parse(source, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        const ByteSpan span = diagnostic.location.span;
        if (span.begin > span.end || span.end > source.text.size()) {
            std::abort();
        }
    }
    static_cast<void>(render(diagnostics));
    if (static_cast<bool>(tree) == diagnostics.has_errors()) {
        std::abort();
    }
    if (!tree) {
        return;
    }
    const pattern::SourceText printed{.text = pattern::print(*tree), .file = nullptr, .place = {}};
    const auto again = parse(printed, diagnostics);
    if (printed.text.size() <= pattern::kMaxPatternBytes &&
        (!again || pattern::print(*again) != printed.text)) {
        std::abort();
    }
}

}  // namespace

/// The first byte chooses the language, the rest is the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string text(data + 1, data + size);
    const pattern::SourceText source{
        .text = text, .file = std::make_shared<const InputFile>("p", text), .place = {}};
    if (data[0] % 2 == 0) {
        round_trip(source, pattern::parse_pattern);
    } else {
        round_trip(source, pattern::parse_filler);
    }
    return 0;
}
