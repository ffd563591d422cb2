#include "base/json.hpp"
#include "resolve/resolver.hpp"

namespace stancegraph {
namespace {

void write_span(json::Writer& writer, ByteSpan span) {
    writer.begin_object().member("start", span.begin).member("end", span.end).end_object();
}

}  // namespace

std::string to_json(const Attribution& attribution, const std::string& doc) {
    std::string line;
    json::Writer writer(line);
    writer.begin_object().member("doc", doc).key("speaker");
    if (attribution.speaker.span.is_empty()) {
        writer.null();
    } else {
        write_span(writer, attribution.speaker.span);
    }
    writer.key("cue");
    write_span(writer, attribution.cue);
    writer.key("content").begin_array();
    for (const ByteSpan piece : attribution.statement) {
        write_span(writer, piece);
    }
    writer.end_array().end_object();
    return line;
}

}  // namespace stancegraph
