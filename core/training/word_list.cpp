#include "training/word_list.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <utility>

#include "annotate/hash.hpp"
#include "annotate/lemmatizer.hpp"
#include "base/utf8.hpp"

namespace stancegraph {
namespace {

/// Lexicographer files of WordNet's nouns (lexnames(5WN)).
constexpr int kGroupFile = 14;
constexpr int kPlaceFile = 15;
constexpr int kPersonFile = 18;
constexpr int kTimeFile = 28;

bool is_plain_word(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '\'';
    });
}

/// Licence lines begin with blanks.
bool is_entry(std::string_view line) {
    return !line.empty() && line.front() != ' ';
}

void read_index(const std::string& path, std::uint16_t flag, ModelWords& words) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::string word = line.substr(0, line.find(' '));
        if (is_entry(line) && is_plain_word(word)) {
            words.flags[word] |= flag;
        }
    }
}

std::uint16_t name_flag(int lexicographer_file) {
    switch (lexicographer_file) {
        case kGroupFile:
            return kGroupPart;
        case kPlaceFile:
            return kPlacePart;
        case kPersonFile:
            return kPersonPart;
        case kTimeFile:
            return kCalendarName;
        default:
            return 0;
    }
}

/// The capitalised words of proper names: `Angela_Merkel` marks `angela` and `merkel` as parts of a person's
/// name.
void read_names(const std::string& path, ModelWords& words) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        std::string offset;
        std::string type;
        std::string count;
        int lexicographer_file = 0;
        if (!is_entry(line) || !(fields >> offset >> lexicographer_file >> type >> count) ||
            name_flag(lexicographer_file) == 0) {
            continue;
        }
        std::string word;
        std::string number;
        for (int left = std::stoi(count, nullptr, 16); left > 0 && fields >> word >> number; --left) {
            std::istringstream parts(word);
            for (std::string part; std::getline(parts, part, '_');) {
                const std::string lower = utf8::to_lower(part);
                if (lower != part && lower.size() > 2 && is_plain_word(lower)) {
                    words.flags[lower] |= name_flag(lexicographer_file);
                }
            }
        }
    }
}

void read_irregular(const std::string& path, std::uint16_t flag, ModelWords& words,
                    std::vector<ModelWords::Irregular>& forms) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        ModelWords::Irregular entry;
        if (fields >> entry.form >> entry.lemma && is_plain_word(entry.form) && is_plain_word(entry.lemma)) {
            words.flags[entry.form] |= flag;
            forms.push_back(std::move(entry));
        }
    }
}

using FormAndTag = std::pair<std::string, Xpos>;

/// The commonest lemma of each form and tag; the first in order among equals.
std::map<FormAndTag, std::string> treebank_lemmas(const std::vector<TreebankSentence>& sentences) {
    std::map<FormAndTag, std::map<std::string, int>> counts;
    for (const TreebankSentence& sentence : sentences) {
        for (std::size_t word = 0; word < sentence.lemmas.size(); ++word) {
            const Xpos xpos = sentence.xpos[word];
            if (sentence.lemmas[word] != "_") {
                ++counts[{lemma_base(sentence.forms[word], xpos), xpos}][sentence.lemmas[word]];
            }
        }
    }
    std::map<FormAndTag, std::string> lemmas;
    for (const auto& [key, of_form] : counts) {
        lemmas[key] =
            std::ranges::max_element(of_form, {}, &std::pair<const std::string, int>::second)->first;
    }
    return lemmas;
}

std::string edit_text(std::string_view base, std::string_view lemma) {
    const auto [at, unused] = std::ranges::mismatch(base, lemma);
    const auto shared = static_cast<std::size_t>(at - base.begin());
    return std::to_string(base.size() - shared) + ' ' + std::string(lemma.substr(shared));
}

}  // namespace

ModelWords read_wordnet(const std::string& folder) {
    ModelWords words;
    read_index(folder + "/index.noun", kNounBase, words);
    read_index(folder + "/index.verb", kVerbBase, words);
    read_index(folder + "/index.adj", kAdjectiveBase, words);
    read_index(folder + "/index.adv", kAdverbBase, words);
    read_irregular(folder + "/noun.exc", kIrregularNoun, words, words.nouns);
    read_irregular(folder + "/verb.exc", kIrregularVerb, words, words.verbs);
    read_irregular(folder + "/adj.exc", kIrregularAdjective, words, words.adjectives);
    read_names(folder + "/data.noun", words);
    return words;
}

LexiconColumns lexicon_columns(const ModelWords& words) {
    std::map<std::uint32_t, std::uint16_t> by_hash;
    for (const auto& [word, flags] : words.flags) {
        by_hash[stable_hash(word, FormLexicon::kHashSeed)] |= flags;
    }
    LexiconColumns columns;
    for (const auto& [hash, flags] : by_hash) {
        columns.hashes.push_back(hash);
        columns.flags.push_back(flags);
    }
    return columns;
}

LemmaColumns lemma_columns(const std::vector<TreebankSentence>& sentences, const ModelWords& words,
                           const FormLexicon& lexicon) {
    std::map<FormAndTag, std::string> lemmas = treebank_lemmas(sentences);
    const auto add = [&](const ModelWords::Irregular& entry, Xpos xpos) {
        lemmas.try_emplace({entry.form, xpos}, entry.lemma);  // The first entry of a form is the usual one.
    };
    for (const ModelWords::Irregular& noun : words.nouns) {
        add(noun, Xpos::nns);
    }
    for (const ModelWords::Irregular& verb : words.verbs) {
        const bool is_participle = verb.form.ends_with("ing");
        add(verb, is_participle ? Xpos::vbg : verb.form.ends_with('s') ? Xpos::vbz : Xpos::vbd);
        if (!is_participle && !verb.form.ends_with('s')) {
            add(verb, Xpos::vbn);
        }
    }
    for (const ModelWords::Irregular& adjective : words.adjectives) {
        add(adjective, adjective.form.ends_with("st") ? Xpos::jjs : Xpos::jjr);
    }

    std::map<std::string, std::uint16_t> edit_numbers;
    std::map<std::uint32_t, std::uint16_t> by_hash;
    LemmaColumns columns;
    for (const auto& [key, lemma] : lemmas) {
        const auto& [base, xpos] = key;
        if (regular_lemma(lexicon, base, xpos) == lemma) {
            continue;
        }
        const auto next = static_cast<std::uint16_t>(edit_numbers.size());
        const auto [edit, is_new] = edit_numbers.try_emplace(edit_text(base, lemma), next);
        if (is_new) {
            columns.texts.append(edit->first).push_back('\n');
        }
        by_hash[irregular_lemma_hash(base, xpos)] = edit->second;
    }
    for (const auto& [hash, edit] : by_hash) {
        columns.hashes.push_back(hash);
        columns.edits.push_back(edit);
    }
    return columns;
}

}  // namespace stancegraph
