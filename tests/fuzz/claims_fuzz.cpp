#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "base/utf8.hpp"
#include "exporters/format.hpp"
#include "graph/build.hpp"
#include "query/answer.hpp"
#include "query/render.hpp"
#include "resolve/claim_file.hpp"

namespace {

using namespace stancegraph;

/// A claims file from anywhere: read, made into a graph, written in all formats, asked and shown.
void use(const std::string& bytes) {
    Diagnostics diagnostics;
    const auto file = std::make_shared<const InputFile>("claims.jsonl", bytes);
    const std::vector<Claim> claims = read_claims(file, diagnostics);
    for (const Claim& claim : claims) {
        const auto again = json::parse(to_json(claim));
        if (!again.value || !claim_from_json(*again.value)) {
            std::abort();
        }
    }
    static_cast<void>(render(diagnostics));
    const StanceGraph graph = build_graph(ClaimSet(claims));
    std::ostringstream out;
    for (const GraphFormat& format : graph_formats()) {
        write_graph(graph, format, {}, out);
    }
    if (!utf8::is_valid(out.view())) {
        std::abort();
    }
    Query query;
    query.actor = bytes.substr(0, 20);
    static_cast<void>(select(graph, query, diagnostics));
    const auto all = select(graph, {}, diagnostics);
    for (const AnswerFormat format :
         {AnswerFormat::table, AnswerFormat::json, AnswerFormat::jsonl, AnswerFormat::csv}) {
        static_cast<void>(render(answer(graph, *all), format, 60));
        static_cast<void>(render(evidence(graph, *all), format));
    }
    static_cast<void>(render(diagnostics));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t at = 0; at < size; ++at) {
        bytes[at] = static_cast<char>(data[at]);
    }
    use(bytes);
    return 0;
}
