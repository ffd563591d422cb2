#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_file.hpp"
#include "base/span.hpp"

namespace stancegraph {

enum class Severity : std::uint8_t { error, warning, note };

/// Where something is: a span of a file, or the file as a whole when its text is empty.
struct Location {
    std::shared_ptr<const InputFile> file;  ///< May be null: then only the message is shown.
    ByteSpan span;
};

struct Note {
    std::string message;
    Location location;
};

/// One mistake of the user: what is wrong, where, and what would be right.
struct Diagnostic {
    std::string code;  ///< `SG1104`; listed in rules/DIAGNOSTICS.md.
    Severity severity = Severity::error;
    std::string message;  ///< Lower case, no final stop, user text in '...'.
    Location location;
    std::string hint;  ///< The next step; may have several lines.
    std::vector<Note> notes;
};

/// Collects diagnostics in the order in which they are found.
class Diagnostics {
public:
    void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }

    void append(const Diagnostics& other) { all_.insert(all_.end(), other.all_.begin(), other.all_.end()); }

    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

    [[nodiscard]] bool is_empty() const { return all_.empty(); }

    [[nodiscard]] std::size_t count(Severity severity) const;

    [[nodiscard]] bool has_errors() const { return count(Severity::error) > 0; }

    /// Sorts by file name, then place; diagnostics without a file come first. Stable.
    void sort();

private:
    std::vector<Diagnostic> all_;
};

/// The text that people see, with the line and a caret under the exact part:
///
///     rules/a.yaml:7:5: error[SG1104]: no relation called 'nsubjj'
///         7 |       speaker: cue >nsubjj
///           |                     ^~~~~~
///     help: did you mean 'nsubj'?
[[nodiscard]] std::string render(const Diagnostic& diagnostic);
[[nodiscard]] std::string render(const Diagnostics& diagnostics);

/// The candidate nearest to `word` by Damerau-Levenshtein distance: at most 2, and at most a third of the
/// longer word; the first of equals. Empty when none is near.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// "did you mean 'x'?" for the nearest candidate, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace stancegraph
