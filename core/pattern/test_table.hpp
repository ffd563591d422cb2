#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pattern/ast.hpp"

namespace stancegraph::pattern {

/// The number of a distinct token test.
using TestId = std::uint32_t;

/// Numbers the token tests of all patterns: equal tests get equal numbers, counted up from 0.
class TestTable {
public:
    [[nodiscard]] TestId intern(const Test& test);
    /// The test for a plain word: any form and case, or exactly so.
    [[nodiscard]] TestId intern(const std::string& word, bool is_exact);
    [[nodiscard]] TestId intern(Kind token_kind);

    [[nodiscard]] const std::vector<Test>& all() const { return tests_; }

private:
    std::vector<Test> tests_;
    std::map<std::string, TestId> numbers_;
};

/// A text that is equal for equal tests and for no others.
[[nodiscard]] std::string key_of(const Test& test);

/// The test that a plain word stands for: its form or its lemma, in any case; or exactly this form.
[[nodiscard]] Test word_test(const std::string& word, bool is_exact);

}  // namespace stancegraph::pattern
