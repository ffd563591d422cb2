#include "match/token_tests.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

using pattern::Attribute;
using pattern::Kind;

struct Feature {
    std::string_view name;
    std::string_view value;
    Xpos tag;
};

/// What a Penn tag tells of the features of Universal Dependencies.
constexpr std::array<Feature, 22> kFeatures{{
    {"Number", "Sing", Xpos::nn},   {"Number", "Plur", Xpos::nns},   {"Number", "Sing", Xpos::nnp},
    {"Number", "Plur", Xpos::nnps}, {"Number", "Sing", Xpos::vbz},   {"Tense", "Past", Xpos::vbd},
    {"Tense", "Pres", Xpos::vbz},   {"Tense", "Pres", Xpos::vbp},    {"Tense", "Past", Xpos::vbn},
    {"Person", "3", Xpos::vbz},     {"VerbForm", "Fin", Xpos::vbd},  {"VerbForm", "Fin", Xpos::vbz},
    {"VerbForm", "Fin", Xpos::vbp}, {"VerbForm", "Fin", Xpos::md},   {"VerbForm", "Inf", Xpos::vb},
    {"VerbForm", "Ger", Xpos::vbg}, {"VerbForm", "Part", Xpos::vbn}, {"Degree", "Cmp", Xpos::jjr},
    {"Degree", "Sup", Xpos::jjs},   {"Degree", "Pos", Xpos::jj},     {"Degree", "Cmp", Xpos::rbr},
    {"Degree", "Sup", Xpos::rbs},
}};

/// Token kinds that are a part of speech.
constexpr std::array<std::pair<Kind, Upos>, 10> kTags{{
    {Kind::noun, Upos::noun},
    {Kind::verb, Upos::verb},
    {Kind::adj, Upos::adj},
    {Kind::adv, Upos::adv},
    {Kind::adp, Upos::adp},
    {Kind::pron, Upos::pron},
    {Kind::propn, Upos::propn},
    {Kind::num, Upos::num},
    {Kind::det, Upos::det},
    {Kind::aux, Upos::aux},
}};

/// Token kinds that are a mark, with the forms it has.
constexpr std::array<std::pair<Kind, std::string_view>, 7> kMarks{{
    {Kind::comma, ","},
    {Kind::colon, ":"},
    {Kind::dash, "-"},
    {Kind::dash, "--"},
    {Kind::dash, "---"},
    {Kind::dash, "\u2013"},
    {Kind::dash, "\u2014"},
}};

std::string_view feature_of(std::string_view name, Xpos tag) {
    const auto found = std::ranges::find_if(
        kFeatures, [&](const Feature& feature) { return feature.tag == tag && feature.name == name; });
    return found == kFeatures.end() ? std::string_view() : found->value;
}

char class_of(char32_t letter) {
    if (letter >= '0' && letter <= '9') {
        return 'd';
    }
    if (utf8::is_upper(letter)) {
        return 'X';
    }
    return utf8::is_letter(letter) ? 'x' : '\0';
}

}  // namespace

std::string shape_of(std::string_view form) {
    constexpr std::size_t kLongestRun = 4;
    std::string shape;
    while (!form.empty()) {
        const utf8::Decoded letter = utf8::decode(form);
        const char letter_class = class_of(letter.code_point);
        if (letter_class == '\0') {
            shape.append(form.substr(0, letter.size));
        } else if (shape.size() < kLongestRun ||
                   shape.substr(shape.size() - kLongestRun) != std::string(kLongestRun, letter_class)) {
            shape += letter_class;
        }
        form.remove_prefix(letter.size);
    }
    return shape;
}

/// Flattens the trees: the children of a part stand side by side.
struct TokenTests::Builder {
    TokenTests& tests;
    const RuleSet& rules;
    std::vector<LexiconId> lists;
    bool is_contextual = false;

    void fill(std::uint32_t at, const pattern::Test& test) {
        std::visit([&](const auto& form) { fill_form(at, form); }, test.form);
    }

    void fill_children(std::uint32_t at, Form form, const std::vector<pattern::Test>& children) {
        const auto begin = static_cast<std::uint32_t>(tests.parts_.size());
        tests.parts_.resize(tests.parts_.size() + children.size());
        tests.parts_[at].form = form;
        tests.parts_[at].begin = begin;
        tests.parts_[at].end = static_cast<std::uint32_t>(tests.parts_.size());
        for (std::size_t child = 0; child < children.size(); ++child) {
            fill(begin + static_cast<std::uint32_t>(child), children[child]);
        }
    }

    void fill_form(std::uint32_t at, const pattern::All& all) { fill_children(at, Form::all, all.tests); }

    void fill_form(std::uint32_t at, const pattern::Any& any) { fill_children(at, Form::any, any.tests); }

    void fill_form(std::uint32_t at, const pattern::Not& negated) {
        fill_children(at, Form::negation, {*negated.test});
    }

    void fill_form(std::uint32_t at, const pattern::InList& list) {
        tests.parts_[at].form = Form::list;
        tests.parts_[at].list = rules.find_lexicon(list.list);
        lists.push_back(tests.parts_[at].list);
        is_contextual = true;
    }

    void fill_form(std::uint32_t at, const pattern::IsKind& kind) {
        tests.parts_[at].form = Form::kind;
        tests.parts_[at].kind = kind.kind;
    }

    void fill_form(std::uint32_t at, const pattern::Comparison& comparison) {
        Part& part = tests.parts_[at];
        part.form = Form::compare;
        part.attribute = comparison.attribute;
        part.feature = comparison.feature;
        part.is_case_sensitive = comparison.is_case_sensitive;
        part.value = comparison.is_case_sensitive ? comparison.value : utf8::to_lower(comparison.value);
        if (comparison.is_regex) {
            re2::RE2::Options options;
            options.set_case_sensitive(comparison.is_case_sensitive);
            options.set_log_errors(false);
            tests.expressions_.push_back(std::make_unique<re2::RE2>(comparison.value, options));
            part.expression = tests.expressions_.back().get();
        }
        is_contextual = is_contextual || comparison.attribute == Attribute::dep;
    }
};

TokenTests::TokenTests() = default;
TokenTests::~TokenTests() = default;

void TokenTests::build(const std::vector<pattern::Test>& tests, const RuleSet& rules) {
    for (const pattern::Test& test : tests) {
        const auto root = static_cast<std::uint32_t>(parts_.size());
        parts_.emplace_back();
        roots_.push_back(root);
        Builder builder{*this, rules, {}, false};
        builder.fill(root, test);
        contextual_.push_back(builder.is_contextual ? 1 : 0);
        std::erase(builder.lists, kNoId);
        lists_.push_back(std::move(builder.lists));
    }
}

bool TokenTests::compares(const Part& part, const TokenFacts& facts) {
    std::string made;
    std::string_view value;
    switch (part.attribute) {
        case Attribute::word:
            value = part.is_case_sensitive || part.expression != nullptr ? facts.form : facts.lower;
            break;
        case Attribute::lemma:
            value = facts.lemma;
            break;
        case Attribute::tag:
            value = name_of(facts.xpos);
            break;
        case Attribute::pos:
            value = name_of(facts.upos);
            break;
        case Attribute::dep:
            value = name_of(facts.deprel);
            break;
        case Attribute::ner:
            value = facts.ner;
            break;
        case Attribute::feature:
            value = feature_of(part.feature, facts.xpos);
            break;
        case Attribute::shape:
            made = shape_of(facts.form);
            value = made;
            break;
    }
    if (part.expression != nullptr) {
        return part.expression->ok() && re2::RE2::FullMatch({value.data(), value.size()}, *part.expression);
    }
    const bool is_word = part.attribute == Attribute::word || part.attribute == Attribute::lemma;
    if (part.is_case_sensitive || is_word) {
        return value == part.value;
    }
    return utf8::to_lower(value) == part.value;
}

bool TokenTests::is_of_kind(Kind kind, const TokenFacts& facts) {
    if (kind == Kind::any) {
        return true;
    }
    const auto tag = std::ranges::find(kTags, kind, &std::pair<Kind, Upos>::first);
    if (tag != kTags.end()) {
        return facts.upos == tag->second;
    }
    const auto mark = std::ranges::find(kMarks, kind, &std::pair<Kind, std::string_view>::first);
    if (mark != kMarks.end()) {
        return std::ranges::find(kMarks, std::pair(kind, facts.form)) != kMarks.end();
    }
    if (kind == Kind::qmark) {
        return facts.form.find('?') != std::string_view::npos;
    }
    if (kind != Kind::punct || facts.upos != Upos::none) {
        return kind == Kind::punct && facts.upos == Upos::punct;
    }
    return facts.form.empty() || class_of(utf8::decode(facts.form).code_point) == '\0';
}

}  // namespace stancegraph
