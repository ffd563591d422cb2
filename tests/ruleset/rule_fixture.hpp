#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ruleset/load.hpp"

namespace stancegraph {

[[nodiscard]] inline std::shared_ptr<const InputFile> make_file(std::string name, std::string text) {
    return std::make_shared<const InputFile>(std::move(name), std::move(text));
}

/// What is said about the text of one rule file, and what comes of it.
struct Loaded {
    RuleSet rules;
    Diagnostics diagnostics;
};

/// Loads texts; the files are called a.yaml, b.yaml, ….
[[nodiscard]] inline Loaded load_texts(const std::vector<std::string>& texts) {
    std::vector<std::shared_ptr<const InputFile>> files;
    for (const std::string& text : texts) {
        files.push_back(make_file(std::string(1, static_cast<char>('a' + files.size())) + ".yaml", text));
    }
    Loaded loaded;
    loaded.rules = load_rules(files, loaded.diagnostics);
    loaded.diagnostics.sort();
    return loaded;
}

}  // namespace stancegraph
