#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/span.hpp"
#include "resolve/claim.hpp"

/// The parts that the records of claims.jsonl and attributions.jsonl share. Internal to core/resolve. A
/// record that somebody else wrote may hold anything: what is not as it must be reads as missing.
namespace stancegraph::json {

inline constexpr double kLeastCertainty = 0.01;

/// `"start":…,"end":…` inside of an object.
void write_span(Writer& writer, ByteSpan span);
/// The value of a list of spans.
void write_spans(Writer& writer, std::span<const ByteSpan> spans);
/// How the speaker was found: `"resolved_by":…`, and `"guess":true` where it was one.
void write_origin(Writer& writer, const ClaimSpeaker& speaker);

/// The member, or a null value.
[[nodiscard]] const Value& member_of(const Value& value, std::string_view name);
/// A number within [low, high]; `otherwise` where there is none.
[[nodiscard]] double number_of(const Value& value, std::string_view name, double low, double high,
                               double otherwise);
[[nodiscard]] std::uint32_t count_of(const Value& value, std::string_view name);
[[nodiscard]] ByteSpan span_of(const Value& value);
[[nodiscard]] std::vector<ByteSpan> spans_of(const Value& value, std::string_view name);
void read_origin(const Value& value, ClaimSpeaker& speaker);

}  // namespace stancegraph::json
