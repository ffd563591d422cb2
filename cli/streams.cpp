#include "cli/streams.hpp"

#include <map>

#include <fmt/format.h>

namespace stancegraph::cli {

void report(Streams& streams, const Diagnostic& diagnostic) {
    streams.error << render(diagnostic);
}

void report(Streams& streams, const Diagnostics& diagnostics) {
    constexpr std::size_t kMostOfEach = 20;
    std::map<std::string, std::size_t> counts;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        if (++counts[diagnostic.code] <= kMostOfEach) {
            report(streams, diagnostic);
        }
    }
    for (const auto& [code, count] : counts) {
        if (count > kMostOfEach) {
            streams.error << fmt::format("and {} more of {}\n", count - kMostOfEach, code);
        }
    }
}

Diagnostic plain_error(std::string code, std::string message, std::string hint) {
    return {.code = std::move(code),
            .severity = Severity::error,
            .message = std::move(message),
            .location = {},
            .hint = std::move(hint),
            .notes = {}};
}

}  // namespace stancegraph::cli
