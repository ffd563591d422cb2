#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/vocabulary.hpp"
#include "match/compiled_rules.hpp"
#include "text/annotation.hpp"

/// Which documents an edit of the rules can touch, told from words alone, so that the others need not be
/// matched again.
namespace stancegraph {

/// The hash of a word as documents and rules are compared by it: of the letters and digits that its
/// lower-case form begins with, or of all of it where it begins with neither. Words with the same beginning
/// may share one: "so" and "so-called".
using WordKey = std::uint32_t;
[[nodiscard]] WordKey word_key(std::string_view lower);

/// The keys of all forms and lemmas of a document, ascending, each once. O(n log n).
[[nodiscard]] std::vector<WordKey> word_keys_of(const Annotation& annotation, const Vocabulary& vocabulary);

/// What has to be done again for a document that a part of the rules touches, and with it all before it.
enum class Reach : std::uint8_t { matching, annotation, reading };
inline constexpr std::size_t kReaches = 3;

/// A piece of the rules that can change on its own: a rule, an entry of a list, an actor, a subject, ….
struct FootprintPart {
    std::string key;  ///< Names it among all parts: `entry/say/point out`.
    std::uint64_t hash = 0;
    Reach reach = Reach::matching;
    bool is_everywhere = false;  ///< Documents without any of `words` can be touched too.
    std::vector<WordKey> words;  ///< Ascending.
};

/// The documents that a change touches, for each reach: all, or those with one of the words (ascending).
struct Touched {
    struct Words {
        bool is_everywhere = false;
        std::vector<WordKey> words;
    };

    std::array<Words, kReaches> by_reach;

    [[nodiscard]] bool is_nothing() const;
    /// How much has to be done again for a document with these word keys; nothing where it is not touched.
    [[nodiscard]] std::optional<Reach> reach_in(std::span<const WordKey> document) const;
};

/// All parts of a rule set.
class Footprint {
public:
    Footprint() = default;

    explicit Footprint(std::vector<FootprintPart> parts) : parts_(std::move(parts)) {}

    [[nodiscard]] const std::vector<FootprintPart>& parts() const { return parts_; }

    [[nodiscard]] std::string to_bytes() const;
    /// Nothing where the bytes are no footprint.
    [[nodiscard]] static std::optional<Footprint> from_bytes(std::string_view bytes);

private:
    std::vector<FootprintPart> parts_;  ///< Kind by kind, in load order.
};

/// What changes between two rule sets: the words of every part that only one of them has or that differs.
/// Everything where parts that both have stand in another order, which decides ties. O(n log n).
[[nodiscard]] Touched difference(const Footprint& before, const Footprint& now);

/// What a word list decides.
struct ListUse {
    Reach reach = Reach::matching;
    bool is_by_word = true;  ///< An entry touches only documents with its first word.
};

/// The parts of the rules. A part touches a document if a word that it starts from is there: the trigger
/// words of a pattern, the head of an entry, the names of an actor. `use_of` tells of a list by its name.
[[nodiscard]] Footprint footprint_of(const CompiledRules& rules,
                                     const std::function<ListUse(std::string_view list)>& use_of);

}  // namespace stancegraph
