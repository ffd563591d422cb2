#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "text/annotation.hpp"

namespace stancegraph {

/// What a marked span is to the finding of that number.
enum class MarkPart : std::uint8_t { statement, speaker, subject, cue };

struct Mark {
    ByteSpan span;
    MarkPart part = MarkPart::cue;
    std::uint32_t finding = 0;
};

/// Writes the text of an article cut where marks and sentences begin and end, so that a page needs no
/// offsets: a list of `{"class":…,"runs":[{"t":text,"s":sentence,"m":[[finding,part],…]},…]}`, one for each
/// paragraph; `s` is absent between sentences and `m` where nothing is marked. O(n log n) in marks and
/// sentences.
void write_marked_text(std::string_view text, const Annotation& annotation, std::vector<Mark> marks,
                       json::Writer& writer);

}  // namespace stancegraph
