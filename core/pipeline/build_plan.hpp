#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pipeline/build.hpp"
#include "store/store.hpp"

namespace stancegraph {

/// What these rules can change in the project since its last build; everything where there was none.
[[nodiscard]] Touched touched_since_build(Store& store, const Engine& engine);

/// What the project file holds already and what of it can be kept: made before anything is read.
class BuildPlan {
public:
    /// Compares rules, options and inputs with those of the build before, and notes in the file which
    /// documents the difference touches. Whatever happens then, the next build knows what is undone.
    BuildPlan(Store& store, const Engine& engine, const BuildOptions& options,
              const std::vector<Input>& inputs);

    /// The documents of an input that did not change, by position; null where it has to be read.
    [[nodiscard]] const std::vector<StoredDocument>* kept(const Input& input) const;
    /// A document with that content which no kept input has, once. Nothing where there is none.
    [[nodiscard]] std::optional<StoredDocument> adopt(std::uint64_t content);

    /// The documents of no input that nobody adopted. Call it at the end.
    [[nodiscard]] std::vector<DocumentId> orphans() const;

    /// The inputs that are not there any more.
    [[nodiscard]] const std::vector<InputId>& gone_inputs() const { return gone_inputs_; }

private:
    using InputKey = std::pair<std::string, std::uint64_t>;  ///< Path and first byte.

    void compare_rules(Store& store, const Engine& engine);
    void compare_options(Store& store, const BuildOptions& options);

    std::map<InputKey, std::vector<StoredDocument>> kept_;
    std::unordered_multimap<std::uint64_t, StoredDocument> orphans_;
    std::vector<InputId> gone_inputs_;
};

}  // namespace stancegraph
