#include "annotate/lemmatizer.hpp"

#include <array>

#include "annotate/features.hpp"
#include "annotate/hash.hpp"
#include "annotate/model.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kShortestStem = 2;

bool is_proper(Xpos xpos) {
    return xpos == Xpos::nnp || xpos == Xpos::nnps || xpos == Xpos::add;
}

std::string_view without(std::string_view text, std::size_t bytes) {
    return text.substr(0, text.size() - bytes);
}

/// Takes an ending that begins with a vowel off: `stopped` stop, `hoped` hope, `walked` walk.
std::string stem_of(const FormLexicon& lexicon, std::string_view form, std::size_t ending,
                    std::uint16_t base) {
    const std::string_view stem = without(form, ending);
    const std::string with_e = std::string(stem) + 'e';
    if (lexicon.has(with_e, base)) {
        return with_e;
    }
    if (lexicon.has(stem, base)) {
        return std::string(stem);
    }
    const bool is_doubled = stem.size() > 2 && stem.back() == stem[stem.size() - 2];
    if (is_doubled && (lexicon.has(without(stem, 1), base) ||
                       std::string_view("lsz").find(stem.back()) == std::string_view::npos)) {
        return std::string(without(stem, 1));
    }
    const std::string_view last_two = stem.substr(stem.size() - 2);
    const bool needs_e =
        last_two.back() == 'v' || last_two.back() == 'c' || last_two == "at" || last_two == "iz";
    return needs_e ? with_e : std::string(stem);
}

/// `stories` story, `watches` watch, `moves` move.
std::string without_s(const FormLexicon& lexicon, std::string_view form, std::uint16_t base) {
    if (form.ends_with("ies") && form.size() > 4) {
        const std::string with_ie(without(form, 1));
        const std::string with_y = std::string(without(form, 3)) + 'y';
        return lexicon.has(with_ie, base) && !lexicon.has(with_y, base) ? with_ie : with_y;
    }
    if (form.ends_with("es") && !lexicon.has(without(form, 1), base)) {
        const std::string_view stem = without(form, 2);
        const bool hisses = stem.ends_with("ss") || stem.ends_with("sh") || stem.ends_with("ch") ||
                            stem.ends_with('x') || stem.ends_with('z') || stem.ends_with('o');
        if (hisses || lexicon.has(stem, base)) {
            return std::string(stem);
        }
        if (stem.ends_with('v') && lexicon.has(std::string(without(stem, 1)) + "f", base)) {
            return std::string(without(stem, 1)) + "f";
        }
    }
    return std::string(form.ends_with("ss") ? form : without(form, 1));
}

/// One regular way to inflect: which tags have it and what it looks like.
struct Inflection {
    Xpos xpos;
    std::string_view ending;
    std::string_view after_y;  ///< The ending that hides a y: `tried`.
    std::uint16_t base;
};

constexpr std::array<Inflection, 7> kInflections{{
    {Xpos::vbd, "ed", "ied", kVerbBase},
    {Xpos::vbn, "ed", "ied", kVerbBase},
    {Xpos::vbg, "ing", "", kVerbBase},
    {Xpos::jjr, "er", "ier", kAdjectiveBase},
    {Xpos::rbr, "er", "ier", kAdjectiveBase | kAdverbBase},
    {Xpos::jjs, "est", "iest", kAdjectiveBase},
    {Xpos::rbs, "est", "iest", kAdjectiveBase | kAdverbBase},
}};

}  // namespace

std::string lemma_base(std::string_view form, Xpos xpos) {
    return is_proper(xpos) ? std::string(form) : normalised(form);
}

std::uint32_t irregular_lemma_hash(std::string_view form, Xpos xpos) {
    constexpr std::uint32_t kHashSeed = 202;
    return stable_hash(lemma_base(form, xpos), kHashSeed + static_cast<std::uint32_t>(xpos));
}

std::string regular_lemma(const FormLexicon& lexicon, std::string_view form, Xpos xpos) {
    const std::string base = lemma_base(form, xpos);
    const std::string_view view = base;
    if (xpos == Xpos::nns || xpos == Xpos::vbz) {
        const bool has_ending = view.size() > kShortestStem && view.ends_with('s');
        return has_ending ? without_s(lexicon, view, xpos == Xpos::nns ? kNounBase : kVerbBase) : base;
    }
    if (xpos == Xpos::nnps) {
        return view.size() > kShortestStem && view.ends_with('s') ? without_s(lexicon, view, kNounBase)
                                                                  : base;
    }
    for (const Inflection& inflection : kInflections) {
        if (inflection.xpos != xpos) {
            continue;
        }
        if (!inflection.after_y.empty() && view.ends_with(inflection.after_y) &&
            view.size() > inflection.after_y.size() + 1) {
            return std::string(without(view, inflection.after_y.size())) + 'y';
        }
        if (view.ends_with(inflection.ending) && view.size() >= inflection.ending.size() + kShortestStem) {
            return stem_of(lexicon, view, inflection.ending.size(), inflection.base);
        }
    }
    return base;
}

std::string lemma_of(const Model& model, std::string_view form, Xpos xpos) {
    if (const LemmaEdit* edit = model.irregular_lemma(irregular_lemma_hash(form, xpos))) {
        std::string lemma = lemma_base(form, xpos);
        lemma.resize(lemma.size() - std::min<std::size_t>(lemma.size(), edit->cut));
        return lemma.append(edit->added);
    }
    return regular_lemma(model.lexicon(), form, xpos);
}

}  // namespace stancegraph
