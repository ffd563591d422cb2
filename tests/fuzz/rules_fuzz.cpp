#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "ruleset/load.hpp"
#include "workbench/lint.hpp"

namespace {

/// Ends the program where a diagnostic points outside its file.
void check_place(const stancegraph::Location& location) {
    if (location.file == nullptr) {
        return;
    }
    const std::size_t size = location.file->text().size();
    if (location.span.begin > location.span.end || location.span.end > size) {
        std::abort();
    }
}

}  // namespace

/// Any bytes as a rule file: it is loaded, checked and all that is said about it is shown.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string text(data, data + size);
    stancegraph::Diagnostics diagnostics;
    const stancegraph::RuleSet rules = stancegraph::load_rules(
        {std::make_shared<const stancegraph::InputFile>("fuzz.yaml", std::move(text))}, diagnostics);
    stancegraph::lint(rules, diagnostics);
    diagnostics.sort();
    for (const stancegraph::Diagnostic& diagnostic : diagnostics.all()) {
        check_place(diagnostic.location);
        for (const stancegraph::Note& note : diagnostic.notes) {
            check_place(note.location);
        }
    }
    static_cast<void>(stancegraph::render(diagnostics));
    return 0;
}
