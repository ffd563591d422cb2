#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pattern/test_table.hpp"
#include "ruleset/ruleset.hpp"
#include "text/tagset.hpp"

namespace re2 {
class RE2;
}

namespace stancegraph {

/// What one token shows to the tests. The views live as long as the vocabulary.
struct TokenFacts {
    std::string_view form;
    std::string_view lower;
    std::string_view lemma;  ///< Lower case; empty without a tree.
    Upos upos = Upos::none;
    Xpos xpos = Xpos::none;
    Deprel deprel = Deprel::none;
    std::string_view ner;  ///< person, organisation, place, name or empty.
};

/// The distinct token tests of a rule set, made ready to run.
class TokenTests {
public:
    /// `lists` may be asked about until the last call of `build`.
    TokenTests();
    ~TokenTests();
    TokenTests(const TokenTests&) = delete;
    TokenTests& operator=(const TokenTests&) = delete;

    void build(const std::vector<pattern::Test>& tests, const RuleSet& rules);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(roots_.size()); }

    /// True if the answer depends on more than word, lemma, tags and name: on the relation or a list.
    [[nodiscard]] bool is_contextual(pattern::TestId test) const { return contextual_[test] != 0; }

    /// The lists that the test asks for, in its order.
    [[nodiscard]] const std::vector<LexiconId>& lists_of(pattern::TestId test) const { return lists_[test]; }

    /// Whether the token passes. `fits_list(LexiconId)` answers for lists.
    template <typename FitsList>
    [[nodiscard]] bool passes(pattern::TestId test, const TokenFacts& facts, FitsList fits_list) const {
        return evaluate(roots_[test], facts, fits_list);
    }

private:
    enum class Form : std::uint8_t { all, any, negation, compare, list, kind };

    /// Children stand at [begin, end) of parts_.
    struct Part {
        Form form = Form::kind;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        pattern::Attribute attribute = pattern::Attribute::word;
        bool is_case_sensitive = false;
        std::string feature;
        std::string value;  ///< Lower case unless the case counts.
        const re2::RE2* expression = nullptr;
        LexiconId list = kNoId;
        pattern::Kind kind = pattern::Kind::any;
    };

    struct Builder;

    template <typename FitsList>
    [[nodiscard]] bool evaluate(std::uint32_t at, const TokenFacts& facts, FitsList fits_list) const {
        const Part& part = parts_[at];
        switch (part.form) {
            case Form::all:
                for (std::uint32_t child = part.begin; child < part.end; ++child) {
                    if (!evaluate(child, facts, fits_list)) {
                        return false;
                    }
                }
                return true;
            case Form::any:
                for (std::uint32_t child = part.begin; child < part.end; ++child) {
                    if (evaluate(child, facts, fits_list)) {
                        return true;
                    }
                }
                return false;
            case Form::negation:
                return !evaluate(part.begin, facts, fits_list);
            case Form::list:
                return part.list != kNoId && fits_list(part.list);
            case Form::compare:
                return compares(part, facts);
            case Form::kind:
                break;
        }
        return is_of_kind(part.kind, facts);
    }

    [[nodiscard]] static bool compares(const Part& part, const TokenFacts& facts);
    [[nodiscard]] static bool is_of_kind(pattern::Kind kind, const TokenFacts& facts);

    std::vector<Part> parts_;
    std::vector<std::uint32_t> roots_;
    std::vector<std::uint8_t> contextual_;
    std::vector<std::vector<LexiconId>> lists_;
    std::vector<std::unique_ptr<re2::RE2>> expressions_;
};

/// The form's outline: `Xxxx`, `d`, with runs of a class cut at four.
[[nodiscard]] std::string shape_of(std::string_view form);

}  // namespace stancegraph
