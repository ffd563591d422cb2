#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

/// The closed label sets of the annotation: universal parts of speech and dependency relations (Universal
/// Dependencies v2) and the Penn Treebank tags as the English treebanks of UD use them.
namespace stancegraph {

enum class Upos : std::uint8_t {
    none,
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
    x
};

inline constexpr std::array<std::string_view, 18> kUposNames{
    "_",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
    "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

enum class Xpos : std::uint8_t {
    none,
    add,
    afx,
    cc,
    cd,
    comma,
    colon,
    close_quote,
    dollar,
    dt,
    ex,
    fw,
    gw,
    hyph,
    in,
    jj,
    jjr,
    jjs,
    lrb,
    ls,
    md,
    nfp,
    nn,
    nnp,
    nnps,
    nns,
    open_quote,
    pdt,
    period,
    pos,
    prp,
    prp_poss,
    rb,
    rbr,
    rbs,
    rp,
    rrb,
    sym,
    to,
    uh,
    vb,
    vbd,
    vbg,
    vbn,
    vbp,
    vbz,
    wdt,
    wp,
    wp_poss,
    wrb
};

inline constexpr std::array<std::string_view, 50> kXposNames{
    "_",    "ADD", "AFX", "CC",  "CD",  ",",     ":",   "''",  "$",   "DT",  "EX",    "FW",   "GW",
    "HYPH", "IN",  "JJ",  "JJR", "JJS", "-LRB-", "LS",  "MD",  "NFP", "NN",  "NNP",   "NNPS", "NNS",
    "``",   "PDT", ".",   "POS", "PRP", "PRP$",  "RB",  "RBR", "RBS", "RP",  "-RRB-", "SYM",  "TO",
    "UH",   "VB",  "VBD", "VBG", "VBN", "VBP",   "VBZ", "WDT", "WP",  "WP$", "WRB"};

enum class Deprel : std::uint8_t {
    none,
    root,
    acl,
    acl_relcl,
    advcl,
    advcl_relcl,
    advmod,
    amod,
    appos,
    aux,
    aux_pass,
    case_,
    cc,
    cc_preconj,
    ccomp,
    compound,
    compound_prt,
    conj,
    cop,
    csubj,
    csubj_outer,
    csubj_pass,
    dep,
    det,
    det_predet,
    discourse,
    dislocated,
    expl,
    fixed,
    flat,
    goeswith,
    iobj,
    list,
    mark,
    nmod,
    nmod_desc,
    nmod_poss,
    nmod_unmarked,
    nsubj,
    nsubj_outer,
    nsubj_pass,
    nummod,
    obj,
    obl,
    obl_agent,
    obl_unmarked,
    orphan,
    parataxis,
    punct,
    reparandum,
    vocative,
    xcomp
};

inline constexpr std::array<std::string_view, 52> kDeprelNames{
    "_",          "root",      "acl",           "acl:relcl",    "advcl",       "advcl:relcl", "advmod",
    "amod",       "appos",     "aux",           "aux:pass",     "case",        "cc",          "cc:preconj",
    "ccomp",      "compound",  "compound:prt",  "conj",         "cop",         "csubj",       "csubj:outer",
    "csubj:pass", "dep",       "det",           "det:predet",   "discourse",   "dislocated",  "expl",
    "fixed",      "flat",      "goeswith",      "iobj",         "list",        "mark",        "nmod",
    "nmod:desc",  "nmod:poss", "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass",  "nummod",
    "obj",        "obl",       "obl:agent",     "obl:unmarked", "orphan",      "parataxis",   "punct",
    "reparandum", "vocative",  "xcomp"};

[[nodiscard]] constexpr std::string_view name_of(Upos tag) {
    return kUposNames[static_cast<std::size_t>(tag)];
}

[[nodiscard]] constexpr std::string_view name_of(Xpos tag) {
    return kXposNames[static_cast<std::size_t>(tag)];
}

[[nodiscard]] constexpr std::string_view name_of(Deprel label) {
    return kDeprelNames[static_cast<std::size_t>(label)];
}

/// The tag of that exact name, or nothing.
[[nodiscard]] std::optional<Upos> find_upos(std::string_view name);
[[nodiscard]] std::optional<Xpos> find_xpos(std::string_view name);
/// The relation of that name; an unknown subtype (`obl:npmod`) falls back to its universal part (`obl`).
/// UD v1 names and names of releases before 2.14 (`nmod:npmod`, `obl:tmod`, `dobj`, `nsubjpass`) are mapped.
[[nodiscard]] std::optional<Deprel> find_deprel(std::string_view name);
/// The relation without its subtype: `nsubj:pass` gives `nsubj`.
[[nodiscard]] Deprel universal(Deprel label);

}  // namespace stancegraph
