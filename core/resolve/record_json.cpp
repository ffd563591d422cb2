#include "resolve/record_json.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace stancegraph::json {

void write_span(Writer& writer, ByteSpan span) {
    writer.member("start", span.begin).member("end", span.end);
}

void write_spans(Writer& writer, std::span<const ByteSpan> spans) {
    writer.begin_array();
    for (const ByteSpan span : spans) {
        writer.begin_object();
        write_span(writer, span);
        writer.end_object();
    }
    writer.end_array();
}

void write_origin(Writer& writer, const ClaimSpeaker& speaker) {
    writer.member("resolved_by", speaker.resolved_by);
    if (speaker.is_guess) {
        writer.member("guess", true);
    }
}

double number_of(const Value& value, std::string_view name, double low, double high, double otherwise) {
    const Value* member = value.find(name);
    const auto number = member == nullptr ? std::nullopt : member->number();
    return number && !std::isnan(*number) ? std::clamp(*number, low, high) : otherwise;
}

std::uint32_t count_of(const Value& value, std::string_view name) {
    constexpr auto kMost = static_cast<double>(std::numeric_limits<std::uint32_t>::max());
    return static_cast<std::uint32_t>(number_of(value, name, 0, kMost, 0));
}

ByteSpan span_of(const Value& value) {
    const std::uint32_t begin = count_of(value, "start");
    return {.begin = begin, .end = std::max(begin, count_of(value, "end"))};
}

std::vector<ByteSpan> spans_of(const Value& value, std::string_view name) {
    std::vector<ByteSpan> spans;
    const Value* member = value.find(name);
    const Array* elements = member == nullptr ? nullptr : member->array();
    if (elements != nullptr) {
        spans.reserve(elements->size());
        for (const Value& element : *elements) {
            spans.push_back(span_of(element));
        }
    }
    return spans;
}

const Value& member_of(const Value& value, std::string_view name) {
    static const Value kNothing;
    const Value* member = value.find(name);
    return member == nullptr ? kNothing : *member;
}

void read_origin(const Value& value, ClaimSpeaker& speaker) {
    speaker.resolved_by = value.text_of("resolved_by");
    speaker.is_guess = member_of(value, "guess").boolean().value_or(false);
}

}  // namespace stancegraph::json
