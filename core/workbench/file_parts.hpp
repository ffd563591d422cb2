#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// The parts of a rule file: what stands where, for tools that work on its text.
namespace stancegraph {

enum class FilePart : std::uint8_t {
    text,     ///< A word or sentence, or something of which no more is known.
    pattern,  ///< A pattern, path or condition, or a list or mapping of them.
    file,
    settings,
    stances,
    stance,
    actors,
    actor,
    titles,
    title,
    subjects,
    subject,
    lexicons,
    lexicon,
    words,
    word,
    long_form,
    macros,
    rules,
    rule,
    slots,
    effect,
    examples,
    example,
};

/// The part that is the value of a key, or an item of a list (an empty key).
[[nodiscard]] FilePart part_at(FilePart parent, std::string_view key);

/// The keys of the part in the order in which they are written; none where the order is the author's.
[[nodiscard]] std::span<const std::string_view> keys_of(FilePart part);

}  // namespace stancegraph
