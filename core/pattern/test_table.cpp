#include "pattern/test_table.hpp"

#include <utility>

namespace stancegraph::pattern {
namespace {

void append_quoted(std::string& key, const std::string& text) {
    key += std::to_string(text.size());
    key += ':';
    key += text;
}

void append_key(std::string& key, const Test& test);

void append_all(std::string& key, char name, const std::vector<Test>& tests) {
    key += name;
    key += '(';
    for (const Test& test : tests) {
        append_key(key, test);
    }
    key += ')';
}

struct KeyWriter {
    std::string& key;

    void operator()(const Comparison& comparison) const {
        key += 'c';
        key += static_cast<char>('a' + static_cast<int>(comparison.attribute));
        key += comparison.is_regex ? '/' : '=';
        key += comparison.is_case_sensitive ? 'x' : 'i';
        append_quoted(key, comparison.feature);
        append_quoted(key, comparison.value);
    }

    void operator()(const InList& list) const {
        key += '@';
        append_quoted(key, list.list);
    }

    void operator()(const IsKind& kind) const {
        key += 'k';
        key += std::to_string(static_cast<int>(kind.kind));
        key += ';';
    }

    void operator()(const All& all) const { append_all(key, '&', all.tests); }

    void operator()(const Any& any) const { append_all(key, '|', any.tests); }

    void operator()(const Not& negated) const {
        key += '!';
        append_key(key, *negated.test);
    }
};

void append_key(std::string& key, const Test& test) {
    std::visit(KeyWriter{key}, test.form);
}

}  // namespace

std::string key_of(const Test& test) {
    std::string key;
    append_key(key, test);
    return key;
}

Test word_test(const std::string& word, bool is_exact) {
    if (is_exact) {
        return {Comparison{Attribute::word, "", word, false, true}, {}};
    }
    Any any;
    any.tests.push_back({Comparison{Attribute::word, "", word, false, false}, {}});
    any.tests.push_back({Comparison{Attribute::lemma, "", word, false, false}, {}});
    return {std::move(any), {}};
}

TestId TestTable::intern(const Test& test) {
    const auto [at, is_new] = numbers_.try_emplace(key_of(test), static_cast<TestId>(tests_.size()));
    if (is_new) {
        tests_.push_back(test);
    }
    return at->second;
}

TestId TestTable::intern(const std::string& word, bool is_exact) {
    return intern(word_test(word, is_exact));
}

TestId TestTable::intern(Kind token_kind) {
    return intern(Test{IsKind{token_kind}, {}});
}

}  // namespace stancegraph::pattern
