#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "graph/build.hpp"
#include "query/condition.hpp"
#include "support/sample_claims.hpp"

/// Any text is a condition or a mistake with a place in it; a condition can be asked, and its print parses to
/// the same print.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace stancegraph;
    static const StanceGraph graph =
        build_graph(ClaimSet(stancegraph::testing::harbour_claims()), {.has_layout = false});
    const std::string text(data, data + size);
    Diagnostics diagnostics;
    const auto condition = Condition::parse(text, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        const ByteSpan span = diagnostic.location.span;
        if (span.begin > span.end || span.end > text.size()) {
            std::abort();
        }
    }
    static_cast<void>(render(diagnostics));
    if (condition.has_value() == diagnostics.has_errors()) {
        std::abort();
    }
    if (!condition) {
        return 0;
    }
    static_cast<void>(condition->holds(graph, graph.edge(0), 0));
    const std::string printed = condition->to_string();
    const auto again = Condition::parse(printed, diagnostics);
    const bool is_in_limits = printed.size() <= Condition::kMostBytes && !diagnostics.has_errors();
    if (is_in_limits && (!again || again->to_string() != printed)) {
        std::abort();
    }
    return 0;
}
