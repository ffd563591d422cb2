#include "annotate/name_finder.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace stancegraph;

namespace {

/// One token: its word, tags, place in the tree, and what is known of it.
struct Token {
    std::string form;
    Upos upos = Upos::propn;
    Xpos xpos = Xpos::nnp;
    TokenIndex head = kNoToken;
    Deprel deprel = Deprel::root;
    NameEvidence evidence{};
};

Token other(const std::string& form, Upos upos) {
    return {form, upos, Xpos::nn, kNoToken, Deprel::dep, {}};
}

Token part(const std::string& form, TokenIndex head, Deprel deprel, NameTag tag = NameTag::outside) {
    return {form, Upos::propn, Xpos::nnp, head, deprel, {tag, 0, false}};
}

Token title(const std::string& form) {
    return {form, Upos::propn, Xpos::nnp, kNoToken, Deprel::nmod_desc, {NameTag::outside, 0, true}};
}

struct Sample {
    Vocabulary vocabulary;
    Annotation annotation;
    std::vector<NameEvidence> evidence;

    explicit Sample(const std::vector<Token>& tokens) {
        for (const Token& token : tokens) {
            const std::uint32_t at = annotation.token_count();
            annotation.span.push_back({at, at + 1});
            annotation.form.push_back(vocabulary.intern(token.form));
            annotation.lower.push_back(annotation.form.back());
            annotation.upos.push_back(token.upos);
            annotation.xpos.push_back(token.xpos);
            annotation.head.push_back(token.head);
            annotation.deprel.push_back(token.deprel);
            evidence.push_back(token.evidence);
        }
        find_names(annotation, {0, annotation.token_count()}, evidence, annotation.names);
    }

    /// "Scott_Bessent/person White_House/organisation"
    [[nodiscard]] std::string names() const {
        constexpr std::array<std::string_view, 4> kKinds{"unknown", "person", "organisation", "place"};
        std::string text;
        for (const Name& name : annotation.names) {
            text.append(text.empty() ? "" : " ");
            for (TokenIndex token = name.tokens.begin; token < name.tokens.end; ++token) {
                text.append(token == name.tokens.begin ? "" : "_");
                text.append(vocabulary.text(annotation.form[token]));
            }
            text.append("/").append(kKinds[static_cast<std::size_t>(name.kind)]);
        }
        return text;
    }
};

}  // namespace

TEST_CASE("find_names joins what the model marks with what the tree says", "[annotate]") {
    struct Row {
        const char* what;
        std::vector<Token> tokens;
        const char* expected;
    };
    using enum NameTag;
    const Token calendar{"monday", Upos::propn, Xpos::nnp,
                         kNoToken, Deprel::obl, {outside, kCalendarName, false}};
    const Token possessive{"'s", Upos::part, Xpos::pos, 0, Deprel::case_, {inside_person, 0, false}};
    const Token adjective{"White", Upos::adj, Xpos::nnp, 1, Deprel::amod, {begin_place, 0, false}};
    const Token hyphen{"-", Upos::punct, Xpos::hyph, 2, Deprel::punct, {}};
    const auto row = GENERATE_COPY(values<Row>({
        {"nothing", {other("ships", Upos::noun)}, ""},
        {"a run without a mark",
         {part("Kim", kNoToken, Deprel::root), part("Lee", 0, Deprel::flat)},
         "Kim_Lee/unknown"},
        {"a mark on the first name only",
         {part("Kim", kNoToken, Deprel::root, begin_person), part("Lee", 0, Deprel::flat)},
         "Kim_Lee/person"},
        {"a mark on the last name only",
         {part("Kim", kNoToken, Deprel::root), part("Lee", 0, Deprel::flat, begin_person)},
         "Kim_Lee/person"},
        {"a title in the mark",
         {{"Mr.", Upos::propn, Xpos::nnp, 1, Deprel::nmod_desc, {begin_person, 0, true}},
          part("Lee", kNoToken, Deprel::root, inside_person)},
         "Lee/person"},
        {"a title alone", {title("president")}, ""},
        {"a possessive", {part("Lee", kNoToken, Deprel::root, begin_person), possessive}, "Lee/person"},
        {"one name marked as two",
         {adjective, part("House", kNoToken, Deprel::root, begin_organisation)},
         "White_House/organisation"},
        {"a place marked without its adjective",
         {{"United", Upos::adj, Xpos::nnp, 1, Deprel::amod, {}},
          part("States", kNoToken, Deprel::root, begin_place)},
         "United_States/place"},
        {"the month", {calendar}, ""},
        {"Mrs. May", {title("mrs."), calendar}, "monday/unknown"},
        {"a hyphen",
         {part("Bailey", kNoToken, Deprel::root), hyphen, part("Ross", 0, Deprel::flat)},
         "Bailey_-_Ross/unknown"},
        {"a hyphen behind the mark",
         {part("Ida", kNoToken, Deprel::root, begin_person), part("Bailey", 0, Deprel::flat, inside_person),
          hyphen, part("Ross", 0, Deprel::flat)},
         "Ida_Bailey_-_Ross/person"},
        {"a name and who",
         {part("Kim", kNoToken, Deprel::root),
          part("Lee", 0, Deprel::flat),
          other(",", Upos::punct),
          {"who", Upos::pron, Xpos::wp, 4, Deprel::nsubj, {}},
          {"left", Upos::verb, Xpos::vbd, 0, Deprel::acl_relcl, {}}},
         "Kim_Lee/person"},
        {"a name and what",
         {part("Kim", kNoToken, Deprel::root),
          part("Lee", 0, Deprel::flat),
          other(",", Upos::punct),
          {"what", Upos::pron, Xpos::wp, 4, Deprel::nsubj, {}},
          {"left", Upos::verb, Xpos::vbd, 0, Deprel::parataxis, {}}},
         "Kim_Lee/unknown"},
        {"two people side by side",
         {part("Ann", kNoToken, Deprel::root, begin_person), part("Bob", 0, Deprel::conj, begin_person)},
         "Ann/person Bob/person"},
        {"an inside without a begin",
         {other("the", Upos::det), part("Port", kNoToken, Deprel::root, inside_place)},
         "Port/unknown"},
    }));
    INFO(row.what);
    CHECK(Sample(row.tokens).names() == row.expected);
}

TEST_CASE("unify_kinds lets the names of a document agree", "[annotate]") {
    using enum NameTag;
    const Token dot = other(".", Upos::punct);
    const auto lone = [](const char* form, NameTag tag) { return part(form, kNoToken, Deprel::root, tag); };
    Sample sample({lone("Nvidia", begin_organisation), dot, lone("Nvidia", begin_place), dot,
                   lone("Nvidia", begin_organisation), dot,
                   part("Jensen", kNoToken, Deprel::root, begin_person),
                   part("Huang", 6, Deprel::flat, inside_person), dot, lone("Huang", outside), dot,
                   lone("Tokyo", outside)});
    unify_kinds(sample.annotation);
    CHECK(sample.names() ==
          "Nvidia/organisation Nvidia/organisation Nvidia/organisation Jensen_Huang/person Huang/person "
          "Tokyo/unknown");
}

TEST_CASE("an inside tag needs a begin of its kind", "[annotate]") {
    using enum NameTag;
    const std::vector<std::int32_t> scores{1, 2, 9, 3, 8, 0, 7};
    CHECK(best_name_tag(scores, outside) == begin_place);
    CHECK(best_name_tag(scores, begin_person) == inside_person);
    CHECK(best_name_tag(scores, inside_place) == inside_place);
}
